// The way of a name: plain ASCII at once; others unmasked, cut, read in Latin letters, and in their own.
#include "analyse.hpp"

#include <algorithm>

#include "endings.hpp"
#include "normal_form.hpp"
#include "spaced.hpp"
#include "utf8.hpp"

namespace licet::text {

namespace {

void append_all(std::string& out, std::u32string_view text) {
  for (const char32_t letter : text) append(out, letter);
}

// The two letters for one that German, the Nordic languages and Serbian spell out where the marks are wanting.
std::u32string_view spelt_out(char32_t letter) {
  switch (letter) {
    case 0xE4:
      return U"ae";
    case 0xF6:
    case 0xF8:
      return U"oe";
    case 0xFC:
      return U"ue";
    case 0xE5:
      return U"aa";
    case 0x111:
      return U"dj";
    case 0xC4:
      return U"Ae";
    case 0xD6:
    case 0xD8:
      return U"Oe";
    case 0xDC:
      return U"Ue";
    case 0xC5:
      return U"Aa";
    case 0x110:
      return U"Dj";
    default:
      return {};
  }
}

bool is_ascii_alnum(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z');
}

}  // namespace

bool Analyser::analyse(std::string_view utf8, Forms& out) const {
  out.size_ = 0;
  if (is_ascii(utf8)) {
    read_ascii(utf8, out);
    if (!has_legal_form(out) && turn(utf8, out)) {
      out.size_ = 0;
      read_ascii(out.turned_, out);
    }
    add_pinyin(out);
    return true;
  }
  if (!decode_all(utf8, out.given_)) return false;
  unmask(*tables_, out.given_);
  read(out.given_, out);
  if (!has_legal_form(out) && turn(out.given_, out)) {
    out.size_ = 0;
    read(out.wide_turned_, out);
  }
  add_pinyin(out);
  return true;
}

// Put "Last, First" down as "First Last". False when the text is not of that kind; nor is a name with a legal
// form turned, for there the comma stands before the form.
bool Analyser::turn(std::string_view text, Forms& out) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || text.find(',', comma + 1) != std::string_view::npos) return false;
  const auto says = [](char letter) { return letter == '&' || is_ascii_alnum(letter); };
  const std::string_view left = text.substr(0, comma);
  const std::string_view right = text.substr(comma + 1);
  if (std::none_of(left.begin(), left.end(), says) || std::none_of(right.begin(), right.end(), says))
    return false;
  out.turned_.assign(right).append(" ").append(left);
  return true;
}

bool Analyser::turn(std::u32string_view text, Forms& out) const {
  const std::size_t comma = text.find(U',');
  if (comma == std::u32string_view::npos || text.find(U',', comma + 1) != std::u32string_view::npos)
    return false;
  const std::u32string_view left = text.substr(0, comma);
  const std::u32string_view right = text.substr(comma + 1);
  if (!has_words(left, out) || !has_words(right, out)) return false;
  out.wide_turned_.assign(right).append(U" ").append(left);
  return true;
}

bool Analyser::has_legal_form(const Forms& out) {
  const auto is_legal = [](const Token& token) { return token.text.front() == '='; };
  return std::any_of(out.begin(), out.end(), [&](const Form& form) {
    return std::any_of(form.tokens.begin(), form.tokens.end(), is_legal);
  });
}

bool Analyser::has_words(std::u32string_view text, Forms& out) const {
  out.latin_.clear();
  if (is_ascii(text)) {
    out.folded_.assign(text);
  } else {
    fold(*tables_, text, out.folded_, out.scratch_);
  }
  space(*tables_, out.folded_, out.scratch_, out.latin_);
  return !out.latin_.empty();
}

void Analyser::read_ascii(std::string_view text, Forms& out) const {
  normalise(text, out);
  add(out, false);
}

// Make a form of the words that stand ready, if there are any.
void Analyser::add(Forms& out, bool transliterated) const {
  Form& form = out.forms_[out.size_];
  tokeniser_.tokenise(out.written_[out.size_], form.tokens);
  form.transliterated = transliterated;
  if (!form.tokens.empty()) ++out.size_;
}

// Add the form in Pinyin of a Chinese name that another system spells (`licet.text.syllables`).
void Analyser::add_pinyin(Forms& out) const {
  constexpr std::size_t kLeast = 2;
  constexpr std::size_t kMost = 4;
  constexpr std::size_t kLongest = 6;
  if (out.size_ == 0 || out.forms_[0].transliterated || (out.size_ == 2 && out.forms_[1].transliterated)) return;
  const std::vector<Token>& tokens = out.forms_[0].tokens;
  if (tokens.size() < kLeast || tokens.size() > kMost) return;
  std::array<const Syllable*, kMost> found{};
  bool wade = true;
  bool south = true;
  bool all_pinyin = true;
  for (std::size_t place = 0; place < tokens.size(); ++place) {
    const std::string_view text = tokens[place].text;
    found[place] = text.size() <= kLongest ? tables_->spelt_syllable(text) : nullptr;
    if (found[place] == nullptr) return;
    wade = wade && found[place]->wade.size != 0;
    south = south && found[place]->south.size != 0;
    all_pinyin = all_pinyin && found[place]->is_pinyin != 0;
  }
  if (all_pinyin || !(wade || south)) return;
  const auto read = [&](std::size_t place) {
    return tables_->text(wade ? found[place]->wade : found[place]->south);
  };
  bool differs = false;
  for (std::size_t place = 0; place < tokens.size(); ++place) differs = differs || read(place) != tokens[place].text;
  if (!differs) return;
  Form& form = out.forms_[1];
  form.tokens.clear();
  for (std::size_t place = 0; place < tokens.size(); ++place) {
    form.tokens.push_back({read(place), tokens[place].word, tables_->word_class(read(place))});
  }
  form.transliterated = true;
  out.size_ = 2;
}

// Read a text of any letters: in its own script, when that is another than Latin, and in Latin letters.
void Analyser::read(std::u32string_view text, Forms& out) const {
  const bool transliterated = latinise(text, out);
  if (transliterated) {
    std::string& words = out.written_[0].words;
    words.clear();
    fold(*tables_, text, out.folded_, out.scratch_);
    space(*tables_, out.folded_, out.scratch_, words);
    split_unspaced(words, out);
    add(out, false);
  }
  normalise(out.latin_, out);
  add(out, transliterated);
  if (!transliterated && out.size_ == 1) add_spelt_out(text, out);
}

// Put the Latin form of a text down. Returns whether a script other than Latin was involved.
bool Analyser::latinise(std::u32string_view text, Forms& out) const {
  out.latin_.clear();
  if (is_ascii(text)) {
    append_all(out.latin_, text);
    return false;
  }
  out.folded_.assign(text);
  cut_endings(out.folded_, out.scratch_);
  if (is_ascii(out.folded_)) {
    append_all(out.latin_, out.folded_);
    return false;
  }
  compose_compatible(*tables_, out.folded_, out.scratch_);
  return to_latin(*tables_, out.folded_, out.latin_, out.reading_);
}

// Add the form of a name in Latin letters in which letters with marks are spelt out as two, where it is another.
void Analyser::add_spelt_out(std::u32string_view text, Forms& out) const {
  out.spelt_.clear();
  for (const char32_t letter : text) {
    const std::u32string_view two = spelt_out(letter);
    if (two.empty()) {
      out.spelt_.push_back(letter);
    } else {
      out.spelt_.append(two);
    }
  }
  if (out.spelt_.size() == text.size()) return;
  latinise(out.spelt_, out);
  normalise(out.latin_, out);
  add(out, false);
  const auto same = [](const Token& left, const Token& right) { return left.text == right.text; };
  const std::vector<Token>& first = out.forms_[0].tokens;
  const std::vector<Token>& second = out.forms_[1].tokens;
  if (out.size_ == 2 && std::equal(first.begin(), first.end(), second.begin(), second.end(), same)) out.size_ = 1;
}

// Put the words of a text that is valid UTF-8 ready for the next form.
void Analyser::normalise(std::string_view utf8, Forms& out) const {
  std::string& words = out.written_[out.size_].words;
  words.clear();
  if (is_ascii(utf8)) {
    if (space_ascii(utf8, words)) return;
    widen_ascii(utf8, out.folded_);
  } else {
    decode_all(utf8, out.text_);
    fold(*tables_, out.text_, out.folded_, out.scratch_);
  }
  space(*tables_, out.folded_, out.scratch_, words);
}

// Drop legal forms of unspaced scripts before they are read out: their readings are no name.
void Analyser::cut_endings(std::u32string& text, std::u32string& scratch) const {
  scratch.clear();
  const auto is_space = [&](char32_t letter) { return (tables_->properties(letter) & kSpace) != 0; };
  std::size_t place = 0;
  while (place < text.size()) {
    if (is_space(text[place])) {
      ++place;
      continue;
    }
    std::size_t end = place + 1;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (!scratch.empty()) scratch.push_back(U' ');
    scratch.append(split_ending(*tables_, std::u32string_view(text).substr(place, end - place)).rest);
    place = end;
  }
  text.swap(scratch);
}

// Set each Han character apart, and legal forms of unspaced scripts from their words.
void Analyser::split_unspaced(std::string& words, Forms& out) const {
  std::u32string& text = out.folded_;
  decode_all(words, text);
  const auto is_han = [&](char32_t letter) { return script_number(tables_->properties(letter)) == kHani; };
  bool needed = false;
  for (const char32_t letter : text)
    needed = needed || is_han(letter) || (tables_->properties(letter) & kEnding) != 0;
  if (!needed) return;
  words.clear();
  const std::u32string_view all = text;
  std::size_t place = 0;
  while (place < all.size()) {
    std::size_t end = all.find(U' ', place);
    if (end == std::u32string_view::npos) end = all.size();
    const SplitWord split = split_ending(*tables_, all.substr(place, end - place));
    place = end + 1;
    bool joins = false;  // a letter that is no Han character goes on with one before it
    for (const char32_t letter : split.rest) {
      const bool han = is_han(letter);
      if (!words.empty() && (han || !joins)) words.push_back(' ');
      append(words, letter);
      joins = !han;
    }
    if (split.form.empty()) continue;
    words.push_back(' ');
    append_all(words, split.form);
  }
}

}  // namespace licet::text
