#include "form_scorer.hpp"

#include <algorithm>

namespace licet::match {

namespace {

std::uint32_t scatter(std::uint32_t word) noexcept { return word * 2654435761U >> 7U; }

}  // namespace

void FormScorer::prepare(const Question& question, Sought sought) {
  question_ = &question;
  sought_ = sought;
  std::size_t count = question.spans.size();
  for (const Near* near : question.tokens) count += near->words.size() + near->parts.size();
  std::size_t size = 64;
  while (size < 2 * count) size *= 2;
  if (slots_.size() < size) slots_.resize(size);
  mask_ = static_cast<std::uint32_t>(size - 1);
  std::fill(slots_.begin(), slots_.begin() + static_cast<std::ptrdiff_t>(size), Slot{});
  entries_.clear();
  entries_.reserve(count);
  const Params& params = index_.params;
  const Alike joined{params.joined, PairKind::joined};
  for (std::uint32_t place = 0; place < question.tokens.size(); ++place) {
    const Near& near = *question.tokens[place];
    const double toll = question.toll(place, place + 1);
    for (const NearWord& item : near.words) {
      if (sought == Sought::whole && !question.is_exact(item, params)) continue;
      const double most = std::max(question.most_alike(item), 0.0);
      const double reach = question.need.reach(most, near.weight, index_.word_weight[item.word]) - toll;
      add(item.word, {place, place + 1, item.alike, item.persons, nullptr, most, reach, -1});
    }
    for (const NearParts& parts : near.parts) {
      const double reach = question.need.reach(params.joined, near.weight, index_.weight(parts)) - toll;
      add(parts.first, {place, place + 1, joined, joined, &parts, params.joined, reach, -1});
    }
  }
  for (const Span& span : question.spans) {
    const double reach = question.need.reach(params.joined, span.weight, index_.word_weight[span.word]) -
                         question.toll(span.first, span.end);
    add(span.word, {span.first, span.end, joined, joined, nullptr, params.joined, reach, -1});
  }
}

void FormScorer::add(std::uint32_t word, const Entry& entry) {
  std::uint32_t at = scatter(word) & mask_;
  while (slots_[at].word != none && slots_[at].word != word) at = (at + 1) & mask_;
  slots_[at].word = word;
  entries_.push_back(entry);
  entries_.back().next = slots_[at].head;
  slots_[at].head = static_cast<std::int32_t>(entries_.size() - 1);
}

const FormScorer::Slot& FormScorer::slot(std::uint32_t word) const noexcept {
  std::uint32_t at = scatter(word) & mask_;
  while (slots_[at].word != none && slots_[at].word != word) at = (at + 1) & mask_;
  return slots_[at];
}

bool FormScorer::begins_with(std::uint32_t word, char letter) const noexcept {
  return index_.text(word)[0] == letter && (index_.info(word) & word_info::single) == 0;
}

bool FormScorer::may_reach(std::uint32_t form) const noexcept {
  const Need& need = question_->need;
  const double least = need.least + need.burden * static_cast<double>(index_.form_weight[form]);
  const bool initials = sought_ == Sought::any && question_->has_initials && (index_.form_flags[form] & form_initials) != 0;
  double reached = 0;
  double alike = 0;
  for (std::uint32_t at = index_.form_start[form]; at < index_.form_start[form + 1]; ++at) {
    const std::uint32_t word = index_.form_word[at];
    double best = 0;
    for (std::int32_t entry = slot(word).head; entry >= 0; entry = entries_[static_cast<std::size_t>(entry)].next) {
      best = std::max(best, entries_[static_cast<std::size_t>(entry)].reach);
      alike = std::max(alike, entries_[static_cast<std::size_t>(entry)].most);
    }
    if (initials) {
      for (const Near* near : question_->tokens) {
        if (near->shape.initial != 0 && begins_with(word, near->shape.initial)) {
          best = std::max(best, need.reach(index_.params.initial, near->weight, index_.word_weight[word]));
          alike = std::max(alike, index_.params.initial);
        }
      }
    }
    reached += best;
  }
  return reached >= least && alike >= need.share;
}

std::int32_t FormScorer::score(std::uint32_t form) {
  links_.clear();
  chosen_.clear();
  find_links(form);
  if (links_.empty()) return 0;
  for (Link& link : links_) weigh(link, question_->side, theirs_);
  chooser_.choose(links_, question_->side.parts.size(), theirs_.parts.size(), chosen_);
  return in_ten_thousandths(judge(question_->side, theirs_, chosen_, index_.params, index_.lexicon));
}

void FormScorer::find_links(std::uint32_t form) {
  const std::uint8_t flags = index_.form_flags[form];
  theirs_.initials = (flags & form_initials) != 0;
  theirs_.transliterated = (flags & form_transliterated) != 0;
  theirs_.total = 0;
  theirs_.parts.clear();
  words_.clear();
  for (std::uint32_t at = index_.form_start[form]; at < index_.form_start[form + 1]; ++at) {
    const std::uint32_t number = index_.form_word[at];
    words_.push_back(number);
    theirs_.total += index_.word_weight[number];
    theirs_.parts.push_back(index_.part(number));
  }
  const bool persons = question_->persons && theirs_.initials;
  for (std::uint32_t place = 0; place < words_.size(); ++place) {
    find_links_at(place, words_[place], persons);
    if (persons && question_->has_initials) add_initials(place, words_[place]);
  }
}

void FormScorer::find_links_at(std::uint32_t place, std::uint32_t word, bool persons) {
  for (std::int32_t at = slot(word).head; at >= 0; at = entries_[static_cast<std::size_t>(at)].next) {
    const Entry& entry = entries_[static_cast<std::size_t>(at)];
    const Alike& alike = persons ? entry.persons : entry.alike;
    if (alike.value <= 0) continue;
    std::uint32_t end = place + 1;
    if (entry.parts != nullptr) {
      end = place + (entry.parts->third == none ? 2 : 3);
      if (end > words_.size() || words_[place + 1] != entry.parts->second) continue;
      if (entry.parts->third != none && words_[place + 2] != entry.parts->third) continue;
    }
    links_.push_back({entry.our_first, entry.our_end, place, end, alike.value, alike.kind});
  }
}

void FormScorer::add_initials(std::uint32_t place, std::uint32_t word) {
  for (std::uint32_t ours = 0; ours < question_->tokens.size(); ++ours) {
    const Near& near = *question_->tokens[ours];
    if (near.shape.initial == 0 || !begins_with(word, near.shape.initial)) continue;
    // A word that it is like in another way is among the entries, where the better of the two was taken.
    const bool known = std::any_of(near.words.begin(), near.words.end(), [&](const NearWord& item) {
      return item.word == word && item.persons.value > 0;
    });
    if (!known) links_.push_back({ours, ours + 1, place, place + 1, index_.params.initial, PairKind::initial});
  }
}

}  // namespace licet::match
