// Words of trade and legal forms that a word misspells by one letter: the rules of `misspelt_class` in
// `licet.text.words`.
#pragma once

#include <string_view>

#include "tables.hpp"

namespace licet::text {

// Put the class of the word that `word` misspells into `found`; false when it misspells none.
bool misspelt_class(const TablesView& tables, std::string_view word, WordClass& found);

}  // namespace licet::text
