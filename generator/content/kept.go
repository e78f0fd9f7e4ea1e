package content

import (
	"fmt"
	"io/fs"
	"reflect"

	"siger/generator/award"
	"siger/generator/internal/parallel"
	"siger/generator/problem"
	"siger/generator/store"
)

// What was read from an innovation's file is kept for the next load, under the hash
// of its name and bytes and of all that it was judged by. Only files without any
// problem, warning or silence are kept, so that none of them can get lost.

// LoadKept is [Load] with a store, in which it finds and keeps what it has read. The
// result is the same, but that the texts in Markdown of innovations are left in their
// files, where [Texts] reads them; with a store in memory they are held. sums are SHA-256
// hashes of files, by name, that are known already; an innovation that is kept under its
// hash is not read.
func LoadKept(fsys fs.FS, kept *store.Store, sums map[string]store.Key) (*Content, []problem.Problem, error) {
	l := newLoader(fsys)
	l.store, l.sums = kept, sums
	if !kept.KeepsValues() {
		l.texts = TextsOf(fsys)
	}
	return l.run()
}

// Digests of an innovation tell whether something made from it must be made again.
type Digests struct {
	Source store.Key // of the file's bytes
	Facts  store.Key // of what the file says but for texts in Markdown and lines; see [DigestFacts]
}

// DigestFacts returns the digest of values without what texts in Markdown and the
// lines of files in them say.
func DigestFacts(values ...any) (store.Key, error) {
	return store.DigestWithout([]reflect.Type{reflect.TypeFor[award.Text](), reflect.TypeFor[award.FileLine]()}, values...)
}

// keptInnovation is what is kept of an [innovationFile].
type keptInnovation struct {
	Innovation award.Innovation
	Facts      string
	Name       problem.Pos
	Aliases    []problem.Pos
	Picture    problem.Pos
	Sketch     []uint64
	Names      []string
}

// A keptEntry is a file in a shard.
type keptEntry struct {
	Name, Sum string
	Packed    string // a keptInnovation
}

// A freshEntry is a keptEntry that is not in the store yet; it is packed alike.
type freshEntry struct {
	Name, Sum string
	Packed    []byte
}

// shards is over how many files of the store an edition is spread, so that an edit
// writes a small part of them.
const shards = 32

// A keeper is an edition's part of the store.
type keeper struct {
	store   *store.Store
	key     store.Key
	prefix  string
	entries map[string]keptEntry
	whole   [shards]int // entries of each shard

	values map[string]innovationFile // of a store in memory, which need not be packed
}

// keeper returns the edition's part of the store, nil for none.
func (l *loader) keeper(e *editionFile) *keeper {
	if l.store == nil {
		return nil
	}
	// What files are judged by; the innovations themselves are not there yet. That
	// pictures exist is judged afterwards.
	key, err := store.DigestOf(e.edition, e.rubricRead, l.content.Taxonomies, l.taxonomiesRead, l.content.Agencies, l.agenciesRead, l.hasLedger(e))
	if err != nil {
		return nil
	}
	k := &keeper{store: l.store, key: key, prefix: "isi-" + e.folder + "-", entries: map[string]keptEntry{}}
	if values, ok := l.store.Value(k.prefix, key).(map[string]innovationFile); ok {
		k.values = values
		return k
	}
	read := make([][]keptEntry, shards)
	parallel.Do(shards, func(i int) {
		text := k.store.Load(k.shard(i), key)
		for text != "" {
			var entry keptEntry
			rest, err := store.Unpack(text, &entry)
			if err != nil {
				read[i] = nil
				return
			}
			read[i], text = append(read[i], entry), rest
		}
	})
	for i, list := range read {
		k.whole[i] = len(list)
		for _, entry := range list {
			k.entries[entry.Name] = entry
		}
	}
	return k
}

func (k *keeper) shard(i int) string { return fmt.Sprintf("%s%02d", k.prefix, i) }

// shardOf spreads names.
func shardOf(name string) int {
	n := uint32(0)
	for i := range len(name) {
		n = n*31 + uint32(name[i])
	}
	return int(n>>16^n) % shards
}

// find returns what is kept of a file, nil for nothing.
func (k *keeper) find(file string, sum store.Key) *innovationFile {
	if in, ok := k.values[file]; ok && in.digests.Source == sum {
		return in.clone()
	}
	entry, ok := k.entries[file]
	if !ok || entry.Sum != string(sum[:]) {
		return nil
	}
	var kept keptInnovation
	if rest, err := store.Unpack(entry.Packed, &kept); err != nil || rest != "" || len(kept.Facts) != len(store.Key{}) {
		return nil
	}
	shareLevels(&kept.Innovation)
	return &innovationFile{innovation: &kept.Innovation, name: kept.Name, aliases: kept.Aliases, picture: kept.Picture, sketch: kept.Sketch, names: kept.Names, kept: &entry,
		digests: Digests{sum, store.Key([]byte(kept.Facts))}}
}

// digest notes the digests of what was read of a file with a hash.
func (in *innovationFile) digest(sum store.Key) {
	facts, err := DigestFacts(in.innovation)
	if err != nil {
		panic(err) // an innovation is data
	}
	in.digests = Digests{sum, facts}
}

// clone returns a copy that later checks may add to; they add to an innovation what they
// know of its picture.
func (in *innovationFile) clone() *innovationFile {
	out := *in
	out.old = true
	if in.innovation.Picture.File != "" {
		innovation := *in.innovation
		out.innovation = &innovation
	}
	return &out
}

// save writes the shards in which something changed.
func (k *keeper) save(files []*innovationFile) {
	if k.store.KeepsValues() {
		values := make(map[string]innovationFile, len(files))
		for _, in := range files {
			if in != nil && (in.fresh || in.old) {
				kept := in.clone()
				kept.fresh = false
				values[in.innovation.File] = *kept
			}
		}
		k.store.SetValue(k.prefix, k.key, values)
		return
	}
	var parts [shards][]*innovationFile
	var changed [shards]bool
	for _, in := range files {
		if in == nil || in.kept == nil && !in.fresh {
			continue
		}
		i := shardOf(in.innovation.File)
		parts[i] = append(parts[i], in)
		changed[i] = changed[i] || in.fresh
	}
	parallel.Workers(shards, func() func(int) {
		var body, packed []byte
		return func(i int) {
			if !changed[i] && len(parts[i]) == k.whole[i] {
				return
			}
			body = body[:0]
			for _, in := range parts[i] {
				if in.kept != nil {
					body = store.Pack(body, in.kept)
					continue
				}
				packed = store.Pack(packed[:0], &keptInnovation{*in.innovation, string(in.digests.Facts[:]), in.name, in.aliases, in.picture, in.sketch, in.names})
				body = store.Pack(body, &freshEntry{in.innovation.File, string(in.digests.Source[:]), packed})
			}
			k.store.Save(k.shard(i), k.key, body)
		}
	})
	for _, in := range files {
		if in != nil {
			in.kept = nil // its bytes are not needed any more
		}
	}
}
