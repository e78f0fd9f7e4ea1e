package render

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"siger/generator/internal/pattern"

	"github.com/tdewolff/minify/v2"
)

// An Asset is a file of layouts/assets as it is published: minified where that
// is possible, and with a hash of its bytes in its name, so that a host may let
// browsers keep it for good.
type Asset struct {
	Name string // in layouts/assets
	Path string // in the site
	Data []byte
}

// Assets reads the assets in the order of their names. A style names another asset as
// url("name"), a script imports one from "./name"; they are published with the path that
// the other asset got, so that a new one gives new names to all that need it.
func Assets(layouts fs.FS) ([]Asset, error) {
	entries, err := fs.ReadDir(layouts, "assets")
	if err != nil {
		return nil, fmt.Errorf("list assets: %w", err)
	}
	p := publisher{layouts: layouts, minifier: newMinifier(), base: map[string]string{}}
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if _, err := p.publish(e.Name()); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(p.list, func(a, b Asset) int { return strings.Compare(a.Name, b.Name) })
	return p.list, nil
}

type publisher struct {
	layouts  fs.FS
	minifier *minify.M
	base     map[string]string // published base names by name; "" while one is being made
	list     []Asset
}

// publish adds an asset, after those that it names, and returns its published base name.
func (p *publisher) publish(name string) (string, error) {
	if base, begun := p.base[name]; base != "" {
		return base, nil
	} else if begun {
		return "", fmt.Errorf("asset %s needs itself", name)
	}
	p.base[name] = ""
	data, err := fs.ReadFile(p.layouts, "assets/"+name)
	if err != nil {
		return "", fmt.Errorf("read asset: %w", err)
	}
	extension := path.Ext(name)
	if link := assetLinks[extension]; link != nil {
		if data, err = p.relink(data, link()); err != nil {
			return "", fmt.Errorf("asset %s: %w", name, err)
		}
	}
	if data, err = minifyAsset(p.minifier, name, data); err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	base := strings.TrimSuffix(name, extension) + "." + hex.EncodeToString(sum[:4]) + extension
	p.base[name] = base
	p.list = append(p.list, Asset{name, "aset/" + base, data})
	return base, nil
}

// assetLinks find the names of other assets in files of a type.
var assetLinks = map[string]func() *regexp.Regexp{
	".css": pattern.Lazy(`(url\(")([^"]*)("\))`),
	".js":  pattern.Lazy(`(\bfrom "\./)([^"]*)(")`),
}

// relink puts the published names of assets into a file.
func (p *publisher) relink(data []byte, link *regexp.Regexp) (out []byte, err error) {
	out = link.ReplaceAllFunc(data, func(whole []byte) []byte {
		parts := link.FindSubmatch(whole)
		base, failed := p.publish(string(parts[2]))
		if errors.Is(failed, fs.ErrNotExist) || errors.Is(failed, fs.ErrInvalid) {
			failed = fmt.Errorf("no asset %q", parts[2])
		}
		if failed != nil {
			err = failed
		}
		return slices.Concat(parts[1], []byte(base), parts[3])
	})
	return out, err
}
