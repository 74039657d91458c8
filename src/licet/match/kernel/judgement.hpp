// What chosen pairs are worth: `licet.match.score.steps`, to the last bit, and nothing else.
#pragma once

#include <vector>

#include "alignment.hpp"
#include "lexicon.hpp"

namespace licet::match {

// The value of chosen pairs (at least one), never above the share that they carry by their similarities: the pruning of
// candidates rests on that.
double judge(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params,
             const Lexicon& lexicon);

// Those below are what the search for candidates knows of `judge`; they change with it.

// A word that can carry a match: no symbol, particle, initial or word of trade.
bool is_telling(const Part& part) noexcept;

// Legal forms, titles and particles. Where no pair is telling, only such words may be left unpaired.
bool is_serving(const Part& part) noexcept;

// The similarity of two tokens, less what speaks for two different words: what a pair adds to the share.
double weighed(const Part& ours, const Part& theirs, Alike alike, const Params& params, const Lexicon& lexicon);

// What of a word of ours at most does not count where all of a listed name stands in ours and the word is left over. Of
// all words left over together, `aside_most` counts all the same.
double aside_at_most(const Side& ours, std::size_t place, const Params& params) noexcept;

// Whether a pair may be one of a listed name that stands whole in ours.
bool is_exact(Alike alike, const Params& params) noexcept;

// What the share, with what little is said taken off, must be at least for the value to reach a cut.
double least_value(double cut, const Side& ours, const Params& params) noexcept;

// What the share must be at least for that, when a pair is telling and all pairs together say at most `said`: the sum
// over telling pairs and initials of the weighed similarity times the mean weight of both sides.
double least_share(double value, double said, const Side& ours, const Params& params) noexcept;

}  // namespace licet::match
