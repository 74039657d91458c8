#include "alignment.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace licet::match {

double weight_of(const Side& side, std::uint32_t first, std::uint32_t end) noexcept {
  double added = 0;
  for (std::uint32_t place = first; place < end; ++place) added += side.parts[place].weight;
  return added;
}

void weigh(Link& link, const Side& ours, const Side& theirs) noexcept {
  link.our_weight = weight_of(ours, link.our_first, link.our_end);
  link.their_weight = weight_of(theirs, link.their_first, link.their_end);
  link.gain = link.similarity * (link.our_weight + link.their_weight);
}

void Chooser::choose(std::vector<Link>& found, std::size_t ours, std::size_t theirs, std::vector<Link>& chosen) {
  chosen.clear();
  if (found.size() > 1) {
    std::sort(found.begin(), found.end(), [](const Link& one, const Link& other) {
      if (one.gain != other.gain) return one.gain > other.gain;
      return std::tie(one.our_first, one.our_end, one.their_first, one.their_end) <
             std::tie(other.our_first, other.our_end, other.their_first, other.their_end);
    });
  }
  used_ours_.assign(ours, 0);
  used_theirs_.assign(theirs, 0);
  const auto free = [](const std::vector<std::uint8_t>& used, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t place = first; place < end; ++place) {
      if (used[place] != 0) return false;
    }
    return true;
  };
  for (const Link& link : found) {
    if (!free(used_ours_, link.our_first, link.our_end) || !free(used_theirs_, link.their_first, link.their_end)) {
      continue;
    }
    for (std::uint32_t place = link.our_first; place < link.our_end; ++place) used_ours_[place] = 1;
    for (std::uint32_t place = link.their_first; place < link.their_end; ++place) used_theirs_[place] = 1;
    chosen.push_back(link);
  }
}

std::int32_t in_ten_thousandths(double value) noexcept {
  return static_cast<std::int32_t>(std::floor(value * 10000 + 0.5));
}

}  // namespace licet::match
