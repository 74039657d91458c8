// Fuzzes what is read of the cells of a row: whatever the cells, names are trimmed, not empty, and made of what the cells
// hold; and a cell that says nothing gives no name.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "arrow/names.hpp"

using licet::arrow::ArrowArray;
using licet::arrow::Batch;
using licet::arrow::CellType;
using licet::arrow::ColumnType;
using licet::arrow::Encoding;

namespace {

constexpr std::size_t columns = 4;
constexpr char parting = '\x1D';  // between two cells of the input; white space to the reader

// A row of text columns, laid down as Arrow has it.
struct Row {
  explicit Row(std::string_view bytes) {
    for (std::size_t place = 0; place < columns; ++place) {
      const std::size_t end = place + 1 == columns ? bytes.size() : std::min(bytes.find(parting), bytes.size());
      text[place] = bytes.substr(0, end);
      bytes.remove_prefix(end == bytes.size() ? end : end + 1);
      offsets[place][1] = static_cast<std::int32_t>(text[place].size());
      buffers[place][1] = offsets[place];
      buffers[place][2] = text[place].data();
      children[place] = ArrowArray{1, 0, 0, 3, 0, buffers[place], nullptr, nullptr, [](ArrowArray*) {}, nullptr};
      child_pointers[place] = &children[place];
    }
    array = ArrowArray{1, 0, 0, 1, columns, none, child_pointers, nullptr, [](ArrowArray*) {}, nullptr};
  }

  std::string text[columns];
  std::int32_t offsets[columns][2] = {};
  const void* buffers[columns][3] = {};
  const void* none[1] = {};
  ArrowArray children[columns] = {};
  ArrowArray* child_pointers[columns] = {};
  ArrowArray array = {};
};

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<ColumnType> types(columns, ColumnType{"", CellType::text, Encoding::text32, nullptr});
  Row row({reinterpret_cast<const char*>(data), size});
  const Batch batch(types, row.array);
  bool filled = false;
  for (const auto& column : batch.columns()) filled = filled || licet::arrow::is_filled(column, 0);
  licet::arrow::RowNames names({{0}, {1}, {2}, {3}});
  const bool plain = names.read(batch, 0);
  check(!plain || !names.texts().empty());
  check(!plain || filled);
  if (!plain) return 0;
  for (const std::string_view text : names.texts()) {
    check(!text.empty() && text.size() <= licet::arrow::longest_name);
    check(text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos);
    check(text.find('\0') == std::string_view::npos);
  }
  return 0;
}
