// What the pairs as a whole say of a score: the factors of `licet.match.score`, and nothing else.
#pragma once

#include <vector>

#include "alignment.hpp"

namespace licet::match {

// The score of chosen pairs, at most their base: the pruning of candidates rests on that.
double judge(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params);

}  // namespace licet::match
