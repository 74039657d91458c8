// The names of a row, put together from its cells as `licet.tables.subjects.SubjectReader` does it.
//
// Only what is plain is read here: a row that would need a remark, or whose cells hold something unusual, is called odd
// and is left to that reader.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "stream.hpp"

namespace licet::arrow {

// Places of the columns that hold names or parts of them.
struct NameColumns {
  std::vector<std::size_t> given;  // first names, then middle names
  std::vector<std::size_t> last;
  std::vector<std::size_t> whole;
  std::vector<std::size_t> others;  // aliases
};

// Whether a cell says anything: it is not null and no text that stands for nothing, such as "-".
bool is_filled(const Column& column, std::size_t row);

constexpr std::size_t longest_name = 1000;  // bytes, which are never fewer than characters

// Reads the names of one row after another; keep one for each thread.
class RowNames {
 public:
  explicit RowNames(const NameColumns& columns) : columns_(columns) {}

  // Read a row. False when it is odd: it has no name, or not only plain ones.
  bool read(const Batch& batch, std::size_t row);

  // Its names; they stand until the next row is read or the batch is gone.
  const std::vector<std::string_view>& texts() const noexcept { return texts_; }

 private:
  bool add_cells(const Batch& batch, std::size_t row, const std::vector<std::size_t>& places, bool split,
                 std::vector<std::string_view>& into);
  void add(std::string_view cell, std::vector<std::string_view>& into);
  void join(const std::vector<std::string_view>& first, const std::vector<std::string_view>& second);
  std::string_view trimmed(std::string_view text);
  std::string& room();

  const NameColumns columns_;
  std::vector<std::string_view> given_;
  std::vector<std::string_view> last_;
  std::vector<std::string_view> whole_;
  std::vector<std::string_view> texts_;
  std::deque<std::string> rooms_;  // a string of a deque never moves
  std::size_t rooms_used_ = 0;
};

}  // namespace licet::arrow
