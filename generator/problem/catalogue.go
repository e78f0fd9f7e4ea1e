package problem

import "maps"

// A Code names a kind of problem for good: texts may improve, codes stay.
type Code string

// S1xx: the file cannot be read as what it should be.
const (
	UnknownFile   Code = "S101"
	EmptyFile     Code = "S102"
	LargeFile     Code = "S103"
	BadEncoding   Code = "S104"
	HiddenChar    Code = "S105"
	Tab           Code = "S106"
	BadYAML       Code = "S107"
	SecondDoc     Code = "S108"
	Anchor        Code = "S109"
	UnknownKey    Code = "S110"
	DuplicateKey  Code = "S111"
	WrongKind     Code = "S112"
	Missing       Code = "S113"
	TooLong       Code = "S114"
	NotInteger    Code = "S115"
	NotDecimal    Code = "S116"
	NotDate       Code = "S117"
	NotDay        Code = "S118"
	NotSlug       Code = "S119"
	NotLink       Code = "S120"
	NotChoice     Code = "S121"
	OutOfRange    Code = "S122"
	MissingFile   Code = "S123"
	CaseTwin      Code = "S124"
	NotRegular    Code = "S125"
	NoFrontMatter Code = "S126"
	NotYear       Code = "S127"
	MultiLine     Code = "S128"
	FlowComma     Code = "S129"
	NotBaseURL    Code = "S130"
	TooMany       Code = "S131"
	TooManyItems  Code = "S132"
	TooManyFiles  Code = "S133"
	HashText      Code = "S134"
	MergeConflict Code = "S135"
)

// S2xx: a name that refers to nothing, or to two things.
const (
	UnknownAgency    Code = "S201"
	UnknownTaxonomy  Code = "S202"
	UnknownTerm      Code = "S203"
	UnknownCriterion Code = "S204"
	UnknownLevel     Code = "S205"
	UnknownGroup     Code = "S206"
	UnknownNeed      Code = "S207"
	DuplicateID      Code = "S208"
	ReservedID       Code = "S209"
	DuplicateName    Code = "S210"
	AliasTaken       Code = "S211"
	UnknownCode      Code = "S212"
	NotSilenceable   Code = "S213"

	LanguageNotListed Code = "S214"
)

// S3xx: an edition whose rules cannot work.
const (
	WeightNotPositive Code = "S301"
	NoWeight          Code = "S302"
	LevelOrder        Code = "S303"
	LevelCount        Code = "S304"
	GateWithoutZero   Code = "S305"
	BandOrder         Code = "S306"
	BandLast          Code = "S307"
	BandPlaces        Code = "S308"
	MeasureSubject    Code = "S309"
	YearMismatch      Code = "S310"
	PeriodOrder       Code = "S311"
	NotForMeasure     Code = "S312"
	ScalePlaces       Code = "S313"
	BandAbove         Code = "S314"
	HearingDates      Code = "S315"
	HearingOrder      Code = "S316"
)

// S4xx: an innovation that breaks a rule of its edition.
const (
	NoCategory    Code = "S401"
	NeededByTerm  Code = "S402"
	NoEvidence    Code = "S403"
	AppliedFirst  Code = "S404"
	OutsideWindow Code = "S405"
	NotRated      Code = "S406"
	SingleTerm    Code = "S407"
	NoPicture     Code = "S408"
	BadPicture    Code = "S409"
	NoAlt         Code = "S410"
	TermTwice     Code = "S411"
	NoLevel       Code = "S412"

	ObjectionOutside Code = "S413"
	ObjectionRuling  Code = "S414"
	ObjectionOpen    Code = "S415"
	ObjectionEffect  Code = "S416"

	NoSummary Code = "S417"
)

// S5xx: Markdown that cannot be published as it stands.
const (
	BrokenLink   Code = "S501"
	UnsafeLink   Code = "S502"
	RawHTML      Code = "S503"
	ImageMissing Code = "S504"
	ImageNoAlt   Code = "S505"
	DeepNesting  Code = "S506"
	WideTable    Code = "S507"
	HeadingLevel Code = "S508"
	ForeignImage Code = "S509"
	EmptyElement Code = "S510"
)

// S6xx: what can be read and published, and is likely not meant. All of them are
// warnings.
const (
	PersonalData  Code = "S601"
	SameEvidence  Code = "S602"
	LateEvidence  Code = "S603"
	NearDuplicate Code = "S604"
	ShortDesign   Code = "S605"
	LongSummary   Code = "S606"
	DeadLink      Code = "S607"
	StaleSilence  Code = "S608"
	SummaryLater  Code = "S609"
)

// S7xx: a sealed edition that is no longer what was sealed.
const (
	BadSeal             Code = "S701"
	SealMissing         Code = "S702"
	SealedChanged       Code = "S703"
	SealedFile          Code = "S704"
	SealedResult        Code = "S705"
	CorrectionStart     Code = "S706"
	CorrectionUnmatched Code = "S707"
	CorrectionKind      Code = "S708"
	CorrectionEmpty     Code = "S709"
	CorrectionOrder     Code = "S710"
)

// S8xx: a spreadsheet that cannot be imported as it stands.
const (
	BadSheet      Code = "S801"
	LargeSheet    Code = "S802"
	NoSheet       Code = "S803"
	NoHeader      Code = "S804"
	NoColumn      Code = "S805"
	NotImportable Code = "S806"
	FieldTwice    Code = "S807"
	NoSource      Code = "S808"
	CellError     Code = "S809"
	RowTwice      Code = "S810"
	FileExists    Code = "S811"
	NotDraft      Code = "S812"
)

// catalogue says what each code means. Its entries lie in a file for each concept.
var catalogue = func() map[Code]entry {
	all := map[Code]entry{}
	for _, part := range []map[Code]entry{
		fileEntries, valueEntries, referenceEntries, editionEntries, innovationEntries, markdownEntries,
		warningEntries,
		sealEntries,
		objectionEntries,
		importEntries,
	} {
		maps.Copy(all, part)
	}
	return all
}()
