// Numbers of two words as digits: "thirty nine" is 39; the rules are those of `licet.text.tokens`.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace licet::text {

// The number that two words make; 0: they make none.
inline unsigned counted(std::string_view tens, std::string_view units) {
  constexpr std::array<std::string_view, 8> kTens{"twenty", "thirty",  "forty",  "fifty",
                                                  "sixty",  "seventy", "eighty", "ninety"};
  constexpr std::array<std::string_view, 9> kCardinals{"one", "two", "three", "four", "five",
                                                       "six", "seven", "eight", "nine"};
  constexpr std::array<std::string_view, 9> kOrdinals{"first", "second", "third", "fourth", "fifth",
                                                      "sixth", "seventh", "eighth", "ninth"};
  if (tens.size() < 5 || tens.back() != 'y') return 0;
  for (unsigned ten = 0; ten < kTens.size(); ++ten) {
    if (kTens[ten] != tens) continue;
    for (unsigned one = 0; one < kCardinals.size(); ++one) {
      if (kCardinals[one] == units || kOrdinals[one] == units) return 10 * (ten + 2) + one + 1;
    }
  }
  return 0;
}

}  // namespace licet::text
