// One column of an Arrow batch, read in place: checked once, then a cell costs a few instructions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "c_data.hpp"

namespace licet::arrow {

// What came is not what the specification allows, or of a type that is not read here.
class OddArrow : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What a cell is to its reader.
enum class CellType : std::uint8_t {
  nothing,   // every cell is null
  text,      // UTF-8
  whole,     // a signed number
  natural,   // an unsigned number, to be read as std::uint64_t
  day,       // days since 1970-01-01
  instant,   // microseconds since 1970-01-01T00:00, in no time zone
};

// How the buffers of a column are laid out.
enum class Encoding : std::uint8_t { null, text32, text64, view, i8, i16, i32, i64, u8, u16, u32, u64 };

// The type of a column, from its schema.
struct ColumnType {
  std::string name;
  CellType cell = CellType::nothing;
  Encoding encoding = Encoding::null;
  std::shared_ptr<const ColumnType> dictionary;  // of a column that holds numbers of values

  // Throws OddArrow for a type that is not read here.
  static ColumnType of(const ArrowSchema& schema);
};

class Column {
 public:
  // Look at a column; the array must outlive it.
  //
  // Args: rows that its parent has, and the parent's offset.
  // Throws OddArrow when a buffer is missing or points outside of another.
  Column(const ColumnType& type, const ArrowArray& array, std::int64_t rows, std::int64_t parent_offset);

  CellType type() const noexcept { return values_ ? values_->type() : type_; }
  std::size_t size() const noexcept { return static_cast<std::size_t>(rows_); }

  bool is_null(std::size_t row) const noexcept {
    const std::int64_t at = first_ + static_cast<std::int64_t>(row);
    if (encoding_ == Encoding::null || !is_set(at)) return true;
    return values_ && values_->is_null(static_cast<std::size_t>(whole(at)));
  }
  // Of a text column and a cell that is not null.
  std::string_view text(std::size_t row) const noexcept {
    const std::int64_t at = first_ + static_cast<std::int64_t>(row);
    return values_ ? values_->text(static_cast<std::size_t>(whole(at))) : text_at(at);
  }
  // Of a column of numbers, days or instants, and a cell that is not null.
  std::int64_t number(std::size_t row) const noexcept {
    const std::int64_t at = first_ + static_cast<std::int64_t>(row);
    return values_ ? values_->number(static_cast<std::size_t>(whole(at))) : whole(at);
  }

 private:
  bool is_set(std::int64_t at) const noexcept {
    return valid_ == nullptr || (valid_[at >> 3] >> (at & 7) & 1) != 0;
  }
  std::int64_t whole(std::int64_t at) const noexcept;
  std::string_view text_at(std::int64_t at) const noexcept;
  const void* buffer(const ArrowArray& array, std::int64_t place, std::int64_t count) const;
  void check_offsets() const;
  void check_views(const ArrowArray& array);
  void check_numbers() const;

  CellType type_;
  Encoding encoding_;
  std::int64_t rows_;
  std::int64_t first_ = 0;
  const std::uint8_t* valid_ = nullptr;
  const void* data_ = nullptr;          // numbers, offsets or views
  const char* bytes_ = nullptr;         // of text with offsets
  const void* const* pools_ = nullptr;  // of text with views
  std::unique_ptr<const Column> values_;
};

}  // namespace licet::arrow
