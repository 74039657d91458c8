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

// Distinct tokens, numbered in the order in which they come.
class TokenPool {
 public:
  TokenPool() : table_(1U << 12U, none) {}
  std::uint32_t number(std::string_view text);
  std::string_view text(std::uint32_t number) const noexcept {
    return std::string_view(heap_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }
  std::uint64_t hashed(std::uint32_t number) const noexcept { return hashes_[number]; }
  std::size_t size() const noexcept { return hashes_.size(); }

 private:
  std::string heap_;
  std::vector<std::size_t> starts_{0};
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> table_;
};

// A name of a version that bears a form.
struct Row {
  std::uint32_t form;
  std::int32_t version;
  std::int32_t code;
};

class Builder {
 public:
  Builder(const Params& params, const Lexicon& lexicon)
      : params_(params), lexicon_(lexicon), table_(1U << 12U, none) {}

  // Take one form of a name.
  void add(const std::vector<std::string_view>& tokens, std::uint8_t flags, std::int32_t version, std::int32_t code);

  // Take the rows of an older index without analysing anything: `versions[old]` is the new number of a version, or below
  // zero where it is no longer wanted.
  void load(const Index& index, const std::vector<std::int32_t>& versions);

  std::size_t forms() const noexcept { return flags_.size(); }
  std::size_t rows() const noexcept { return rows_.size(); }

  // Return the blob. The same forms and rows give the same bytes, in whatever order they came. The builder is empty
  // afterwards.
  std::vector<unsigned char> finish();

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
  std::vector<std::size_t> starts_{0};        // of each form, in `tokens_`
  std::vector<std::uint32_t> tokens_;
  std::vector<std::uint8_t> flags_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> table_;          // open addressing by the hash of tokens and flags
  std::vector<Row> rows_;
};

}  // namespace licet::match
