package diplomacy

import "regexp"

var cameo = regexp.MustCompile(`^(0[1-9]|1[0-9]|20)[0-9]{0,2}$`)

// CheckScalar checks a text against the scalar of the SDL that it is a value of. Scalars it does not know are any text.
func CheckScalar(scalar, text string) error {
	if scalar == "CAMEO" && !cameo.MatchString(text) {
		return Errorf(Invalid, "%.20q is no CAMEO code: two to four digits, the first two from 01 to 20, in quotes where YAML would take them for a number", text)
	}
	return nil
}
