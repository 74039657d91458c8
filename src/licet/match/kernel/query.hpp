// One name of ours against the names of an index: every listed form that reaches the cut, exactly.
//
// The bound. With t the cut, U and W the whole weights of our and the listed name, A the sum of s * u and B the sum of
// s * w over the pairs of an alignment, a score of t or more needs
//
//     a A + b B >= t OUR_EXTRA U + t THEIR_EXTRA W      a = 1 - t (1 - OUR_EXTRA), b = 1 - t (1 - THEIR_EXTRA)
//
// since s <= 1, and factors and contradictions only lower a score. W is at least the weight of the words that are paired.
// So a pair brings at most  gain = a s u + (b s - t THEIR_EXTRA) w  towards  need = t OUR_EXTRA U, and whatever the listed
// name holds besides takes t THEIR_EXTRA for each unit of weight. A *unit* is a token of ours, or two or three neighbours
// read as one word: it is in one pair at most, so that the sum of the greatest gains of the units bounds what a listed
// name can reach. Lists of names that can only be reached together with others are read no further than needed; where they
// are long, what each name may bring is added up over them first (tally.hpp), and only names with enough are looked at.
//
// Two sorts of names have rules of their own in `judge`, and so a search of their own, with a need of their own (need.hpp):
// names without a telling pair, all of whose words must be paired, and names that stand whole in ours, beside which some
// of our words count for nothing. Either rule would loosen the bound for all names.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "alignment.hpp"
#include "index.hpp"
#include "near.hpp"

namespace licet::match {

// A name of ours, in tokens. The views must live as long as the query runs.
struct Asked {
  std::vector<std::string_view> tokens;
  bool initials = false;  // of a person, or of a party that may be one
  bool person = false;    // of a person for sure
  bool transliterated = false;
};

// A listed form that reaches the cut.
struct Hit {
  std::uint32_t form;
  std::int32_t score;  // in ten-thousandths
};

// What counts: one bit for each form, in words of 64.
struct Allowed {
  const std::uint64_t* bits = nullptr;  // null: all
  bool operator[](std::uint32_t form) const noexcept {
    return bits == nullptr || (bits[form >> 6U] >> (form & 63U) & 1U) != 0;
  }
};

// Answers queries on one index, one at a time. Keeps memory between them; make one for each thread.
class Searcher {
 public:
  Searcher(const Index& index, SharedNears& nears);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // Append the forms that reach the cut to `hits`, in no order, each once.
  //
  // With `everything`, each listed word is compared with each of our tokens and each form is scored: the proof.
  void search(const Asked& asked, double cut, Allowed allowed, bool everything, std::vector<Hit>& hits);

  // The pairs with one form, and the score in ten-thousandths.
  std::int32_t align(const Asked& asked, std::uint32_t form, std::vector<Link>& links);

 private:
  class Run;
  struct Memory;

  void ask(const Asked& asked, double cut, bool everything);
  void add_spans();

  const Index& index_;
  Neighbours neighbours_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace licet::match
