package preview

import (
	"bytes"
	_ "embed"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
)

//go:embed reload.js
var reloadScript []byte

//go:embed preview.css
var previewStyle []byte

// The preview's own addresses.
const (
	scriptPath = "/.siger/reload.js"
	stylePath  = "/.siger/preview.css"
	eventsPath = "/.siger/events"

	// LatestPath is where to open the site on the page of what was changed last.
	LatestPath = "/.siger/latest"
)

// contentTypes are those of a site's files by extension. The system's own table
// is not asked: it differs between machines.
var contentTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".webmanifest": "application/manifest+json",
	".csv":         "text/csv; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".py":          "text/x-python; charset=utf-8",
	".xml":         "application/xml",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".jpg":         "image/jpeg",
	".jpeg":        "image/jpeg",
	".gif":         "image/gif",
	".webp":        "image/webp",
	".avif":        "image/avif",
	".ico":         "image/vnd.microsoft.icon",
	".woff":        "font/woff",
	".woff2":       "font/woff2",
	".pdf":         "application/pdf",
}

// contentType returns the type that a path of the site is served with.
func contentType(name string) string {
	switch path.Base(name) {
	case "atom.xml":
		return "application/atom+xml"
	case "_headers":
		return contentTypes[".txt"]
	}
	if kind, ok := contentTypes[strings.ToLower(path.Ext(name))]; ok {
		return kind
	}
	return "application/octet-stream"
}

// A server answers the requests.
type server struct {
	board   *board
	guard   guard
	latest  func() string // see Config.Latest
	words   Words
	limits  limits
	streams chan struct{} // one element for each open stream of events
	answers chan struct{} // one element for each file that is being made or sent
	made    making
	stop    <-chan struct{} // closed when the preview ends
}

func newServer(c Config, address net.Addr, stop <-chan struct{}, l limits) *server {
	_, port, _ := net.SplitHostPort(address.String()) // a listener's address has one
	return &server{
		board: newBoard(), guard: newGuard(c.Address, port), latest: c.Latest, words: c.Words, limits: l,
		streams: make(chan struct{}, maxStreams), answers: make(chan struct{}, maxAnswers), stop: stop,
	}
}

// ServeHTTP implements [http.Handler].
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if !s.guard.admits(r) {
		s.refuse(w, http.StatusForbidden, s.words.Stranger)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		s.refuse(w, http.StatusMethodNotAllowed, s.words.Method)
		return
	}
	switch r.URL.Path {
	case scriptPath:
		send(w, http.StatusOK, contentTypes[".js"], reloadScript)
	case stylePath:
		send(w, http.StatusOK, contentTypes[".css"], previewStyle)
	case eventsPath:
		s.events(w, r)
	case LatestPath:
		s.redirect(w, url.URL{Path: "/" + s.latestPage()})
	default:
		s.file(w, r)
	}
}

// file answers with a file of the last good site.
func (s *server) file(w http.ResponseWriter, r *http.Request) {
	now, _ := s.board.now()
	if now.site == nil {
		s.explain(w, http.StatusServiceUnavailable, s.faultsPage(s.words.NoSite, s.words.Waiting, now.faults, ""))
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	has := func(name string) bool { return !hidden(name) && now.site.Has(name) }
	status := http.StatusOK
	switch {
	case has(name):
	case has(name + "/index.html"):
		s.redirect(w, url.URL{Path: "/" + name + "/", RawQuery: r.URL.RawQuery})
		return
	case has("404.html"):
		name, status = "404.html", http.StatusNotFound
	default:
		s.refuse(w, http.StatusNotFound, s.words.NotFound)
		return
	}
	if !s.admit(w, s.answers) {
		return
	}
	defer func() { <-s.answers }()
	data, done, err := s.made.get(now, name)
	defer done()
	if err != nil {
		s.explain(w, http.StatusInternalServerError, s.faultsPage(s.words.NoPage, s.words.Mend, clip(err.Error()+"\n", s.words.More), now.version))
		return
	}
	kind := contentType(name)
	if kind == contentTypes[".html"] {
		data = inject(data, now.version)
	}
	send(w, status, kind, data)
}

// admit takes one of a number of places, which the caller gives back, or answers that all are
// taken.
func (s *server) admit(w http.ResponseWriter, places chan struct{}) bool {
	select {
	case places <- struct{}{}:
		return true
	default:
		s.refuse(w, http.StatusServiceUnavailable, s.words.Busy)
		return false
	}
}

// explain answers with a page of faults.
func (s *server) explain(w http.ResponseWriter, status int, page []byte) {
	w.Header().Set("Content-Security-Policy", faultsPolicy)
	send(w, status, contentTypes[".html"], page)
}

// hidden reports whether a part of a path begins with a dot. Nothing that a site
// has is called so, and nothing of that name is ever served.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}

// latestPage returns the path of the page of what was changed last, "" when the
// last good site has none.
func (s *server) latestPage() string {
	now, _ := s.board.now()
	path := s.latest()
	if now.site == nil || !now.site.Has(path+"index.html") {
		return ""
	}
	return path
}

// redirect answers with another address of the site.
func (s *server) redirect(w http.ResponseWriter, to url.URL) {
	w.Header().Set("Location", to.String())
	s.refuse(w, http.StatusFound, to.Path)
}

// refuse answers with a line of text.
func (s *server) refuse(w http.ResponseWriter, status int, text string) {
	send(w, status, contentTypes[".txt"], []byte(text+"\n"))
}

// send answers with data; on HEAD the library leaves them out.
func send(w http.ResponseWriter, status int, kind string, data []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	_, _ = io.Copy(w, bytes.NewReader(data)) // a reader that has left needs nothing
}
