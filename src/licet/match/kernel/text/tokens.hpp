// Words to tokens: legal forms, titles, misspelt and written-together words; the rules of `_form` in
// `licet.text.tokens`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tables.hpp"

namespace licet::text {

// One token of a name. The views live until the memory they stand in is filled again.
struct Token {
  std::string_view text;  // as compared: a word, `=CORP`, `~SHEIKH`
  std::string_view word;  // as written (normalised); several words for a legal form of several words
  WordClass klass;        // of `text`
};

// A word of a name and what the tables say of it.
struct Word {
  std::string_view text;
  std::uint64_t hash;         // `hash_of(text)`
  const WordRecord* record;   // null: no table knows it
  std::uint32_t form_word;    // of the word as legal forms spell it, 0: in none
  std::uint32_t mended_size;  // letters of that spelling where it differs; 0: it does not
  bool begins_form;           // as legal forms spell it, it begins one
  bool ascii;
};

inline WordClass class_of(const WordRecord* record) {
  return record == nullptr ? WordClass::name : static_cast<WordClass>(record->klass);
}

// The memory that the tokens of one form stand in.
struct Written {
  std::string words;  // normalised, with single spaces between
  std::string made;   // tokens that are no part of it
  std::vector<Word> list;
  std::string scratch;
};

// Turns normalised words into tokens.
class Tokeniser {
 public:
  explicit Tokeniser(const TablesView& tables) noexcept;

  // Fill `tokens` from `written.words`, which may be set off where a legal form is written on to a name.
  void tokenise(Written& written, std::vector<Token>& tokens) const;

 private:
  void split(Written& written) const;
  static bool join_spelt(Written& written);
  bool set_apart(Written& written) const;
  bool ends_in_faith(std::string_view before, std::string_view last, std::string_view word) const;
  bool is_article(std::string_view last, std::string_view word) const;
  bool is_split(const Word& last, const Word& word) const;
  Word as_found(std::string_view text) const;
  std::size_t cut_of(const Word& word) const;
  void look_up(Word& word, std::string& scratch) const;
  void mend(Word& word, std::string& scratch) const;
  bool take(Word& word, const Pair* found) const;
  Token known(const Word& word, std::string& made) const;
  std::size_t take_form(const std::vector<Word>& words, std::size_t place, std::uint32_t& symbol) const;

  const TablesView* tables_;
  std::uint32_t first_letters_ =
      0;  // a bit for each letter that a word of a legal form before a name begins with
  std::uint32_t last_letters_ = 0;  // a bit for each letter that one behind a name ends in
  std::size_t shortest_glued_ = 0;
};

}  // namespace licet::text
