// Package robust says how far the results of an edition depend on choices that
// could have been made otherwise: the weights, each criterion's presence, the
// arithmetic mean, the assessors. It changes no result. The questions are those
// of the OECD/JRC Handbook on Constructing Composite Indicators (2008, step 7)
// and of its reference implementation, COINr.
//
// # What is varied
//
// Only rated innovations take part; gates, filters, minimums and the agencies'
// measures stay as the edition has them. Every score is computed by the official
// rule, rounding included, so that ranks differ by the weights alone.
//
// A draw multiplies each weight by a factor of its own, all whole thousandths
// from 1 - v to 1 + v being equally likely, where v is the edition's variation.
// The factors come from PCG-DXSM (math/rand/v2) with the seed (year, 0): the
// draws in turn, in each the criteria with a weight in the rubric's order. A
// 64-bit number x gives the factor 1 - v + ⌊x·n/2⁶⁴⌋ thousandths of the n there
// are. Editions with more than 2,000 rated innovations are drawn less often, so
// that the product of both stays, but not under 1,000 times; the number of draws
// is part of the result.
//
// # What is said
//
//   - An [Entry]'s interval reaches from the 5th to the 95th percentile of its
//     ranks (nearest rank: the ⌈5 % of the draws⌉-th smallest). It need not hold
//     the official rank: of ten that tie at 1, most rank lower in every draw.
//   - Two innovations are told apart when the one with the better official rank
//     scores higher in at least 95 % of the draws (the pairwise winning index of
//     SMAA; Lahdelma and Salminen 2001). A [Group] is a longest run of the official
//     order in which no two are told apart, as in the line displays of multiple
//     comparisons. Groups overlap: being told apart says nothing about a third, and
//     chains of overlapping intervals would say too much.
//   - A pair is fixed when one innovation has at least the level of the other on
//     every criterion with a weight and more on one: no weights rank it lower.
//   - A place is kept in a draw in which its holder has it under the award's own
//     rule.
//   - A [Tipping] weight is the nearest that can be written in an edition
//     (MaxPlaces decimals) at which an award's winners or their places differ, with
//     all other weights as they are. It is found exactly: see tipping.go.
//   - An [Alternative] is a ranking without one criterion, or by the weighted
//     geometric mean of level ÷ highest level. That mean is irrational, so it is
//     compared unrounded, as integer powers.
//   - [Agreement] compares the levels of several assessors.
//
// # Exactness
//
// Integers and rationals only. The result depends on the standing alone: not on
// the machine, the number of its cores or the order of the input.
package robust
