// Package answer is the one Go type of the GraphQL layer's results: JSON that a statement answered. It stands apart from graph because
// the generated executor needs it too.
package answer

import "io"

// JSON is a finished answer of a root field.
type JSON []byte

// MarshalGQL writes it as it is.
func (j JSON) MarshalGQL(w io.Writer) {
	if j == nil {
		j = JSON("null")
	}
	_, _ = w.Write(j) // gqlgen's writers are buffers
}

// UnmarshalGQL is asked for by gqlgen of every scalar; an answer is never input.
func (j *JSON) UnmarshalGQL(any) error { panic("answer.JSON is output only") }
