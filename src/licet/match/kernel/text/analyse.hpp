// Names to tokens: the rules of `licet.text.tokens.name_forms`, in one pass for plain ASCII.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "latin.hpp"
#include "tables.hpp"
#include "tokens.hpp"

namespace licet::text {

// One way to read a name: its own script, or Latin letters.
struct Form {
  std::vector<Token> tokens;
  bool transliterated = false;  // the tokens come from another script by one reading among several
};

// The forms of one name, with the memory they stand in; keep one for each thread and fill it again and again:
// once it has grown to the longest name nothing is allocated.
class Forms {
 public:
  Forms() = default;
  Forms(const Forms&) = delete;
  Forms& operator=(const Forms&) = delete;

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  const Form& operator[](std::size_t place) const noexcept { return forms_[place]; }
  const Form* begin() const noexcept { return forms_.data(); }
  const Form* end() const noexcept { return forms_.data() + size_; }

 private:
  friend class Analyser;
  std::array<Form, 2> forms_;
  std::array<Written, 2> written_;
  std::size_t size_ = 0;
  std::string turned_;
  std::u32string wide_turned_;
  std::u32string spelt_;
  std::u32string given_;
  std::u32string text_;
  std::u32string folded_;
  std::u32string scratch_;
  std::string latin_;
  LatinScratch reading_;
};

// Reads names by the tables. Without state of its own: one analyser serves all threads.
class Analyser {
 public:
  explicit Analyser(const TablesView& tables) noexcept : tables_(&tables), tokeniser_(tables) {}

  // Fill `out` with the forms of a name: none for a text without letters or digits. False, with `out` empty,
  // when the text is no valid UTF-8.
  bool analyse(std::string_view utf8, Forms& out) const;

 private:
  void read_ascii(std::string_view text, Forms& out) const;
  bool turn(std::u32string_view text, Forms& out) const;
  static bool turn(std::string_view text, Forms& out);
  void add(Forms& out, bool transliterated) const;
  void read(std::u32string_view text, Forms& out) const;
  bool latinise(std::u32string_view text, Forms& out) const;
  void add_spelt_out(std::u32string_view text, Forms& out) const;
  void add_pinyin(Forms& out) const;
  static bool has_legal_form(const Forms& out);
  bool has_words(std::u32string_view text, Forms& out) const;
  void normalise(std::string_view utf8, Forms& out) const;
  void cut_endings(std::u32string& text, std::u32string& scratch) const;
  void split_unspaced(std::string& words, Forms& out) const;

  const TablesView* tables_;
  Tokeniser tokeniser_;
};

}  // namespace licet::text
