// Words out of folded text: apostrophes out, dotted and slashed letters joined, other punctuation a space.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "tables.hpp"

namespace licet::text {

// Buffers between the steps.
using Steps = std::array<std::u32string, 2>;

// Append the words of a folded text to `out`, in UTF-8, with single spaces between; `text` is overwritten.
void space(const TablesView& tables, std::u32string& text, std::u32string& scratch, std::string& out);

// The same for plain ASCII in any case, in one pass. False, with `out` empty, when the text holds dotted or
// slashed letters, which need the longer way.
bool space_ascii(std::string_view text, std::string& out);

// Lower-case plain ASCII for the longer way.
void widen_ascii(std::string_view text, std::u32string& out);

}  // namespace licet::text
