// Looks a word up by itself and by all that is left of it when one letter is taken out.
#include "misspelt.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "hash_powers.hpp"

namespace licet::text {

namespace {

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

}  // namespace

bool misspelt_class(const TablesView& tables, std::string_view word, WordClass& found) {
  const std::size_t size = word.size();
  // No word of the tables is as long as there are powers.
  if (size < tables.shortest_misspelt() || size > kPowers || !std::all_of(word.begin(), word.end(), is_letter))
    return false;
  const auto settle = [&](std::string_view left, std::uint64_t hash) {
    for (const std::uint32_t place : tables.misspelt(left, hash_mix(hash))) {
      const WordRecord& meant = tables.record(place);
      if (meant.text.size > size + 1 || meant.text.size + 1 < size) continue;
      found = (meant.flags & kUsualForm) != 0 ? WordClass::legal : WordClass::generic;
      return true;
    }
    return false;
  };
  const std::uint64_t whole = hash_of(word);
  if (settle(word, whole)) return true;
  if (size == 0) return false;
  std::array<char, kPowers> left{};  // the word without its letter at `place`
  std::copy(word.begin() + 1, word.end(), left.begin());
  std::uint64_t before = 0;  // the hash of what stands before that
  for (std::size_t place = 0; place < size; ++place) {
    if (place > 0) left[place - 1] = word[place - 1];
    const std::uint64_t with = hash_step(before, static_cast<unsigned char>(word[place]));
    if (settle({left.data(), size - 1}, whole + (before - with) * kPower[size - place - 1])) return true;
    before = with;
  }
  return false;
}

}  // namespace licet::text
