// Kunrei to Hepburn, Greek by letter to Greek by ear, Belarusian endings to Russian ones.
#include "romanisation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

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

bool is_one_of(char letter, std::string_view letters) noexcept { return letters.find(letter) != std::string_view::npos; }

bool is_vowel(char letter) noexcept { return is_one_of(letter, "aeiou"); }

bool begins(std::string_view text, std::string_view with) noexcept { return text.substr(0, with.size()) == with; }

std::string_view hepburn(std::string_view kunrei) noexcept {
  const auto* found = std::find_if(kHepburn.begin(), kHepburn.end(),
                                   [&](const Respelling& item) { return item.first == kunrei; });
  return found == kHepburn.end() ? std::string_view() : found->second;
}

// Letters of the consonants that a Japanese syllable begins with.
std::size_t onset_size(std::string_view text) noexcept {
  if (begins(text, "ch") || begins(text, "sh") || begins(text, "ts")) return 2;
  if (text.empty()) return 0;
  if (is_one_of(text.front(), "kstnhmrgzdbpw")) return text.size() > 1 && text[1] == 'y' ? 2 : 1;
  return is_one_of(text.front(), "yjf") ? 1 : 0;
}

// Write a token of Japanese syllables as Hepburn does; false where it is none.
bool read_syllables(std::string_view token, std::string& out) {
  std::size_t place = 0;
  while (place < token.size()) {
    const std::string_view rest = token.substr(place);
    const std::size_t onset = onset_size(rest);
    if (onset < rest.size() && is_vowel(rest[onset])) {
      if (const auto syllable = hepburn(rest.substr(0, onset + 1)); !syllable.empty()) {
        out.append(syllable);
      } else {
        const auto consonants = hepburn(rest.substr(0, onset));
        out.append(consonants.empty() ? rest.substr(0, onset) : consonants);
        out.push_back(rest[onset]);
      }
      place += onset + 1;
      continue;
    }
    const bool final_n = rest.front() == 'n' && (rest.size() == 1 || !is_one_of(rest[1], "aeiouy"));
    const bool doubled = is_one_of(rest.front(), "kstp") && rest.size() > 1 && rest[1] == rest.front();
    if (!final_n && !doubled) return false;
    out.push_back(rest.front());
    ++place;
  }
  return true;
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

}  // namespace

std::string respelt(std::string_view token) {
  std::string out;
  out.reserve(2 * token.size());
  if (read_syllables(token, out)) return out;
  out.assign(token);
  for (const auto& [letters, sound] : kClusters) {
    if (begins(token, letters) && token.size() > letters.size() && is_vowel(token[letters.size()])) {
      out.replace(0, letters.size(), sound);
      break;
    }
  }
  if (const std::size_t size = pilgrim_size(out); size != 0) out.replace(0, size, "hatzi");
  const std::size_t count = out.size();
  if (count >= kBeforeEnding + 2 && out[count - 1] == 'u' && (out[count - 2] == 'a' || out[count - 2] == 'o')) {
    out.replace(count - 2, 2, "ov");
  }
  return out;
}

}  // namespace licet::text
