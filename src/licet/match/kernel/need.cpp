#include "need.hpp"

#include <algorithm>

#include "judgement.hpp"

namespace licet::match {

namespace {

// Scores are rounded to four places: one a little below the cut may round up to it. Also covers errors of floating point.
constexpr double rounding = 1e-4;

Need at_share(double share, double cut, double whole, const Params& params) {
  // Extras of more than 1 would turn the bound round: it holds with 1 in their place.
  const double our_extra = std::min(params.our_extra, 1.0);
  const double their_extra = std::min(params.their_extra, 1.0);
  Need need;
  need.cut = cut;
  need.share = share;
  need.ours = 1 - share * (1 - our_extra);
  need.theirs = 1 - share * (1 - their_extra);
  need.burden = share * their_extra;
  need.least = share * our_extra * whole;
  return need;
}

// The most that the pairs of the question say together.
double most_said(const Question& question, const Index& index) {
  double said = 0;
  for (const Near* near : question.tokens) said += near->most[question.persons ? 1 : 0].said;
  for (const Span& span : question.spans) {
    said += 0.5 * index.params.joined * (span.weight + index.word_weight[span.word]);
  }
  return said;
}

// Whether a name without a telling pair may bring what is needed: each of our words but those that serve must then be
// paired with a listed word that cannot carry a match, or be such a word itself.
bool may_be_quiet(const Question& question, const Need& need, double share, const Index& index) {
  double gain = 0;
  double alike = 0;
  const auto add = [&](double similarity, double ours, double theirs) {
    alike = std::max(alike, similarity);
    const double most = std::max(need.gain(similarity, ours, 0), need.gain(similarity, ours, theirs));
    gain += std::max(most, 0.0);
  };
  std::vector<bool> spanned(question.tokens.size(), false);
  for (const Span& span : question.spans) {
    if (is_telling(index.part(span.word))) continue;
    add(index.params.joined, span.weight, index.word_weight[span.word]);
    std::fill(spanned.begin() + span.first, spanned.begin() + span.end, true);
  }
  for (std::size_t place = 0; place < question.tokens.size(); ++place) {
    const Near& near = *question.tokens[place];
    const Most& most = near.most[question.persons ? 1 : 0];
    const bool telling = is_telling(question.side.parts[place]);
    const double similarity = telling ? most.quiet_similarity : most.similarity;
    if (similarity <= 0 && !spanned[place] && !is_serving(question.side.parts[place])) return false;
    add(similarity, near.weight, telling ? most.quiet_weight : most.weight);
  }
  // A share is a mean of similarities: it is never above the greatest.
  return gain >= need.least && alike >= share;
}

}  // namespace

Needs needs_of(Question& question, double cut, const Index& index) {
  const Params& params = index.params;
  const Side& ours = question.side;
  double aside = 0;
  double serving = 0;  // of words that may be left over even where all that is said agrees
  question.aside.clear();
  for (std::size_t place = 0; place < ours.parts.size(); ++place) {
    const double most = aside_at_most(ours, place, params);
    question.aside.push_back(most);
    aside += most;
    if (is_serving(ours.parts[place])) serving += most;
  }
  const double value = least_value(cut - rounding, ours, params);
  Needs needs;
  needs.quiet = at_share(value, cut, ours.total - std::max(serving - params.aside_most, 0.0), params);
  needs.may_be_quiet = value <= 1 && may_be_quiet(question, needs.quiet, value, index);
  double share = value;
  if (value > 0 && value <= 1) share = least_share(value, most_said(question, index), ours, params);
  needs.telling = at_share(share, cut, ours.total, params);
  // What is left over of our words counts for less here; so much less does a pair bring that leaves less over.
  needs.whole = at_share(share, cut, ours.total - std::max(aside - params.aside_most, 0.0), params);
  needs.whole.toll = share * std::min(params.our_extra, 1.0);
  needs.may_be_whole = aside > params.aside_most && value <= 1;
  if (value > 1) needs.telling.least = unreachable;
  return needs;
}

namespace {

using Sources = std::vector<PairSource>;

// A list costs so much more where each of its forms is looked at than where those without a telling word are picked.
constexpr double looking_cost = 30;

// Collects the lists through which words of ours may be paired without a telling pair.
class Quiet {
 public:
  Quiet(const Question& question, const Index& index) : question_(question), index_(index) {}

  // Lists of a token, from a similarity on. Words written together are one: such a pair is telling where that is.
  void add(std::size_t token, double from, Sources& sources) const {
    const Near& near = *question_.tokens[token];
    const bool telling = is_telling(question_.side.parts[token]);
    for (const NearWord& item : near.words) {
      const double most = question_.most_alike(item);
      if (most <= 0 || most < from || (telling && is_telling(index_.info(item.word)))) continue;
      sources.push_back({item.word, token, most, near.weight, index_.word_weight[item.word], false});
    }
    if (telling || index_.params.joined < from) return;
    for (const NearParts& parts : near.parts) add_parts(token, parts, index_.rarest(parts), sources);
  }

  void add_span(std::size_t place, Sources& sources) const {
    const Span& span = question_.spans[place];
    if (is_telling(index_.info(span.word))) return;
    sources.push_back({span.word, question_.tokens.size() + place, index_.params.joined, span.weight,
                       index_.word_weight[span.word], false});
  }

  // Lists of all listed telling words that a token may be paired with all the same: it is none itself.
  void add_telling(std::size_t token, Sources& sources) const {
    if (is_telling(question_.side.parts[token])) return;
    const Near& near = *question_.tokens[token];
    for (const NearWord& item : near.words) {
      const double most = question_.most_alike(item);
      if (most <= 0 || !is_telling(index_.info(item.word))) continue;
      sources.push_back({item.word, token, most, near.weight, index_.word_weight[item.word], false});
    }
    for (const NearParts& parts : near.parts) {
      for (const std::uint32_t word : {parts.first, parts.second, parts.third}) {
        if (word == none || !is_telling(index_.info(word))) continue;
        add_parts(token, parts, word, sources);
        break;
      }
    }
  }

 private:
  void add_parts(std::size_t token, const NearParts& parts, std::uint32_t word, Sources& sources) const {
    sources.push_back({word, token, index_.params.joined, question_.tokens[token]->weight, index_.weight(parts), false});
  }

  const Question& question_;
  const Index& index_;
};

double postings_of(const Sources& sources, const Index& index) {
  double postings = 0;
  for (const PairSource& source : sources) postings += index.names_with(source.word);
  return postings;
}

// The shortest of the sets of lists each of which holds every name without a telling pair that meets the need.
bool shortest(const Question& question, const Index& index, const Quiet& quiet, Sources& sources) {
  const double share = question.need.share;
  bool found = false;
  const auto offer = [&](Sources&& other) {
    if (!found || postings_of(other, index) < postings_of(sources, index)) sources = std::move(other);
    found = true;
  };
  // One pair is as alike as the share; initials are in no list.
  if (!question.has_initials || index.params.initial < share) {
    Sources close;
    for (std::size_t token = 0; token < question.tokens.size(); ++token) quiet.add(token, share, close);
    for (std::size_t place = 0; place < question.spans.size(); ++place) quiet.add_span(place, close);
    offer(std::move(close));
  }
  // Each of our words but those that serve is paired.
  for (std::size_t token = 0; token < question.tokens.size(); ++token) {
    const bool any_word = question.persons && question.tokens[token]->shape.initial != 0;
    if (any_word || is_serving(question.side.parts[token])) continue;
    Sources own;
    quiet.add(token, 0, own);
    for (std::size_t place = 0; place < question.spans.size(); ++place) {
      const Span& span = question.spans[place];
      if (span.first <= token && token < span.end) quiet.add_span(place, own);
    }
    offer(std::move(own));
  }
  return found;
}

}  // namespace

bool quiet_sources(const Question& question, const Index& index, std::vector<PairSource>& sources) {
  sources.clear();
  const Quiet quiet(question, index);
  if (!shortest(question, index, quiet, sources)) return false;
  if (question.has_initials) return true;
  // Each word of a listed name but those that serve is paired, too: a telling one with a word of ours that is none. So a
  // name has no telling word at all, or it is in a list of such words; initials apart, which are in no list.
  Sources telling;
  for (std::size_t token = 0; token < question.tokens.size(); ++token) quiet.add_telling(token, telling);
  const double postings = postings_of(sources, index);
  if (postings + postings_of(telling, index) * looking_cost >= postings * looking_cost) return true;
  for (PairSource& source : sources) source.silent = true;
  sources.insert(sources.end(), telling.begin(), telling.end());
  return true;
}

bool is_beyond(const Question& question, const Need& need, const Index& index) {
  // Each listed word is in one pair at most, with as many of our tokens as may be joined.
  double heaviest = 0;
  for (const Part& part : question.side.parts) heaviest = std::max(heaviest, part.weight);
  const auto pairs = static_cast<double>(index.longest() * std::max<std::size_t>(index.params.most_joined, 1));
  const double theirs = std::max(need.theirs - need.burden, 0.0) * index.heaviest();
  return need.ours * heaviest * pairs + theirs < need.least;
}

void span_sources(const Question& question, const Index& index, std::vector<PairSource>& sources) {
  sources.clear();
  for (std::size_t place = 0; place < question.spans.size(); ++place) {
    const Span& span = question.spans[place];
    sources.push_back({span.word, question.tokens.size() + place, index.params.joined, span.weight,
                       index.word_weight[span.word], false});
  }
}

}  // namespace licet::match
