// Every name of one subject, in all its readings, against the names of an index.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query.hpp"
#include "text/analyse.hpp"
#include "text/trading_names.hpp"

namespace licet::match {

// The best of our readings for a listed form; of equal ones the first.
struct Best {
  std::uint32_t form;
  std::int32_t score;   // in ten-thousandths
  std::uint32_t place;  // of the reading, counted over all names in their order
};

// What is known of the subject.
struct Asking {
  bool initials = false;  // a person, or a party that may be one
  bool person = false;    // a person for sure
  double cut = 0;
  Allowed allowed;
};

class SubjectSearch {
 public:
  SubjectSearch(Searcher& searcher, const text::TablesView& tables)
      : searcher_(searcher), tables_(tables), analyser_(tables) {}

  // Look names up, each whole and by the names that it holds, as `licet.match.subjects.our_names` reads them. False when
  // one is no valid UTF-8.
  bool run(const std::vector<std::string_view>& names, const Asking& asking);

  // Forms that reach the cut, ascending, each once.
  std::vector<Best> found() const;

  // How many readings there were.
  std::uint32_t readings() const noexcept { return readings_; }

 private:
  bool read(const text::NamePart& part, const Asking& asking);

  Searcher& searcher_;
  const text::TablesView& tables_;
  text::Analyser analyser_;
  text::Forms forms_;
  Asked asked_;
  std::vector<Hit> hits_;
  std::uint32_t readings_ = 0;
  std::unordered_map<std::uint32_t, Best> best_;
};

}  // namespace licet::match
