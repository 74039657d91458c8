#include "tally.hpp"

#include <algorithm>
#include <cmath>

namespace licet::match {

namespace {

constexpr std::uint32_t enough = 128;  // the sum that reaches: a credit of as much more still fits into eight bits

}  // namespace

void Tally::start(double least) {
  least_ = least;
  lists_.clear();
  reached_.clear();
}

void Tally::add(const Array<std::uint32_t>& forms, double gain) {
  if (forms.size == 0) return;
  lists_.push_back(forms);
  const double share = std::ceil(std::min(gain / least_, 1.0) * enough);
  const auto credit = static_cast<std::uint32_t>(std::max(share, 1.0));
  for (const std::uint32_t form : forms) {
    const std::uint32_t before = sums_[form];
    if (before >= enough) continue;
    const std::uint32_t sum = before + credit;
    sums_[form] = static_cast<std::uint8_t>(sum);
    if (sum >= enough) reached_.push_back(form);
  }
}

const std::vector<std::uint32_t>& Tally::finish() {
  for (const auto& forms : lists_) {
    for (const std::uint32_t form : forms) sums_[form] = 0;
  }
  lists_.clear();
  return reached_;
}

}  // namespace licet::match
