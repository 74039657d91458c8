// A name of ours as it is looked up: its tokens with what they are like, and what a listed name must bring.
#pragma once

#include <string>
#include <vector>

#include "alignment.hpp"
#include "index.hpp"
#include "judgement.hpp"
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
  double toll = 0;     // what a unit of our weight takes that does not count unless it is paired
  double share = 0;    // the least share: a mean of similarities, so that one of them must be as great

  double reach(double similarity, double our_weight, double their_weight) const noexcept {
    return similarity * (ours * our_weight + theirs * their_weight);
  }
  double gain(double similarity, double our_weight, double their_weight) const noexcept {
    return reach(similarity, our_weight, their_weight) - burden * their_weight;
  }
};

// Which listed names are looked for.
enum class Sought : std::uint8_t {
  any,    // all
  whole,  // those that stand whole in ours: each of their words but those that serve is in an exact pair
};

struct Question {
  std::vector<const Near*> tokens;
  std::vector<Span> spans;
  Side side;
  Need need;
  Sought sought = Sought::any;
  std::vector<double> aside;  // for each token what of its weight at most does not count; empty where all counts
  bool persons = false;       // both sides may be persons: ours is
  bool has_initials = false;  // a token of ours is an initial, and ours may be a person

  // The similarity that counts at most in a share, whatever kind of party the listed one is.
  double most_alike(const NearWord& item) const noexcept {
    return persons ? item.most_persons : item.most;
  }

  // Whether a listed name that stands whole in ours may have this pair.
  bool is_exact(const NearWord& item, const Params& params) const noexcept {
    return match::is_exact(item.alike, params) || (persons && match::is_exact(item.persons, params));
  }

  // What pairing our tokens takes off what is not counted of them; 0 where all counts.
  double toll(std::uint32_t first, std::uint32_t end) const noexcept {
    double added = 0;
    if (sought == Sought::whole) {
      for (std::uint32_t place = first; place < end; ++place) added += need.toll * aside[place];
    }
    return added;
  }
};

}  // namespace licet::match
