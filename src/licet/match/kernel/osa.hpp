// Optimal string alignment distance: insertions, deletions, replacements, and swaps of neighbours.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace licet::match {

// Measures words against one token. Bit-parallel (Hyyrö 2003) for up to 64 letters of ASCII, a table otherwise.
class Osa {
 public:
  // Take the token to measure against; the view must live as long as words are measured against it.
  void set(std::string_view token, bool ascii);

  // Distance to a word.
  std::size_t distance(std::string_view word, bool ascii);

 private:
  std::size_t by_bits(std::string_view word) const;
  std::size_t by_table(const std::vector<std::uint32_t>& word);

  std::string_view token_;
  bool bits_ = false;
  std::array<std::uint64_t, 128> places_{};
  std::vector<std::uint32_t> letters_;
  std::vector<std::uint32_t> other_;
  std::array<std::vector<std::uint32_t>, 3> rows_;
};

}  // namespace licet::match
