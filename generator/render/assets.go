package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// An Asset is a file of layouts/assets as it is published: minified where that
// is possible, and with a hash of its bytes in its name, so that a host may let
// browsers keep it for good.
type Asset struct {
	Name string // in layouts/assets
	Path string // in the site
	Data []byte
}

// Assets reads the assets in the order of their names. A style names another asset
// as url("name") and is published with the path that the asset got.
func Assets(layouts fs.FS) ([]Asset, error) {
	entries, err := fs.ReadDir(layouts, "assets")
	if err != nil {
		return nil, fmt.Errorf("list assets: %w", err)
	}
	m := newMinifier()
	published := map[string]string{} // base names by name
	var list []Asset
	// Styles come last: their own names depend on those of what they name.
	for _, styles := range []bool{false, true} {
		for _, e := range entries {
			if e.IsDir() || strings.HasPrefix(e.Name(), ".") || styles != (path.Ext(e.Name()) == ".css") {
				continue
			}
			data, err := fs.ReadFile(layouts, "assets/"+e.Name())
			if err != nil {
				return nil, fmt.Errorf("read asset: %w", err)
			}
			if styles {
				if data, err = relink(data, published); err != nil {
					return nil, fmt.Errorf("asset %s: %w", e.Name(), err)
				}
			}
			if data, err = minifyAsset(m, e.Name(), data); err != nil {
				return nil, err
			}
			sum := sha256.Sum256(data)
			extension := path.Ext(e.Name())
			name := strings.TrimSuffix(e.Name(), extension) + "." + hex.EncodeToString(sum[:4]) + extension
			published[e.Name()] = name
			list = append(list, Asset{e.Name(), "aset/" + name, data})
		}
	}
	slices.SortFunc(list, func(a, b Asset) int { return strings.Compare(a.Name, b.Name) })
	return list, nil
}

var assetLink = regexp.MustCompile(`url\("([^"]*)"\)`)

// relink puts the published names of assets into a style.
func relink(style []byte, published map[string]string) (out []byte, err error) {
	out = assetLink.ReplaceAllFunc(style, func(link []byte) []byte {
		name := string(assetLink.FindSubmatch(link)[1])
		if published[name] == "" {
			err = fmt.Errorf("no asset %q", name)
		}
		return []byte(`url("` + published[name] + `")`)
	})
	return out, err
}
