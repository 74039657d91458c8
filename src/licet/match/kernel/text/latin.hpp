// A Latin form for a text in any script: the rules of `licet.text.latin`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tables.hpp"

namespace licet::text {

// A consonant or a vowel of a word; an inherent vowel is not written and may be silent.
struct Sound {
  std::string_view text;
  bool vowel = false;
  bool inherent = false;
};

// Buffers between the steps of a reading.
struct LatinScratch {
  std::u32string run;
  std::u32string word;
  std::u32string marks;
  std::string spelling;
  std::string read;
  std::vector<Sound> sounds;
};

// Append the Latin form of a text in NFKC to `out`. Returns whether a script other than Latin was involved.
bool to_latin(const TablesView& tables, std::u32string_view text, std::string& out, LatinScratch& scratch);

// Append the Mandarin readings of a run of Han characters, between spaces; what has no reading stays as it
// is.
void read_han(const TablesView& tables, std::u32string_view run, std::string& out);

// Read the letters of other scripts that look like Latin ones as Latin, in place, where they stand among
// Latin letters: the rules of `licet.text.lookalikes`.
void unmask(const TablesView& tables, std::u32string& text);

}  // namespace licet::text
