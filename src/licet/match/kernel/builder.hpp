// Takes the forms of listed names and gives the bytes of an index. Each distinct form is kept once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index.hpp"
#include "lexicon.hpp"
#include "params.hpp"

namespace licet::match {

// Numbers of things under their hashes, by open addressing. Half of each hash stands beside the number, so that a thing is
// looked at only where it is most likely the one.
class Numbered {
 public:
  // The number under this hash for which `same` says that it is the thing, or `none`; remembers where it would belong.
  template <class Same>
  std::uint32_t find(std::uint64_t hashed, Same same) {
    const std::uint64_t mask = slots_.size() - 1;
    const std::uint64_t upper = hashed & ~std::uint64_t{none};
    for (slot_ = hashed & mask; slots_[slot_] != empty; slot_ = (slot_ + 1) & mask) {
      const auto number = static_cast<std::uint32_t>(slots_[slot_]);
      if ((slots_[slot_] & ~std::uint64_t{none}) == upper && same(number)) return number;
    }
    return none;
  }

  // Give a number to the thing that `find` has just not found. `hashes` are those of all numbers so far.
  void add(std::uint32_t number, const std::vector<std::uint64_t>& hashes);

  void prefetch(std::uint64_t hashed) const noexcept { __builtin_prefetch(&slots_[hashed & (slots_.size() - 1)]); }

  void clear() { slots_.assign(smallest, empty); }

 private:
  static constexpr std::uint64_t empty = ~std::uint64_t{0};
  static constexpr std::size_t smallest = std::size_t{1} << 12U;
  static std::uint64_t slot_of(std::uint64_t hashed, std::uint32_t number) noexcept {
    return (hashed & ~std::uint64_t{none}) | number;
  }

  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(smallest, empty);
  std::uint64_t slot_ = 0;
};

// Distinct tokens, numbered in the order in which they come.
class TokenPool {
 public:
  std::uint32_t number(std::string_view text) { return number(text, hash(text)); }
  std::uint32_t number(std::string_view text, std::uint64_t hashed);
  void prefetch(std::uint64_t hashed) const noexcept { numbers_.prefetch(hashed); }
  std::string_view text(std::uint32_t number) const noexcept {
    return std::string_view(heap_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }
  std::uint64_t hashed(std::uint32_t number) const noexcept { return hashes_[number]; }
  std::size_t size() const noexcept { return hashes_.size(); }

 private:
  std::string heap_;
  std::vector<std::size_t> starts_{0};
  std::vector<std::uint64_t> hashes_;
  Numbered numbers_;
};

// A name of a version that bears a form.
struct Row {
  std::uint32_t form;
  std::int32_t version;
  std::int32_t code;
};

class Builder {
 public:
  Builder(const Params& params, const Lexicon& lexicon) : params_(params), lexicon_(lexicon) {}

  // Take one form of a name.
  void add(const std::vector<std::string_view>& tokens, std::uint8_t flags, std::int32_t version, std::int32_t code);

  // Take the rows of an older index without analysing anything: `versions[old]` is the new number of a version, or below
  // zero where it is no longer wanted.
  void load(const Index& index, const std::vector<std::int32_t>& versions);

  std::size_t forms() const noexcept { return flags_.size(); }
  std::size_t rows() const noexcept { return rows_.size(); }

  // Return the blob, to be written where it is wanted. The same forms and rows give the same bytes, in whatever order they
  // came. The builder is empty afterwards.
  BlobWriter finish();

 private:
  struct Layout;  // what the sections share while they are made

  std::uint32_t form(std::uint8_t flags);
  void arrange_words(Layout& layout) const;
  void arrange_forms(Layout& layout) const;
  void write_words(const Layout& layout, BlobWriter& out) const;
  void write_forms(const Layout& layout, BlobWriter& out) const;
  void write_rows(const Layout& layout, BlobWriter& out) const;
  void write_spellings(const Layout& layout, BlobWriter& out) const;
  void write_joins(const Layout& layout, BlobWriter& out) const;

  const Params& params_;
  const Lexicon& lexicon_;
  TokenPool pool_;
  std::vector<std::uint32_t> wanted_;         // the tokens of the form that is being added
  std::vector<std::uint64_t> wanted_hashes_;  // of these
  std::vector<std::size_t> starts_{0};        // of each form, in `tokens_`
  std::vector<std::uint32_t> tokens_;
  std::vector<std::uint8_t> flags_;
  std::vector<std::uint64_t> hashes_;
  Numbered numbers_;                          // by the hash of tokens and flags
  std::vector<Row> rows_;
};

}  // namespace licet::match
