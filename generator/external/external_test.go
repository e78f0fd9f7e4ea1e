package external

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var quick = Options{Private: true, Pause: time.Millisecond, Timeout: 300 * time.Millisecond}

func TestCheck(t *testing.T) {
	var asked sync.Map // method and path
	var now, most atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Store(r.Method+" "+r.URL.Path, true)
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		defer now.Add(-1)
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/refused":
			w.WriteHeader(http.StatusForbidden)
		case "/no-head":
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusMethodNotAllowed)
			}
		case "/moved":
			http.Redirect(w, r, "/", http.StatusMovedPermanently)
		case "/moved-away":
			http.Redirect(w, r, "/missing", http.StatusFound)
		case "/circle":
			http.Redirect(w, r, "/circle", http.StatusFound)
		case "/broken":
			w.WriteHeader(http.StatusBadGateway)
		case "/slow":
			select {
			case <-r.Context().Done():
			case <-time.After(2 * time.Second):
			}
		case "/":
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	paths := []string{"/", "/slow", "/gone", "/refused", "/no-head", "/moved", "/moved-away", "/circle", "/broken", "/missing", "/gone"}
	var addresses []string
	for _, p := range paths {
		addresses = append(addresses, server.URL+p)
	}
	dead, online, err := Check(context.Background(), addresses, quick)
	if err != nil || !online {
		t.Fatal(online, err)
	}
	var got []string
	for _, d := range dead {
		got = append(got, strings.TrimPrefix(d.Address, server.URL)+" "+d.Reason.EN)
	}
	want := "/broken HTTP 502|/circle it is redirected too often|/gone HTTP 410|/missing HTTP 404|/moved-away HTTP 404|/slow no answer"
	if strings.Join(got, "|") != want {
		t.Errorf("dead are\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	if most.Load() > 2 { // a slow answer may still be under way
		t.Errorf("%d requests at a time went to one host", most.Load())
	}
	if _, ok := asked.Load("GET /"); ok {
		t.Error("a page was read though HEAD was answered")
	}
}

// TestPrivate: without the tests' option, nothing of the own network is asked,
// not even after a redirect.
func TestPrivate(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was asked") }))
	defer server.Close()
	dead, online, err := Check(context.Background(), []string{server.URL}, Options{Timeout: time.Second})
	if err != nil || !online || len(dead) != 1 || !strings.Contains(dead[0].Reason.EN, "inside a network") {
		t.Errorf("%v, %t, %v", dead, online, err)
	}
	for address, want := range map[string]bool{
		"127.0.0.1": false, "10.1.2.3": false, "192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false,
		"::1": false, "fc00::1": false, "fe80::1": false, "::ffff:127.0.0.1": false, "64:ff9b::7f00:1": false, "224.0.0.1": false, "255.255.255.255": false,
		"8.8.8.8": true, "2606:4700::1111": true,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("public(%s) = %t", address, got)
		}
	}
}

// TestOffline: where nobody answers nothing is dead.
func TestOffline(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	url := server.URL
	server.Close()
	dead, online, err := Check(context.Background(), []string{url + "/a", url + "/b"}, quick)
	if err != nil || online || len(dead) > 0 {
		t.Errorf("%v, %t, %v", dead, online, err)
	}
	if dead, online, err := Check(context.Background(), nil, quick); err != nil || !online || len(dead) > 0 {
		t.Errorf("nothing to ask: %v, %t, %v", dead, online, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Check(ctx, []string{url}, quick); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
