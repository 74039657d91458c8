// Sets of small letters, and the beginnings of spellings: told by one bit each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace licet::text {

// Some of the letters a to z.
class LetterSet {
 public:
  constexpr explicit LetterSet(std::string_view letters) noexcept {
    for (const char letter : letters) add(letter);
  }
  constexpr LetterSet() noexcept = default;
  constexpr void add(char letter) noexcept { bits_ |= std::uint32_t{1} << (letter - 'a'); }
  constexpr bool has(char letter) const noexcept {
    return letter >= 'a' && letter <= 'z' && (bits_ >> (letter - 'a') & 1U) != 0;
  }

 private:
  std::uint32_t bits_ = 0;
};

// The first two letters of spellings of small letters: most texts are told by them to begin with none.
class Beginnings {
 public:
  constexpr void add(std::string_view spelling) noexcept {
    second_[static_cast<std::size_t>(spelling[0] - 'a')].add(spelling[1]);
  }
  // Whether a spelling may stand at the head of a text of small letters.
  constexpr bool may_begin(std::string_view text) const noexcept {
    return text.size() > 1 && second_[static_cast<std::size_t>(text[0] - 'a')].has(text[1]);
  }

 private:
  std::array<LetterSet, 26> second_{};
};

}  // namespace licet::text
