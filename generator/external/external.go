// Package external finds out which addresses of other sites no longer lead
// anywhere. It is used when the author asks for it and by no build, since its
// result depends on the day.
//
// # What others can rely on
//
//   - One request at a time goes to a host, with a pause before the next, and few
//     hosts are asked at once. What is there is asked for (HEAD); its content only
//     where a site does not answer that, and then it is not read.
//   - No address inside the author's own network is asked, whatever name or
//     redirect leads there.
//   - A site that refuses automatic readers (401, 403, 429 and the like) is not
//     dead.
//   - The result is sorted and names each address once. Where no site at all can
//     be reached it is the network that is missing, and nothing is dead.
package external

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"sync"
	"syscall"
	"time"

	"siger/generator/problem"
)

// Options say how addresses are asked. The zero value is right for the web.
type Options struct {
	Private bool          // ask addresses of the own network too; for tests
	Pause   time.Duration // between two requests to a host; 0 for the usual one
	Timeout time.Duration // of a request; 0 for the usual one
}

// Limits on what is asked.
const (
	hostsAtOnce  = 8 // hosts asked at a time
	maxRedirects = 5 // redirects followed
	usualPause   = 300 * time.Millisecond
	usualTimeout = 15 * time.Second
	dialTimeout  = 5 * time.Second
	maxHeader    = 64 << 10 // bytes of the head of an answer
)

// Dead is an address that leads nowhere, and why.
type Dead struct {
	Address string
	Reason  problem.Words
}

// Check asks every address and returns the dead ones in order. online is false
// when there were addresses to ask and no site answered. The error is that of the
// context.
func Check(ctx context.Context, addresses []string, o Options) (dead []Dead, online bool, err error) {
	byHost := map[string][]string{}
	addresses = slices.Compact(slices.Sorted(slices.Values(addresses)))
	for _, a := range addresses {
		u, err := url.Parse(a)
		if err != nil { // has been reported as no address
			continue
		}
		byHost[u.Host] = append(byHost[u.Host], a)
	}
	if len(byHost) == 0 {
		return nil, true, nil
	}
	c := &checker{client: client(o), pause: o.Pause}
	if c.pause == 0 {
		c.pause = usualPause
	}
	hosts := make(chan string)
	var group sync.WaitGroup
	for range min(hostsAtOnce, len(byHost)) {
		group.Go(func() {
			for host := range hosts {
				c.host(ctx, byHost[host])
			}
		})
	}
	for _, host := range slices.Sorted(maps.Keys(byHost)) {
		hosts <- host
	}
	close(hosts)
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, false, err
	}
	if !c.answered {
		return nil, false, nil
	}
	slices.SortFunc(c.dead, func(a, b Dead) int {
		if a.Address < b.Address {
			return -1
		}
		return 1
	})
	return c.dead, true, nil
}

type checker struct {
	client *http.Client
	pause  time.Duration

	mu       sync.Mutex
	dead     []Dead
	answered bool // some site did, or was not to be asked
	silent   int  // hosts that cannot be reached
}

// offline reports whether it is the network that is missing: many hosts were
// tried, and none answered.
func (c *checker) offline() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.answered && c.silent >= hostsAtOnce
}

// host asks the addresses of one host, one after another. One that cannot be
// reached is not asked again.
func (c *checker) host(ctx context.Context, addresses []string) {
	down := false
	var reason problem.Words
	for i, a := range addresses {
		if i > 0 && !down {
			select {
			case <-ctx.Done():
			case <-time.After(c.pause):
			}
		}
		if ctx.Err() != nil || c.offline() {
			return
		}
		answered := false
		if !down {
			reason, answered, down = c.ask(ctx, a)
		}
		c.mu.Lock()
		c.answered = c.answered || answered
		if down && i == 0 {
			c.silent++
		}
		if reason != (problem.Words{}) {
			c.dead = append(c.dead, Dead{a, reason})
		}
		c.mu.Unlock()
	}
}

// ask says why an address is dead, nothing when it is not; whether anybody
// answered, and whether the host cannot be reached at all.
func (c *checker) ask(ctx context.Context, address string) (reason problem.Words, answered, down bool) {
	status, err := c.request(ctx, http.MethodHead, address)
	if err == nil && status >= 400 {
		select { // many sites answer HEAD wrongly
		case <-ctx.Done():
		case <-time.After(c.pause):
		}
		status, err = c.request(ctx, http.MethodGet, address)
	}
	var dns *net.DNSError
	switch {
	case errors.Is(err, errPrivate):
		return problem.Words{ID: "alamat di dalam jaringan sendiri", EN: "an address inside a network of one's own"}, true, false
	case errors.Is(err, errRedirects):
		return problem.Words{ID: "terlalu sering dialihkan", EN: "it is redirected too often"}, true, false
	case errors.As(err, &dns) && dns.IsNotFound:
		return problem.Words{ID: "nama situs tidak ada", EN: "there is no site of that name"}, false, true
	case err != nil && isTimeout(err):
		return problem.Words{ID: "tidak menjawab", EN: "no answer"}, false, isDial(err)
	case err != nil:
		return problem.Words{ID: "tidak dapat dihubungi", EN: "cannot be reached"}, false, isDial(err)
	case status == http.StatusNotFound || status == http.StatusGone || status >= 500 && status < 600:
		text := fmt.Sprintf("HTTP %d", status)
		return problem.Words{ID: text, EN: text}, true, false
	}
	return problem.Words{}, true, false
}

func isTimeout(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

// isDial reports whether there was no connection.
func isDial(err error) bool {
	var op *net.OpError
	var dns *net.DNSError
	return errors.As(err, &dns) || errors.As(err, &op) && op.Op == "dial"
}

func (c *checker) request(ctx context.Context, method, address string) (status int, err error) {
	r, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return 0, err
	}
	r.Header.Set("User-Agent", "siger-check/1")
	answer, err := c.client.Do(r)
	if err != nil {
		return 0, err
	}
	answer.Body.Close()
	return answer.StatusCode, nil
}

var (
	errPrivate   = errors.New("an address of a private network")
	errRedirects = errors.New("too many redirects")
)

// client refuses private addresses where the connection is made, after names and
// redirects are resolved.
func client(o Options) *http.Client {
	timeout := o.Timeout
	if timeout == 0 {
		timeout = usualTimeout
	}
	dialer := &net.Dialer{Timeout: min(timeout, dialTimeout), Control: func(_, address string, _ syscall.RawConn) error {
		if at, err := netip.ParseAddrPort(address); !o.Private && (err != nil || !public(at.Addr())) {
			return errPrivate
		}
		return nil
	}}
	return &http.Client{
		Timeout: timeout,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: timeout, ResponseHeaderTimeout: timeout,
			MaxResponseHeaderBytes: maxHeader, DisableKeepAlives: true, ForceAttemptHTTP2: true,
		},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return errRedirects
			}
			return nil
		},
	}
}

var shared = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
}

// public reports whether an address is one of the open internet.
func public(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsGlobalUnicast() && !a.IsPrivate() && !a.IsLoopback() && !a.IsLinkLocalUnicast() &&
		!slices.ContainsFunc(shared, func(p netip.Prefix) bool { return p.Contains(a) })
}
