// Decomposition, canonical order and composition as Unicode Standard Annex 15 says, on tables made of
// `unicodedata`.
#include "normal_form.hpp"

#include <algorithm>

namespace licet::text {

namespace {

constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kFirstLead = 0x1100;
constexpr char32_t kFirstVowel = 0x1161;
constexpr char32_t kBeforeTail = 0x11A7;
constexpr char32_t kLeads = 19;
constexpr char32_t kVowels = 21;
constexpr char32_t kTails = 28;  // with none
constexpr char32_t kSyllables = kLeads * kVowels * kTails;

void append_map(const TablesView& tables, CharMap map, char32_t letter, std::u32string& out) {
  const std::uint32_t value = tables.value(map, letter);
  if (value == 0) {
    out.push_back(letter);
  } else {
    const Run<char32_t> run = tables.wide(value);
    out.append(run.first, run.count);
  }
}

void decompose(const TablesView& tables, char32_t letter, std::u32string& out) {
  if (letter < 0x80) {
    out.push_back(letter);
    return;
  }
  const char32_t index = letter - kFirstSyllable;
  if (letter < kFirstSyllable || index >= kSyllables) {
    append_map(tables, CharMap::decomposed, letter, out);
    return;
  }
  out.push_back(kFirstLead + index / (kVowels * kTails));
  out.push_back(kFirstVowel + index % (kVowels * kTails) / kTails);
  if (index % kTails != 0) out.push_back(kBeforeTail + index % kTails);
}

char32_t compose_pair(const TablesView& tables, char32_t first, char32_t second) {
  if (first >= kFirstLead && first < kFirstLead + kLeads && second >= kFirstVowel &&
      second < kFirstVowel + kVowels) {
    return kFirstSyllable + ((first - kFirstLead) * kVowels + (second - kFirstVowel)) * kTails;
  }
  const char32_t index = first - kFirstSyllable;
  if (first >= kFirstSyllable && index < kSyllables && index % kTails == 0 && second > kBeforeTail &&
      second < kBeforeTail + kTails) {
    return first + (second - kBeforeTail);
  }
  return tables.compose(first, second);
}

// Sort the marks between starters by combining class, equal ones as they stand.
void order_marks(const TablesView& tables, std::u32string& text) {
  const auto class_of = [&](char32_t letter) { return combining_class(tables.properties(letter)); };
  std::size_t place = 0;
  while (place < text.size()) {
    if (class_of(text[place]) == 0) {
      ++place;
      continue;
    }
    std::size_t end = place + 1;
    bool sorted = true;
    while (end < text.size() && class_of(text[end]) != 0) {
      sorted = sorted && class_of(text[end - 1]) <= class_of(text[end]);
      ++end;
    }
    if (!sorted) {
      std::stable_sort(text.data() + place, text.data() + end,
                       [&](char32_t left, char32_t right) { return class_of(left) < class_of(right); });
    }
    place = end;
  }
}

void compose(const TablesView& tables, std::u32string& text) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t starter = none;
  std::size_t size = 0;
  std::uint32_t last = 0;  // the class of the character before, where one stands between it and the starter
  for (const char32_t letter : text) {
    const std::uint32_t properties = tables.properties(letter);
    const std::uint32_t own = combining_class(properties);
    if (starter != none && (properties & kCombines) != 0 && (size == starter + 1 || last < own)) {
      const char32_t composed = compose_pair(tables, text[starter], letter);
      if (composed != 0) {
        text[starter] = composed;
        continue;
      }
    }
    if (own == 0) starter = size;
    last = own;
    text[size++] = letter;
  }
  text.resize(size);
}

bool all_have(const TablesView& tables, std::u32string_view text, std::uint32_t flag) {
  return std::all_of(text.begin(), text.end(),
                     [&](char32_t letter) { return (tables.properties(letter) & flag) != 0; });
}

}  // namespace

void compose_compatible(const TablesView& tables, std::u32string& text, std::u32string& scratch) {
  if (all_have(tables, text, kInert)) return;
  scratch.clear();
  for (const char32_t letter : text) decompose(tables, letter, scratch);
  order_marks(tables, scratch);
  compose(tables, scratch);
  text.swap(scratch);
}

void strip_marks(const TablesView& tables, std::u32string& text, std::u32string& scratch) {
  scratch.clear();
  for (const char32_t letter : text) append_map(tables, CharMap::bare, letter, scratch);
  text.swap(scratch);
  // What is left of characters in NFKC has no compatibility decomposition, so that NFKC is NFC here.
  compose_compatible(tables, text, scratch);
}

void fold(const TablesView& tables, std::u32string_view text, std::u32string& out, std::u32string& scratch) {
  out.clear();
  if (all_have(tables, text, kSimple)) {
    for (const char32_t letter : text) append_map(tables, CharMap::plain, letter, out);
    return;
  }
  out.assign(text);
  compose_compatible(tables, out, scratch);
  scratch.clear();
  for (const char32_t letter : out) append_map(tables, CharMap::folded, letter, scratch);
  out.clear();
  for (const char32_t letter : scratch) {
    const std::uint32_t properties = tables.properties(letter);
    if ((properties & kFormat) == 0) out.push_back((properties & kControl) != 0 ? U' ' : letter);
  }
  compose_compatible(tables, out, scratch);
  strip_marks(tables, out, scratch);
}

}  // namespace licet::text
