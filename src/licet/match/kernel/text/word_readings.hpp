// Hebrew, Devanagari and Armenian in Latin letters: the rules of `licet.text.readings` and `licet.text.latin`.
#pragma once

#include <string>
#include <string_view>

#include "latin.hpp"
#include "tables.hpp"

namespace licet::text {

// What a letter stands for without regard to its neighbours, in ASCII; nothing for what has no such reading.
std::string_view ascii_of(const TablesView& tables, char32_t letter) noexcept;

// Append a run of Hebrew, between spaces, word by word: known words by the tables, others by their consonants.
void read_hebrew(const TablesView& tables, std::u32string_view run, std::string& out, LatinScratch& scratch);

// Append a run of Devanagari, between spaces, word by word: known words by the tables, others by their letters.
void read_devanagari(const TablesView& tables, std::u32string_view run, std::string& out, LatinScratch& scratch);

// Append a run of Armenian letter by letter.
void read_armenian(const TablesView& tables, std::u32string_view run, std::string& out);

}  // namespace licet::text
