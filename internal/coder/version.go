package coder

// Version is that of the rules. It grows when they make another Coding of the same article with the same dictionaries, so that what an older
// one has left in a graph can be told apart.
const Version = "1"
