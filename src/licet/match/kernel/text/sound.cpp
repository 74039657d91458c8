// Sounds of tokens in plain small letters, in one pass from the left.
#include "sound.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

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

bool is_vowel(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y';
}

bool all_small_letters(std::string_view token) {
  return std::all_of(token.begin(), token.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// Put one letter for two, in place.
void replace_pair(std::string& text, char first, char second, char by) {
  std::size_t size = 0;
  for (std::size_t place = 0; place < text.size(); ++place) {
    const bool pair = text[place] == first && place + 1 < text.size() && text[place + 1] == second;
    text[size++] = pair ? by : text[place];
    if (pair) ++place;
  }
  text.resize(size);
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
    const auto* found = std::find_if(kSounds.begin(), kSounds.end(),
                                     [&](const Sound& sound) { return begins(rest, sound.spelling); });
    if (found != kSounds.end()) {
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
  const std::string other = respelt(token);
  token = other;
  Key sounds(key, true);
  std::size_t place = 0;
  while (place < token.size()) {
    const std::string_view rest = token.substr(place);
    const auto* found = std::find_if(kHissing.begin(), kHissing.end(),
                                     [&](std::string_view hissing) { return begins(rest, hissing); });
    if (found != kHissing.end()) {
      place += found->size();
      sounds.sound(kHiss, false);
      continue;
    }
    ++place;
    switch (rest.front()) {
      case 'k':
        if (begins(rest, "kh")) {
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
  for (const char letter : token) {
    key.push_back(letter == '0'   ? 'o'
                  : letter == '1' ? 'l'
                  : letter == '5' ? 's'
                  : letter == '8' ? 'b'
                                  : letter);
  }
  replace_pair(key, 'r', 'n', 'm');
  replace_pair(key, 'c', 'l', 'd');
  replace_pair(key, 'v', 'v', 'w');
  std::replace(key.begin(), key.end(), 'i', 'l');
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
