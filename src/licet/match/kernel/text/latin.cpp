// Runs of one script to Latin letters.
#include "latin.hpp"

#include <algorithm>

#include "normal_form.hpp"
#include "utf8.hpp"
#include "word_readings.hpp"

namespace licet::text {

namespace {

constexpr char32_t kAlef = 0x0627;
constexpr char32_t kLam = 0x0644;
constexpr char32_t kTatweel = 0x0640;
constexpr std::size_t kLeastPart = 3;  // letters of each part of a word that is two known names
constexpr std::size_t kMostJoined = 20;  // letters of such a word at most
constexpr std::size_t kEnough = 4;  // letters from which an Arabic word can be told by its consonants

void append_ascii(const TablesView& tables, char32_t letter, std::string& out) {
  out.append(ascii_of(tables, letter));
}

void append_ascii(const TablesView& tables, std::u32string_view run, std::string& out) {
  for (const char32_t letter : run) append_ascii(tables, letter, out);
}

bool is_space(const TablesView& tables, char letter) {
  return (tables.properties(static_cast<unsigned char>(letter)) & kSpace) != 0;
}

void to_lower(std::string& text, std::size_t from) {
  for (std::size_t place = from; place < text.size(); ++place) {
    if (text[place] >= 'A' && text[place] <= 'Z') text[place] = static_cast<char>(text[place] + 32);
  }
}

// Read a glide between consonants, or behind one at the end, as a vowel.
void read_glide(const TablesView& tables, std::string& text, std::size_t from, char glide, char vowel) {
  const auto carries = [&](char letter) {
    return letter != 'a' && letter != 'e' && letter != 'i' && letter != 'o' && letter != 'u' &&
           !is_space(tables, letter);
  };
  char before = ' ';
  for (std::size_t place = from; place < text.size(); ++place) {
    const char letter = text[place];
    const std::size_t left = text.size() - place - 1;
    const bool ends = left == 0 || (left == 1 && text[place + 1] == '\n');
    if (letter == glide && carries(before) && (ends || carries(text[place + 1]))) text[place] = vowel;
    before = letter;
  }
}

// Lower-case what stands from `from` on and read its glides.
void read_vowels(const TablesView& tables, std::string& text, std::size_t from) {
  to_lower(text, from);
  read_glide(tables, text, from, 'w', 'u');
  read_glide(tables, text, from, 'y', 'i');
}

void replace(std::string& text, std::string_view sought, char by) {
  std::size_t place = 0;
  while ((place = text.find(sought, place)) != std::string::npos) {
    text.replace(place, sought.size(), 1, by);
    ++place;
  }
}

// Spell a syllable as Korean names are spelt in lists.
void append_korean(std::string_view syllable, std::string& spelt, std::string& out) {
  spelt.assign(syllable);
  to_lower(spelt, 0);
  replace(spelt, "eo", 'o');
  replace(spelt, "eu", 'u');
  const auto unvoiced = [](char letter) {
    return letter == 'g' ? 'k' : letter == 'd' ? 't' : letter == 'b' ? 'p' : letter;
  };
  constexpr std::string_view kVowels = "aeiouy";
  if (spelt.size() > 1 && kVowels.find(spelt[spelt.size() - 2]) != std::string_view::npos) {
    spelt.back() = unvoiced(spelt.back());
  }
  if (!spelt.empty()) spelt.front() = spelt.front() == 'l' ? 'r' : unvoiced(spelt.front());
  out.append(spelt);
}

void read_hangul(const TablesView& tables, std::u32string_view run, std::string& out, LatinScratch& scratch) {
  std::string& read = scratch.read;
  read.clear();
  append_ascii(tables, run, read);
  bool first = true;
  std::size_t place = 0;
  while (place < read.size()) {
    if (is_space(tables, read[place])) {
      ++place;
      continue;
    }
    std::size_t end = place + 1;
    const auto joins = [&](char before, char letter) {
      const bool lower = before >= 'a' && before <= 'z';
      const bool upper = before >= 'A' && before <= 'Z';
      const bool syllable = (lower || upper) && letter >= 'A' && letter <= 'Z';
      return !syllable && !is_space(tables, letter);
    };
    while (end < read.size() && joins(read[end - 1], read[end])) ++end;
    if (!first) out.push_back(' ');
    first = false;
    append_korean(std::string_view(read).substr(place, end - place), scratch.spelling, out);
    place = end;
  }
}

char32_t arabic_shape(char32_t letter) {
  switch (letter) {
    case 0x06CC:  // Farsi yeh
    case 0x0649:  // alef maqsura
      return 0x064A;
    case 0x06A9:  // keheh
      return 0x0643;
    case 0x06C1:  // heh goal
      return 0x0647;
    default:
      return letter;
  }
}

char first_vowel(char32_t letter) {
  switch (letter) {
    case 0x0625:  // alef with hamza below
      return 'i';
    case 0x0627:  // alef
    case 0x0623:  // alef with hamza above
    case 0x0622:  // alef with madda
    case 0x0639:  // ain
      return 'a';
    default:
      return '\0';
  }
}

const Pair* known_arabic(const TablesView& tables, std::u32string_view word, LatinScratch& scratch) {
  scratch.word.assign(word);
  if (!is_ascii(word)) strip_marks(tables, scratch.word, scratch.marks);
  scratch.spelling.clear();
  for (const char32_t letter : scratch.word) append(scratch.spelling, letter);
  const Pair* found = tables.read_word(scratch.spelling);
  return found != nullptr && found->value.size > 0 ? found : nullptr;
}

void read_arabic_word(const TablesView& tables, std::u32string_view word, std::string& out,
                      LatinScratch& scratch) {
  if (const Pair* known = known_arabic(tables, word, scratch); known != nullptr) {
    out.append(tables.text(known->value));
    return;
  }
  const bool may_be_two = word.size() >= 2 * kLeastPart && word.size() <= kMostJoined;
  for (std::size_t place = may_be_two ? word.size() - kLeastPart : 0; place >= kLeastPart; --place) {
    const Pair* left = known_arabic(tables, word.substr(0, place), scratch);
    const Pair* right = left == nullptr ? nullptr : known_arabic(tables, word.substr(place), scratch);
    if (right == nullptr) continue;
    out.append(tables.text(left->value)).append(" ").append(tables.text(right->value));
    return;
  }
  const char first = first_vowel(word.front());
  const std::size_t begin = out.size();
  if (first != '\0') out.push_back(first);
  append_ascii(tables, word, out);
  read_vowels(tables, out, begin + (first != '\0' ? 1 : 0));
  if (out.size() - begin >= kEnough) return;
  out.resize(begin);
  if (first != '\0') out.push_back(first);
  const std::size_t from = out.size();
  for (const char32_t letter : word.substr(first != '\0' ? 1 : 0)) {
    if (letter == kAlef) {
      out.push_back('a');
    } else {
      append_ascii(tables, letter, out);
    }
  }
  read_vowels(tables, out, from);
}

void read_arabic(const TablesView& tables, std::u32string_view run, std::string& out, LatinScratch& scratch) {
  std::u32string& plain = scratch.run;
  plain.clear();
  for (const char32_t letter : run) {
    const bool unseen = (tables.properties(letter) & (kNonspacing | kFormat)) != 0;
    if (letter != kTatweel && !unseen) plain.push_back(arabic_shape(letter));
  }
  const auto in_word = [&](char32_t letter) {
    return letter == U'_' || (tables.properties(letter) & kAlnum) != 0;
  };
  const std::u32string_view text = plain;
  out.push_back(' ');
  std::size_t place = 0;
  while (place < text.size()) {
    if (!in_word(text[place])) {
      ++place;
      continue;
    }
    std::size_t end = place + 1;
    while (end < text.size() && in_word(text[end])) ++end;
    std::u32string_view word = text.substr(place, end - place);
    place = end;
    const bool article = word.size() >= 4 && word[0] == kAlef && word[1] == kLam;
    if (article && known_arabic(tables, word, scratch) == nullptr) {
      out.append("al ");
      word.remove_prefix(2);
    }
    read_arabic_word(tables, word, out, scratch);
    out.push_back(' ');
  }
}

void read_run(const TablesView& tables, std::uint32_t script, std::u32string_view run, std::string& out,
              LatinScratch& scratch) {
  switch (script) {
    case kHani:
      read_han(tables, run, out);
      return;
    case kArabic:
      read_arabic(tables, run, out, scratch);
      return;
    case kHebrew:
      read_hebrew(tables, run, out, scratch);
      return;
    case kDevanagari:
      read_devanagari(tables, run, out, scratch);
      return;
    case kArmenian:
      read_armenian(tables, run, out);
      return;
    case kHangul:
      read_hangul(tables, run, out, scratch);
      return;
    default:
      append_ascii(tables, run, out);
  }
}

}  // namespace

bool to_latin(const TablesView& tables, std::u32string_view text, std::string& out, LatinScratch& scratch) {
  bool foreign = false;
  std::uint32_t current = kCommon;
  std::size_t place = 0;
  while (place < text.size()) {
    // Digits, spaces and marks go with the run before them.
    const auto script_at = [&](std::size_t at) {
      const std::uint32_t script = script_number(tables.properties(text[at]));
      return script == kCommon ? current : script;
    };
    const std::uint32_t script = script_at(place);
    current = script;
    std::size_t end = place + 1;
    while (end < text.size() && script_at(end) == script) ++end;
    const std::u32string_view run = text.substr(place, end - place);
    place = end;
    if (is_ascii(run)) {
      append_ascii(tables, run, out);
    } else {
      read_run(tables, script, run, out, scratch);
      foreign = foreign || (script != kLatin && script != kCommon);
    }
  }
  return foreign;
}

}  // namespace licet::text
