package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
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

// Assets reads the assets in the order of their names.
func Assets(layouts fs.FS) ([]Asset, error) {
	entries, err := fs.ReadDir(layouts, "assets")
	if err != nil {
		return nil, fmt.Errorf("list assets: %w", err)
	}
	m := newMinifier()
	var list []Asset
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		data, err := fs.ReadFile(layouts, "assets/"+e.Name())
		if err != nil {
			return nil, fmt.Errorf("read asset: %w", err)
		}
		if data, err = minifyAsset(m, e.Name(), data); err != nil {
			return nil, err
		}
		sum := sha256.Sum256(data)
		extension := path.Ext(e.Name())
		name := strings.TrimSuffix(e.Name(), extension) + "." + hex.EncodeToString(sum[:4]) + extension
		list = append(list, Asset{e.Name(), "aset/" + name, data})
	}
	return list, nil
}
