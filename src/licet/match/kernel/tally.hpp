// Adds up over posting lists what each form may bring, so that only forms whose sum is enough are looked at.
#pragma once

#include <cstdint>
#include <vector>

#include "index.hpp"

namespace licet::match {

// A listed word, and the most that a pair with it brings, whichever part of ours it is paired with.
struct Credit {
  std::uint32_t word = none;
  double gain = 0;
  double whole_gain = 0;   // with all that the other parts of ours may bring
  double whole_reach = 0;  // the same with its own listed weight left on
};

// Sums are kept in small whole numbers, credits rounded up: a sum is never below the true one. A form that holds a word
// twice is in its list twice, and is credited twice.
class Tally {
 public:
  explicit Tally(const Index& index) : sums_(index.forms(), 0) {}

  // Begin anew: forms are reached from this sum on, which is above 0.
  void start(double least);

  // Credit the forms of a list, which must live until `finish`.
  void add(const Array<std::uint32_t>& forms, double gain);

  // The forms reached, each once; they live until the next `start`.
  const std::vector<std::uint32_t>& finish();

 private:
  std::vector<std::uint8_t> sums_;  // all 0 between two uses
  std::vector<Array<std::uint32_t>> lists_;
  std::vector<std::uint32_t> reached_;
  double least_ = 0;
};

}  // namespace licet::match
