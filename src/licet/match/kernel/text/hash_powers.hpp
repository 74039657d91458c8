// Powers of the base of the hash of strings: with them the hash of a string without one letter follows from the hashes of
// its beginnings.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tables.hpp"

namespace licet::text {

constexpr std::size_t kPowers = 64;

constexpr std::array<std::uint64_t, kPowers> hash_powers() {
  std::array<std::uint64_t, kPowers> powers{};
  powers[0] = 1;
  for (std::size_t place = 1; place < kPowers; ++place) powers[place] = powers[place - 1] * kHashBase;
  return powers;
}

constexpr auto kPower = hash_powers();

}  // namespace licet::text
