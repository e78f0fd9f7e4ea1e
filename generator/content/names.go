package content

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"siger/generator/award"
	"siger/generator/problem"
)

// Names finds agencies and terms by what people call them.
type Names struct {
	agencies map[string]string            // id by key; "" where two agencies share it
	terms    map[string]map[string]string // by taxonomy
	region   string
	ids      []string // of agencies
}

// Names returns the finder of the agencies and terms of the content.
func (c *Content) Names() *Names {
	n := &Names{agencies: map[string]string{}, terms: map[string]map[string]string{}, region: NameKey(c.Site.Region)}
	put := func(into map[string]string, name, id string) {
		key := agencyKey(name)
		if other, ok := into[key]; ok && other != id {
			id = ""
		}
		if key != "" {
			into[key] = id
		}
	}
	for _, a := range c.Agencies {
		n.ids = append(n.ids, a.ID)
		for _, name := range append([]string{a.ID, a.Name, a.Code}, a.OtherNames...) {
			put(n.agencies, name, a.ID)
		}
	}
	for _, t := range c.Taxonomies {
		terms := map[string]string{}
		for _, term := range t.Terms {
			for _, name := range []string{term.ID, term.Name} {
				put(terms, termKey(name), term.ID)
			}
		}
		n.terms[t.ID] = terms
	}
	return n
}

// short are the short forms that agencies use of themselves, word by word.
var short = map[string]string{
	"kab": "kabupaten", "pemkab": "kabupaten", "pemkot": "kota", "prov": "provinsi", "propinsi": "provinsi", "pemprov": "provinsi", "setda": "sekretariat daerah",
}

// agencyKey is what spellings of an agency's name have in common.
func agencyKey(name string) string {
	list := strings.Fields(NameKey(name))
	for i, w := range list {
		if long := short[w]; long != "" {
			list[i] = long
		}
	}
	return strings.TrimPrefix(strings.Join(list, " "), "pemerintah ")
}

// termKey is what spellings of a term have in common: forms write "Inovasi
// pelayanan publik" where the taxonomy has "Pelayanan publik".
func termKey(name string) string {
	key := NameKey(name)
	if rest := strings.TrimPrefix(key, "inovasi "); rest != "" {
		return rest
	}
	return key
}

// Agency returns the id of an agency, "" when the name is none's.
func (n *Names) Agency(name string) string {
	key := agencyKey(name)
	if id := n.agencies[key]; id != "" {
		return id
	}
	// An agency of the region may say of which region it is.
	if rest, ok := strings.CutSuffix(key, " "+n.region); ok && n.region != "" {
		return n.agencies[rest]
	}
	return ""
}

// AgencyWords says which agency an unknown name may have meant.
func (n *Names) AgencyWords(name string) problem.Words {
	return Suggestion(strings.ReplaceAll(agencyKey(name), " ", "-"), n.ids)
}

// Terms returns the terms that a text names: one, or several between semicolons,
// on lines, or between commas or strokes where they are no part of a name.
// unknown is the first that is none.
func (n *Names) Terms(t *award.Taxonomy, text string) (ids []string, unknown string) {
	known := n.terms[t.ID]
	if id := known[termKey(text)]; id != "" {
		return []string{id}, ""
	}
	if !t.Multiple {
		return nil, text
	}
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if id := known[termKey(part)]; id != "" {
			add(id)
			continue
		}
		smaller := strings.FieldsFunc(part, func(r rune) bool { return r == ',' || r == '/' })
		for _, s := range smaller {
			id := known[termKey(s)]
			if id == "" {
				if len(smaller) == 1 {
					return nil, strings.TrimSpace(s)
				}
				return nil, part
			}
			add(id)
		}
	}
	return ids, ""
}

// TermWords says which term of a taxonomy an unknown name may have meant.
func (n *Names) TermWords(t *award.Taxonomy, name string) problem.Words {
	return Suggestion(strings.ReplaceAll(termKey(name), " ", "-"), termIDs(t))
}

// NameKey returns what two spellings of a name have in common: letters and digits in
// small letters, single spaces, "dan" for "&".
func NameKey(s string) string {
	s = strings.ReplaceAll(s, "&", " dan ")
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteRune(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
