// Screens the rows of an Arrow batch by name, in several threads: which listed forms does each row reach?
#pragma once

#include <cstdint>
#include <vector>

#include "names.hpp"
#include "pool.hpp"
#include "query.hpp"
#include "text/tables.hpp"

namespace licet::arrow {

// What is known of a row besides its names.
namespace row_mark {
constexpr std::uint8_t initials = 1;  // a person, or a party that may be one
constexpr std::uint8_t person = 2;    // a person for sure
constexpr std::uint8_t odd = 4;       // not to be looked at here
}  // namespace row_mark

// The rows to screen: `marks` and `cuts` hold one item for each, from `begin` on.
struct Rows {
  const Batch& batch;
  std::size_t begin;
  std::size_t end;
  const std::uint8_t* marks;
  const double* cuts;
};

// A listed form that a name of a row reaches.
struct Reached {
  std::uint32_t row;  // of the batch
  std::uint32_t form;
  std::int32_t score;  // in ten-thousandths
};

// What the pass found. A row in neither is proven to reach no listed name.
struct Passed {
  std::vector<Reached> reached;    // by row; a form may come more than once, from several names
  std::vector<std::uint32_t> odd;  // rows that were not looked at, ascending
};

// Throws what a thread threw first. The result does not depend on the number of threads.
Passed screen_rows(match::SearcherPool& pool, const text::TablesView& tables, const NameColumns& columns,
                   const Rows& rows, match::Allowed allowed, unsigned threads);

}  // namespace licet::arrow
