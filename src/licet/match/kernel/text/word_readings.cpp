// Words of Hebrew and Devanagari, known ones by the tables; letters of Hebrew, Devanagari and Armenian.
#include "word_readings.hpp"

#include <algorithm>
#include <array>

#include "normal_form.hpp"
#include "utf8.hpp"

namespace licet::text {

namespace {

constexpr char32_t kNone = 0xFFFFFFFFU;
constexpr char32_t kFirstHebrew = 0x5D0;
// From alef to tav.
constexpr std::array<std::string_view, 27> kHebrewLetters{
    "",  "v", "g", "d", "h", "u", "z", "h", "t",  "i",  "kh", "kh", "l",  "m",
    "m", "n", "n", "s", "",  "f", "f", "ts", "ts", "k", "r",  "sh", "t"};
constexpr char32_t kAlef = 0x5D0;
constexpr char32_t kBet = 0x5D1;
constexpr char32_t kGimel = 0x5D2;
constexpr char32_t kHe = 0x5D4;
constexpr char32_t kWaw = 0x5D5;
constexpr char32_t kZayin = 0x5D6;
constexpr char32_t kYod = 0x5D9;
constexpr char32_t kKaf = 0x5DB;
constexpr char32_t kAyin = 0x5E2;
constexpr char32_t kPe = 0x5E4;
constexpr char32_t kFinalTsadi = 0x5E5;
constexpr char32_t kTsadi = 0x5E6;
constexpr char32_t kGeresh = 0x5F3;

// As these are read at the head of a word; empty: as elsewhere.
std::string_view at_head(char32_t letter) noexcept {
  switch (letter) {
    case kAlef:
    case kAyin:
      return "a";
    case kBet:
      return "b";
    case kKaf:
      return "k";
    case kPe:
      return "p";
    case kWaw:
      return "v";
    case kYod:
      return "y";
    default:
      return {};
  }
}

// As these are read before a geresh; empty: as elsewhere.
std::string_view with_geresh(char32_t letter) noexcept {
  switch (letter) {
    case kGimel:
      return "j";
    case kZayin:
      return "zh";
    case kTsadi:
    case kFinalTsadi:
      return "ch";
    default:
      return {};
  }
}

constexpr char32_t kFirstVowel = 0x905;
constexpr char32_t kFirstConsonant = 0x915;
constexpr char32_t kFirstSign = 0x93E;
constexpr char32_t kNukta = 0x93C;
constexpr std::array<std::string_view, 16> kVowels{"a", "a", "i", "i", "u", "u", "ri", "li",
                                                   "e", "e", "e", "ai", "o", "o", "o", "au"};
constexpr std::array<std::string_view, 37> kConsonants{
    "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh",
    "n", "n",  "p", "ph", "b", "bh", "m",   "y", "r",  "r", "l", "l",  "l", "v",  "sh", "sh", "s", "h"};
// The last is the virama, which takes the vowel away.
constexpr std::array<std::string_view, 16> kSigns{"a", "i", "i", "u", "u", "ri", "ri", "e",
                                                  "e", "e", "ai", "o", "o", "o", "au", ""};

std::string_view with_nukta(std::string_view consonant) noexcept {
  constexpr std::array<std::array<std::string_view, 2>, 6> kPairs{
      {{"kh", "kh"}, {"g", "gh"}, {"j", "z"}, {"d", "r"}, {"dh", "rh"}, {"ph", "f"}}};
  for (const auto& [plain, read] : kPairs) {
    if (plain == consonant) return read;
  }
  return consonant;
}

// The entry of a range of letters for a letter; nullptr: it is not of that range.
template <std::size_t Size>
const std::string_view* entry(const std::array<std::string_view, Size>& letters, char32_t first,
                              char32_t letter) noexcept {
  return letter >= first && letter - first < Size ? &letters[letter - first] : nullptr;
}

void to_lower(std::string& text, std::size_t from) {
  for (std::size_t place = from; place < text.size(); ++place) {
    if (text[place] >= 'A' && text[place] <= 'Z') text[place] = static_cast<char>(text[place] + 32);
  }
}

// Append the reading of a known word. False: the tables do not know it.
bool append_known(const TablesView& tables, std::string_view spelling, std::string& out) {
  const Pair* found = spelling.empty() ? nullptr : tables.read_word(spelling);
  if (found == nullptr || found->value.size == 0) return false;
  out.append(tables.text(found->value));
  return true;
}

bool is_geresh(const TablesView& tables, char32_t letter) noexcept {
  return letter == kGeresh || (tables.properties(letter) & kApostrophe) != 0;
}

void append_hebrew_word(const TablesView& tables, std::u32string_view word, std::string& out) {
  bool head = true;
  std::size_t place = 0;
  while (place < word.size()) {
    const char32_t letter = word[place++];
    const char32_t behind = place < word.size() ? word[place] : kNone;
    if (is_geresh(tables, letter)) continue;
    const std::string_view first = head ? at_head(letter) : std::string_view();
    const bool silent = (letter == kAlef || letter == kAyin) && (behind == kWaw || behind == kYod);
    head = false;
    if (behind != kNone && is_geresh(tables, behind) && !with_geresh(letter).empty()) {
      out.append(with_geresh(letter));
    } else if (letter == kWaw && behind == kWaw) {
      out.push_back('v');
      ++place;
    } else if (!first.empty() && !silent) {
      out.append(first);
    } else if (letter == kHe && place == word.size()) {
      out.push_back('a');
    } else if (const std::string_view* read = entry(kHebrewLetters, kFirstHebrew, letter); read != nullptr) {
      out.append(*read);
    } else {
      const std::size_t begin = out.size();
      out.append(ascii_of(tables, letter));
      to_lower(out, begin);
    }
  }
}

// Take out the inherent vowels that are not spoken.
void silence(std::vector<Sound>& sounds) {
  if (sounds.size() >= 3 && sounds.back().inherent && sounds[sounds.size() - 3].vowel) sounds.pop_back();
  for (std::size_t place = sounds.size() < 3 ? 0 : sounds.size() - 3; place > 1; --place) {
    const auto vowel = [&](std::size_t at) { return sounds[at].vowel; };
    if (place + 2 < sounds.size() && sounds[place].inherent && vowel(place - 2) && !vowel(place - 1) &&
        !vowel(place + 1) && vowel(place + 2)) {
      sounds.erase(sounds.begin() + static_cast<std::ptrdiff_t>(place));
    }
  }
}

void append_devanagari_word(const TablesView& tables, std::u32string_view word, std::string& out,
                            std::vector<Sound>& sounds) {
  sounds.clear();
  for (const char32_t letter : word) {
    const bool open = !sounds.empty() && sounds.back().inherent;
    if (const std::string_view* consonant = entry(kConsonants, kFirstConsonant, letter); consonant != nullptr) {
      sounds.push_back({*consonant, false, false});
      sounds.push_back({"a", true, true});
    } else if (const std::string_view* sign = entry(kSigns, kFirstSign, letter); sign != nullptr) {
      if (open) sounds.pop_back();
      if (!sign->empty()) sounds.push_back({*sign, true, false});
    } else if (const std::string_view* vowel = entry(kVowels, kFirstVowel, letter); vowel != nullptr) {
      sounds.push_back({*vowel, true, false});
    } else if (letter == kNukta) {
      if (open) sounds[sounds.size() - 2].text = with_nukta(sounds[sounds.size() - 2].text);
    } else if (letter == 0x901 || letter == 0x902) {
      sounds.push_back({"n", false, false});
    } else {
      sounds.push_back({ascii_of(tables, letter), false, false});
    }
  }
  silence(sounds);
  const std::size_t begin = out.size();
  for (const Sound& sound : sounds) out.append(sound.text);
  to_lower(out, begin);
}

// Call `read` with each word of a run, and put spaces around what it appends. `kept` is what a word may hold.
template <typename Kept, typename Read>
void word_by_word(std::u32string_view run, std::string& out, Kept kept, Read read) {
  out.push_back(' ');
  std::size_t place = 0;
  while (place < run.size()) {
    std::size_t end = place;
    while (end < run.size() && kept(run[end])) ++end;
    if (end > place) {
      read(run.substr(place, end - place));
      out.push_back(' ');
    }
    place = end + 1;
  }
}

}  // namespace

std::string_view ascii_of(const TablesView& tables, char32_t letter) noexcept {
  static constexpr auto kPlain = [] {
    std::array<char, 128> letters{};
    for (std::size_t place = 0; place < letters.size(); ++place) letters[place] = static_cast<char>(place);
    return letters;
  }();
  if (letter < kPlain.size()) return {&kPlain[letter], 1};
  const std::uint32_t value = tables.value(CharMap::ascii, letter);
  return value == 0 ? std::string_view() : tables.narrow(value);
}

void read_hebrew(const TablesView& tables, std::u32string_view run, std::string& out, LatinScratch& scratch) {
  std::u32string& plain = scratch.run;
  plain.clear();
  for (const char32_t letter : run) {
    if ((tables.properties(letter) & (kNonspacing | kFormat)) == 0) plain.push_back(letter);
  }
  const auto kept = [&](char32_t letter) {
    return letter == U'_' || (tables.properties(letter) & kAlnum) != 0 || is_geresh(tables, letter);
  };
  word_by_word(plain, out, kept, [&](std::u32string_view word) {
    scratch.word.assign(word);
    if (!is_ascii(word)) strip_marks(tables, scratch.word, scratch.marks);
    scratch.spelling.clear();
    for (const char32_t letter : scratch.word) {
      if (!is_geresh(tables, letter)) append(scratch.spelling, letter);
    }
    if (!append_known(tables, scratch.spelling, out)) append_hebrew_word(tables, word, out);
  });
}

void read_devanagari(const TablesView& tables, std::u32string_view run, std::string& out, LatinScratch& scratch) {
  std::u32string& plain = scratch.run;
  plain.clear();
  for (const char32_t letter : run) {
    if ((tables.properties(letter) & kFormat) == 0) plain.push_back(letter);
  }
  const auto kept = [&](char32_t letter) { return (tables.properties(letter) & (kAlnum | kMark)) != 0; };
  word_by_word(plain, out, kept, [&](std::u32string_view word) {
    scratch.spelling.clear();
    for (const char32_t letter : word) append(scratch.spelling, letter);
    if (!append_known(tables, scratch.spelling, out)) append_devanagari_word(tables, word, out, scratch.sounds);
  });
}

void read_armenian(const TablesView& tables, std::u32string_view run, std::string& out) {
  const std::size_t begin = out.size();
  for (const char32_t letter : run) out.append(ascii_of(tables, letter));
  to_lower(out, begin);
  for (const auto& [sought, by] : {std::pair<std::string_view, char>{"ow", 'u'}, {"rr", 'r'}}) {
    for (std::size_t place = out.find(sought, begin); place != std::string::npos; place = out.find(sought, place + 1)) {
      out.replace(place, sought.size(), 1, by);
    }
  }
}

}  // namespace licet::text
