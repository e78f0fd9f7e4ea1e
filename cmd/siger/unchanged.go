package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"siger/generator"
	"siger/generator/publish"
	"siger/generator/store"
)

// openStore opens what builds of this content keep for the next one; nil when that is
// not wanted or the system has no place for it.
func (a *app) openStore() *store.Store {
	if a.flags.noCache {
		return nil
	}
	dir := a.flags.cache
	if dir == "" {
		common, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		content, err := filepath.Abs(a.flags.content)
		if err != nil {
			return nil
		}
		sum := sha256.Sum256([]byte(content))
		dir = filepath.Join(common, "siger", hex.EncodeToString(sum[:8]))
	}
	program, err := programID()
	if err != nil {
		return nil
	}
	return store.Open(dir, program)
}

// programID tells this program from every other that was made of other sources.
func programID() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	return fmt.Sprint(versionText(), " ", name, " ", info.Size(), " ", info.ModTime().UnixNano()), nil
}

// A stamp is what is kept of a build without problems, so that the next one can tell
// that there is nothing to do.
type stamp struct {
	Sources string
	Listing string
	Sizes   []int64
	Built   generator.Summary
}

const stampName = "bangun"

// stampKey is that of a build into the output folder.
func (a *app) stampKey() (store.Key, error) {
	out, err := filepath.Abs(a.flags.out)
	if err != nil {
		return store.Key{}, err
	}
	return store.DigestOf(out, a.flags.baseURL, a.flags.layouts)
}

// unchanged reports whether the output folder holds already what a build would put
// there, and what that is.
func (a *app) unchanged(kept *store.Store, sources *generator.Sources) (generator.Summary, bool) {
	key, err := a.stampKey()
	digest, known := sources.Digest()
	if err != nil || !known {
		return generator.Summary{}, false
	}
	var last stamp
	if rest, err := store.Unpack(kept.Load(stampName, key), &last); err != nil || rest != "" || last.Sources != string(digest[:]) || len(last.Listing) != sha256.Size {
		return generator.Summary{}, false
	}
	return last.Built, publish.Unchanged(a.flags.out, publish.Print{Listing: [sha256.Size]byte([]byte(last.Listing)), Sizes: last.Sizes})
}

// stamp keeps what was built.
func (a *app) stamp(kept *store.Store, sources *generator.Sources, built generator.Summary, print publish.Print) {
	digest, known := sources.Digest()
	if key, err := a.stampKey(); err == nil && known {
		kept.Save(stampName, key, store.Pack(nil, &stamp{string(digest[:]), string(print.Listing[:]), print.Sizes, built}))
	}
}
