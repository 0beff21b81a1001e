// Package diplomacy holds what the field itself defines: the identity of nodes, dates no more precise than their source,
// codes, and the one error type. It imports the standard library and uuid only. Start with PartialDate.
package diplomacy

import (
	"errors"
	"fmt"
	"strings"
)

// Code says what kind of failure an Error is. Clients see it as extensions.code.
type Code string

// The codes there are.
const (
	Invalid     Code = "invalid"     // the input is wrong; the same input will fail again
	NotFound    Code = "not_found"   // what is named does not exist
	Conflict    Code = "conflict"    // it contradicts what is there already
	Unavailable Code = "unavailable" // the store does not answer now; trying later may help
	Overloaded  Code = "overloaded"  // too much is asked at once; trying again soon will help
	Internal    Code = "internal"    // our fault; the message is for the log only
)

// The codes of what is refused because it asks for too much: one for each limit, so that a client can tell them apart.
const (
	LimitBody       Code = "limit_body"
	LimitTokens     Code = "limit_tokens"
	LimitName       Code = "limit_name"
	LimitDepth      Code = "limit_depth"
	LimitRoots      Code = "limit_roots"
	LimitFields     Code = "limit_fields"
	LimitAliases    Code = "limit_aliases"
	LimitDirectives Code = "limit_directives"
	LimitFragments  Code = "limit_fragments"
	LimitPairs      Code = "limit_pairs"
	LimitPage       Code = "limit_page"
	LimitParts      Code = "limit_parts"
	LimitCost       Code = "limit_cost"
)

// Limit reports whether the code names a limit.
func (c Code) Limit() bool { return strings.HasPrefix(string(c), "limit_") }

// Error is the one error type of Parley. Message is written for the person who caused it.
type Error struct {
	Code    Code
	Message string
	Cause   error // for the log
}

func (e *Error) Error() string {
	if e.Cause != nil {
		return e.Message + ": " + e.Cause.Error()
	}
	return e.Message
}

func (e *Error) Unwrap() error { return e.Cause }

// Errorf makes an Error whose whole text is for the person who caused it.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Wrap makes an Error of a cause that is for the log, with a message for the person.
func Wrap(code Code, cause error, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...), Cause: cause}
}

// CodeOf returns the code of the first Error in err's chain, Internal when there is none, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if e := (*Error)(nil); errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
