package dictionary

// Trie finds the longest of many sequences of words at a place in a text. What a word is, and which words are equal, is the caller's: it
// gives them as strings.
type Trie[T any] struct {
	words map[string]uint32
	nodes map[uint64]uint32 // parent and word -> node; 0 is the root
	begin []bool            // words that begin a sequence
	value [][]T             // by node
}

// Add puts a value under a sequence of words. Several values may stand under one.
func (t *Trie[T]) Add(words []string, v T) {
	if t.words == nil {
		t.words, t.nodes, t.value = map[string]uint32{}, map[uint64]uint32{}, make([][]T, 1)
	}
	n := uint32(0)
	for i, w := range words {
		id, ok := t.words[w]
		if !ok {
			id = uint32(len(t.words))
			t.words[w] = id
			t.begin = append(t.begin, false)
		}
		if i == 0 {
			t.begin[id] = true
		}
		next, ok := t.nodes[edge(n, id)]
		if !ok {
			next = uint32(len(t.value))
			t.nodes[edge(n, id)] = next
			t.value = append(t.value, nil)
		}
		n = next
	}
	if len(words) > 0 {
		t.value[n] = append(t.value[n], v)
	}
}

func edge(node, word uint32) uint64 { return uint64(node)<<32 | uint64(word) }

// Each calls yield with the values of every sequence that begins at word(0), shortest first, and with its length in words; word returns ""
// where the text ends.
func (t *Trie[T]) Each(word func(int) string, yield func(values []T, length int)) {
	n := uint32(0)
	for i := 0; ; i++ {
		w := word(i)
		if w == "" {
			return
		}
		id, ok := t.words[w]
		if !ok || i == 0 && !t.begin[id] {
			return
		}
		if n, ok = t.nodes[edge(n, id)]; !ok {
			return
		}
		if v := t.value[n]; v != nil {
			yield(v, i+1)
		}
	}
}

// Longest returns the values of the longest sequence that begins at word(0), and its length; 0 when there is none.
func (t *Trie[T]) Longest(word func(int) string) (values []T, length int) {
	t.Each(word, func(v []T, l int) { values, length = v, l })
	return values, length
}
