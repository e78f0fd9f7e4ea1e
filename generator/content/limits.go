package content

// Limits on what is read. They bound time and memory on hostile input.
const (
	MaxFileSize    = 64 << 10  // bytes of one YAML or Markdown file
	MaxLedgerSize  = 512 << 10 // bytes of koreksi.yaml, which only grows
	MaxPictureSize = 1 << 20   // bytes of one picture
	MaxPictureSide = 4000      // pixels of a picture's width or height
	maxFiles       = 120000    // files and folders of the content together
	maxSlug        = 80        // characters of an id
	maxName        = 200       // characters of a name
	maxLine        = 600       // characters of a one-line text
	maxSealed      = 82000     // characters of a value that a seal holds: 1,000 ids in a list
	maxLink        = 2000      // bytes of a web address
	maxBaseURL     = 500       // bytes of the site's address
	maxAssessors   = 99        // assessors of a level
	maxTaxonomies  = 40        // taxonomies
	maxTerms       = 1000      // terms of a taxonomy
	maxGroups      = 100       // groups of agencies
	maxCriteria    = 200       // criteria of a rubric
	maxAwards      = 100       // awards of an edition
	maxList        = 200       // items of another list
	maxFaults      = 100       // problems reported of one file
	maxLevel       = 1000      // the highest level
	maxAwardPlaces = 1000      // places of an award
	maxDesignWords = 5000      // the most words that an edition can ask of a design
	maxCorrections = 1000      // corrections of an edition
	maxChanges     = 1000      // changes of a correction
)
