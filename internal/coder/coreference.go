package coder

// corefer finds what the words mean that name nobody by themselves.
func (f *finder) corefer() {
}
