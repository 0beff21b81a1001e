package text

import (
	"strings"
	"testing"
)

// tokens of a text, the possessives and contractions parted.
func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Iran doesn't want Iran’s oil sold.", "Iran does n't want Iran ’s oil sold ."},
		{"The U.S. and the U.N. met at 9 a.m. on 2021-07-06.", "The U.S. and the U.N. met at 9 a.m. on 2021-07-06 ."},
		{"Saudi-led forces – 2,000 of them, 3.5% – left.", "Saudi-led forces – 2,000 of them , 3.5 % – left ."},
		{"Lt. Gen. J. Doe can't go; he cannot, won't and shouldn’t.", "Lt. Gen. J. Doe ca n't go ; he can not , wo n't and should n’t ."},
		{"The officials' demands: \"peace now,\" they said.", "The officials ' demands : \" peace now , \" they said ."},
		{"They'll say we've lost, I'd guess; O'Brien's gone.", "They 'll say we 've lost , I 'd guess ; O'Brien 's gone ."},
		{"See https://example.org/a,b?c=1. The $5bn deal (signed in '94) failed...", "See https://example.org/a,b?c=1 . The $ 5bn deal ( signed in ' 94 ) failed ..."},
		{"Rates of 10:30 and 1/2 and/or AT&T's.", "Rates of 10:30 and 1/2 and / or AT&T 's ."},
	} {
		var got []string
		for _, k := range Parse(c.text).Tokens {
			got = append(got, k.Text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}

// quotes in a text, each in brackets with what is inside its marks; one that lacks its end has a plus.
func TestQuotes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`"We will not go," he said. "Not now."`, `[We will not go,] [Not now.]`},
		{"He called it “a ‘historic’ step”.", "[a ‘historic’ step] [historic]"},
		{"The officials’ demands, he said, are ‘not ours’ and the states' are.", "[not ours]"},
		{"“One paragraph goes on.\n\n“And this one ends.” He left.", "[One paragraph goes on.]+ [And this one ends.]"},
		{"It’s the ’90s, don’t you know, and the soldiers’ boots.", ""},
		{"He said: \"We go. They stay.\n\nNobody answered \"no\".", "[We go. They stay.]+ [no]"},
		{"'We won't yield to the generals' threats,' she said.", "[We won't yield to the generals' threats,]"},
		{"The plan, he said, is “the ministers’ own", "[the ministers’ own]+"},
		{"''We won't,'' he said, ''go.'' It's late.", "[We won't,] [go.]"},
		{"A 6\" gun and a \"gun\".", "[gun]"},
	} {
		var got []string
		d := Parse(c.text)
		for _, q := range d.Quotes {
			s := "[" + c.text[q.Inner.Start:q.Inner.End] + "]"
			if q.Open {
				s += "+"
			}
			got = append(got, s)
			if q.Outer >= 0 && (d.Quotes[q.Outer].Start > q.Start || d.Quotes[q.Outer].End < q.End) {
				t.Errorf("%s: a quotation does not lie in its outer one", c.text)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}
