// Names that hold several names: "Gulf Meridian FZE T/A Mayrow General Trading", "X (formerly Y)".
#pragma once

#include <string_view>
#include <vector>

#include "tables.hpp"

namespace licet::text {

// One of the names that a text holds; a name under which somebody trades is a firm's, whatever it looks like.
struct NamePart {
  std::string_view text;
  bool trade = false;
};

// Put the names that a text holds beside one another into `parts`, as views into the text; none where it is
// one name. The rules are those of `licet.text.trading_names.told_parts`. False, with no parts, when the text
// is no valid UTF-8.
bool name_parts(const TablesView& tables, std::string_view utf8, std::vector<NamePart>& parts);

}  // namespace licet::text
