// Unicode normal forms and the folding of letters: the rules of `licet.text.normalise` on code points.
#pragma once

#include <string>
#include <string_view>

#include "tables.hpp"

namespace licet::text {

// Put a text into NFKC, in place; `scratch` is overwritten.
void compose_compatible(const TablesView& tables, std::u32string& text, std::u32string& scratch);

// Take the marks off the letters of Latin, Greek, Arabic and Hebrew, as `strip_marks`, in place.
void strip_marks(const TablesView& tables, std::u32string& text, std::u32string& scratch);

// Bring a text that is not plain ASCII to NFKC, case folded, without what cannot be seen and without marks,
// into `out`. The punctuation still stands. `out` and `text` are different strings.
void fold(const TablesView& tables, std::u32string_view text, std::u32string& out, std::u32string& scratch);

}  // namespace licet::text
