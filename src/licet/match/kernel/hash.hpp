// Hashes of short strings and numbers: the same on every machine, for tables only, never for trust.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace licet::match {

constexpr std::uint64_t hash_multiplier = 0x9E3779B97F4A7C15U;

inline std::uint64_t mix(std::uint64_t value) noexcept {
  value ^= value >> 32;
  value *= hash_multiplier;
  value ^= value >> 29;
  value *= 0xBF58476D1CE4E5B9U;
  return value ^ (value >> 32);
}

// Eight bytes a step, little-endian.
inline std::uint64_t hash(std::string_view text) noexcept {
  std::uint64_t value = text.size() * hash_multiplier;
  const char* at = text.data();
  std::size_t left = text.size();
  while (left >= 8) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, at, 8);
    value = (value ^ chunk) * 0xBF58476D1CE4E5B9U;
    value ^= value >> 32;
    at += 8;
    left -= 8;
  }
  std::uint64_t chunk = 0;
  std::memcpy(&chunk, at, left);
  return mix(value ^ chunk);
}

// A checksum of long stretches, four lanes of eight bytes a step.
inline std::uint64_t checksum(const unsigned char* bytes, std::size_t size) noexcept {
  std::uint64_t lanes[4] = {size, hash_multiplier, 0x1B873593CC9E2D51U, 0x85EBCA6BC2B2AE35U};
  std::size_t at = 0;
  for (; at + 32 <= size; at += 32) {
    std::uint64_t chunk[4];
    std::memcpy(chunk, bytes + at, 32);
    for (int lane = 0; lane < 4; ++lane) {
      lanes[lane] = (lanes[lane] ^ chunk[lane]) * hash_multiplier;
      lanes[lane] ^= lanes[lane] >> 31;
    }
  }
  std::uint64_t value = mix(lanes[0]) + 3 * mix(lanes[1]) + 5 * mix(lanes[2]) + 7 * mix(lanes[3]);
  for (; at < size; ++at) value = (value ^ bytes[at]) * 0x100000001B3U;
  return mix(value);
}

}  // namespace licet::match
