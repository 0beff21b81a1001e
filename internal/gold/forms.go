package gold

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// Subject is what is measured.
type Subject struct {
	Code         Coder
	Mentions     Mentioner
	Attributions Attributor
	Classify     Classifier
}

// form is a form in which gold sets lie. Another is one line of forms, and a file of its own that scores it.
type form struct {
	name  string
	is    func(file string, head []byte) bool                             // recognises a file by its name and its first bytes
	in    func(fsys fs.FS, entries []fs.DirEntry) bool                    // recognises a folder by what is in it
	score func(fsys fs.FS, file string, subject Subject) ([]*Part, error) // file is "." for a folder
}

// forms are all that are known.
func forms() []form {
	return []form{
		{name: "talks", in: isTalks, score: talksParts},
		{name: "curated facts", in: isFacts, score: scoreFacts},
		{name: "re3d", in: isRE3D, score: scoreRE3D},
		{name: "polnear", is: isPolNeAR, score: scorePolNeAR},
		{name: "plv", is: isPLV, score: scorePLV},
		{name: "recognizers", is: isRecognizers, score: scoreRecognizers},
		{name: "petrarch", is: isPetrarch, score: scorePetrarch},
		{name: "sentences", is: isSentences, score: scoreSentences},
	}
}

// sniffed is how much of a file decides what it is.
const sniffed = 4096

// Evaluate measures the subject on every set that lies at, or in folders below, a path of fsys. tasks limits what is measured; none means all.
func Evaluate(fsys fs.FS, name string, subject Subject, tasks []Task) ([]*Part, error) {
	var all []*Part
	err := fs.WalkDir(fsys, name, func(at string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		f, err := recognise(fsys, at, entry)
		if err != nil || f == nil {
			return err
		}
		in, file := fsys, at
		if entry.IsDir() {
			if in, err = fs.Sub(fsys, at); err != nil {
				return err
			}
			file = "."
		}
		parts, err := f.score(in, file, subject)
		if err != nil {
			return diplomacy.Errorf(diplomacy.Invalid, "%s: %v", at, err)
		}
		for _, p := range parts {
			p.Set, p.Form = at, f.name
			if len(tasks) == 0 && !p.Again || slices.Contains(tasks, p.Task) {
				all = append(all, p)
			}
		}
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		if name == "." {
			name = "the folder"
		}
		return nil, diplomacy.Errorf(diplomacy.NotFound, "%s holds no gold set of a known form for this task; known are folders of articles with NAME.json beside NAME.txt, folders of articles with NAME.facts.yaml, re3d folders, PolNeAR JSONL, PLV TSV, PETRARCH XML, Recognizers-Text JSON and sentences JSON", name)
	}
	return all, nil
}

func recognise(fsys fs.FS, at string, entry fs.DirEntry) (*form, error) {
	all := forms()
	if entry.IsDir() {
		entries, err := fs.ReadDir(fsys, at)
		if err != nil {
			return nil, err
		}
		sub, err := fs.Sub(fsys, at)
		if err != nil {
			return nil, err
		}
		for i, f := range all {
			if f.in != nil && f.in(sub, entries) {
				return &all[i], nil
			}
		}
		return nil, nil
	}
	file, err := fsys.Open(at)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	head := make([]byte, sniffed)
	n, _ := file.Read(head)
	head = bytes.TrimPrefix(head[:n], []byte("\ufeff"))
	for i, f := range all {
		if f.is != nil && f.is(path.Base(at), head) {
			return &all[i], nil
		}
	}
	return nil, nil
}

func talksParts(fsys fs.FS, _ string, subject Subject) ([]*Part, error) {
	boards, names, err := scoreTalks(fsys, subject.Code)
	if err != nil {
		return nil, err
	}
	var all []*Part
	for i, b := range boards {
		if b.docs == 0 {
			continue
		}
		all = append(all, b.part(Talks, names[i], "talks", ""))
		// Its statements and relations are figures of talks, and those of speech and events where these are asked for.
		for _, t := range []struct {
			task   Task
			figure string
		}{{Actors, "actors"}, {Speech, "statements"}, {Events, "relations"}} {
			p := b.part(t.task, names[i], t.figure, t.figure)
			p.Again = true
			all = append(all, p)
		}
	}
	return all, nil
}

// part is what a board holds of the figures whose names begin with prefix.
func (b *board) part(task Task, name, main, prefix string) *Part {
	p := &Part{Name: name, Task: task, Documents: b.docs, Main: main}
	for _, f := range b.sorted() {
		if strings.HasPrefix(f.Name, prefix) {
			p.Figures = append(p.Figures, f)
		}
	}
	for _, m := range b.misses {
		if strings.HasPrefix(m.Figure, prefix) {
			p.Misses = append(p.Misses, m)
		}
	}
	return p
}
