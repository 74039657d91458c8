// The acronyms that listed names may be known by: the initials of their words.
#pragma once

#include <cstdint>
#include <vector>

#include "index.hpp"

namespace licet::match {

// By letters, then by form. Letters are packed, five bits each (`licet.match.acronyms.packed`).
struct Acronyms {
  std::vector<std::int32_t> letters;
  std::vector<std::int32_t> forms;
};

// The acronyms of all forms: of three to six words, once without and once with legal forms. Names of persons, and readings
// from other scripts, have none.
Acronyms acronyms(const Index& index);

}  // namespace licet::match
