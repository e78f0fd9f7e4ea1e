package intake

import (
	"strings"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/sheet"
)

// names finds agencies and terms by what people call them.
type names struct {
	agencies map[string]string            // id by key; "" where two agencies share it
	terms    map[string]map[string]string // by taxonomy
	region   string
	ids      []string // of agencies
}

func newNames(c *content.Content) *names {
	n := &names{agencies: map[string]string{}, terms: map[string]map[string]string{}, region: sheet.Key(c.Site.Region)}
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
	list := strings.Fields(sheet.Key(name))
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
	key := sheet.Key(name)
	if rest := strings.TrimPrefix(key, "inovasi "); rest != "" {
		return rest
	}
	return key
}

// agency returns the id of an agency, "" when the name is none's.
func (n *names) agency(name string) string {
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

// agencyWords says which agency an unknown name may have meant.
func (n *names) agencyWords(name string) problem.Words {
	return content.Suggestion(strings.ReplaceAll(agencyKey(name), " ", "-"), n.ids)
}

// split returns the terms that a cell names: one, or several between semicolons,
// on lines, or between commas or strokes where they are no part of a name.
// unknown is the first that is none.
func (n *names) split(t *award.Taxonomy, text string) (ids []string, unknown string) {
	known := n.terms[t.ID]
	if id := known[termKey(text)]; id != "" {
		return []string{id}, ""
	}
	if !t.Multiple {
		return nil, text
	}
	add := func(id string) {
		for _, other := range ids {
			if other == id {
				return
			}
		}
		ids = append(ids, id)
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

// A known innovation is looked up by name or by the name of its file.
type known struct {
	inEdition map[string]*award.Innovation // by key of the name
	byFile    map[string]*award.Innovation // of the edition, by id
	slugs     map[string]string            // of all editions, by key of the name
	aliases   map[string]string            // the present id of a former one
	years     map[string][]int             // other editions, by id
}

func newKnown(c *content.Content, edition *award.Edition) *known {
	k := &known{map[string]*award.Innovation{}, map[string]*award.Innovation{}, map[string]string{}, map[string]string{}, map[string][]int{}}
	for _, e := range c.Editions { // by year, so that the latest name wins
		for _, in := range e.Innovations {
			k.slugs[sheet.Key(in.Name)] = in.ID
			for _, alias := range in.Aliases {
				k.aliases[alias] = in.ID
			}
			if e == edition {
				k.inEdition[sheet.Key(in.Name)], k.byFile[in.ID] = in, in
			} else {
				k.years[in.ID] = append(k.years[in.ID], e.Year)
			}
		}
	}
	return k
}
