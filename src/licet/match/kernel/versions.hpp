// Which versions of listings count under two clocks: one pass over what is said of each version.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace licet::match {

// A mark for each version: 1 for those meant, else 0.
using Marks = std::vector<std::uint8_t>;

// What is said of each version, one array each, all of one length (`contents.VERSION_FIELDS`).
struct Versions {
  std::size_t count = 0;
  const std::int32_t* list = nullptr;
  const std::int32_t* key = nullptr;
  const std::int32_t* first = nullptr;      // the first edition that held it
  const std::int32_t* last = nullptr;       // the first that no longer did
  const std::int32_t* key_first = nullptr;  // the first edition that had its key
  const std::int32_t* starts = nullptr;     // days that the record states itself
  const std::int32_t* ends = nullptr;
  bool keys_ascend = false;
};

// One list under two clocks.
struct ListClock {
  std::int32_t list = 0;
  std::int32_t day = 0;
  bool answered = false;                // an edition answers
  std::int32_t seq = 0;                 // its number
  std::vector<std::int32_t> published;  // its editions that are known but published after the day
  std::vector<std::int32_t> received;   // all its editions that are known
};

struct Counting {
  explicit Counting(std::size_t count) : by_edition(count), by_own_dates(count), known(count) {}
  Marks by_edition;    // counts since the edition that answers holds it
  Marks by_own_dates;  // counts by the record's own dates
  Marks known;         // known at all, whether it counts or not
};

// Add the versions of a list that count; see `view` for the rule.
void resolve(const Versions& versions, ListClock clock, Counting& counting);

// Of the versions marked, those of which no version of the same key is marked in `taken`.
Marks of_other_keys(const Versions& versions, const Marks& marked, const Marks& taken);

// The versions of a key, ascending. Where keys ascend with the versions, as they do in corpora of a store, it is quick.
std::vector<std::size_t> of_key(const Versions& versions, std::int32_t key);

// Of the versions marked, those of these lists.
Marks of_lists(const Versions& versions, const Marks& marked, const std::vector<std::int32_t>& lists);

}  // namespace licet::match
