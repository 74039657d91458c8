// Scores listed forms against one question: first a cheap bound, then the alignment itself.
#pragma once

#include <cstdint>
#include <vector>

#include "judgement.hpp"
#include "question.hpp"

namespace licet::match {

class FormScorer {
 public:
  explicit FormScorer(const Index& index) : index_(index) {}

  // Take a question, and of its pairs those that are sought; it must live as long as forms are scored.
  void prepare(const Question& question, Sought sought);

  void prefetch(std::uint32_t form) const noexcept { __builtin_prefetch(&index_.form_start[form]); }
  void prefetch_words(std::uint32_t form) const noexcept {
    __builtin_prefetch(&index_.form_word.data[index_.form_start[form]]);
    __builtin_prefetch(&index_.form_weight[form]);
  }

  // Whether the pairs that a form may have can bring what is needed.
  bool may_reach(std::uint32_t form) const noexcept;

  // The score in ten-thousandths, and the pairs in `chosen`.
  std::int32_t score(std::uint32_t form);

  const std::vector<Link>& chosen() const noexcept { return chosen_; }

 private:
  // One way in which a listed word pairs with a part of ours.
  struct Entry {
    std::uint32_t our_first;
    std::uint32_t our_end;
    Alike alike;
    Alike persons;
    const NearParts* parts;  // the word is the first of these
    double most;  // the similarity that counts at most
    double reach;
    std::int32_t next;
  };
  struct Slot {
    std::uint32_t word = none;
    std::int32_t head = -1;
  };

  void add(std::uint32_t word, const Entry& entry);
  const Slot& slot(std::uint32_t word) const noexcept;
  void find_links(std::uint32_t form);
  void find_links_at(std::uint32_t place, std::uint32_t word, bool persons);
  void add_initials(std::uint32_t place, std::uint32_t word);
  bool begins_with(std::uint32_t word, char letter) const noexcept;

  const Index& index_;
  const Question* question_ = nullptr;
  Sought sought_ = Sought::any;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
  std::uint32_t mask_ = 0;
  Side theirs_;
  std::vector<std::uint32_t> words_;
  std::vector<Link> links_;
  std::vector<Link> chosen_;
  Chooser chooser_;
};

}  // namespace licet::match
