// Sounds of tokens in plain small letters, in one pass from the left.
#include "sound.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "letter_set.hpp"
#include "romanisation.hpp"

namespace licet::text {

namespace {

// What several letters sound like. Looked for in the order given, so that no spelling hides behind its own
// beginning.
struct Sound {
  std::string_view spelling;
  char sound;
};

constexpr std::array<Sound, 17> kSounds{{
    {"tsch", 'c'},
    {"shch", 'x'},
    {"sch", 'x'},
    {"tch", 'c'},
    {"dzh", 'j'},
    {"ch", 'c'},
    {"sh", 'x'},
    {"ph", 'f'},
    {"kh", 'h'},
    {"gh", 'g'},
    {"th", 't'},
    {"dh", 'd'},
    {"dj", 'j'},
    {"zh", 'j'},
    {"ts", 's'},
    {"tz", 's'},
    {"ck", 'k'},
}};

constexpr std::array<std::string_view, 14> kHissing{"shch", "tsch", "dsch", "stsch", "sch", "tch", "dzh",
                                                    "ch",   "sh",   "zh",   "dj",    "cz",  "sz",  "rz"};
constexpr char kHiss = 'S';

constexpr LetterSet kVowels("aeiouy");

constexpr Beginnings beginnings_of_sounds() {
  Beginnings found;
  for (const Sound& sound : kSounds) found.add(sound.spelling);
  return found;
}

constexpr Beginnings beginnings_of_hissing() {
  Beginnings found;
  for (const std::string_view spelling : kHissing) found.add(spelling);
  return found;
}

constexpr Beginnings kSoundBeginnings = beginnings_of_sounds();
constexpr Beginnings kHissingBeginnings = beginnings_of_hissing();

bool is_vowel(char letter) { return kVowels.has(letter); }

// The sound that a text of small letters begins with, or null.
const Sound* sound_at(std::string_view text) {
  if (!kSoundBeginnings.may_begin(text)) return nullptr;
  const auto* found = std::find_if(kSounds.begin(), kSounds.end(), [&](const Sound& sound) {
    return text.substr(0, sound.spelling.size()) == sound.spelling;
  });
  return found == kSounds.end() ? nullptr : found;
}

// Letters of the hissing sound that a text of small letters begins with; 0: it begins with none.
std::size_t hissing_at(std::string_view text) {
  if (!kHissingBeginnings.may_begin(text)) return 0;
  const auto* found = std::find_if(kHissing.begin(), kHissing.end(), [&](std::string_view hissing) {
    return text.substr(0, hissing.size()) == hissing;
  });
  return found == kHissing.end() ? 0 : found->size();
}

bool all_small_letters(std::string_view token) {
  return std::all_of(token.begin(), token.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

// What a scanner may have taken a letter for a digit from.
char unscanned(char letter) {
  switch (letter) {
    case '0':
      return 'o';
    case '1':
      return 'l';
    case '5':
      return 's';
    case '8':
      return 'b';
    default:
      return letter;
  }
}

// The one letter that a scanner may have read as two; '\0': they are none.
char one_for(char first, char second) {
  if (first == 'r' && second == 'n') return 'm';
  if (first == 'c' && second == 'l') return 'd';
  if (first == 'v' && second == 'v') return 'w';
  return '\0';
}

// Takes sounds from the left and keeps the consonants, a double one once.
class Key {
 public:
  Key(std::string& key, bool j_is_vowel) : key_(key), j_is_vowel_(j_is_vowel) { key_.clear(); }

  // A letter that stands for its own sound; `silent`: it is not heard, but parts two equal ones.
  void sound(char letter, bool silent) {
    const bool vowel = is_vowel(letter) || (j_is_vowel_ && letter == 'j');
    if (first_ && vowel) key_.push_back('A');
    first_ = false;
    if (!vowel && letter != last_ && !silent) key_.push_back(letter);
    last_ = vowel ? '\0' : letter;
  }

  void finish() {
    if (key_.size() < 3) key_.clear();
  }

 private:
  std::string& key_;
  bool j_is_vowel_;
  bool first_ = true;
  char last_ = '\0';
};

}  // namespace

void consonant_key(std::string_view token, std::string& key) {
  key.clear();
  if (token.size() < 4 || !all_small_letters(token)) return;
  Key sounds(key, false);
  std::size_t place = 0;
  while (place < token.size()) {
    const std::string_view rest = token.substr(place);
    if (const Sound* found = sound_at(rest); found != nullptr) {
      place += found->spelling.size();
      sounds.sound(found->sound, found->sound == 'h' && place == token.size());
      continue;
    }
    ++place;
    const bool last = place == token.size();
    // What follows a soft "c" is a letter of its own: no spelling of several letters begins with a vowel.
    const bool soft = !last && (token[place] == 'e' || token[place] == 'i' || token[place] == 'y');
    switch (rest.front()) {
      case 'c':
        sounds.sound(soft ? 's' : 'k', false);
        break;
      case 'x':
        sounds.sound('k', false);
        sounds.sound('s', false);
        break;
      case 'q':
        sounds.sound('k', false);
        break;
      case 'w':
        sounds.sound('v', false);
        break;
      case 'z':
        sounds.sound('s', false);
        break;
      default:
        sounds.sound(rest.front(), rest.front() == 'h' && last);
    }
  }
  sounds.finish();
}

void slavic_key(std::string_view token, std::string& key) {
  key.clear();
  if (token.size() < 5 || !all_small_letters(token)) return;
  std::string other;
  if (respell(token, other)) token = other;
  Key sounds(key, true);
  std::size_t place = 0;
  while (place < token.size()) {
    const std::string_view rest = token.substr(place);
    if (const std::size_t size = hissing_at(rest); size != 0) {
      place += size;
      sounds.sound(kHiss, false);
      continue;
    }
    ++place;
    switch (rest.front()) {
      case 'k':
        if (rest.size() > 1 && rest[1] == 'h') {
          ++place;
          sounds.sound('h', false);
        } else {
          sounds.sound('k', false);
        }
        break;
      case 'x':
        sounds.sound('k', false);
        sounds.sound('s', false);
        break;
      case 'q':
      case 'c':
        sounds.sound('k', false);
        break;
      case 'w':
        sounds.sound('v', false);
        break;
      case 'g':
        sounds.sound('h', false);
        break;
      default:
        sounds.sound(rest.front(), false);
    }
  }
  sounds.finish();
}

void scan_key(std::string_view token, std::string& key) {
  key.clear();
  std::size_t digits = 0;
  std::size_t misread = 0;
  for (const char letter : token) {
    const bool digit = letter >= '0' && letter <= '9';
    if (!digit && !(letter >= 'a' && letter <= 'z')) return;
    if (digit) ++digits;
    if (letter == '0' || letter == '1' || letter == '5' || letter == '8') ++misread;
  }
  if (token.size() < 4 || digits == token.size() || digits > misread || 3 * misread > token.size()) return;
  key.resize(token.size());
  std::size_t size = 0;
  for (std::size_t place = 0; place < token.size(); ++place) {
    const char letter = unscanned(token[place]);
    const char one = place + 1 < token.size() ? one_for(letter, unscanned(token[place + 1])) : '\0';
    if (one != '\0') ++place;
    key[size++] = one != '\0' ? one : letter == 'i' ? 'l' : letter;
  }
  key.resize(size);
}

void short_key(std::string_view token, std::string& key) {
  key.clear();
  if (token.size() < 3 || token.size() > 5 || !all_small_letters(token)) return;
  const auto sounds_as_vowel = [](char letter) { return is_vowel(letter) && letter != 'y'; };
  std::array<char, 5> heard{};
  std::size_t count = 0;
  for (std::size_t place = 0; place < token.size(); ++place) {
    const bool silent = token[place] == 'h' && place > 0 && sounds_as_vowel(token[place - 1]) &&
                        (place + 1 == token.size() || !sounds_as_vowel(token[place + 1]));
    if (!silent) heard[count++] = token[place];
  }
  for (std::size_t place = 0; place < count; ++place) {
    key.push_back(heard[place]);
    if (place + 1 < count && heard[place + 1] == heard[place]) ++place;
  }
  if (key.size() > 2 && key.back() == 'e') key.pop_back();
  if (key.size() < 2) key.clear();
}

}  // namespace licet::text
