package content

import (
	"slices"
	"strings"

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
// the site does not have beside the content's. It returns the languages of those.
func (s *source) checkLanguages(site *Site) []string {
	for i, language := range site.Languages {
		if first := slices.Index(site.Languages, language); first < i && language != "" {
			s.report(s.find("bahasa", itoa(i)), item("bahasa", i), problem.DuplicateID, language, s.offset+s.find("bahasa", itoa(first)).Line)
		}
	}
	var found []string
	for _, language := range keysOf(s.find("terjemahan")) {
		if slices.Contains(Languages, language) && site.lacks(language) {
			found = append(found, language)
			s.report(s.findKey("terjemahan", language), sub("terjemahan", language), problem.LanguageNotListed, language, site.whyNot(language))
		}
	}
	return found
}

// lacks reports whether a site has no translation into a language. What is wrong with the
// languages themselves has been reported.
func (site *Site) lacks(language string) bool {
	all := site.Languages
	return len(all) > 0 && !slices.Contains(all, "") && len(all) == len(slices.Compact(slices.Clone(all))) && !slices.Contains(all[1:], language)
}

// whyNot says why a site has no translation into a language.
func (site *Site) whyNot(language string) problem.Words {
	if site.Languages[0] == language {
		return problem.Words{ID: "padahal itu bahasa isi situs (yang pertama di bahasa)", EN: "which is the language of the content itself (the first of bahasa)"}
	}
	all := strings.Join(site.Languages, ", ")
	return problem.Words{ID: "tetapi bahasa situs hanya: " + all, EN: "but the site's languages are: " + all}
}
