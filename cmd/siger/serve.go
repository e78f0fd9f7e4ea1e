package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/url"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/cli/browser"
	"github.com/spf13/cobra"

	"siger/generator"
	"siger/generator/preview"
	"siger/generator/problem"
	"siger/generator/site"
)

func (a *app) serve() *cobra.Command {
	var address, port string
	var open bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.t(tServeShort),
		Long:  a.t(tServeLong),
		Args:  a.noArguments,
		RunE:  func(*cobra.Command, []string) error { return a.runServe(address, port, open) },
	}
	cmd.Flags().StringVar(&address, "address", "127.0.0.1", a.t(tFlagAddress))
	cmd.Flags().StringVarP(&port, "port", "p", "8080", a.t(tFlagPort))
	cmd.Flags().BoolVar(&open, "open", false, a.t(tFlagOpen))
	return cmd
}

func (a *app) runServe(address, port string, open bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once

	// Folders that are missing now were misspelt; later they may come and go.
	_, done, err := a.config()
	if err != nil {
		return err
	}
	done()
	listener, err := a.listen(address, port)
	if err != nil {
		return err
	}
	base := (&url.URL{Scheme: "http", Host: hostOf(address, listener), Path: "/"}).String()
	fmt.Fprintln(a.err, a.t(tServing, base))
	if tcp, ok := listener.Addr().(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		fmt.Fprintln(a.err, a.t(tServingAll))
	}
	folders := []string{a.flags.content}
	if a.flags.layouts != "" {
		folders = append(folders, a.flags.layouts)
	}
	a.flags.baseURL = base
	p := &previewing{app: a}
	if open {
		p.open = strings.TrimSuffix(base, "/") + preview.LatestPath
	}
	if err := preview.Serve(ctx, listener, preview.Config{
		Folders: folders,
		Address: address,
		Build:   p.build,
		Latest:  func() string { return site.PageOf(lastChanged(os.DirFS(a.flags.content))) },
		Polling: func() { fmt.Fprintln(a.err, a.t(tServePolling)) },
		Words:   a.previewWords(),
	}); err != nil {
		return err
	}
	fmt.Fprintln(a.err, a.t(tServeEnd))
	return nil
}

// listen listens where the flags say, and says what is wrong with them if it
// cannot.
func (a *app) listen(address, port string) (net.Listener, error) {
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return nil, usageError{a.t(tBadPort, problem.Visible(port))}
	}
	if address == "" { // would stand for every address of the machine
		return nil, usageError{a.t(tNoAddress)}
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(address, strconv.FormatUint(n, 10)))
	switch {
	case err == nil:
		return listener, nil
	case errors.Is(err, syscall.EADDRINUSE), errors.Is(err, windowsInUse):
		return nil, usageError{a.t(tPortTaken, n)}
	case errors.Is(err, os.ErrPermission):
		return nil, usageError{a.t(tPortDenied, n)}
	}
	return nil, usageError{a.t(tBadAddress, problem.Visible(address))}
}

// windowsInUse is what Windows calls EADDRINUSE; no other system has the number.
const windowsInUse = syscall.Errno(10048)

// hostOf is the address with the port that the listener really has.
func hostOf(address string, listener net.Listener) string {
	_, port, _ := net.SplitHostPort(listener.Addr().String()) // a listener's address has one
	return net.JoinHostPort(address, port)
}

// A previewing is the terminal's side of a preview.
type previewing struct {
	*app
	previewer generator.Previewer
	good      bool   // there has been a good site
	open      string // address to open in a browser as soon as something is served; "" for none
}

// A shownSite is a site that explains in the user's language what a page failed at.
type shownSite struct {
	*generator.Preview
	app *app
}

// File implements [preview.Site].
func (s shownSite) File(path string) ([]byte, error) {
	data, err := s.Preview.File(path)
	if err != nil {
		err = errors.New(problem.Visible(s.app.explain(err)))
	}
	return data, err
}

// build reads the folders. Once the result is served, the terminal is told how it went.
func (p *previewing) build() (site preview.Site, faults string, served func()) {
	site, faults, tell := p.try()
	return site, faults, func() {
		tell()
		p.openBrowser()
	}
}

// openBrowser opens the address that is to be opened, once. Some systems wait until
// the browser is closed; the preview does not.
func (p *previewing) openBrowser() {
	address := p.open
	if address == "" {
		return
	}
	p.open = ""
	go func() {
		browser.Stdout, browser.Stderr = io.Discard, io.Discard
		if browser.OpenURL(address) != nil {
			fmt.Fprintln(p.err, p.t(tServeNoBrowser, address))
		}
	}()
}

// lastChanged returns the file of a content folder that was changed last, "" when
// there is none; among files of one moment, such as those of a fresh clone, the
// first by name. What cannot be read is passed over.
func lastChanged(content fs.FS) (last string) {
	var latest time.Time
	_ = fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			if info, err := d.Info(); err == nil && info.ModTime().After(latest) {
				last, latest = name, info.ModTime()
			}
		}
		return nil
	})
	return last
}

// try reads the folders, which are opened anew each time: the ones of before may have been
// replaced.
func (p *previewing) try() (site preview.Site, faults string, served func()) {
	start := time.Now()
	config, done, err := p.config()
	var next *generator.Preview
	var problems []problem.Problem
	if err == nil {
		config.Style = true
		next, problems, err = p.previewer.Next(config)
		done()
	}
	took := time.Since(start)
	switch {
	case err != nil:
		faults = fmt.Sprintf("siger: %s\n", problem.Visible(p.faultOf(err)))
		return nil, faults, func() {
			fmt.Fprint(p.err, faults)
			p.tellKept()
		}
	case problem.Blocking(problems):
		return nil, p.reported(problems), func() {
			_ = p.report(p.err, false, problems) // which returns that there are problems
			p.tellKept()
		}
	}
	p.good = true
	return shownSite{next, p.app}, "", func() {
		fmt.Fprintln(p.err, p.t(tServeBuilt, p.count(next.Pages()), p.seconds(took)))
		p.tellWarnings(problems)
	}
}

// tellKept says what is shown while there are faults.
func (p *previewing) tellKept() {
	if p.good {
		fmt.Fprintln(p.err, p.t(tServeKept))
	} else {
		fmt.Fprintln(p.err, p.t(tServeWaiting))
	}
}

// faultOf says what a build failed at; a folder that has gone is a usage error
// elsewhere.
func (a *app) faultOf(err error) string {
	if usage, ok := errors.AsType[usageError](err); ok {
		return usage.text
	}
	return a.explain(err)
}

// reported returns what check prints about problems.
func (a *app) reported(problems []problem.Problem) string {
	var text bytes.Buffer
	into := *a
	into.err = &text
	_ = into.report(&text, false, problems) // which has nothing to fail at
	return text.String()
}

func (a *app) previewWords() preview.Words {
	return preview.Words{
		Language: string(a.lang),
		NoSite:   a.t(tPreviewNoSite),
		Waiting:  a.t(tPreviewWaiting),
		OldSite:  a.t(tPreviewOldSite),
		NoPage:   a.t(tPreviewNoPage),
		Mend:     a.t(tPreviewMend),
		Close:    a.t(tPreviewClose),
		More:     a.t(tPreviewMore),
		NotFound: a.t(tPreviewNotFound),
		Stranger: a.t(tPreviewStranger),
		Method:   a.t(tPreviewMethod),
		Busy:     a.t(tPreviewBusy),
	}
}

var (
	tServeShort = text{"Tampilkan situs di peramban, dan perbarui setiap kali isi disimpan", "Show the site in the browser, and renew it whenever the content is saved"}
	tServeLong  = text{
		"Menampilkan situs di peramban; tiap halaman dibuat saat dibuka. Setiap kali berkas isi atau\ntata letak disimpan, isi diperiksa ulang dan halaman yang terbuka memuat ulang sendiri.\n\nBila ada masalah, situs terakhir yang baik tetap tampil dengan daftar masalah di atasnya.\nTidak ada yang ditulis ke cakram. Hentikan dengan Ctrl+C.",
		"Shows the site in the browser; each page is made when it is opened. Whenever a file of the\ncontent or the layouts is saved, the content is checked again and the open pages reload\nthemselves.\n\nWhen there are problems, the last good site stays, with the list of problems over it.\nNothing is written to the disk. Stop with Ctrl+C.",
	}
	tFlagAddress = text{"`alamat` tempat mendengarkan; selain bawaan, komputer lain dapat membuka situsnya", "`address` to listen on; other than the default, other computers can open the site"}
	tFlagPort    = text{"`nomor` port; 0 untuk sembarang yang bebas", "`number` of the port; 0 for any that is free"}

	tFlagOpen = text{"buka peramban pada halaman dari berkas isi yang terakhir diubah", "open the browser on the page of the content file that was changed last"}

	tServeNoBrowser = text{"Peramban tidak dapat dibuka; buka sendiri alamat ini: %s", "No browser could be opened; open this address yourself: %s"}

	tServing      = text{"Pratinjau ada di %s (hentikan dengan Ctrl+C).", "The preview is at %s (stop with Ctrl+C)."}
	tServingAll   = text{"Perhatian: komputer lain di jaringan ini dapat membukanya.", "Beware: other computers on this network can open it."}
	tServeBuilt   = text{"Situs siap: %s halaman, dibaca dan diperiksa dalam %s.", "Site ready: %s pages, read and checked in %s."}
	tServeKept    = text{"Situs terakhir yang baik tetap ditampilkan sampai ini dibereskan.", "The last good site stays until this is mended."}
	tServeWaiting = text{"Situs ditampilkan begitu ini dibereskan.", "The site will be shown as soon as this is mended."}
	tServePolling = text{
		"Sistem menolak memantau folder, biasanya karena batas pemantauannya tercapai; sebagai gantinya perubahan dicari setiap detik.\nDi Linux batas itu dapat dinaikkan: fs.inotify.max_user_watches dan fs.inotify.max_user_instances.",
		"The system refuses to watch the folders, mostly because its limit on watches is reached; changes are looked for every second instead.\nOn Linux the limit can be raised: fs.inotify.max_user_watches and fs.inotify.max_user_instances.",
	}
	tServeEnd = text{"Pratinjau selesai.", "The preview has ended."}

	tBadPort    = text{"port “%s” bukan bilangan dari 0 sampai 65535", "the port “%s” is not a number from 0 to 65535"}
	tPortTaken  = text{"port %d sedang dipakai program lain; pilih yang lain dengan --port, atau --port 0 untuk sembarang yang bebas", "port %d is in use by another program; choose another with --port, or --port 0 for any that is free"}
	tPortDenied = text{"port %d tidak boleh dipakai; pilih port 1024 atau lebih dengan --port", "port %d is not permitted; choose port 1024 or above with --port"}
	tNoAddress  = text{"--address kosong; untuk semua alamat komputer ini tulis 0.0.0.0", "--address is empty; for all addresses of this computer write 0.0.0.0"}
	tBadAddress = text{"“%s” bukan alamat komputer ini", "“%s” is not an address of this computer"}

	tPreviewNoSite   = text{"Isi bermasalah, jadi situs belum dapat ditampilkan", "The content has problems, so the site cannot be shown yet"}
	tPreviewWaiting  = text{"Situs muncul sendiri di sini begitu semuanya dibereskan.", "The site appears here by itself as soon as all is mended."}
	tPreviewOldSite  = text{"Isi bermasalah; yang tampil adalah situs terakhir yang baik", "The content has problems; what is shown is the last good site"}
	tPreviewNoPage   = text{"Halaman ini tidak dapat dibuat", "This page cannot be made"}
	tPreviewMend     = text{"Halaman ini muncul sendiri begitu penyebabnya dibereskan.", "It appears by itself as soon as the cause is mended."}
	tPreviewClose    = text{"Tutup", "Close"}
	tPreviewMore     = text{"… dan seterusnya; jalankan siger check untuk melihat semuanya.", "… and so on; run siger check to see them all."}
	tPreviewNotFound = text{"Halaman ini tidak ada.", "There is no such page."}
	tPreviewStranger = text{"Pratinjau ini hanya melayani alamatnya sendiri. Buka alamat yang tertulis di terminal.", "This preview answers to its own address only. Open the address shown in the terminal."}
	tPreviewMethod   = text{"Pratinjau ini hanya untuk dibaca.", "This preview is for reading only."}
	tPreviewBusy     = text{"Terlalu banyak halaman terbuka; tutup beberapa.", "Too many pages are open; close some."}
)
