package site

import (
	"fmt"
	"io"
	"strings"
)

// Policy is the Content-Security-Policy of every page, as its meta element says
// and as hosts send it: nothing inline, nothing from elsewhere.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; base-uri 'none'; form-action 'self'"

// EmbedFolder is the folder of an edition whose pages are made to stand in frames
// of other sites. No other page may be framed.
const EmbedFolder = "sematan"

// A Header is a header of HTTP that a host is asked to send.
type Header struct{ Name, Value string }

// Headers are sent with every file of the site. That no page may be framed is left
// to X-Frame-Options, which a frame-ancestors of the policy overrides: where
// several rules fit a path, Netlify sends the header of the nearest rule and
// Cloudflare joins those of all, so only what is added by a nearer rule can make an
// exception on both.
func Headers() []Header {
	return []Header{
		{"Content-Security-Policy", Policy},
		{"X-Content-Type-Options", "nosniff"},
		{"X-Frame-Options", "DENY"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
	}
}

// EmbedHeaders are sent with pages that anyone may frame.
func EmbedHeaders() []Header {
	return []Header{{"Content-Security-Policy", Policy + "; frame-ancestors *"}}
}

// How long browsers may keep what they have. The names in aset/ hold a hash of the
// content; pictures have names of their authors.
const (
	AssetCache   = "public, max-age=31536000, immutable"
	PictureCache = "public, max-age=86400"
	strictHTTPS  = "max-age=31536000"
)

// writeHeaders writes the rules in the form of _headers that Netlify and Cloudflare
// Pages read from the top of a published folder. They are about paths in that
// folder, so the path of the base URL is not among them.
func (s *Site) writeHeaders(w io.Writer) error {
	var b strings.Builder
	rule := func(path string, headers ...Header) {
		fmt.Fprintln(&b, path)
		for _, h := range headers {
			fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
		}
	}
	all := Headers()
	if s.options.Base.Scheme == "https" {
		all = append(all, Header{"Strict-Transport-Security", strictHTTPS})
	}
	rule("/*", all...)
	for _, language := range s.languages {
		for _, st := range s.standings {
			rule("/"+language.prefix+editionPath(st.Edition)+EmbedFolder+"/*", EmbedHeaders()...)
		}
	}
	rule("/aset/*", Header{"Cache-Control", AssetCache})
	rule("/gambar/*", Header{"Cache-Control", PictureCache})
	rule("/"+pagePictures+"*", Header{"Cache-Control", PictureCache})
	_, err := io.WriteString(w, b.String())
	return err
}
