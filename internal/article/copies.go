package article

import (
	"encoding/hex"
	"slices"
	"unicode"
)

// Copies of one wire text differ in a dateline, in a paragraph that is left out, in a word or two. Each text is taken as the set of its shingles:
// runs of five words, without case and marks. A Sketch, its eight smallest shingles by hash, finds the texts that may be copies (bottom-k
// MinHash: of two texts that share most shingles, so do most of the smallest ones), and Overlap of the shingles themselves decides.

// Sketch finds texts that may be copies of each other. The zero Sketch is of a text that is too short to tell.
type Sketch [sketched]uint32

const (
	sketched = 8
	run      = 5  // words of a shingle
	fewest   = 20 // shingles of a text of which copies are recognised
)

// Shingles are hashes of a text's shingles, ordered, each once.
func Shingles(text string) []uint32 {
	var words []uint64
	start := -1
	h := uint64(fnvBasis)
	for i, r := range text {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		switch {
		case letter:
			if start < 0 {
				start, h = i, fnvBasis
			}
			h = (h ^ uint64(unicode.ToLower(r))) * fnvPrime
		case start >= 0:
			words = append(words, h)
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, h)
	}
	if len(words) < run {
		return nil
	}
	all := make([]uint32, 0, len(words)-run+1)
	for i := range len(words) - run + 1 {
		h := uint64(fnvBasis)
		for _, w := range words[i : i+run] {
			h = (h ^ w) * fnvPrime
			h ^= h >> 29
		}
		all = append(all, uint32(h>>32)^uint32(h))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

const (
	fnvBasis = 14695981039346656037
	fnvPrime = 1099511628211
)

// SketchOf returns the Sketch of a text's shingles.
func SketchOf(shingles []uint32) Sketch {
	var s Sketch
	if len(shingles) >= fewest {
		copy(s[:], shingles)
	}
	return s
}

// String is the Sketch in hexadecimal: "" for the zero Sketch.
func (s Sketch) String() string {
	if s == (Sketch{}) {
		return ""
	}
	var b []byte
	for _, h := range s {
		b = append(b, byte(h>>24), byte(h>>16), byte(h>>8), byte(h))
	}
	return hex.EncodeToString(b)
}

// ParseSketch reads what String wrote.
func ParseSketch(s string) (Sketch, bool) {
	var sketch Sketch
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != 4*sketched {
		return sketch, false
	}
	for i := range sketch {
		sketch[i] = uint32(b[4*i])<<24 | uint32(b[4*i+1])<<16 | uint32(b[4*i+2])<<8 | uint32(b[4*i+3])
	}
	return sketch, true
}

// AreCopies reports whether two texts are copies of one, by their shingles: nine tenths of the shorter one stand in the longer, and the shorter
// is at least half as long, so that neither is a passage quoted by the other.
func AreCopies(a, b []uint32) bool {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < fewest || 2*len(short) < len(long) {
		return false
	}
	shared := 0
	for i, j := 0, 0; i < len(short) && j < len(long); {
		switch {
		case short[i] == long[j]:
			shared++
			i++
			j++
		case short[i] < long[j]:
			i++
		default:
			j++
		}
	}
	return shared*10 >= len(short)*9
}

// Copies finds, among texts of which it has seen the sketches, those that may be copies of another. It holds some hundred bytes a text.
type Copies struct {
	first map[uint32]int32 // which text has a shingle among its smallest
	names []string
}

// Add makes a text known by a name.
func (c *Copies) Add(s Sketch, name string) {
	if s == (Sketch{}) {
		return
	}
	if c.first == nil {
		c.first = map[uint32]int32{}
	}
	n := int32(len(c.names))
	c.names = append(c.names, name)
	for _, h := range s {
		if _, ok := c.first[h]; !ok {
			c.first[h] = n
		}
	}
}

// Like returns the names of texts that share at least two of the smallest shingles, the most alike first.
func (c *Copies) Like(s Sketch) []string {
	if s == (Sketch{}) {
		return nil
	}
	votes := map[int32]int{}
	for _, h := range s {
		if n, ok := c.first[h]; ok {
			votes[n]++
		}
	}
	var all []int32
	for n, v := range votes {
		if v >= 2 {
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(a, b int32) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return int(a - b)
	})
	names := make([]string, len(all))
	for i, n := range all {
		names[i] = c.names[n]
	}
	return names
}
