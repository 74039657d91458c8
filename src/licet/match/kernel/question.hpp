// A name of ours as it is looked up: its tokens with what they are like, and what a listed name must bring.
#pragma once

#include <string>
#include <vector>

#include "alignment.hpp"
#include "index.hpp"
#include "near.hpp"

namespace licet::match {

// Neighbouring tokens of ours that written as one are a listed word.
struct Span {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::uint32_t word = none;
  double weight = 0;
};

// What a score from the cut on needs; see query.hpp.
struct Need {
  double ours = 0;     // a: what a unit of our weight brings
  double theirs = 0;   // b: what a unit of listed weight brings
  double burden = 0;   // what a unit of listed weight takes, paired or not
  double least = 0;    // what our name as a whole takes
  double cut = 0;      // the least score of interest
  double share = 0;    // the least share: a mean of similarities, so that one of them must be as great

  double reach(double similarity, double our_weight, double their_weight) const noexcept {
    return similarity * (ours * our_weight + theirs * their_weight);
  }
  double gain(double similarity, double our_weight, double their_weight) const noexcept {
    return reach(similarity, our_weight, their_weight) - burden * their_weight;
  }
};

struct Question {
  std::vector<const Near*> tokens;
  std::vector<Span> spans;
  Side side;
  Need need;
  bool persons = false;       // both sides may be persons: ours is
  bool has_initials = false;  // a token of ours is an initial, and ours may be a person

  // The similarity that counts at most in a share, whatever kind of party the listed one is.
  double most_alike(const NearWord& item) const noexcept {
    return persons ? item.most_persons : item.most;
  }
};

}  // namespace licet::match
