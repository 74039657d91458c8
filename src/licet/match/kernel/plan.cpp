#include "plan.hpp"

#include <algorithm>
#include <numeric>

namespace licet::match {

namespace {

// Shares of the greatest gain at which reading may stop.
constexpr std::array<double, 8> stops = {0.999, 0.93, 0.86, 0.78, 0.7, 0.55, 0.35, 0.0};
constexpr double list_cost = 2;  // to begin a list costs as much as some of its entries
constexpr double said_by_little = 0.1;  // of the need: lists of such words are not worth adding up

}  // namespace

void Unit::arrange(const Index& index, double rest_gain, double rest_reach) {
  std::sort(sources.begin(), sources.end(), [](const Source& one, const Source& other) {
    return one.gain != other.gain ? one.gain > other.gain : one.word < other.word;
  });
  double without_gain = 0;  // reach of what is not worth reading
  while (!sources.empty() && sources.back().gain <= 0) {
    without_gain = std::max(without_gain, sources.back().reach);
    sources.pop_back();
  }
  rest = std::max(rest_gain, 0.0);
  top_gain = std::max(rest, sources.empty() ? 0.0 : sources.front().gain);
  levels.clear();
  levels.push_back({0, top_gain, 0, 0});
  std::uint32_t at = 0;
  double read = 0;
  for (const double stop : stops) {
    const std::uint32_t before = at;
    for (; at < sources.size() && sources[at].gain > stop * top_gain; ++at) {
      read += index.names_with(sources[at].word) + list_cost;
    }
    if (at == before) continue;
    levels.push_back({at, std::max(rest, at < sources.size() ? sources[at].gain : 0.0), 0, read});
  }
  cost = read;
  double reach = std::max(rest_reach, without_gain);
  at = static_cast<std::uint32_t>(sources.size());
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    for (; at > level->upto; --at) reach = std::max(reach, sources[at - 1].reach);
    level->reach = reach;
  }
  top_reach = levels.front().reach;
}

Unit& Plan::next() {
  if (size_ == units_.size()) units_.emplace_back();
  Unit& unit = units_[size_++];
  unit.sources.clear();
  return unit;
}

void Plan::prepare(const Question& question) {
  size_ = 0;
  top_gain_ = 0;
  top_reach_ = 0;
  for (std::uint32_t token = 0; token < question.tokens.size(); ++token) add_token(question, token);
  for (const Span& span : question.spans) add_span(question, span);
  for (std::size_t place = 0; place < size_; ++place) {
    top_gain_ += units_[place].top_gain;
    top_reach_ += units_[place].top_reach;
  }
}

void Plan::add_token(const Question& question, std::uint32_t token) {
  const Need& need = question.need;
  const Near& near = *question.tokens[token];
  const double toll = question.toll(token, token + 1);
  Unit& unit = next();
  const auto add = [&](std::uint32_t word, double similarity, double weight) {
    unit.sources.push_back({word, need.gain(similarity, near.weight, weight) - toll,
                            need.reach(similarity, near.weight, weight) - toll});
  };
  for (const NearWord& item : near.words) {
    if (question.sought == Sought::whole && !question.is_exact(item, index_.params)) continue;
    const double most = question.most_alike(item);
    if (most > 0) add(item.word, most, index_.word_weight[item.word]);
  }
  for (const NearParts& parts : near.parts) {
    add(index_.rarest(parts), index_.params.joined, index_.weight(parts));
  }
  double rest_gain = 0;
  double rest_reach = 0;
  if (question.sought == Sought::any && question.persons && near.shape.initial != 0) {
    // Any word that begins so, of any weight up to 1: the gain is linear in it, the greatest lies at an end.
    const double initial = index_.params.initial;
    rest_gain = std::max(need.gain(initial, near.weight, 0), need.gain(initial, near.weight, 1));
    rest_reach = need.reach(initial, near.weight, 1);
  }
  unit.arrange(index_, rest_gain, rest_reach);
}

void Plan::add_span(const Question& question, const Span& span) {
  Unit& unit = next();
  const double similarity = index_.params.joined;
  const double weight = index_.word_weight[span.word];
  const double toll = question.toll(span.first, span.end);
  unit.sources.push_back({span.word, question.need.gain(similarity, span.weight, weight) - toll,
                          question.need.reach(similarity, span.weight, weight) - toll});
  unit.arrange(index_, 0, 0);
}

bool Plan::choose(double least) {
  chosen_.assign(size_, 0);
  double unread = top_gain_;
  while (unread >= least) {
    double best_ratio = 0;
    std::size_t best_unit = size_;
    std::size_t best_level = 0;
    for (std::size_t place = 0; place < size_; ++place) {
      const auto& levels = units_[place].levels;
      const Level& now = levels[chosen_[place]];
      for (std::size_t level = chosen_[place] + 1; level < levels.size(); ++level) {
        const double less = std::min(now.gain - levels[level].gain, unread - least + 1e-6);
        if (less <= 0) continue;
        const double ratio = (levels[level].cost - now.cost) / less;
        if (best_unit == size_ || ratio < best_ratio) {
          best_ratio = ratio;
          best_unit = place;
          best_level = level;
        }
      }
    }
    if (best_unit == size_) return false;
    const auto& levels = units_[best_unit].levels;
    unread -= levels[chosen_[best_unit]].gain - levels[best_level].gain;
    chosen_[best_unit] = best_level;
  }
  // What was read early may have become needless.
  for (std::size_t place = 0; place < size_; ++place) {
    const auto& levels = units_[place].levels;
    for (std::size_t level = 0; level < chosen_[place]; ++level) {
      const double more = levels[level].gain - levels[chosen_[place]].gain;
      if (unread + more >= least) continue;
      unread += more;
      chosen_[place] = level;
    }
  }
  return true;
}

double Plan::cost() const noexcept {
  double cost = 0;
  for (std::size_t place = 0; place < size_; ++place) cost += level(place).cost;
  return cost;
}

bool Plan::choose_credits(double least) {
  credited_ = leave_unread(least);
  if (credited_ <= 0) return false;
  merge_credits();
  credits_cost_ = sufficient_cost_ = 0;
  for (const Credit& credit : credits_) {
    const double postings = index_.names_with(credit.word);
    credits_cost_ += postings + list_cost;
    if (credit.gain >= credited_) sufficient_cost_ += postings;
  }
  return true;
}

// Each pair brings no more than the credit of its listed word, or than the rest of its unit, or, where its unit is not
// added up, than the greatest gain of that. What the last two may come to is taken off the need.
double Plan::leave_unread(double least) {
  added_.resize(size_);
  std::iota(added_.begin(), added_.end(), std::size_t{0});
  std::sort(added_.begin(), added_.end(),
            [&](std::size_t one, std::size_t other) { return units_[one].cost > units_[other].cost; });
  double left = least;
  for (std::size_t place = 0; place < size_; ++place) left -= units_[place].rest;
  for (std::size_t at = 0; at < added_.size();) {
    const Unit& unit = units_[added_[at]];
    const double without = left - (unit.top_gain - unit.rest);
    double single = 0;  // the most that one word of the others brings
    for (const std::size_t other : added_) {
      if (other != added_[at] && !units_[other].sources.empty()) {
        single = std::max(single, units_[other].sources.front().gain);
      }
    }
    // The longest lists are left out as long as one word of the others is not enough, or where they say next to nothing.
    const bool little = unit.top_gain <= said_by_little * least && without >= least / 2;
    if (without > single || little) {
      left = without;
      added_.erase(added_.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
      ++at;
    }
  }
  return left;
}

void Plan::merge_credits() {
  credits_.clear();
  for (const std::size_t place : added_) {
    const Unit& unit = units_[place];
    for (const Source& source : unit.sources) {
      credits_.push_back({source.word, source.gain, source.gain + top_gain_ - unit.top_gain,
                          source.reach + top_reach_ - unit.top_reach});
    }
  }
  std::sort(credits_.begin(), credits_.end(), [](const Credit& one, const Credit& other) { return one.word < other.word; });
  std::size_t kept = 0;
  for (std::size_t at = 0; at < credits_.size(); ++at) {
    const Credit& credit = credits_[at];
    if (kept == 0 || credits_[kept - 1].word != credit.word) {
      credits_[kept++] = credit;
      continue;
    }
    Credit& held = credits_[kept - 1];
    held.gain = std::max(held.gain, credit.gain);
    held.whole_gain = std::max(held.whole_gain, credit.whole_gain);
    held.whole_reach = std::max(held.whole_reach, credit.whole_reach);
  }
  credits_.resize(kept);
}

}  // namespace licet::match
