// Mandarin readings: cut into the longest phrases from the left, as pypinyin's `lazy_pinyin` does.
#include <algorithm>

#include "latin.hpp"
#include "utf8.hpp"

namespace licet::text {

namespace {

// A phrase that begins at a place of a text.
struct Found {
  std::size_t size = 0;          // characters; 0: none begins there
  std::size_t phrase = 0;        // its number
  bool runs_to_the_end = false;  // all that is left of the text begins some longer phrase
};

class Phrases {
 public:
  Phrases(const TablesView& tables, std::u32string_view text) : tables_(tables), text_(text) {}

  Found longest(std::size_t place) const {
    Found found;
    std::uint32_t rank = tables_.value(CharMap::rank, text_[place]);
    if (rank == 0) return found;
    std::size_t low = tables_.phrase_starts()[rank - 1];
    std::size_t high = tables_.phrase_starts()[rank];
    if (low == high) return found;
    for (std::size_t size = 1;; ++size) {
      if (length(low) == size) {
        found.size = size;
        found.phrase = low;
      }
      if (place + size == text_.size()) {
        found.runs_to_the_end = true;
        return found;
      }
      rank = tables_.value(CharMap::rank, text_[place + size]);
      if (rank == 0) return found;
      low = first_from(low, high, size, rank - 1);
      high = first_from(low, high, size, rank);
      if (low == high) return found;
    }
  }

  // Where the readings of a phrase begin that is not read as its characters are; 0 for others.
  std::uint32_t own_readings(std::size_t phrase) const {
    const Run<OwnReadings> all = tables_.own_readings();
    const OwnReadings* found =
        std::lower_bound(all.begin(), all.end(), phrase,
                         [](const OwnReadings& own, std::size_t sought) { return own.phrase < sought; });
    return found != all.end() && found->phrase == phrase ? found->readings : 0;
  }

 private:
  std::size_t length(std::size_t phrase) const {
    return std::size_t{1} + tables_.phrases()[phrase + 1] - tables_.phrases()[phrase];
  }

  // The first phrase of a range that has a rank of at least `rank` at `place`; shorter phrases come before
  // all others.
  std::size_t first_from(std::size_t low, std::size_t high, std::size_t place, std::uint32_t rank) const {
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      const bool below =
          length(middle) <= place || tables_.phrase_text()[tables_.phrases()[middle] + place - 1] < rank;
      if (below) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  const TablesView& tables_;
  std::u32string_view text_;
};

void append_syllable(const TablesView& tables, std::uint32_t number, char32_t letter, std::string& out) {
  if (number == 0) {
    append(out, letter);
  } else {
    for (const char32_t item : tables.wide(tables.syllables()[number])) append(out, item);
  }
  out.push_back(' ');
}

void read_characters(const TablesView& tables, std::u32string_view text, std::string& out) {
  for (const char32_t letter : text)
    append_syllable(tables, tables.value(CharMap::reading, letter), letter, out);
}

void read_phrases(const TablesView& tables, std::u32string_view text, std::string& out) {
  const Phrases phrases(tables, text);
  std::size_t place = 0;
  while (place < text.size()) {
    const Found found = phrases.longest(place);
    if (found.size == 0 && found.runs_to_the_end) {
      // So does pypinyin: what may begin a phrase and is none is read character by character.
      read_characters(tables, text.substr(place), out);
      return;
    }
    const std::size_t size = std::max<std::size_t>(found.size, 1);
    const std::uint32_t own = found.size == 0 ? 0 : phrases.own_readings(found.phrase);
    for (std::size_t step = 0; step < size; ++step) {
      const char32_t letter = text[place + step];
      const std::uint32_t number =
          own != 0 ? tables.phrase_readings()[own + step] : tables.value(CharMap::reading, letter);
      append_syllable(tables, number, letter, out);
    }
    place += size;
  }
}

}  // namespace

void read_han(const TablesView& tables, std::u32string_view run, std::string& out) {
  const auto is_han = [&](char32_t letter) { return (tables.properties(letter) & kHan) != 0; };
  out.push_back(' ');
  std::size_t place = 0;
  while (place < run.size()) {
    const bool han = is_han(run[place]);
    std::size_t end = place + 1;
    while (end < run.size() && is_han(run[end]) == han) ++end;
    const std::u32string_view part = run.substr(place, end - place);
    place = end;
    if (han) {
      read_phrases(tables, part, out);
    } else {
      for (const char32_t letter : part) append(out, letter);
      out.push_back(' ');
    }
  }
}

}  // namespace licet::text
