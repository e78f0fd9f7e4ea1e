package main

import (
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
)

// A bill lists what a binary is made of, after CycloneDX 1.6. It has neither a time
// nor a serial number: the same binary has the same bill.
type bill struct {
	Format       string           `json:"bomFormat"`
	Spec         string           `json:"specVersion"`
	Version      int              `json:"version"`
	Metadata     billMetadata     `json:"metadata"`
	Components   []billComponent  `json:"components"`
	Dependencies []billDependency `json:"dependencies"`
}

type billMetadata struct {
	Component billComponent `json:"component"`
}

type billComponent struct {
	Type       string         `json:"type"`
	Ref        string         `json:"bom-ref"`
	Name       string         `json:"name"`
	Version    string         `json:"version"`
	URL        string         `json:"purl"`
	Properties []billProperty `json:"properties,omitempty"`
}

type billProperty struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type billDependency struct {
	Ref string   `json:"ref"`
	On  []string `json:"dependsOn"`
}

func componentOf(kind, path, version string, properties ...billProperty) billComponent {
	url := "pkg:golang/" + path + "@" + version
	return billComponent{kind, url, path, version, url, properties}
}

// billOf makes a bill of what the toolchain recorded in a binary: the modules that
// are linked into it, the toolchain itself, and how it was built.
func billOf(info *debug.BuildInfo, version string) bill {
	var built []billProperty
	for _, s := range info.Settings {
		if s.Key == "GOOS" || s.Key == "GOARCH" || s.Key == "CGO_ENABLED" || s.Key == "-trimpath" {
			built = append(built, billProperty{"go:" + s.Key, s.Value})
		}
	}
	b := bill{Format: "CycloneDX", Spec: "1.6", Version: 1}
	b.Metadata.Component = componentOf("application", info.Main.Path, version, built...)
	b.Components = []billComponent{componentOf("library", "std", info.GoVersion)}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		b.Components = append(b.Components, componentOf("library", m.Path, m.Version, billProperty{"go:sum", m.Sum}))
	}
	on := make([]string, len(b.Components))
	for i, c := range b.Components {
		on[i] = c.Ref
	}
	slices.Sort(on)
	b.Dependencies = []billDependency{{b.Metadata.Component.Ref, on}}
	return b
}

// writeBill writes the bill of this program, or of another that Go built.
func writeBill(w io.Writer, file string) error {
	info, version := (*debug.BuildInfo)(nil), versionText()
	if file == "" {
		info, _ = debug.ReadBuildInfo()
		if info == nil {
			return fmt.Errorf("read what the program is made of: the toolchain recorded nothing")
		}
	} else {
		var err error
		if info, err = buildinfo.ReadFile(file); err != nil {
			return fmt.Errorf("read what a program is made of: %w", err)
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(billOf(info, version))
}
