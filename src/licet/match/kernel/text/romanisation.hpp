// One spelling for words that two systems of romanisation spell apart; the rules are those of
// `licet.text.romanisation`.
#pragma once

#include <string>
#include <string_view>

namespace licet::text {

// Write a token of small Latin letters in the spelling of the other system where one is told by its letters. False, with
// nothing of use in `out`, where it stays as it is.
bool respell(std::string_view token, std::string& out);

}  // namespace licet::text
