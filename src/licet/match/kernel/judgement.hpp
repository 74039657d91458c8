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

}  // namespace licet::match
