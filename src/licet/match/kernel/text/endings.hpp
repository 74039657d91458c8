// Legal forms written on to a word of an unspaced script (Han, Hangul).
#pragma once

#include <string_view>

#include "tables.hpp"

namespace licet::text {

// A word without the legal form at its end or begin; `form` is empty when there is none.
struct SplitWord {
  std::u32string_view rest;
  std::u32string_view form;
};

inline SplitWord split_ending(const TablesView& tables, std::u32string_view word) noexcept {
  const auto may = [&](char32_t letter) { return (tables.properties(letter) & kEnding) != 0; };
  if (word.empty() || (!may(word.front()) && !may(word.back()))) return {word, {}};
  for (const Pair& pair : tables.endings()) {
    const Run<char32_t> run = tables.wide(pair.key);
    const std::u32string_view form(run.first, run.count);
    if (word.size() <= form.size()) continue;
    const std::size_t left = word.size() - form.size();
    if (word.substr(left) == form) return {word.substr(0, left), form};
    if (word.substr(0, form.size()) == form) return {word.substr(form.size()), form};
  }
  return {word, {}};
}

}  // namespace licet::text
