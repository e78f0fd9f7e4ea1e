package generator

import (
	"fmt"
	"io/fs"

	"siger/generator/drawing"
	"siger/generator/render"
	"siger/generator/store"
)

var (
	keptAssets    memo[store.Key, []render.Asset]
	keptTypefaces memo[store.Key, *drawing.Typeface]
)

// loadAssets reads the assets as they are published.
func loadAssets(layouts fs.FS, kept *store.Store) ([]render.Asset, error) {
	names, err := fs.Glob(layouts, "assets/*")
	if err != nil {
		return nil, fmt.Errorf("list assets: %w", err)
	}
	files := make([]string, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(layouts, name)
		if err != nil {
			return render.Assets(layouts) // which says what is wrong, or that it is a folder
		}
		files[i] = string(data)
	}
	key, err := store.DigestOf(names, files)
	if err != nil {
		return nil, fmt.Errorf("read assets: %w", err)
	}
	build := func() ([]render.Asset, error) { return render.Assets(layouts) }
	return stored(&keptAssets, kept, "aset", key, build, packAssets, unpackAssets)
}

// A packedAsset is an asset as it is kept.
type packedAsset struct{ Name, Path, Data string }

func packAssets(assets []render.Asset) []packedAsset {
	list := make([]packedAsset, len(assets))
	for i, a := range assets {
		list[i] = packedAsset{a.Name, a.Path, string(a.Data)}
	}
	return list
}

func unpackAssets(list []packedAsset) []render.Asset {
	assets := make([]render.Asset, len(list))
	for i, a := range list {
		assets[i] = render.Asset{Name: a.Name, Path: a.Path, Data: []byte(a.Data)}
	}
	return assets
}

// loadTypeface reads the cuts that pictures are drawn with.
func loadTypeface(layouts fs.FS) (*drawing.Typeface, error) {
	var cuts [2][]byte
	for i, name := range []string{"type/plus-jakarta-sans-800.otf", "type/plus-jakarta-sans-600.otf"} {
		var err error
		if cuts[i], err = fs.ReadFile(layouts, name); err != nil {
			return nil, fmt.Errorf("read typeface: %w", err)
		}
	}
	key, err := store.DigestOf(string(cuts[0]), string(cuts[1]))
	if err != nil {
		return nil, fmt.Errorf("read typeface: %w", err)
	}
	return keptTypefaces.get(key, func() (*drawing.Typeface, error) {
		typeface, err := drawing.ParseTypeface(cuts[0], cuts[1])
		if err != nil {
			return nil, fmt.Errorf("read typeface: %w", err)
		}
		return typeface, nil
	})
}
