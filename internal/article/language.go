package article

import (
	"strings"
	"unicode"
)

// Language tells the language of a text by its most frequent words, or by its script: a BCP 47 tag. "" where it cannot be told: the text is
// short, or in none of the languages known here. It is sure of English, and of what is not English; the others are told apart as well as such
// words can.
func Language(text string) string {
	if len(text) > 20_000 {
		text = text[:20_000]
	}
	words, letters := 0, 0
	hits := make([]int, len(languages))
	scripts := map[string]int{}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		words++
		first := []rune(word)[0]
		letters++
		if first > 0x24f { // beyond Latin
			for _, s := range writings {
				if unicode.Is(s.table, first) {
					scripts[s.tag]++
					break
				}
			}
			continue
		}
		word = strings.ToLower(word)
		for i, l := range languages {
			if l.words[word] {
				hits[i]++
			}
		}
	}
	if words < 12 {
		return ""
	}
	for _, s := range writings {
		if scripts[s.tag]*2 > letters {
			return s.tag
		}
	}
	best, second := 0, 0
	for i, n := range hits {
		if n > hits[best] {
			best = i
		}
	}
	for i, n := range hits {
		if i != best {
			second = max(second, n)
		}
	}
	if hits[best]*8 < words || hits[best] == second { // of running text a quarter to a half are such words
		return ""
	}
	return languages[best].tag
}

// LanguageName is a language's English name, or its tag.
func LanguageName(tag string) string {
	for _, l := range languages {
		if l.tag == tag {
			return l.name
		}
	}
	for _, s := range writings {
		if s.tag == tag {
			return s.name
		}
	}
	return tag
}

// languages are those in which much news is written in Latin letters, each with words that stand in nearly every sentence.
var languages = []struct {
	tag, name string
	words     map[string]bool
}{
	{"en", "English", set(`the of and to in is was that for on with as by at from are were has have had be been it its which will would said but not this their they who after he she his her about into`)},
	{"fr", "French", set(`le la les de des du et à un une en est que qui dans pour pas sur avec par au aux ce cette il elle ils son sa ses plus été ont sont mais ne se leur après d'un d'une`)},
	{"de", "German", set(`der die das und in den von zu mit ist des im dem auf für nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben`)},
	{"es", "Spanish", set(`el la los las de del y en que un una por con para se no su al lo como más sus ha es son fue este esta pero entre sobre también han desde hasta según`)},
	{"pt", "Portuguese", set(`o a os as de do da dos das e em no na nos nas que um uma por com para se não ao à mais como foi é são sua seu ou pelo pela também já entre após segundo`)},
	{"it", "Italian", set(`il lo la i gli le di del della dei delle e in nel nella che un una per con non si sono è ha da dal dalla al alla come più anche ma suo sua questo dopo tra stato`)},
	{"nl", "Dutch", set(`de het een en van in is dat op te zijn met voor niet aan er die om ook als door bij uit naar heeft worden maar over hij ze nog tot werd wordt`)},
	{"tr", "Turkish", set(`ve bir bu da de için ile olarak olan daha çok en kadar sonra gibi ise ancak o ne değil oldu olduğunu var dedi`)},
	{"id", "Indonesian", set(`yang dan di dari untuk dengan pada ini itu dalam tidak akan ke oleh juga adalah telah atau tersebut bahwa sebagai karena para`)},
	{"pl", "Polish", set(`i w na z do że się nie jest to o od przez po za dla jak oraz ale był są który która które został przed`)},
	{"sv", "Swedish", set(`och att det i på som en är av för med den till har inte om ett men de vid från kan han var efter ska`)},
}

// writings are scripts that say the language, or nearly.
var writings = []struct {
	tag, name string
	table     *unicode.RangeTable
}{
	{"ru", "Russian, or another language in Cyrillic", unicode.Cyrillic}, {"ar", "Arabic, or another language in its script", unicode.Arabic}, {"he", "Hebrew", unicode.Hebrew}, {"el", "Greek", unicode.Greek},
	{"zh", "Chinese", unicode.Han}, {"ja", "Japanese", unicode.Hiragana}, {"ko", "Korean", unicode.Hangul}, {"hi", "Hindi, or another language in Devanagari", unicode.Devanagari}, {"th", "Thai", unicode.Thai},
	{"ka", "Georgian", unicode.Georgian}, {"hy", "Armenian", unicode.Armenian}, {"bn", "Bengali", unicode.Bengali},
}
