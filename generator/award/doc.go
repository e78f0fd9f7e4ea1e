// Package award is the domain of a regional innovation award: what an edition
// of the award is, how its innovations are scored by its rubric, ranked, and
// given prizes. It knows no YAML, no HTML and no disk.
//
// # Stages
//
// Each stage has a type of its own, so that no value is ever half finished:
//
//	Innovation ──Assessor.Assess──▶ Assessment ──Rank──▶ Result ──Evaluate──▶ Standing
//
// An [Innovation] is what the secretariat wrote. An [Assessment] adds the level
// that counts for each criterion and, where the innovation qualifies, its score.
// A [Result] adds the rank and the band. A [Standing] is one whole edition:
// all results, the agencies' measures and the award places.
//
// # Scoring
//
// The score of an innovation is
//
//	scale × Σ(weight·level) / Σ(weight·highest level)
//
// over all criteria of the rubric, rounded half up once, to the rubric's number
// of decimal places. All arithmetic is exact (integers and rationals; there is
// no floating point in this package), and everything that follows (bands, ranks,
// awards, agency measures) uses the rounded score, so that what a reader sees is
// what decides. With a scale equal to Σ(weight·highest level) this is the
// official sum of weight × level of the Indeks Inovasi Daerah (kematangan).
//
// Equal values share a rank and the next rank is skipped (1, 2, 2, 4). Inside a
// tie the order is by name, then by id; that order decides nothing.
//
// # Missing is a state
//
// An innovation without a level for every criterion is [Unrated], never zero.
// One whose level is 0 on a gate criterion is [Ineligible]: listed with the
// reason, without score and rank. One that its agency took back is [Withdrawn].
package award
