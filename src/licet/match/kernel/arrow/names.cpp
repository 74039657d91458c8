#include "names.hpp"

#include <algorithm>

namespace licet::arrow {

namespace {

// The length in bytes of a white-space character of `str.split` at a place; 0 where there is none.
std::size_t space_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t ahead) -> unsigned char {
    return at + ahead < text.size() ? static_cast<unsigned char>(text[at + ahead]) : 0;
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return lead == ' ' || (lead >= 0x09 && lead <= 0x0D) || (lead >= 0x1C && lead <= 0x1F) ? 1 : 0;
  if (lead == 0xC2) return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;
  if (lead == 0xE1) return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0;
  if (lead == 0xE3) return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
  if (lead != 0xE2) return 0;
  if (byte(1) == 0x81) return byte(2) == 0x9F ? 3 : 0;
  if (byte(1) != 0x80) return 0;
  const unsigned char third = byte(2);
  return (third >= 0x80 && third <= 0x8A) || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0;
}

// Whether single blanks stand between words and nothing needs to be trimmed.
bool is_trim(std::string_view text) noexcept {
  bool blank = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t length = space_at(text, at);
    if (length == 0) {
      blank = false;
    } else if (blank || text[at] != ' ') {
      return false;
    } else {
      blank = true;
    }
  }
  return !blank || text.empty();
}

// What a cell holds that stands for nothing: `_BLANK` of the reader.
bool is_blank(std::string_view text) noexcept {
  if (text.size() > 3) return false;
  return text.empty() || text == "-" || text == "--" || text == "." || text == "n/a" || text == "N/A" ||
         text == "N/a" || text == "n/A";
}

bool is_parting(char letter) noexcept { return letter == ';' || letter == '|' || letter == '\n' || letter == '\r'; }

}  // namespace

bool is_filled(const Column& column, std::size_t row) {
  if (column.is_null(row)) return false;
  if (column.type() != CellType::text) return true;
  std::string_view text = column.text(row);
  std::size_t length = 0;
  while (!text.empty() && (length = space_at(text, 0)) != 0) text.remove_prefix(length);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ' && space_at(text, text.size() - 1) != 0) {
    text.remove_suffix(1);
  }
  return !is_blank(text);
}

bool RowNames::read(const Batch& batch, std::size_t row) {
  rooms_used_ = 0;
  for (auto* list : {&given_, &last_, &whole_, &texts_}) list->clear();
  if (!add_cells(batch, row, columns_.whole, true, whole_) || !add_cells(batch, row, columns_.last, false, last_) ||
      !add_cells(batch, row, columns_.given, false, given_)) {
    return false;
  }
  if (!last_.empty() || (!given_.empty() && whole_.empty())) {
    join(given_, last_);
  } else if (!given_.empty()) {
    return false;  // whether the whole name has them already is for the reader to say
  }
  texts_.insert(texts_.end(), whole_.begin(), whole_.end());
  if (!add_cells(batch, row, columns_.others, true, texts_)) return false;
  return !texts_.empty() && std::all_of(texts_.begin(), texts_.end(), [](std::string_view text) {
    return text.size() <= longest_name;
  });
}

bool RowNames::add_cells(const Batch& batch, std::size_t row, const std::vector<std::size_t>& places, bool split,
                         std::vector<std::string_view>& into) {
  for (const std::size_t place : places) {
    const Column& column = batch.columns()[place];
    if (column.is_null(row)) continue;
    if (column.type() != CellType::text) return false;
    std::string_view cell = column.text(row);
    if (cell.find('\0') != std::string_view::npos) return false;
    while (split) {
      const auto end = std::find_if(cell.begin(), cell.end(), is_parting);
      if (end == cell.end()) break;
      const auto size = static_cast<std::size_t>(end - cell.begin());
      add(cell.substr(0, size), into);
      cell.remove_prefix(size + 1);
    }
    add(cell, into);
  }
  return true;
}

void RowNames::add(std::string_view cell, std::vector<std::string_view>& into) {
  const std::string_view text = trimmed(cell);
  if (!is_blank(text)) into.push_back(text);
}

void RowNames::join(const std::vector<std::string_view>& first, const std::vector<std::string_view>& second) {
  std::string& joined = room();
  for (const auto* list : {&first, &second}) {
    for (const std::string_view text : *list) {
      if (!joined.empty()) joined += ' ';
      joined += text;
    }
  }
  texts_.push_back(joined);
}

std::string_view RowNames::trimmed(std::string_view text) {
  if (is_trim(text)) return text;
  std::string& words = room();
  bool between = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = space_at(text, at);
    if (length != 0) {
      between = true;
      at += length;
      continue;
    }
    if (between && !words.empty()) words += ' ';
    between = false;
    words += text[at++];
  }
  return words;
}

std::string& RowNames::room() {
  if (rooms_used_ == rooms_.size()) rooms_.emplace_back();
  std::string& found = rooms_[rooms_used_++];
  found.clear();
  return found;
}

}  // namespace licet::arrow
