// Whether a name tells by itself that no person bears it; the rules of `licet.text.firms`.
#pragma once

#include <cstdint>

#include "analyse.hpp"
#include "tables.hpp"

namespace licet::text {

// What a name tells of its bearer; the greater, the more.
enum class NameSort : std::uint8_t {
  open = 0,       // nothing: a person, a firm or a ship may bear it
  no_person = 1,  // a word of business: ships are named so too
  firm = 2,       // a legal form that no person and no ship has in its name, or one behind words that are no names
};

// Of the readings of one name: what the one says that tells most.
NameSort sort_of(const Forms& forms, const TablesView& tables);

}  // namespace licet::text
