// Kunrei to Hepburn, Greek by letter to Greek by ear, Belarusian and emigrants' endings to Russian ones, French to English
// spellings of Arabic, the two spellings of a Persian sound.
#include "romanisation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "letter_set.hpp"

namespace licet::text {

namespace {

using Respelling = std::pair<std::string_view, std::string_view>;

constexpr std::array<Respelling, 8> kHepburn{{{"sy", "sh"},
                                              {"ty", "ch"},
                                              {"zy", "j"},
                                              {"si", "shi"},
                                              {"ti", "chi"},
                                              {"tu", "tsu"},
                                              {"hu", "fu"},
                                              {"zi", "ji"}}};
constexpr std::array<Respelling, 3> kClusters{{{"nt", "d"}, {"mp", "b"}, {"gk", "g"}}};
constexpr std::array<std::string_view, 4> kPilgrimHeads{"ch", "kh", "h", "x"};
constexpr std::array<std::string_view, 4> kPilgrimTails{"atzi", "adji", "adzi", "atsi"};
constexpr std::size_t kAfterPilgrim = 3;
constexpr std::size_t kBeforeEnding = 4;

constexpr LetterSet kVowels("aeiou");
constexpr LetterSet kVowelsAndY("aeiouy");
constexpr LetterSet kBeforeGlide("kstnhmrgzdbpw");  // consonants that a syllable may begin with, "y" behind them or not
constexpr LetterSet kAlone("yjf");                  // those that it begins with alone
constexpr LetterSet kDoubled("kstp");

bool is_vowel(char letter) noexcept { return kVowels.has(letter); }

bool begins(std::string_view text, std::string_view with) noexcept { return text.substr(0, with.size()) == with; }

std::string_view hepburn(std::string_view kunrei) noexcept {
  const auto* found = std::find_if(kHepburn.begin(), kHepburn.end(),
                                   [&](const Respelling& item) { return item.first == kunrei; });
  return found == kHepburn.end() ? std::string_view() : found->second;
}

// Letters of the consonants that a Japanese syllable begins with.
std::size_t onset_size(std::string_view text) noexcept {
  if (text.empty()) return 0;
  const char second = text.size() > 1 ? text[1] : '\0';
  if (second == 'h' && (text.front() == 'c' || text.front() == 's')) return 2;
  if (second == 's' && text.front() == 't') return 2;
  if (kBeforeGlide.has(text.front())) return second == 'y' ? 2 : 1;
  return kAlone.has(text.front()) ? 1 : 0;
}

// Letters of what a token of Japanese syllables goes on with: a syllable, a closing "n", or half of a double consonant; 0
// where that is none.
std::size_t piece_size(std::string_view rest) noexcept {
  const std::size_t onset = onset_size(rest);
  if (onset < rest.size() && is_vowel(rest[onset])) return onset + 1;
  const bool final_n = rest.front() == 'n' && (rest.size() == 1 || !kVowelsAndY.has(rest[1]));
  const bool doubled = rest.size() > 1 && rest[1] == rest.front() && kDoubled.has(rest.front());
  return final_n || doubled ? 1 : 0;
}

bool are_syllables(std::string_view token) noexcept {
  for (std::size_t place = 0; place < token.size();) {
    const std::size_t size = piece_size(token.substr(place));
    if (size == 0) return false;
    place += size;
  }
  return true;
}

// Write a token of Japanese syllables as Hepburn does.
void write_syllables(std::string_view token, std::string& out) {
  for (std::size_t place = 0; place < token.size();) {
    const std::string_view piece = token.substr(place, piece_size(token.substr(place)));
    place += piece.size();
    if (!is_vowel(piece.back())) {
      out.append(piece);
    } else if (const auto syllable = hepburn(piece); !syllable.empty()) {
      out.append(syllable);
    } else {
      const std::string_view onset = piece.substr(0, piece.size() - 1);
      const auto consonants = hepburn(onset);
      out.append(consonants.empty() ? onset : consonants);
      out.push_back(piece.back());
    }
  }
}

// Letters of "son of the pilgrim" at the head of a Greek name; 0: it does not stand there.
std::size_t pilgrim_size(std::string_view token) noexcept {
  for (const std::string_view head : kPilgrimHeads) {
    if (!begins(token, head)) continue;
    for (const std::string_view tail : kPilgrimTails) {
      const std::size_t size = head.size() + tail.size();
      if (begins(token.substr(head.size()), tail) && token.size() >= size + kAfterPilgrim) return size;
    }
  }
  return 0;
}

// Whether a name ends as Russian emigrants wrote it: "pavloff".
bool is_emigrant(std::string_view token) noexcept {
  constexpr std::size_t kLeast = 5;
  if (token.size() < kLeast || token.substr(token.size() - 2) != "ff") return false;
  const char vowel = token[token.size() - 3];
  return vowel == 'o' || vowel == 'e';
}

// Where "ou" stands for the sound of "w" in French spellings of Arabic names: "marouan"; npos: nowhere.
std::size_t glide_at(std::string_view token, std::size_t from) noexcept {
  constexpr LetterSet kBehind("aeiy");
  for (std::size_t place = token.find("ou", from); place != std::string_view::npos; place = token.find("ou", place + 1)) {
    if (place + 2 < token.size() && kBehind.has(token[place + 2])) return place;
  }
  return std::string_view::npos;
}

// Where "gi" stands for the sound of "y", as Greek is written by letter: "bakogiannis"; npos: nowhere.
std::size_t iota_at(std::string_view token, std::size_t from) noexcept {
  for (std::size_t place = token.find("gi", from); place != std::string_view::npos; place = token.find("gi", place + 1)) {
    if (place + 2 < token.size() && (token[place + 2] == 'a' || token[place + 2] == 'o')) return place;
  }
  return std::string_view::npos;
}

}  // namespace

bool respell(std::string_view token, std::string& out) {
  out.clear();
  if (are_syllables(token)) {
    write_syllables(token, out);
    return true;
  }
  const auto* cluster = std::find_if(kClusters.begin(), kClusters.end(), [&](const Respelling& item) {
    return begins(token, item.first) && token.size() > item.first.size() && is_vowel(token[item.first.size()]);
  });
  const std::size_t pilgrim = pilgrim_size(token);
  const bool ends_in_u = token.size() >= 2 && token.back() == 'u';
  const bool emigrant = is_emigrant(token);
  const bool glide = glide_at(token, 0) != std::string_view::npos;
  const bool guttural = token.find("gh") != std::string_view::npos || iota_at(token, 0) != std::string_view::npos;
  if (cluster == kClusters.end() && pilgrim == 0 && !ends_in_u && !emigrant && !glide && !guttural) return false;
  out.assign(token);
  if (cluster != kClusters.end()) out.replace(0, cluster->first.size(), cluster->second);
  if (pilgrim != 0) out.replace(0, pilgrim, "hatzi");
  if (is_emigrant(out)) out.replace(out.size() - 2, 2, "v");
  for (std::size_t place = glide_at(out, 0); place != std::string::npos; place = glide_at(out, place)) {
    out.replace(place, 2, "w");
  }
  for (std::size_t place = out.find("gh"); place != std::string::npos; place = out.find("gh", place)) {
    out.replace(place, 2, "q");
  }
  for (std::size_t place = iota_at(out, 0); place != std::string::npos; place = iota_at(out, place)) {
    out.replace(place, 2, "y");
  }
  const std::size_t count = out.size();
  if (count >= kBeforeEnding + 2 && ends_in_u && (out[count - 2] == 'a' || out[count - 2] == 'o')) {
    out.replace(count - 2, 2, "ov");
  }
  return true;
}

}  // namespace licet::text
