// The different values of a column: each is read by Python once, however many rows have it.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "column.hpp"

namespace licet::arrow {

constexpr std::int32_t no_value = -1;

class Distinct {
 public:
  // Write the number of each cell's value for the rows from `begin` up to `end`; `no_value` for null.
  void number(const Column& column, std::size_t begin, std::size_t end, std::int32_t* codes);

  std::size_t size() const noexcept { return texts_.size() + numbers_.size(); }

  const std::deque<std::string>& texts() const noexcept { return texts_; }
  const std::vector<std::int64_t>& numbers() const noexcept { return numbers_; }

 private:
  std::deque<std::string> texts_;
  std::vector<std::int64_t> numbers_;
  std::unordered_map<std::string_view, std::int32_t> text_codes_;  // views of texts_
  std::unordered_map<std::int64_t, std::int32_t> number_codes_;
};

}  // namespace licet::arrow
