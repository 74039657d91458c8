// Symmetric deletes: what is left of the first letters of a token when up to two of them are taken out.
//
// Two strings within k edits share a string that is left when at most k letters are taken from the first seven of each
// (Garbe, SymSpell). A table of what is left of every listed word finds every word within two edits without measuring
// them all; the words found are measured, so that a clash costs time and never a hit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "hash.hpp"
#include "token.hpp"

namespace licet::match {

constexpr std::size_t delete_prefix = 7;
constexpr std::size_t most_edits = 2;
constexpr std::size_t most_deletes = 1 + delete_prefix + delete_prefix * (delete_prefix - 1) / 2;  // left of one word

// The first letters of a token, eight bits each; letters of other scripts are folded to eight bits.
inline std::uint64_t packed_prefix(std::string_view token, bool ascii, std::size_t& letters,
                                   std::vector<std::uint32_t>& decoded) {
  std::uint64_t packed = 0;
  if (ascii) {
    letters = token.size() < delete_prefix ? token.size() : delete_prefix;
    for (std::size_t place = 0; place < letters; ++place) {
      packed |= static_cast<std::uint64_t>(static_cast<unsigned char>(token[place])) << (8 * place);
    }
    return packed;
  }
  decode(token, decoded);
  letters = decoded.size() < delete_prefix ? decoded.size() : delete_prefix;
  for (std::size_t place = 0; place < letters; ++place) {
    const std::uint32_t letter = decoded[place];
    const std::uint64_t folded = letter < 0x80 ? letter : 0x80U | ((letter ^ letter >> 7U ^ letter >> 14U) & 0x7FU);
    packed |= folded << (8 * place);
  }
  return packed;
}

inline std::uint64_t without(std::uint64_t packed, std::size_t place) noexcept {
  const std::uint64_t low = packed & ((std::uint64_t{1} << (8 * place)) - 1);
  return low | (packed >> (8 * (place + 1))) << (8 * place);
}

// Call `found` with the hash of each thing that is left; the same one may come more than once.
template <class Found>
void each_delete(std::uint64_t packed, std::size_t letters, std::size_t edits, Found found) {
  found(mix(packed));
  if (edits == 0) return;
  for (std::size_t one = 0; one < letters; ++one) {
    const std::uint64_t left = without(packed, one);
    if (one > 0 && left == without(packed, one - 1)) continue;
    found(mix(left));
    if (edits < 2) continue;
    for (std::size_t two = one; two + 1 < letters; ++two) {
      const std::uint64_t rest = without(left, two);
      if (two > one && rest == without(left, two - 1)) continue;
      found(mix(rest));
    }
  }
}

}  // namespace licet::match
