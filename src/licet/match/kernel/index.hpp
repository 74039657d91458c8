// An index in memory: views of the sections of a blob, checked once when it is opened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "alignment.hpp"
#include "blob.hpp"
#include "params.hpp"
#include "similarity.hpp"

namespace licet::match {

// The sections of the blob, in their order.
enum Section : std::size_t {
  word_text_section,     // bytes: the words that are too long for their heads
  word_head_section,     // WordHead
  word_weight_section,   // f64
  word_info_section,     // u32, see WordInfo
  word_table_section,    // u32: open addressing by hash(text); eight bits of the hash above the number
  post_start_section,    // u32: where the forms of a word begin
  post_form_section,     // u32: forms that hold a word, ascending, as often as they hold it
  form_start_section,    // u32: where the words of a form begin
  form_word_section,     // u32
  form_flags_section,    // u8
  form_weight_section,   // f32, ascending: the sum over its words, rounded down
  row_start_section,     // u32: where the rows of a form begin
  row_version_section,   // i32
  row_code_section,      // i32
  weight_bin_section,    // u32: number of forms up to a weight, see `forms_up_to`
  delete_start_section,  // u32: buckets by the upper bits of the hash of what is left
  delete_entry_section,  // u32: eight bits of the hash above the number of the word
  key_start_section,     // u32: buckets by the upper bits of the hash of a key
  key_entry_section,     // u32: eight bits of the hash above the number of the word
  join_filter_section,   // u64: Bloom filter of neighbouring words written as one
  sections
};

constexpr std::uint32_t none = 0xFFFFFFFFU;
constexpr std::uint32_t number_bits = 24;  // words have numbers below 2^24
constexpr std::uint32_t number_mask = (1U << number_bits) - 1;
constexpr std::size_t weight_bins = 8192;

// A word of up to fifteen bytes in one piece; of a longer one the place in the text section: two u32, offset and size.
struct WordHead {
  char text[15];
  std::uint8_t size;  // 255: it is in the text section
};
static_assert(sizeof(WordHead) == 16);

// What an info word says: letters in the low sixteen bits, then flags, then the class.
namespace word_info {
constexpr std::uint32_t ascii = 1U << 16;
constexpr std::uint32_t editable = 1U << 17;
constexpr std::uint32_t marked = 1U << 18;
constexpr std::uint32_t single = 1U << 19;
constexpr std::uint32_t digits = 1U << 20;
constexpr std::uint32_t class_shift = 21;
constexpr std::uint32_t class_mask = 7;
constexpr std::uint32_t common = 1U << 24;
constexpr std::uint32_t number = 1U << 25;
}  // namespace word_info

// Whether a word can carry a match, by its info word: `is_telling` of its part.
constexpr bool is_telling(std::uint32_t info) noexcept {
  const bool letter = (info & 0xFFFFU) == 1 && (info & word_info::ascii) != 0;
  const std::uint32_t klass = info >> word_info::class_shift & word_info::class_mask;
  return !letter && klass == static_cast<std::uint32_t>(WordClass::name);
}

// Two or three neighbours of listed names that written as one are the token; `third` is `none` for two.
struct NearParts {
  std::uint32_t first = none;
  std::uint32_t second = none;
  std::uint32_t third = none;
};

class Index {
 public:
  // Read a blob in place; it must outlive the index.
  //
  // Throws DamagedIndex when anything that is later followed points outside of its section.
  Index(const unsigned char* bytes, std::size_t size, const Params& params, const Lexicon& lexicon);

  std::size_t words() const noexcept { return word_weight.size; }
  std::size_t forms() const noexcept { return form_weight.size; }

  // Number of a word, or `none`.
  std::uint32_t find(std::string_view text) const noexcept { return find(text, hash(text)); }
  std::uint32_t find(std::string_view text, std::uint64_t hashed) const noexcept;
  void prefetch(std::uint64_t hashed) const noexcept { __builtin_prefetch(&word_table[hashed & table_mask_]); }

  std::string_view text(std::uint32_t word) const noexcept {
    const WordHead& head = word_head[word];
    if (head.size != 255) return {head.text, head.size};
    std::uint32_t place[2];
    std::memcpy(place, head.text, sizeof place);
    return {word_text.data + place[0], place[1]};
  }
  Word word(std::uint32_t number) const noexcept {
    const std::uint32_t info = word_info_[number];
    return {text(number), info & 0xFFFFU, (info & word_info::ascii) != 0, (info & word_info::editable) != 0,
            (info & word_info::digits) != 0};
  }
  void prefetch_word(std::uint32_t number) const noexcept {
    __builtin_prefetch(&word_head[number]);
    __builtin_prefetch(&word_info_[number]);
    __builtin_prefetch(&word_weight[number]);
  }
  std::uint32_t info(std::uint32_t word) const noexcept { return word_info_[word]; }
  WordClass klass(std::uint32_t word) const noexcept {
    return static_cast<WordClass>(word_info_[word] >> word_info::class_shift & word_info::class_mask);
  }
  Part part(std::uint32_t number) const noexcept {
    const std::uint32_t info = word_info_[number];
    return {text(number),  word_weight[number], info & 0xFFFFU, (info & word_info::ascii) != 0,
            klass(number), (info & word_info::common) != 0, (info & word_info::number) != 0};
  }
  double weight(const NearParts& parts) const noexcept {
    const double two = word_weight[parts.first] + word_weight[parts.second];
    return parts.third == none ? two : two + word_weight[parts.third];
  }
  // The word of these that the fewest names hold.
  std::uint32_t rarest(const NearParts& parts) const noexcept {
    std::uint32_t rarest = parts.first;
    if (names_with(parts.second) < names_with(rarest)) rarest = parts.second;
    if (parts.third != none && names_with(parts.third) < names_with(rarest)) rarest = parts.third;
    return rarest;
  }
  std::uint32_t names_with(std::uint32_t word) const noexcept { return post_start[word + 1] - post_start[word]; }
  // Words of the longest form, and the greatest weight of a form.
  std::uint32_t longest() const noexcept { return longest_; }
  double heaviest() const noexcept;
  std::uint32_t length(std::uint32_t form) const noexcept { return form_start[form + 1] - form_start[form]; }

  // At least the number of forms whose weight is up to this; those behind weigh more.
  std::uint32_t forms_up_to(double weight) const noexcept;

  // The weight of a token of ours, listed or not, of a person's name or another (`Contents.weight`).
  double weight(std::string_view token, bool person) const;

  // The same of a token of such a shape: `number` is that of the same word, or `none`, and `record` is what the lexicon
  // says of it.
  double weight(std::string_view token, std::uint32_t number, const text::WordRecord* record, const Shape& shape,
                bool person) const;

  // Call `found` with each word that may have a key, by the hash of the key; some have another.
  template <class Found>
  void each_under(std::uint64_t hashed, Found found) const {
    const auto bucket = static_cast<std::uint32_t>(hashed >> key_shift_);
    const auto mark = static_cast<std::uint32_t>(hashed & 0xFFU);
    for (std::uint32_t at = key_start_[bucket]; at < key_start_[bucket + 1]; ++at) {
      if (key_entry_[at] >> number_bits == mark) found(key_entry_[at] & number_mask);
    }
  }

  // Whether neighbours of some listed name may read so when written as one.
  bool may_be_joined(std::uint64_t hashed) const noexcept;

  // The bucket of something left by `each_delete`.
  std::uint32_t delete_bucket(std::uint64_t hashed) const noexcept {
    return static_cast<std::uint32_t>(hashed >> delete_shift_);
  }

  Array<char> word_text;
  Array<WordHead> word_head;
  Array<double> word_weight;
  Array<std::uint32_t> word_table;
  Array<std::uint32_t> post_start;
  Array<std::uint32_t> post_form;
  Array<std::uint32_t> form_start;
  Array<std::uint32_t> form_word;
  Array<std::uint8_t> form_flags;
  Array<float> form_weight;
  Array<std::uint32_t> row_start;
  Array<std::int32_t> row_version;
  Array<std::int32_t> row_code;
  Array<std::uint32_t> delete_start;
  Array<std::uint32_t> delete_entry;

  const Params& params;
  const Lexicon& lexicon;

 private:
  void check_words() const;
  void check_forms();
  void check_tables();

  Array<std::uint32_t> word_info_;
  Array<std::uint32_t> weight_bin_;
  Array<std::uint32_t> key_start_;
  Array<std::uint32_t> key_entry_;
  Array<std::uint64_t> join_filter_;
  std::uint32_t longest_ = 0;
  std::uint64_t table_mask_ = 0;
  std::uint64_t join_mask_ = 0;
  unsigned delete_shift_ = 63;
  unsigned key_shift_ = 63;
  double bin_scale_ = 1;
};

// Weight of a token that no listed name has, or of a listed one: `weights.token_weight`.
double token_weight(std::string_view token, const Shape& shape, double names, double names_with_token,
                    bool person, const Params& params, const Lexicon& lexicon);

// The hash of a key of a kind.
inline std::uint64_t key_hash(char kind, std::string_view key) noexcept {
  return mix(hash(key) + static_cast<unsigned char>(kind));
}

// The bits of the join filter that a hash sets: two, in one word of 64.
inline std::uint64_t join_bits(std::uint64_t hashed) noexcept {
  return std::uint64_t{1} << (hashed >> 52U & 63U) | std::uint64_t{1} << (hashed >> 58U & 63U);
}

}  // namespace licet::match
