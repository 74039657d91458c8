#include "column.hpp"

#include <cstring>
#include <limits>
#include <tuple>
#include <utility>

namespace licet::arrow {

namespace {

// A text of a column of views: up to twelve bytes stand in it, others in a pool.
struct View {
  std::int32_t size;
  char head[4];
  std::int32_t pool;
  std::int32_t offset;
};
static_assert(sizeof(View) == 16);
constexpr std::int32_t inlined = 12;

template <class T>
T read(const void* data, std::int64_t at) noexcept {
  T value;
  std::memcpy(&value, static_cast<const char*>(data) + static_cast<std::size_t>(at) * sizeof(T), sizeof(T));
  return value;
}

std::pair<CellType, Encoding> layout(std::string_view format) {
  if (format == "n") return {CellType::nothing, Encoding::null};
  if (format == "u") return {CellType::text, Encoding::text32};
  if (format == "U") return {CellType::text, Encoding::text64};
  if (format == "vu") return {CellType::text, Encoding::view};
  if (format == "c") return {CellType::whole, Encoding::i8};
  if (format == "s") return {CellType::whole, Encoding::i16};
  if (format == "i") return {CellType::whole, Encoding::i32};
  if (format == "l") return {CellType::whole, Encoding::i64};
  if (format == "C") return {CellType::natural, Encoding::u8};
  if (format == "S") return {CellType::natural, Encoding::u16};
  if (format == "I") return {CellType::natural, Encoding::u32};
  if (format == "L") return {CellType::natural, Encoding::u64};
  if (format == "tdD") return {CellType::day, Encoding::i32};
  if (format == "tsu:") return {CellType::instant, Encoding::i64};
  throw OddArrow("an Arrow column of the format '" + std::string(format) + "' is not read here");
}

std::int64_t expected_buffers(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::null: return 0;
    case Encoding::text32:
    case Encoding::text64:
    case Encoding::view: return 3;  // of views: at least
    default: return 2;
  }
}

}  // namespace

ColumnType ColumnType::of(const ArrowSchema& schema) {
  if (schema.format == nullptr) throw OddArrow("an Arrow column without a format");
  ColumnType type;
  type.name = schema.name == nullptr ? "" : schema.name;
  std::tie(type.cell, type.encoding) = layout(schema.format);
  if (schema.dictionary != nullptr) {
    if (schema.dictionary->dictionary != nullptr) throw OddArrow("an Arrow dictionary of a dictionary");
    if (type.cell != CellType::whole && type.cell != CellType::natural) {
      throw OddArrow("an Arrow dictionary whose keys are no numbers");
    }
    type.dictionary = std::make_shared<const ColumnType>(of(*schema.dictionary));
  }
  return type;
}

Column::Column(const ColumnType& type, const ArrowArray& array, std::int64_t rows, std::int64_t parent_offset)
    : type_(type.cell), encoding_(type.encoding), rows_(rows) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 64;
  for (const std::int64_t count : {rows, parent_offset, array.length, array.offset}) {
    if (count < 0 || count > most) throw OddArrow("an Arrow column with an impossible length");
  }
  if (array.length < rows + parent_offset) throw OddArrow("an Arrow column shorter than its batch");
  first_ = array.offset + parent_offset;
  const std::int64_t needed = expected_buffers(encoding_);
  if (encoding_ == Encoding::view ? array.n_buffers < needed : array.n_buffers != needed && needed != 0) {
    throw OddArrow("an Arrow column with another number of buffers");
  }
  if (encoding_ == Encoding::null) return;
  if (array.buffers == nullptr) throw OddArrow("an Arrow column without buffers");
  if (array.null_count != 0) valid_ = static_cast<const std::uint8_t*>(array.buffers[0]);
  data_ = buffer(array, 1, rows);
  if (encoding_ == Encoding::text32 || encoding_ == Encoding::text64) {
    bytes_ = static_cast<const char*>(array.buffers[2]);
    if (rows > 0) check_offsets();
  } else if (encoding_ == Encoding::view) {
    check_views(array);
  }
  if (type.dictionary) {
    if (array.dictionary == nullptr) throw OddArrow("an Arrow column without its dictionary");
    values_ = std::make_unique<const Column>(*type.dictionary, *array.dictionary, array.dictionary->length, 0);
    check_numbers();
  }
}

const void* Column::buffer(const ArrowArray& array, std::int64_t place, std::int64_t count) const {
  const void* found = array.buffers[place];
  if (found == nullptr && count > 0) throw OddArrow("an Arrow column with a missing buffer");
  return found;
}

void Column::check_offsets() const {
  const auto offset = [this](std::int64_t at) -> std::int64_t {
    return encoding_ == Encoding::text32 ? read<std::int32_t>(data_, at) : read<std::int64_t>(data_, at);
  };
  std::int64_t before = offset(first_);
  if (before < 0) throw OddArrow("an Arrow text begins before its buffer");
  for (std::int64_t at = first_ + 1; at <= first_ + rows_; ++at) {
    const std::int64_t here = offset(at);
    if (here < before) throw OddArrow("an Arrow text ends before it begins");
    before = here;
  }
  if (bytes_ == nullptr && before > offset(first_)) throw OddArrow("an Arrow column without its text");
}

void Column::check_views(const ArrowArray& array) {
  const std::int64_t pools = array.n_buffers - 3;
  pools_ = array.buffers + 2;
  const void* sizes = array.buffers[array.n_buffers - 1];
  if (pools > 0 && sizes == nullptr) throw OddArrow("an Arrow column without the sizes of its buffers");
  for (std::int64_t at = first_; at < first_ + rows_; ++at) {
    if (!is_set(at)) continue;
    const View view = read<View>(data_, at);
    if (view.size < 0) throw OddArrow("an Arrow text of negative length");
    if (view.size <= inlined) continue;
    const bool inside = view.pool >= 0 && view.pool < pools && view.offset >= 0 && pools_[view.pool] != nullptr &&
                        std::int64_t{view.offset} + view.size <= read<std::int64_t>(sizes, view.pool);
    if (!inside) throw OddArrow("an Arrow text outside of its buffer");
  }
}

void Column::check_numbers() const {
  const std::int64_t known = values_->rows_;
  for (std::int64_t at = first_; at < first_ + rows_; ++at) {
    if (!is_set(at)) continue;
    const std::int64_t value = whole(at);
    if (value < 0 || value >= known) throw OddArrow("an Arrow number that its dictionary does not have");
  }
}

std::int64_t Column::whole(std::int64_t at) const noexcept {
  switch (encoding_) {
    case Encoding::i8: return read<std::int8_t>(data_, at);
    case Encoding::i16: return read<std::int16_t>(data_, at);
    case Encoding::i32: return read<std::int32_t>(data_, at);
    case Encoding::u8: return read<std::uint8_t>(data_, at);
    case Encoding::u16: return read<std::uint16_t>(data_, at);
    case Encoding::u32: return read<std::uint32_t>(data_, at);
    default: return read<std::int64_t>(data_, at);
  }
}

std::string_view Column::text_at(std::int64_t at) const noexcept {
  if (encoding_ == Encoding::text32) {
    const std::int32_t begin = read<std::int32_t>(data_, at);
    return {bytes_ + begin, static_cast<std::size_t>(read<std::int32_t>(data_, at + 1) - begin)};
  }
  if (encoding_ == Encoding::text64) {
    const std::int64_t begin = read<std::int64_t>(data_, at);
    return {bytes_ + begin, static_cast<std::size_t>(read<std::int64_t>(data_, at + 1) - begin)};
  }
  const char* slot = static_cast<const char*>(data_) + static_cast<std::size_t>(at) * sizeof(View);
  const View view = read<View>(data_, at);
  const auto size = static_cast<std::size_t>(view.size);
  if (view.size <= inlined) return {slot + sizeof(std::int32_t), size};
  return {static_cast<const char*>(pools_[view.pool]) + view.offset, size};
}

}  // namespace licet::arrow
