package award

import "slices"

// A Hearing is the window (masa sanggah) in which anybody can object to the results
// of an edition, and the decision that ends it. The zero value is "no hearing".
type Hearing struct {
	Window  Period // both ends are known days
	Decided Date   // the day on which the results become final
	Decree  string // number and title of the decision
}

// IsZero reports whether there is no hearing.
func (h Hearing) IsZero() bool { return h == Hearing{} }

// A Party is who objects. Persons are never named.
type Party string

// The parties; the values are the words of the content format.
const (
	ByAgency    Party = "perangkat-daerah"
	ByPublic    Party = "masyarakat"
	ByOrganiser Party = "penyelenggara" // which mends a fault of its own
)

// Parties lists every party.
var Parties = []Party{ByAgency, ByPublic, ByOrganiser}

// A Ruling is what was decided about an objection.
type Ruling string

// The rulings; the values are the words of the content format.
const (
	Pending  Ruling = "diproses"
	Accepted Ruling = "diterima"
	Partly   Ruling = "sebagian"
	Rejected Ruling = "ditolak"
)

// Rulings lists every ruling.
var Rulings = []Ruling{Pending, Accepted, Partly, Rejected}

// An Objection is a claim that a mark of an innovation is wrong, and what became of
// it.
type Objection struct {
	Number    string
	Date      Date // on which it came in
	Party     Party
	Criterion string // id
	Claim     string
	Ruling    Ruling
	Ruled     Date
	Reason    string // of the ruling
	Before    []int  // levels, where the ruling changed them
	After     []int
}

// Changed reports whether the ruling changed the levels.
func (o *Objection) Changed() bool { return len(o.Before) > 0 && len(o.After) > 0 }

// Explains reports whether what was recorded of an innovation's objections accounts
// for a change of a criterion's levels: rulings that were not there before, each of
// which starts where the one before it ended, lead from the one to the other.
func Explains(was, is []Objection, criterion string, before, after []int) bool {
	at := before
	for i := range is {
		o := &is[i]
		if i < len(was) && slices.Equal(was[i].Before, o.Before) && slices.Equal(was[i].After, o.After) {
			continue // recorded already
		}
		if o.Criterion == criterion && o.Changed() && slices.Equal(o.Before, at) {
			at = o.After
		}
	}
	return slices.Equal(at, after)
}
