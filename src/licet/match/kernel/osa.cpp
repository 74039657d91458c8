#include "osa.hpp"

#include <algorithm>

#include "token.hpp"

namespace licet::match {

void Osa::set(std::string_view token, bool ascii) {
  if (bits_) {  // the token before, of which the view may be dead
    for (const std::uint32_t letter : letters_) places_[letter] = 0;
  }
  token_ = token;
  bits_ = ascii && !token.empty() && token.size() <= 64;
  if (bits_) {
    for (std::size_t place = 0; place < token.size(); ++place) {
      places_[static_cast<unsigned char>(token[place])] |= std::uint64_t{1} << place;
    }
  }
  decode(token, letters_);
}

std::size_t Osa::distance(std::string_view word, bool ascii) {
  if (bits_ && ascii) return by_bits(word);
  decode(word, other_);
  return by_table(other_);
}

// Letters that both begin or end with cost nothing and are left out: the token's bits are read from the first other one
// on, and those above the last are never carried down.
std::size_t Osa::by_bits(std::string_view word) const {
  std::size_t size = token_.size();
  std::size_t first = 0;
  while (first < size && first < word.size() && token_[first] == word[first]) ++first;
  while (size > first && word.size() > first && token_[size - 1] == word.back()) {
    --size;
    word.remove_suffix(1);
  }
  word.remove_prefix(first);
  size -= first;
  if (size == 0 || word.empty()) return size + word.size();
  std::uint64_t vertical_up = ~std::uint64_t{0};
  std::uint64_t vertical_down = 0;
  std::uint64_t zero = 0;
  std::uint64_t before = 0;
  std::size_t distance = size;
  const std::uint64_t top = std::uint64_t{1} << (size - 1);
  for (const char letter : word) {
    const std::uint64_t match = places_[static_cast<unsigned char>(letter)] >> first;
    const std::uint64_t swapped = (((~zero) & match) << 1U) & before;
    zero = ((((match & vertical_up) + vertical_up) ^ vertical_up) | match | vertical_down) | swapped;
    std::uint64_t up = vertical_down | ~(zero | vertical_up);
    std::uint64_t down = zero & vertical_up;
    distance += (up & top) != 0;
    distance -= (down & top) != 0;
    up = (up << 1U) | 1U;
    down <<= 1U;
    vertical_up = down | ~(zero | up);
    vertical_down = up & zero;
    before = match;
  }
  return distance;
}

std::size_t Osa::by_table(const std::vector<std::uint32_t>& word) {
  const std::size_t width = letters_.size();
  for (auto& row : rows_) row.assign(width + 1, 0);
  auto* earlier = &rows_[0];
  auto* last = &rows_[1];
  auto* now = &rows_[2];
  for (std::size_t column = 0; column <= width; ++column) (*last)[column] = static_cast<std::uint32_t>(column);
  for (std::size_t line = 1; line <= word.size(); ++line) {
    (*now)[0] = static_cast<std::uint32_t>(line);
    for (std::size_t column = 1; column <= width; ++column) {
      const bool same = word[line - 1] == letters_[column - 1];
      std::uint32_t best = (*last)[column - 1] + (same ? 0 : 1);
      best = std::min({best, (*last)[column] + 1, (*now)[column - 1] + 1});
      const bool swapped = line > 1 && column > 1 && word[line - 1] == letters_[column - 2] &&
                           word[line - 2] == letters_[column - 1];
      if (swapped) best = std::min(best, (*earlier)[column - 2] + 1);
      (*now)[column] = best;
    }
    auto* spare = earlier;
    earlier = last;
    last = now;
    now = spare;
  }
  return (*last)[width];
}

}  // namespace licet::match
