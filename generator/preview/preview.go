// Package preview serves a site to its author while it is being written: it
// watches the folders that the site is made of, reads them again when they change,
// and has the open pages reload themselves. Pages are made when they are asked for.
//
// # What an author can rely on
//
//   - After any burst of changes, what is served is in the end what a clean build
//     of the folders gives, byte for byte but for one script tag in each page.
//   - Content with faults changes nothing: the last good site stays, with the
//     faults laid over its pages until they are mended. While there is no good
//     site yet, every address answers with the faults and status 503.
//   - A page that cannot be made, which only layouts are to blame for, says so
//     itself, with status 500.
//   - Nothing is written to the disk.
//
// # What a stranger can do
//
// Nothing. A page of another site that is open in the author's browser can
// neither read the preview by its address, since its origin is refused, nor by a
// name of its own that leads to this machine, since only the names in guard.go
// are answered. Only what the site has is served, and only to GET
// and HEAD; there is no path to a file. Connections that say nothing are closed,
// and readers that do not read are dropped, so neither holds anything up. Readers of
// one file share it while it is being made and sent, and beyond a number of
// answers under way there is no other, so memory is bounded by what the site has.
//
// # Addresses of its own
//
//	/.siger/reload.js     reloads a page and shows faults over it
//	/.siger/preview.css   how faults look
//	/.siger/events        the state of the preview, as server-sent events
//	/.siger/latest        leads to the page of what was changed last
//
// The script comes from the server because pages allow no other: their
// Content-Security-Policy says script-src 'self'. No site has these addresses,
// since no name in one begins with a dot.
package preview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// A Config says what to serve.
type Config struct {
	// Folders are those that the site is made of. They need not exist all the
	// time. Names in them that begin with a dot are not watched.
	Folders []string

	// Address is the host, as the author gave it, that the listener listens on.
	Address string

	// Build returns the site of now, whose paths are served from the root of the
	// address, or what the author must mend, in words, which is "" when the site is
	// good; and what to do as soon as that is what is served; nil for nothing. It is
	// called by one goroutine.
	Build func() (site Site, faults string, served func())

	// Latest returns the path of the page that shows what was changed last, such
	// as "2021/". Where the site has no such page, the home page stands for it.
	Latest func() string

	// Polling is called once if the system refuses to watch the folders, and they
	// are looked through every second instead.
	Polling func()

	Words Words
}

// A Site is what is served. It is used by several goroutines.
type Site interface {
	// File returns a file that the site has, by its path below the root. The error
	// is shown to the author.
	File(path string) ([]byte, error)
	// Has reports whether there is a file at a path.
	Has(path string) bool
	// Version names the site, by letters, digits and hyphens: open pages reload when
	// it changes.
	Version() string
}

// Words are what the preview itself says, in the author's language.
type Words struct {
	Language string // such as "id"
	NoSite   string // heading of faults while there is no good site
	Waiting  string // below them: the page will come by itself
	OldSite  string // heading of faults over the last good site
	NoPage   string // heading of what a page failed at
	Mend     string // below it: the page will come by itself once that is mended
	Close    string // button that closes them
	More     string // stands for faults that are too many to show
	NotFound string // 404 of a site without 404.html
	Stranger string // 403 for a host or origin that is not the preview's
	Method   string // 405
	Busy     string // 503 when too many pages are open
}

// Serve serves until the context ends, and closes the listener.
func Serve(ctx context.Context, listener net.Listener, c Config) error {
	return serve(ctx, listener, c, usual)
}

// limits are the times of the preview, and how it watches. Tests have their own.
type limits struct {
	open   func() (notifier, error)
	quiet  time.Duration // a burst of changes is over after this long without one
	burst  time.Duration // a burst that lasts longer is built in between
	poll   time.Duration
	header time.Duration // to send a request's head
	write  time.Duration // to take an answer, or one event
	idle   time.Duration // between requests
	leave  time.Duration // for answers under way when the preview ends
}

var usual = limits{
	open:   openSystem,
	quiet:  100 * time.Millisecond,
	burst:  time.Second,
	poll:   time.Second,
	header: 5 * time.Second,
	write:  20 * time.Second,
	idle:   time.Minute,
	leave:  500 * time.Millisecond,
}

func serve(ctx context.Context, listener net.Listener, c Config, l limits) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w, err := newWatcher(c.Folders, c.Polling, l)
	if err != nil {
		listener.Close()
		return err
	}
	defer w.close()
	s := newServer(c, listener.Addr(), ctx.Done(), l)
	// Watching begins before each build, so that a change during the build is seen.
	w.arm()
	s.rebuild(c.Build)

	web := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: l.header,
		ReadTimeout:       l.header,
		WriteTimeout:      l.write,
		IdleTimeout:       l.idle,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // what clients do wrong is no news to the author
	}
	failed := make(chan error, 1)
	var group sync.WaitGroup
	group.Go(func() { failed <- web.Serve(listener) })
	group.Go(func() {
		for w.wait(ctx) {
			w.arm()
			s.rebuild(c.Build)
		}
	})
	select {
	case <-ctx.Done():
	case err = <-failed:
		cancel()
	}
	soon, done := context.WithTimeout(context.Background(), l.leave)
	defer done()
	if web.Shutdown(soon) != nil {
		web.Close()
	}
	group.Wait()
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve preview: %w", err)
	}
	return nil
}
