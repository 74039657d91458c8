// The pairs of two names: `licet.match.score`, to the last bit.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "params.hpp"
#include "similarity.hpp"

namespace licet::match {

// A token in a name, as far as judging needs it.
struct Part {
  std::string_view text;
  double weight = 0;
  std::uint32_t letters = 0;
  bool ascii = true;
  WordClass klass = WordClass::name;
  bool common = false;  // a name that many people bear
  bool number = false;  // tells one of several by number
  bool aside = false;   // of ours: stands beside names without making another of them
  bool firm = false;    // of ours: says no more than that the name is a firm's
};

// One name.
struct Side {
  std::vector<Part> parts;
  double total = 0;  // of the weights, from left to right
  bool initials = false;
  bool transliterated = false;
};

// A possible pair: places [our_first, our_end) and [their_first, their_end).
struct Link {
  std::uint32_t our_first = 0;
  std::uint32_t our_end = 0;
  std::uint32_t their_first = 0;
  std::uint32_t their_end = 0;
  double similarity = 0;
  PairKind kind = PairKind::equal;
  double our_weight = 0;
  double their_weight = 0;
  double gain = 0;  // similarity times both weights
};

// Sum of weights from left to right.
double weight_of(const Side& side, std::uint32_t first, std::uint32_t end) noexcept;

// Fill in the weights and the gain of a link.
void weigh(Link& link, const Side& ours, const Side& theirs) noexcept;

// Choose pairs one to one, the greatest gain first, ties by place.
class Chooser {
 public:
  // Sorts `found`; `chosen` comes in the order of choice.
  void choose(std::vector<Link>& found, std::size_t ours, std::size_t theirs, std::vector<Link>& chosen);

 private:
  std::vector<std::uint8_t> used_ours_;
  std::vector<std::uint8_t> used_theirs_;
};

// A score in ten-thousandths, half up.
std::int32_t in_ten_thousandths(double value) noexcept;

}  // namespace licet::match
