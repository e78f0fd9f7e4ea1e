package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestGuard: who may read. The port of the preview is PORT.
func TestGuard(t *testing.T) {
	t.Parallel()
	p := newTrial(t, brisk(), nil)
	u, err := url.Parse(p.base)
	p.do(err)
	type head = map[string]string
	for _, c := range []struct {
		name string
		head head
		want int
	}{
		{"its address", head{"Host": "127.0.0.1:PORT"}, 200},
		{"its name", head{"Host": "localhost:PORT"}, 200},
		{"its name in capitals", head{"Host": "LocalHost:PORT"}, 200},
		{"the other loopback", head{"Host": "[::1]:PORT"}, 200},
		{"a stranger's name", head{"Host": "jahat.example:PORT"}, 403},
		{"a stranger's name for the loopback", head{"Host": "localhost.jahat.example:PORT"}, 403},
		{"no port", head{"Host": "localhost"}, 403},
		{"another port", head{"Host": "localhost:1"}, 403},
		{"another address", head{"Host": "192.168.1.5:PORT"}, 403},
		{"own origin", head{"Origin": "http://127.0.0.1:PORT"}, 200},
		{"another origin", head{"Origin": "http://jahat.example"}, 403},
		{"another port's origin", head{"Origin": "http://127.0.0.1:1"}, 403},
		{"the other name's origin", head{"Origin": "http://localhost:PORT"}, 403},
		{"no origin to name", head{"Origin": "null"}, 403},
		{"from its own page", head{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}, 200},
		{"typed in", head{"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"a link elsewhere", head{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"a frame elsewhere", head{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"a picture elsewhere", head{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, 403},
		{"a script elsewhere", head{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
		{"a script on another port", head{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
	} {
		for key, value := range c.head {
			c.head[key] = strings.ReplaceAll(value, "PORT", u.Port())
		}
		for _, path := range []string{"", "tidak-ada", ".siger/reload.js", "2020/data/hasil.json"} {
			answer, body := p.ask("GET", path, c.head)
			want := c.want
			if path == "tidak-ada" && want == 200 {
				want = 404
			}
			if answer.StatusCode != want {
				t.Errorf("%s: /%s has status %d, want %d", c.name, path, answer.StatusCode, want)
			}
			if want == 403 && string(body) != testWords.Stranger+"\n" {
				t.Errorf("%s: /%s answers %q", c.name, path, body)
			}
			for key := range answer.Header {
				if strings.HasPrefix(key, "Access-Control-") {
					t.Errorf("%s: /%s answers with %s", c.name, path, key)
				}
			}
		}
	}
}

// TestGuardAddress: what else may be asked for, by the address that was given.
func TestGuardAddress(t *testing.T) {
	for _, c := range []struct {
		address, port, host string
		want                bool
	}{
		{"192.168.1.5", "8080", "192.168.1.5:8080", true},
		{"192.168.1.5", "8080", "192.168.1.6:8080", false},
		{"Komputer", "8080", "komputer:8080", true},
		{"0.0.0.0", "8080", "192.168.1.5:8080", true},
		{"0.0.0.0", "8080", "[fe80::1]:8080", true},
		{"0.0.0.0", "8080", "192.168.1.5:8081", false},
		{"0.0.0.0", "8080", "192.168.1.5", false},
		{"0.0.0.0", "8080", "jahat.example:8080", false},
		{"::", "80", "192.168.1.5", true},
		{"::", "80", "[fe80::1]", true},
		{"::", "80", "jahat.example", false},
		{"127.0.0.1", "80", "localhost", true},
		{"127.0.0.1", "80", "localhost:80", true},
		{"127.0.0.1", "80", "[::1]", true},
		{"127.0.0.1", "8080", "", false},
	} {
		if got := newGuard(c.address, c.port).knows(c.host); got != c.want {
			t.Errorf("%s port %s: host %q: %v", c.address, c.port, c.host, got)
		}
	}
}

// TestFiles: every file has its type and headers, pages at their addresses.
func TestFiles(t *testing.T) {
	t.Parallel()
	p := newTrial(t, brisk(), nil)
	files := p.settle(nil)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		answer, body := p.get(name)
		kind := answer.Header.Get("Content-Type")
		if answer.StatusCode != 200 || kind == "application/octet-stream" || kind != contentType(name) {
			t.Errorf("%s: status %d, type %s", name, answer.StatusCode, kind)
		}
		for key, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Content-Length": fmt.Sprint(len(body))} {
			if got := answer.Header.Get(key); got != want {
				t.Errorf("%s: %s is %q, want %q", name, key, got, want)
			}
		}
		if isPage := strings.HasSuffix(name, ".html"); bytes.Contains(body, []byte("/.siger/")) != isPage {
			t.Errorf("%s: the script is where it should not be, or is not where it should", name)
		}
		if bytes.Contains(files[name], []byte("/.siger/")) {
			t.Errorf("%s: the script is in what was built", name)
		}
		head, none := p.ask("HEAD", name, nil)
		if head.StatusCode != 200 || head.ContentLength != int64(len(body)) || len(none) > 0 {
			t.Errorf("HEAD %s: status %d, length %d, body of %d", name, head.StatusCode, head.ContentLength, len(none))
		}
	}
	for name, want := range map[string]string{
		"atom.xml": "application/atom+xml", "sitemap.xml": "application/xml", "manifest.webmanifest": "application/manifest+json",
		"index.html": "text/html; charset=utf-8", "A.PNG": "image/png", "x": "application/octet-stream",
	} {
		if got := contentType(name); got != want {
			t.Errorf("%s has type %s, want %s", name, got, want)
		}
	}
}

// TestPaths: what is not the site's is not there, however it is written.
func TestPaths(t *testing.T) {
	t.Parallel()
	p := newTrial(t, brisk(), nil)
	files := p.settle(nil)
	for _, path := range []string{
		"tidak-ada", "tidak-ada/", "inovasi/tidak-ada/", "index.html/", "situs.yaml", ".siger", ".siger/", ".siger/../index.html",
		".git/config", "2020/.rahasia", "../situs.yaml", "..%2fsitus.yaml", "%2e%2e/situs.yaml", "2020/../index.html", "2020/%2e%2e/index.html",
		"/etc/passwd", "%2fetc%2fpasswd", "//etc/passwd", "..\\situs.yaml", "index.html%00", "2020//index.html", "./index.html",
	} {
		c, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(p.base, "http://"), "/"))
		p.do(err)
		fmt.Fprintf(c, "GET /%s HTTP/1.0\r\nHost: %s\r\n\r\n", path, c.RemoteAddr())
		var answer bytes.Buffer
		_, err = answer.ReadFrom(c)
		p.do(err)
		c.Close()
		head, body, _ := strings.Cut(answer.String(), "\r\n\r\n")
		if !strings.Contains(head, " 404 Not Found\r\n") || tagPattern.ReplaceAllString(body, "") != string(files["404.html"]) {
			t.Errorf("/%s: %s", path, head)
		}
	}

	answer, _ := p.get("inovasi/kopi?a=b")
	if answer.StatusCode != http.StatusFound || answer.Header.Get("Location") != "/inovasi/kopi/?a=b" {
		t.Errorf("a page without its slash: status %d to %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"} {
		answer, _ := p.ask(method, "", nil)
		if answer.StatusCode != http.StatusMethodNotAllowed || answer.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: status %d, Allow %q", method, answer.StatusCode, answer.Header.Get("Allow"))
		}
	}
}

// TestInject: the tag stands at the end of the last body, and the page is not
// changed in place.
func TestInject(t *testing.T) {
	tag := string(scriptTag("v"))
	for page, want := range map[string]string{
		"<body>a</body></html>":             "<body>a" + tag + "</body></html>",
		"<!-- </body> --><body>a</body>":    "<!-- </body> --><body>a" + tag + "</body>",
		"<p>tanpa penutup":                  "<p>tanpa penutup" + tag,
		"":                                  tag,
		"<body>" + strings.Repeat("x", 900): "<body>" + strings.Repeat("x", 900) + tag,
	} {
		given := make([]byte, len(page), len(page)+len(tag)+100) // room to spoil
		copy(given, page)
		if got := string(inject(given, "v")); got != want {
			t.Errorf("%q became %q", page, got)
		}
		if string(given) != page {
			t.Errorf("%q was changed in place", page)
		}
	}
}

// A brokenSite has a page that cannot be made.
type brokenSite struct{ builtSite }

func (s *brokenSite) File(path string) ([]byte, error) {
	switch path {
	case "rusak/index.html":
		return nil, errors.New("layout <rusak>")
	case "panik/index.html":
		panic("<panik>")
	}
	return s.builtSite.File(path)
}

// TestPages: a site without a 404.html has words instead, and a page that cannot be made
// says why and waits for the next site.
func TestPages(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	site := &brokenSite{}
	if err := errors.Join(site.Put("a.txt", nil), site.Put("rusak/index.html", nil), site.Put("panik/index.html", nil)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- serve(ctx, l, Config{
			Folders: []string{t.TempDir()}, Address: "127.0.0.1", Words: testWords, Polling: func() {},
			Build: func() (Site, string, func()) { return site, "", nil },
		}, brisk())
	}()
	for path, want := range map[string]struct {
		status int
		kind   string
		holds  []string
	}{
		"":       {http.StatusNotFound, "text/plain; charset=utf-8", []string{testWords.NotFound}},
		"panik/": {http.StatusInternalServerError, "text/html; charset=utf-8", []string{testWords.NoPage, "&lt;panik&gt;"}},
		"rusak/": {http.StatusInternalServerError, "text/html; charset=utf-8", []string{testWords.NoPage, testWords.Mend, "layout &lt;rusak&gt;", string(scriptTag(site.Version()))}},
	} {
		answer, err := client.Get("http://" + l.Addr().String() + "/" + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || answer.StatusCode != want.status || answer.Header.Get("Content-Type") != want.kind {
			t.Errorf("/%s: status %d, type %s, %v", path, answer.StatusCode, answer.Header.Get("Content-Type"), err)
		}
		for _, text := range want.holds {
			if !strings.Contains(string(body), text) {
				t.Errorf("/%s lacks %s:\n%s", path, text, body)
			}
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestIdle: connections that say nothing, or that never end their request, hold
// nothing up and are closed; so are those of clients that never read.
func TestIdle(t *testing.T) {
	t.Parallel()
	l := brisk()
	l.header, l.write, l.idle = 500*time.Millisecond, 500*time.Millisecond, 500*time.Millisecond
	p := newTrial(t, l, nil)
	p.settle(nil)
	var all []net.Conn
	for i := range 200 {
		c, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(p.base, "http://"), "/"))
		p.do(err)
		defer c.Close()
		all = append(all, c)
		switch i % 4 {
		case 1:
			fmt.Fprint(c, "GET / HTTP/1.1\r\nHost: ")
		case 2:
			fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: %s\r\n\r\n", c.RemoteAddr())
		case 3: // asks for much and reads nothing
			fmt.Fprint(c, strings.Repeat(fmt.Sprintf("GET / HTTP/1.1\r\nHost: %s\r\n\r\n", c.RemoteAddr()), 500))
		}
	}
	start := time.Now()
	if answer, _ := p.get(""); answer.StatusCode != http.StatusOK {
		t.Errorf("status %d", answer.StatusCode)
	}
	p.replace("situs.yaml", "Situs Uji", "Situs Lain")
	p.settle(nil)
	if took := time.Since(start); took > patience {
		t.Errorf("a page beside 200 idle connections took %v", took)
	}
	for i, c := range all {
		p.do(c.SetReadDeadline(time.Now().Add(patience)))
		var rest bytes.Buffer
		if _, err := rest.ReadFrom(c); err != nil && strings.Contains(err.Error(), "timeout") {
			t.Fatalf("connection %d is left open", i)
		}
	}
}

// TestEnd: the preview ends at once and cleanly, with pages and idle connections
// open, has written nothing and listens no more.
func TestEnd(t *testing.T) {
	t.Parallel()
	p := newTrial(t, brisk(), nil)
	p.settle(nil)
	dir := filepath.Dir(p.content)
	before := tree(t, dir)
	s := p.stream()
	defer s.body.Close()
	s.next()
	c, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(p.base, "http://"), "/"))
	p.do(err)
	defer c.Close()
	start := time.Now()
	if err := p.end(); err != nil {
		t.Error(err)
	}
	if took := time.Since(start); took > patience {
		t.Errorf("ending took %v", took)
	}
	if after := tree(t, dir); !maps.Equal(before, after) {
		t.Error("the preview wrote to the disk")
	}
	if _, err := client.Get(p.base); err == nil {
		t.Error("the preview still listens")
	}
}

// TestLatest: the page of what was changed last, and what stands for one that the
// site does not have.
func TestLatest(t *testing.T) {
	t.Parallel()
	for latest, want := range map[string]string{"2020/": "/2020/", "": "/", "tidak-ada/": "/", ".siger/": "/", "//jahat.example/": "/"} {
		p := newTrial(t, brisk(), func(p *trial) { p.latest = latest })
		client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		answer, err := client.Get(p.base + LatestPath[1:])
		p.do(err)
		answer.Body.Close()
		if got := answer.Header.Get("Location"); answer.StatusCode != http.StatusFound || got != want {
			t.Errorf("%q: status %d to %q, want %q", latest, answer.StatusCode, got, want)
		}
	}
}
