// The constants of the model, as the Python modules `similarity`, `weights` and `score` state them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace licet::match {

struct Params {
  // similarity.py
  std::array<double, 3> edits_cost{};  // of no, one and two edits, in letters
  double scanned = 0;
  double sound = 0;
  double sound_cost = 0;  // of other vowels in a long word, in letters
  double unwritten = 0;
  double sound_share = 0;
  double given_name = 0;
  double initial = 0;
  double joined = 0;
  std::size_t most_joined = 0;      // neighbours written as one word
  std::size_t shortest_joined = 0;  // letters that these must have together
  std::size_t editable_from = 0;    // letters from which a token may be misspelt
  std::array<std::uint8_t, 64> edit_limits{};  // by the letters of a token; the last holds for longer ones
  std::array<std::array<std::uint8_t, 3>, 64> edits_allowed{};  // by the letters of the shorter one, and how many more

  // weights.py
  std::array<double, 5> class_factor{};  // by text::WordClass
  double single_letter = 0;
  double background = 0;
  double rarest = 0;
  double unseen = 0;
  double unseen_common = 0;

  // score.py
  double our_extra = 0;
  double aside_most = 0;
  double middle_aside = 0;
  std::size_t middle_beside = 0;
  std::size_t firm_word = 0;
  std::size_t whole_words = 0;
  std::size_t long_word = 0;
  double their_extra = 0;
  double contradiction = 0;
  double enough = 0;
  double dearer = 0;
  double dearer_persons = 0;
  double common = 0;
  double common_words = 0;
  double other_begin = 0;
  double other_name = 0;
  double sure_edit = 0;
  std::size_t long_half = 0;
  double other_number = 0;
  double lone = 0;
  double lone_reading = 0;
  double transliterated = 0;
  std::size_t short_word = 0;
  std::size_t short_begun = 0;
  std::size_t short_reading = 0;
  std::size_t words_without_name = 0;

  // Most edits of a token in any pair: a pair of tokens has no more than its shorter one allows.
  std::size_t edit_limit(std::size_t letters) const noexcept {
    return edit_limits[letters < edit_limits.size() ? letters : edit_limits.size() - 1];
  }
  // Edits allowed between two tokens.
  std::size_t edit_limit(std::size_t shorter, std::size_t longer) const noexcept {
    const auto& allowed = edits_allowed[shorter < edits_allowed.size() ? shorter : edits_allowed.size() - 1];
    return longer - shorter < allowed.size() ? allowed[longer - shorter] : 0;
  }
};

// Forms carry these marks, in their flags.
constexpr std::uint8_t form_initials = 1;        // of a person, or of a party that may be one
constexpr std::uint8_t form_transliterated = 2;  // read from another script
constexpr std::uint8_t form_given = form_initials | form_transliterated;
constexpr std::uint8_t form_open = 16;           // of a listed name: of a person unless the name tells otherwise
constexpr std::uint8_t form_silent = 8;          // none of its words is telling; an index says so of its forms
constexpr std::uint8_t asked_person = 4;         // with a name of ours: of a person for sure

}  // namespace licet::match
