package preview

import (
	"encoding/hex"

	"siger/generator"
)

// versionOf returns the version of a site with these files.
func versionOf(files map[string][]byte) string {
	var site generator.Memory
	for path, data := range files {
		if err := site.Put(path, data); err != nil {
			panic(err)
		}
	}
	version := site.Version()
	return hex.EncodeToString(version[:16])
}
