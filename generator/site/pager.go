package site

// A Pager leads through a list that is split into pages. The zero value means
// that there is one page.
type Pager struct {
	Previous, Next Link
	Position       string // "Halaman 2 dari 7"; "" when there is one page
	// Pages are the first, the last and those beside the current one. One without
	// an address that is not the current one stands for those left out.
	Pages []Link
}

// A list of up to wholeRows rows stays whole, so that a regional edition, which seldom
// has more innovations, can be read, printed and searched at once: 10 kB compressed and
// some 3,000 elements. A longer one is split anyway, so it has pages of pageRows rows,
// which the slowest phone lays out in a fifth of a second.
const (
	wholeRows = 250
	pageRows  = 100
)

// rowsOf returns how many rows a page of a list of n rows has.
func rowsOf(n int) int {
	if n <= wholeRows {
		return wholeRows
	}
	return pageRows
}

// pages returns how many pages n rows take, at least 1.
func pages(n int) int {
	size := rowsOf(n)
	return max(1, (n+size-1)/size)
}

// window returns the part of a list on a page, counted from 1.
func window[T any](list []T, page int) []T {
	from := before(len(list), page)
	return list[from:min(from+rowsOf(len(list)), len(list))]
}

// before returns how many of n rows stand on the pages before one.
func before(n, page int) int { return min((page-1)*rowsOf(n), n) }

func (s *Site) pager(path string, page, of int) Pager {
	if of == 1 {
		return Pager{}
	}
	p := Pager{Position: s.t("halaman-dari", s.format.count(page), s.format.count(of))}
	if page > 1 {
		p.Previous = Link{Text: s.t("halaman-sebelumnya"), Href: s.href(numbered(path, page-1))}
	}
	if page < of {
		p.Next = Link{Text: s.t("halaman-berikutnya"), Href: s.href(numbered(path, page+1))}
	}
	last := 0
	for _, n := range []int{1, page - 1, page, page + 1, of} {
		if n <= last || n > of {
			continue
		}
		if n > last+1 {
			p.Pages = append(p.Pages, Link{})
		}
		link := Link{Text: s.format.count(n), Current: n == page}
		if !link.Current {
			link.Href = s.href(numbered(path, n))
		}
		p.Pages = append(p.Pages, link)
		last = n
	}
	return p
}

// pageTitle adds the page number to the title of a list that is split.
func (s *Site) pageTitle(title string, page int) string {
	if page == 1 {
		return title
	}
	return s.t("judul-halaman", title, s.format.count(page))
}
