// What a token is by its letters alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon.hpp"
#include "params.hpp"

namespace licet::match {

// The letters (code points) of valid UTF-8. Bytes that are none give one letter each: no look-up ever leaves the text.
void decode(std::string_view text, std::vector<std::uint32_t>& letters);

struct Shape {
  std::uint32_t letters = 0;
  bool ascii = true;
  bool editable = false;  // may be misspelt: long enough, no mark, no digit
  bool digits = false;    // holds a digit
  bool marked = false;    // a symbol or an address token: `=CORP`, `~SHEIKH`, `@paris`
  bool common = false;    // a name that many people bear
  bool number = false;    // tells one of several by number: digits, ordinals, the generations of a family
  bool aside = false;     // stands beside names without making another of them: trade, place, branch, father
  bool firm = false;      // says no more than that a name is a firm's: group, a legal form
  bool single = false;    // one letter of ASCII or one digit
  char initial = 0;       // the token is this letter alone, and may stand for a word that begins with it
  char first = 0;         // first letter, when that is a letter of ASCII
  WordClass klass = WordClass::name;
};

Shape shape_of(std::string_view text, const Params& params, const Lexicon& lexicon);

// The same of a text that the lexicon has been asked for.
Shape shape_of(std::string_view text, const text::WordRecord* record, const Params& params, const Lexicon& lexicon);

// Neighbouring tokens that may be one word elsewhere, taken one after another.
struct Joining {
  std::size_t parts = 0;
  std::size_t letters = 0;
  bool marked = false;

  void add(std::size_t more, bool is_marked) noexcept {
    ++parts;
    letters += more;
    marked |= is_marked;
  }
  bool possible(const Params& params) const noexcept {
    return parts > 1 && parts <= params.most_joined && !marked &&
           (letters >= params.shortest_joined || letters == parts);
  }
};

inline bool is_mark(char letter) noexcept { return letter == '=' || letter == '~' || letter == '@'; }

}  // namespace licet::match
