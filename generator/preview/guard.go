package preview

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// A guard knows under which hosts the preview may be asked for.
//
// Those are the names of the loopback and the address that the author gave, each
// with the preview's port. A stranger's name that was made to lead to this
// machine (DNS rebinding) is not among them. An address such as 0.0.0.0 stands for
// all of the machine's, which are not known by name; then any address in numbers
// is good, because a browser that was sent to numbers was not sent by a name.
type guard struct {
	hosts   map[string]bool
	port    string
	numbers bool
}

func newGuard(address, port string) guard {
	g := guard{hosts: map[string]bool{}, port: port}
	for _, name := range []string{"localhost", "127.0.0.1", "::1", address} {
		host := net.JoinHostPort(strings.ToLower(name), port)
		g.hosts[host] = true
		if port == "80" { // which browsers leave out
			g.hosts[strings.TrimSuffix(host, ":80")] = true
		}
	}
	ip, err := netip.ParseAddr(address)
	g.numbers = err == nil && ip.IsUnspecified()
	return g
}

func (g guard) knows(host string) bool {
	if g.hosts[strings.ToLower(host)] {
		return true
	}
	if !g.numbers {
		return false
	}
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.Trim(host, "[]"), "80"
	}
	_, err = netip.ParseAddr(name)
	return err == nil && port == g.port
}

// admits reports whether a request may be answered: it names the preview as its
// host, and does not come from a page of another origin. A link on such a page
// may lead here, as long as it takes the whole tab.
//
// A page on another port of this machine counts as another origin, although
// browsers call it the same site.
func (g guard) admits(r *http.Request) bool {
	if !g.knows(r.Host) {
		return false
	}
	for _, origin := range r.Header.Values("Origin") {
		if !strings.EqualFold(origin, "http://"+r.Host) {
			return false
		}
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}
