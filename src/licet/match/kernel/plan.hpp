// Which posting lists must be read for a question, and how far: what stays unread is bounded below the need.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "question.hpp"
#include "tally.hpp"

namespace licet::match {

// A posting list that a unit of our name may be paired through.
struct Source {
  std::uint32_t word = none;
  double gain = 0;   // what such a pair brings at most, its own listed weight taken off
  double reach = 0;  // the same with its listed weight left on
};

// A stage of reading: the sources before `upto` are read, all behind bring at most `gain` and `reach`.
struct Level {
  std::uint32_t upto = 0;
  double gain = 0;
  double reach = 0;
  double cost = 0;  // postings before `upto`
};

// A token of ours, or neighbours read as one word, with its sources, the greatest gain first.
struct Unit {
  std::vector<Source> sources;
  std::vector<Level> levels;  // from nothing read to everything read
  double rest = 0;            // gain of what is in no list: initials
  double top_gain = 0;
  double top_reach = 0;
  double cost = 0;  // of all sources

  void arrange(const Index& index, double rest_gain, double rest_reach);
};

class Plan {
 public:
  explicit Plan(const Index& index) : index_(index) {}

  // Set up the units of a question.
  void prepare(const Question& question);

  // Choose a level for each unit, so that what no unit has read stays below the need. False when that cannot be.
  bool choose(double least);

  // Choose words whose lists are added up, and what a form must bring through them; false when that is nothing.
  bool choose_credits(double least);

  std::size_t size() const noexcept { return size_; }
  const Unit& unit(std::size_t place) const noexcept { return units_[place]; }
  const Level& level(std::size_t place) const noexcept { return units_[place].levels[chosen_[place]]; }
  double cost() const noexcept;
  const std::vector<Credit>& credits() const noexcept { return credits_; }
  double credited() const noexcept { return credited_; }                // what the credits of a form must come to
  double credits_cost() const noexcept { return credits_cost_; }        // postings of all these lists
  double sufficient_cost() const noexcept { return sufficient_cost_; }  // of those that suffice by themselves
  double top_gain() const noexcept { return top_gain_; }
  double top_reach() const noexcept { return top_reach_; }

 private:
  Unit& next();
  void add_token(const Question& question, std::uint32_t token);
  void add_span(const Question& question, const Span& span);
  double leave_unread(double least);
  void merge_credits();

  const Index& index_;
  std::vector<Unit> units_;
  std::size_t size_ = 0;
  std::vector<std::size_t> chosen_;
  std::vector<std::size_t> added_;  // units whose sources are added up
  std::vector<Credit> credits_;
  double credited_ = 0;
  double credits_cost_ = 0;
  double sufficient_cost_ = 0;
  double top_gain_ = 0;
  double top_reach_ = 0;
};

}  // namespace licet::match
