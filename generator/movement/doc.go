// Package movement says why an innovation's rank in an edition is not the one that
// it had in an edition before. It changes no result.
//
// # What is split
//
// A rank is 1 + the number of rated innovations with a higher score, so a change of
// rank is a sum over competitors. Counted in places gained (up is positive), it is
// exactly the sum of these [Parts]:
//
//   - Departed: those above it before who are not ranked any more.
//   - Rules, Own, Others: competitors who are ranked in both editions and who
//     changed sides with it, by the rules, by its own levels, or by theirs.
//   - Mixed: the same for competitors with whom these three cannot be told apart.
//   - Arrived: those above it after who were not ranked before.
//
// Departed and Arrived can be counted in the two published rankings. The three in
// between are read off rankings that never were: each of {rules, own levels, levels
// of the others} as before or as after, among the innovations ranked in both
// editions.
//
// # The order of the causes
//
// What three causes do together has no one split: it depends on which is thought
// first. Package movement takes one sequence, which is the order in which things
// happen in an award, and says where another would differ:
//
//  1. the rules, which are set before anybody is assessed: what was marked before is
//     scored by the rules after;
//  2. its own levels, which its agency answers for;
//  3. the levels of the others.
//
// Each step is a ranking that can be published and recomputed, and each part a whole
// number of places. The average over all sequences (Shapley) would need no sequence,
// but gives sixths of a place that belong to no ranking. Instead, [Entry.Least] and
// [Entry.Most] are the bounds of each part over every sequence that can be computed.
//
// # What can be compared
//
// What was marked before can be scored by the rules after when these ask nothing that
// was not asked before, and have its levels. Where they do ask more, but the rules
// before ask nothing that is not asked after, the rules come last instead of first:
// what is marked after is scored by the rules before. Where neither holds, nothing is
// split and everybody is Mixed. The same goes for one innovation whose levels do not
// fit, or that the other rules would not let take part; see [Reason].
//
// # Properties
//
// The parts add up. Unchanged data and rules give zeros. Exchanged editions
// exchange Departed and Arrived, with the other sign. Where everybody's levels fit
// the rules of both, they also give the same rankings that never were from the other
// end: the bounds change places and signs, and each sequence becomes its reverse.
package movement
