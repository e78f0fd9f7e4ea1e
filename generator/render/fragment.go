package render

import (
	"bytes"
	"fmt"
	"html/template"
	"strconv"
	"sync"
	"sync/atomic"

	"siger/generator/internal/program"
	"siger/generator/site"
)

// fragments are pieces of pages in one language that many pages show alike, by what they are made
// from: a partial and a view that can be compared, or a pointer to one that never
// changes. Equal views give equal bytes, so a piece is rendered once.
type fragments struct {
	set   *program.Set         // the partials
	begin template.HTML        // what says that a piece begins in the page's language
	made  map[string]*sync.Map // of each partial: view → template.HTML
	size  atomic.Int64         // of what is kept, in bytes
}

// maxFragments bounds the memory of fragments, in bytes. Beyond it they are
// rendered every time.
const maxFragments = 16 << 20

// once is the template function of that name: the HTML of a partial for a view,
// for use in HTML text only.
func (f *fragments) once(partial string, view any) (template.HTML, error) {
	made := f.made[partial]
	if made == nil {
		return "", fmt.Errorf("no partial %q", partial)
	}
	html, found, comparable := find(made, view)
	if found {
		return html, nil
	}
	if !comparable {
		return "", fmt.Errorf("partial %s: a %T cannot be compared, so it is no fragment", partial, view)
	}
	var out bytes.Buffer
	if err := f.set.Lookup(partial).Execute(&out, view); err != nil {
		return "", err
	}
	html = f.begin + template.HTML(out.String())
	if size := int64(len(html)) + 256; f.size.Add(size) <= maxFragments {
		made.Store(view, html)
	} else {
		f.size.Add(-size)
	}
	return html, nil
}

// find returns the piece that was made of a view, and whether views such as that can be
// compared: a type may, and a value in an interface in it may not.
func find(made *sync.Map, view any) (html template.HTML, found, comparable bool) {
	if view == nil {
		return "", false, false
	}
	defer func() {
		if recover() != nil {
			comparable = false
		}
	}()
	if kept, ok := made.Load(view); ok {
		return kept.(template.HTML), true, true
	}
	return "", false, true
}

// rects is the template function of that name: the segments of a bar. There are
// many on every innovation's page, and no two pages have the same.
func rects(segments []site.Segment) template.HTML {
	memory := rectMemory.Get().(*[]byte)
	out := (*memory)[:0]
	number := func(before string, n int) { out = strconv.AppendInt(append(out, before...), int64(n), 10) }
	for _, s := range segments {
		number(`<rect class="warna-`, s.Shade)
		number(`" x="`, s.X)
		number(`" width="`, s.W)
		out = append(out, `" height="60"><title>`...)
		out = append(out, template.HTMLEscapeString(s.Title)...)
		out = append(out, `</title></rect>`...)
	}
	html := template.HTML(out)
	*memory = out
	rectMemory.Put(memory)
	return html
}

var rectMemory = sync.Pool{New: func() any { return new([]byte) }}
