// Looks a word up by itself and by all that is left of it when one letter is taken out.
#include "misspelt.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace licet::text {

namespace {

constexpr std::size_t kLongest = 64;  // no word of the tables is that long

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

}  // namespace

bool misspelt_class(const TablesView& tables, std::string_view word, WordClass& found) {
  if (word.size() < tables.shortest_misspelt() || word.size() > kLongest ||
      !std::all_of(word.begin(), word.end(), is_letter))
    return false;
  const auto settle = [&](std::string_view left) {
    for (const std::uint32_t place : tables.misspelt(left, hash_mix(hash_of(left)))) {
      const WordRecord& meant = tables.record(place);
      if (meant.text.size > word.size() + 1 || meant.text.size + 1 < word.size()) continue;
      found = (meant.flags & kUsualForm) != 0 ? WordClass::legal : WordClass::generic;
      return true;
    }
    return false;
  };
  if (settle(word)) return true;
  std::string left;
  for (std::size_t place = 0; place < word.size(); ++place) {
    left.assign(word.substr(0, place)).append(word.substr(place + 1));
    if (settle(left)) return true;
  }
  return false;
}

}  // namespace licet::text
