// UTF-8 to code points and back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace licet::text {

inline bool is_ascii(std::string_view text) noexcept {
  unsigned char all = 0;
  for (const char letter : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(letter));
  return all < 0x80;
}

inline bool is_ascii(std::u32string_view text) noexcept {
  char32_t all = 0;
  for (const char32_t letter : text) all |= letter;
  return all < 0x80;
}

// The code point that begins at `place`, which moves behind it; 0xFFFFFFFF when there is none (cut short, too
// long a form, a surrogate, above 0x10FFFF).
inline char32_t decode(std::string_view text, std::size_t& place) noexcept {
  constexpr char32_t bad = 0xFFFFFFFFU;
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
  };
  const std::uint32_t first = byte(place);
  if (first < 0x80) {
    ++place;
    return first;
  }
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - place < size) return bad;
  char32_t letter = first & (0x7FU >> size);
  for (std::size_t step = 1; step < size; ++step) {
    const std::uint32_t next = byte(place + step);
    if ((next & 0xC0U) != 0x80U) return bad;
    letter = (letter << 6U) | (next & 0x3FU);
  }
  const bool too_long = (size == 3 && letter < 0x800) || (size == 4 && letter < 0x10000);
  if (too_long || (letter >= 0xD800 && letter < 0xE000) || letter > 0x10FFFF) return bad;
  place += size;
  return letter;
}

// False when the text is no valid UTF-8.
inline bool decode_all(std::string_view text, std::u32string& out) {
  out.clear();
  std::size_t place = 0;
  while (place < text.size()) {
    const char32_t letter = decode(text, place);
    if (letter == 0xFFFFFFFFU) return false;
    out.push_back(letter);
  }
  return true;
}

inline void append(std::string& out, char32_t letter) {
  const auto put = [&](std::uint32_t byte) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (letter < 0x80) {
    put(letter);
  } else if (letter < 0x800) {
    put(0xC0U | (letter >> 6U));
    put(0x80U | (letter & 0x3FU));
  } else if (letter < 0x10000) {
    put(0xE0U | (letter >> 12U));
    put(0x80U | ((letter >> 6U) & 0x3FU));
    put(0x80U | (letter & 0x3FU));
  } else {
    put(0xF0U | (letter >> 18U));
    put(0x80U | ((letter >> 12U) & 0x3FU));
    put(0x80U | ((letter >> 6U) & 0x3FU));
    put(0x80U | (letter & 0x3FU));
  }
}

}  // namespace licet::text
