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

// pageSize is how many rows a page of a list has. A regional edition, which seldom
// has more innovations, stays whole; a page of the longest list is 10 kB compressed
// and some 3,000 elements, which the slowest phone still lays out in half a second.
const pageSize = 250

// pages returns how many pages n rows take, at least 1.
func pages(n int) int { return max(1, (n+pageSize-1)/pageSize) }

// window returns the part of a list on a page, counted from 1.
func window[T any](list []T, page int) []T {
	from := min((page-1)*pageSize, len(list))
	return list[from:min(from+pageSize, len(list))]
}

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
