package content

import (
	"slices"

	"siger/generator/problem"
)

// Languages are those that the interface can have: each has a catalogue of texts.
var Languages = []string{"id", "en"}

// A SiteText is what a site says of itself in a further language.
type SiteText struct{ Description, Notice string }

var siteTextShape = shape[SiteText]{
	{"uraian", optional, text(maxLine, func(v *SiteText) *string { return &v.Description })},
	{"pemberitahuan", optional, text(maxLine, func(v *SiteText) *string { return &v.Notice })},
}

// SiteTexts are the site's texts in further languages.
type SiteTexts struct{ Indonesian, English SiteText }

var siteTextsShape = shape[SiteTexts]{
	{"id", optional, object(siteTextShape, func(v *SiteTexts) *SiteText { return &v.Indonesian })},
	{"en", optional, object(siteTextShape, func(v *SiteTexts) *SiteText { return &v.English })},
}

// In returns the texts in a language.
func (t SiteTexts) In(language string) SiteText {
	if language == "en" {
		return t.English
	}
	return t.Indonesian
}

// checkLanguages finds languages that are there twice, and texts in a language that
// the site does not have beside the content's.
func (s *source) checkLanguages(site *Site) {
	for i, language := range site.Languages {
		if first := slices.Index(site.Languages, language); first < i && language != "" {
			s.report(s.find("bahasa", itoa(i)), item("bahasa", i), problem.DuplicateID, language, s.offset+s.find("bahasa", itoa(first)).Line)
		}
	}
	if len(site.Languages) == 0 {
		return
	}
	further := site.Languages[1:]
	for _, language := range keysOf(s.find("terjemahan")) {
		if slices.Contains(Languages, language) && !slices.Contains(further, language) {
			s.report(s.findKey("terjemahan", language), sub("terjemahan", language), problem.UnknownKey, language, choices(language, further, len(further)))
		}
	}
}
