// How alike two tokens are: `licet.match.similarity`, for one token against many words.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon.hpp"
#include "osa.hpp"
#include "params.hpp"
#include "token.hpp"

namespace licet::match {

// The same order as `licet.model.PairKind`.
enum class PairKind : std::uint8_t { equal, symbol, edit, sound, initial, joined };

// Similarity and kind; nothing when `value` is 0.
struct Alike {
  double value = 0;
  PairKind kind = PairKind::equal;
};

// A word to compare with.
struct Word {
  std::string_view text;
  std::uint32_t letters = 0;
  bool ascii = true;
  bool editable = false;
  bool digits = false;
};

// Kinds of keys: consonants, short spellings, Slavic names, and what a scanner may have read.
constexpr std::array<char, 4> key_kinds = {'c', 's', 'x', 'o'};
constexpr std::size_t scan_kind = 3;  // the kinds before it are of sound

constexpr unsigned sound_kinds = (1U << scan_kind) - 1;  // one bit each
constexpr unsigned all_kinds = (1U << key_kinds.size()) - 1;

// Which keys two tokens share.
struct Shared {
  bool sound = false;
  bool scan = false;
};

// Write the key of a kind into `key`; empty when the token has none.
void key_of(std::size_t kind, std::string_view token, std::string& key);

struct Keys {
  std::array<std::string, key_kinds.size()> keys;
  void set(std::string_view token);
  bool none() const noexcept;
};

// Compares one token of ours with listed words.
class Comparer {
 public:
  Comparer(const Params& params, const Lexicon& lexicon) : params_(params), lexicon_(lexicon) {}

  // Take a token; the view must live as long as it is compared.
  void set(std::string_view token);

  const Shape& shape() const noexcept { return shape_; }
  const text::WordRecord* record() const noexcept { return record_; }  // what the lexicon says of the token
  std::string_view token() const noexcept { return token_; }
  const Keys& keys() const noexcept { return keys_; }

  // Compare by the definition: initials, given names and joins left aside.
  Alike compare(const Word& word);

  // Compare with a word that is neither the token nor one of its other spellings. Of the kinds of keys, one bit each, those
  // are given that the two may share.
  Alike compare_spelling(const Word& word, unsigned kinds);

 private:
  Alike best_of(const Word& word, Shared shared, std::size_t distance) const;
  bool shares_key(std::size_t kind, const Word& word);
  bool sounds_alike(const Word& word, std::size_t distance) const noexcept;
  bool scanned_alike(const Word& word) const noexcept;

  const Params& params_;
  const Lexicon& lexicon_;
  std::string_view token_;
  Shape shape_;
  const text::WordRecord* record_ = nullptr;
  Keys keys_;
  std::string other_;
  Osa osa_;
};

// Whether the shorter token is the longer one without vowels (and doubled letters).
bool unwritten_vowels(std::string_view ours, std::string_view theirs);

}  // namespace licet::match
