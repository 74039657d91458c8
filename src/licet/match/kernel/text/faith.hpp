// "Of the faith" at the end of Arabic names, in any spelling; the rules are those of `licet.text.tokens`.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace licet::text {

constexpr std::string_view kFaith = "uddin";
constexpr std::size_t kLeastFaithful = 2;

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Faith", and the article before it, where they are words of their own.
inline bool is_din(std::string_view word) {
  constexpr std::array<std::string_view, 5> kDin{"din", "deen", "dine", "dene", "dyn"};
  return !word.empty() && word.front() == 'd' && is_one_of(word, kDin);
}
inline bool is_din_article(std::string_view word) {
  constexpr std::array<std::string_view, 7> kArticles{"al", "el", "ul", "ad", "ed", "ud", "id"};
  return is_one_of(word, kArticles);
}

// Letters that "of the faith" takes at the end of a word, in any spelling; 0: it does not stand there.
// `(?:[aeiu]d|[aeu]l|u)d(?:in|een|ine|ene|yn)$`
inline std::size_t faith_size(std::string_view word) {
  constexpr std::array<std::string_view, 5> kTails{"din", "deen", "dine", "dene", "dyn"};
  if (word.empty() || (word.back() != 'n' && word.back() != 'e')) return 0;
  const auto ends = [&](std::string_view tail) {
    return word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail;
  };
  for (const std::string_view tail : kTails) {
    if (!ends(tail)) continue;
    const std::string_view stem = word.substr(0, word.size() - tail.size());
    const char last = stem.back();
    const char before = stem.size() > 1 ? stem[stem.size() - 2] : ' ';
    const bool doubled = last == 'd' && (before == 'a' || before == 'e' || before == 'i' || before == 'u');
    const bool article = last == 'l' && (before == 'a' || before == 'e' || before == 'u');
    if (doubled || article) return tail.size() + 2;
    return last == 'u' ? tail.size() + 1 : 0;
  }
  return 0;
}

}  // namespace licet::text
