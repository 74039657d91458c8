// Letters of other scripts that look like Latin ones, put in to hide a name or by a wrong keyboard.
#include "latin.hpp"

namespace licet::text {

namespace {

// What a stretch of text holds.
struct Seen {
  bool latin = false;      // a Latin letter
  bool lookalike = false;  // a letter that looks like one
  bool only_alike = true;  // no Cyrillic or Greek letter that looks like none
};

Seen look(const TablesView& tables, std::u32string_view text) {
  Seen seen;
  for (const char32_t letter : text) {
    const std::uint32_t properties = tables.properties(letter);
    const std::uint32_t script = script_number(properties);
    if (script == kLatin && (properties & kAlnum) != 0) seen.latin = true;
    if ((properties & kLookalike) != 0) {
      seen.lookalike = true;
    } else if (script == kCyrillic || script == kGreek) {
      seen.only_alike = false;
    }
  }
  return seen;
}

void read_as_latin(const TablesView& tables, std::u32string& text, std::size_t first, std::size_t last) {
  for (std::size_t place = first; place < last; ++place) {
    const std::uint32_t latin = tables.value(CharMap::latin, text[place]);
    if (latin != 0) text[place] = latin;
  }
}

}  // namespace

void unmask(const TablesView& tables, std::u32string& text) {
  const Seen whole = look(tables, text);
  if (!whole.latin || !whole.lookalike) return;
  if (whole.only_alike) {
    read_as_latin(tables, text, 0, text.size());
    return;
  }
  const auto in_word = [&](char32_t letter) { return (tables.properties(letter) & kAlnum) != 0; };
  std::size_t place = 0;
  while (place < text.size()) {
    if (!in_word(text[place])) {
      ++place;
      continue;
    }
    std::size_t end = place + 1;
    while (end < text.size() && in_word(text[end])) ++end;
    const Seen word = look(tables, std::u32string_view(text).substr(place, end - place));
    if (word.latin && word.only_alike) read_as_latin(tables, text, place, end);
    place = end;
  }
}

}  // namespace licet::text
