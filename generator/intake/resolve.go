package intake

import (
	"siger/generator/award"
	"siger/generator/content"
)

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
			k.slugs[content.NameKey(in.Name)] = in.ID
			for _, alias := range in.Aliases {
				k.aliases[alias] = in.ID
			}
			if e == edition {
				k.inEdition[content.NameKey(in.Name)], k.byFile[in.ID] = in, in
			} else {
				k.years[in.ID] = append(k.years[in.ID], e.Year)
			}
		}
	}
	return k
}
