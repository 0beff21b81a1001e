package coder

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/coder/text"
)

func root(code string) string {
	for _, p := range [][2]string{{"163", "COERCE"}, {"1712", "ASSAULT"}, {"175", "ASSAULT"}, {"03", "AGREE"}, {"04", "CONSULT"}, {"05", "SUPPORT"}, {"06", "COOPERATE"}, {"07", "AID"}, {"08", "YIELD"}, {"09", "ACCUSE"}, {"02", "REQUEST"}, {"10", "REQUEST"}, {"11", "ACCUSE"}, {"12", "REJECT"}, {"13", "THREATEN"}, {"14", "PROTEST"}, {"15", "MOBILIZE"}, {"16", "SANCTION"}, {"17", "COERCE"}, {"18", "ASSAULT"}, {"19", "ASSAULT"}, {"20", "ASSAULT"}} {
		if strings.HasPrefix(code, p[0]) {
			return p[1]
		}
	}
	return ""
}

var penta = map[string]string{"AGREE": "1", "CONSULT": "1", "SUPPORT": "1", "COOPERATE": "2", "AID": "2", "YIELD": "2", "REQUEST": "3", "ACCUSE": "3", "REJECT": "3", "THREATEN": "3", "PROTEST": "4", "MOBILIZE": "4", "SANCTION": "4", "COERCE": "4", "ASSAULT": "4"}

func TestPLV(t *testing.T) {
	b, err := os.ReadFile("/work/shared/gold/local-only/PLV_train.tsv")
	if err != nil {
		t.Skip()
	}
	f, err := ForGold()
	if err != nil {
		t.Fatal(err)
	}
	ok, okp, n, none := 0, 0, 0, 0
	conf := map[string]int{}
	per := map[string][3]int{}
	show := os.Getenv("SHOW")
	for i, l := range strings.Split(string(b), "\n")[1:] {
		c := strings.Split(l, "\t")
		if len(c) < 10 {
			continue
		}
		if half := os.Getenv("HALF"); half != "" && fmt.Sprint(i%2) != half {
			continue
		}
		m := c[3]
		var spans [2]text.Span
		var sb strings.Builder
		for k := 0; k < len(m); {
			switch {
			case strings.HasPrefix(m[k:], "<s>"):
				spans[0].Start = sb.Len()
				k += 3
			case strings.HasPrefix(m[k:], "</s>"):
				spans[0].End = sb.Len()
				k += 4
			case strings.HasPrefix(m[k:], "<t>"):
				spans[1].Start = sb.Len()
				k += 3
			case strings.HasPrefix(m[k:], "</t>"):
				spans[1].End = sb.Len()
				k += 4
			default:
				sb.WriteByte(m[k])
				k++
			}
		}
		code, line := f(sb.String(), spans[0], spans[1])
		got, want := root(code), c[9]
		n++
		p := per[want]
		p[1]++
		if got == want {
			ok++
			p[0]++
		} else {
			conf[want+" as "+got]++
			if show != "" && i%2 == 0 && (show == want || show == "all" || show == "none" && got == "") {
				fmt.Printf("%s got %s %s %s\n   %s\n", want, got, code, line, m)
			}
		}
		per[want] = p
		if got == "" {
			none++
		}
		if penta[got] == c[6] {
			okp++
		}
	}
	fmt.Printf("root %.3f penta %.3f n %d none %d\n", float64(ok)/float64(n), float64(okp)/float64(n), n, none)
	var keys []string
	for k := range per {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Printf("%s %d/%d  ", k, per[k][0], per[k][1])
	}
	fmt.Println()
	var cs []string
	for k := range conf {
		cs = append(cs, fmt.Sprintf("%3d %s", conf[k], k))
	}
	sort.Sort(sort.Reverse(sort.StringSlice(cs)))
	fmt.Println(strings.Join(cs[:min(25, len(cs))], "\n"))
}
