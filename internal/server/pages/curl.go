package pages

import (
	"bytes"
	"encoding/json"
	"strings"
)

// curl is a command for a POSIX shell that sends the query to the endpoint. It is
// safe to paste whatever the query holds.
func curl(endpoint, query string) string {
	var body bytes.Buffer
	enc := json.NewEncoder(&body)
	enc.SetEscapeHTML(false) // the template escapes, and \u003c is hard to read
	if err := enc.Encode(map[string]string{"query": oneLine(query)}); err != nil {
		panic(err) // a string has no way to fail
	}
	return "curl " + endpoint + " \\\n  -H 'Content-Type: application/json' \\\n  -d " + shellQuote(strings.TrimSpace(body.String()))
}

// shellQuote puts text in single quotes, where a POSIX shell changes nothing.
func shellQuote(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

// oneLine takes out the line breaks and the indentation of a query. It leaves a
// query with comments or block strings as it is: there they have a meaning.
func oneLine(query string) string {
	query = strings.TrimSpace(query)
	if strings.Contains(query, "#") || strings.Contains(query, `"""`) {
		return query
	}
	var out strings.Builder
	inString, escaped, space := false, false, false
	for _, r := range query {
		if !inString && strings.ContainsRune(" \t\r\n", r) {
			space = true
			continue
		}
		if space {
			out.WriteByte(' ')
			space = false
		}
		out.WriteRune(r)
		switch {
		case escaped:
			escaped = false
		case inString && r == '\\':
			escaped = true
		case r == '"':
			inString = !inString
		}
	}
	return out.String()
}
