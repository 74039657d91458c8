// What one of our tokens is like: the listed words that it may be paired with, whatever name they stand in.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "alignment.hpp"
#include "index.hpp"
#include "near_memory.hpp"

namespace licet::match {

// A listed word that a token is like.
struct NearWord {
  std::uint32_t word = none;
  Alike alike;    // by `Comparer::compare`
  Alike persons;  // the same between names of persons: another form of a given name or an initial, where that is more
  double most = 0;          // of the first, less what speaks for two different words
  double most_persons = 0;  // the greater of both so
};

// The most that any listed word brings, all taken apart: similarity and weight need not be of the same word.
struct Most {
  double said = 0;          // half the similarity times both weights
  double similarity = 0;
  double weight = 0;
  double quiet_similarity = 0;  // of words that cannot carry a match
  double quiet_weight = 0;
};

struct Near {
  std::string token;
  std::uint8_t sort = 0;  // of its key
  Shape shape;
  double weight = 0;
  std::uint32_t word = none;     // the same word, when a listed name has it
  std::vector<NearWord> words;   // each once; `alike.value` may be 0 where only persons' names are alike
  std::vector<NearParts> parts;
  Most most[2];  // between any names; between names of persons

  Part part() const noexcept {
    return {token, weight, shape.letters, shape.ascii, shape.klass, shape.common, shape.number, shape.aside,
            shape.firm};
  }
};

// Looks tokens up. What it found is kept and shared, so that a token meets the vocabulary once; for one thread at a time.
class Neighbours {
 public:
  Neighbours(const Index& index, SharedNears& shared);

  // The answer lives until `trim`. With `person`, the token is of a person's name; with `everything`, each listed word
  // is compared: no table is used.
  const Near& near(std::string_view token, bool person, bool everything);

  // Forget, when more is kept than is worth keeping.
  void trim();

 private:
  std::shared_ptr<const Near> look_up(const NearKey& key);
  void fill(Near& near);
  void fill_from_everything(Near& near);
  void add_same(Near& near);
  void add_keys(Near& near);
  void add_edits(Near& near);
  template <class KindsOf>
  void measure(Near& near, KindsOf kinds_of);
  void add_persons(Near& near);
  void add_parts(Near& near);
  void sort(Near& near) const;
  void sum_up(Near& near) const;
  bool visit(std::uint32_t word) noexcept;

  const Index& index_;
  Comparer comparer_;
  SharedNears& shared_nears_;
  NearMap met_;
  std::uint64_t forgotten_ = 0;
  std::vector<std::uint8_t> seen_;  // words met for the present token carry the present mark
  std::vector<std::uint8_t> kinds_;  // kinds of keys, one bit each, that a word met may share with the present token
  std::uint8_t mark_ = 0;
  std::vector<std::uint32_t> letters_;
  std::vector<std::uint32_t> found_;
  std::vector<std::uint32_t> heads_;  // word that the present token begins with, by where it ends
  std::vector<std::uint32_t> tails_;  // word that it ends with, by where that begins
  Near fresh_;                        // what is being filled
};

}  // namespace licet::match
