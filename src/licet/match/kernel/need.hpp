// What a listed name must bring so that a question reaches its cut: the bound of query.hpp, made as tight as it can be.
#pragma once

#include <limits>
#include <vector>

#include "question.hpp"

namespace licet::match {

// The need of a question that no listed name can answer.
constexpr double unreachable = std::numeric_limits<double>::infinity();

// A value of the cut needs a greater share where little is said (`least_share`): names of common words must agree more
// closely. That holds for names with a telling pair.
struct Needs {
  Need telling;       // of a listed name with a telling pair
  Need quiet;         // of one without
  Need whole;         // of one that stands whole in ours, where not all of ours counts
  bool may_be_quiet;  // whether one without a telling pair can reach the cut at all
  bool may_be_whole;  // whether some of our words may not count
};

// Fills in what of the tokens of the question may not count.
Needs needs_of(Question& question, double cut, const Index& index);

// Whether no form of the index is long and heavy enough for the need, whatever it is paired with.
bool is_beyond(const Question& question, const Need& need, const Index& index);

// A posting list, and the pair through which its names are found.
struct PairSource {
  std::uint32_t word;
  std::size_t unit;  // token, or behind the tokens the span, that is paired through it
  double similarity;
  double ours;
  double theirs;  // weights of the pair
  bool silent;    // only forms without a telling word
};

// Lists that hold, read together, every name without a telling pair that meets the need. False when there are no such.
bool quiet_sources(const Question& question, const Index& index, std::vector<PairSource>& sources);

// Lists that hold, read together, every name with a telling pair, where no token of ours is telling: such a pair can only
// be neighbours of ours that are a listed word.
void span_sources(const Question& question, const Index& index, std::vector<PairSource>& sources);

}  // namespace licet::match
