// One spelling for words that two systems of romanisation spell apart; the rules are those of
// `licet.text.romanisation`.
#pragma once

#include <string>
#include <string_view>

namespace licet::text {

// A token of small Latin letters in the spelling of the other system where one is told by its letters, else as it is.
std::string respelt(std::string_view token);

}  // namespace licet::text
