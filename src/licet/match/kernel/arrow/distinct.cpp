#include "distinct.hpp"

namespace licet::arrow {

void Distinct::number(const Column& column, std::size_t begin, std::size_t end, std::int32_t* codes) {
  const bool is_text = column.type() == CellType::text;
  for (std::size_t row = begin; row < end; ++row) {
    std::int32_t& code = *codes++;
    code = no_value;
    if (column.is_null(row)) continue;
    if (is_text) {
      const std::string_view text = column.text(row);
      const auto found = text_codes_.find(text);
      if (found != text_codes_.end()) {
        code = found->second;
        continue;
      }
      code = static_cast<std::int32_t>(texts_.size());
      texts_.emplace_back(text);
      text_codes_.emplace(texts_.back(), code);
    } else {
      const std::int64_t value = column.number(row);
      const auto [found, is_new] = number_codes_.emplace(value, static_cast<std::int32_t>(numbers_.size()));
      code = found->second;
      if (is_new) numbers_.push_back(value);
    }
  }
}

}  // namespace licet::arrow
