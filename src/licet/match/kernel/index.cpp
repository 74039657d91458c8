#include "index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "text/misspelt.hpp"

namespace licet::match {

namespace {

bool power_of_two(std::size_t size) { return size != 0 && (size & (size - 1)) == 0; }

// Starts must begin at 0, never fall, and end at the length of what they start in.
void check_starts(const Array<std::uint32_t>& starts, std::size_t items, std::size_t length) {
  if (starts.size != items + 1 || starts[0] != 0 || starts[items] != length) throw DamagedIndex("has wrong starts");
  bool falls = false;
  for (std::size_t place = 0; place < items; ++place) falls |= starts[place] > starts[place + 1];
  if (falls) throw DamagedIndex("has starts that fall");
}

void check_below(const Array<std::uint32_t>& numbers, std::size_t limit, std::uint32_t mask) {
  std::uint32_t most = 0;
  for (const std::uint32_t number : numbers) most = std::max(most, number & mask);
  if (numbers.size != 0 && most >= limit) throw DamagedIndex("has a number without its item");
}

// Slots hold a number below `limit` or `none`, and at least one is `none`, so that every search ends.
std::uint64_t check_slots(const Array<std::uint32_t>& slots, std::size_t limit, std::uint32_t mask) {
  if (!power_of_two(slots.size)) throw DamagedIndex("has a table of a wrong length");
  bool free = false;
  bool wrong = false;
  for (const std::uint32_t slot : slots) {
    free |= slot == none;
    wrong |= slot != none && (slot & mask) >= limit;
  }
  if (!free || wrong) throw DamagedIndex("has a damaged table");
  return slots.size - 1;
}

// Says whether a word has as many letters, and letters of the kind, as its info word says.
bool is_told_right(std::string_view text, std::uint32_t info, std::vector<std::uint32_t>& letters) {
  unsigned char all = 0;
  for (const char byte : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(byte));
  const bool ascii = all < 0x80U;
  if (!ascii) decode(text, letters);
  const std::size_t count = ascii ? text.size() : letters.size();
  return ascii == ((info & word_info::ascii) != 0) && std::min<std::size_t>(count, 0xFFFFU) == (info & 0xFFFFU);
}

// Starts of a power of two of buckets, with numbers of words under marks; returns the shift from a hash to its bucket.
unsigned check_buckets(const Array<std::uint32_t>& starts, const Array<std::uint32_t>& entries, std::size_t words) {
  const std::size_t buckets = starts.size == 0 ? 0 : starts.size - 1;
  if (!power_of_two(buckets) || buckets < 2) throw DamagedIndex("has a table of a wrong length");
  check_starts(starts, buckets, entries.size);
  check_below(entries, words, number_mask);
  unsigned bits = 0;
  while ((std::size_t{1} << bits) < buckets) ++bits;
  return 64 - bits;
}

}  // namespace

Index::Index(const unsigned char* bytes, std::size_t size, const Params& given, const Lexicon& tables)
    : params(given), lexicon(tables) {
  const BlobReader blob(bytes, size, sections);
  word_text = blob.array<char>(word_text_section);
  word_head = blob.array<WordHead>(word_head_section);
  word_weight = blob.array<double>(word_weight_section);
  word_info_ = blob.array<std::uint32_t>(word_info_section);
  word_table = blob.array<std::uint32_t>(word_table_section);
  post_start = blob.array<std::uint32_t>(post_start_section);
  post_form = blob.array<std::uint32_t>(post_form_section);
  form_start = blob.array<std::uint32_t>(form_start_section);
  form_word = blob.array<std::uint32_t>(form_word_section);
  form_flags = blob.array<std::uint8_t>(form_flags_section);
  form_weight = blob.array<float>(form_weight_section);
  row_start = blob.array<std::uint32_t>(row_start_section);
  row_version = blob.array<std::int32_t>(row_version_section);
  row_code = blob.array<std::int32_t>(row_code_section);
  weight_bin_ = blob.array<std::uint32_t>(weight_bin_section);
  delete_start = blob.array<std::uint32_t>(delete_start_section);
  delete_entry = blob.array<std::uint32_t>(delete_entry_section);
  key_start_ = blob.array<std::uint32_t>(key_start_section);
  key_entry_ = blob.array<std::uint32_t>(key_entry_section);
  join_filter_ = blob.array<std::uint64_t>(join_filter_section);
  check_words();
  check_forms();
  check_tables();
}

void Index::check_words() const {
  const std::size_t count = words();
  if (count > number_mask || word_head.size != count || word_info_.size != count) {
    throw DamagedIndex("has words without their parts");
  }
  bool wrong = false;
  for (const WordHead& head : word_head) {
    std::uint32_t place[2];
    std::memcpy(place, head.text, sizeof place);
    const bool outside = place[1] == 0 || std::size_t{place[0]} + place[1] > word_text.size;
    wrong |= head.size == 255 ? outside : head.size == 0 || head.size > sizeof head.text;
  }
  for (const double weight : word_weight) wrong |= !(weight > 0 && weight <= 1);
  for (const std::uint32_t info : word_info_) {
    wrong |= (info >> word_info::class_shift & word_info::class_mask) > static_cast<std::uint32_t>(WordClass::legal);
    wrong |= (info & 0xFFFFU) == 0;
  }
  if (wrong) throw DamagedIndex("has a damaged word");
  // What is compared letter by letter is read by what the info word says of it.
  std::vector<std::uint32_t> letters;
  for (std::uint32_t word = 0; word < count; ++word) wrong |= !is_told_right(text(word), info(word), letters);
  if (wrong) throw DamagedIndex("has a damaged word");
}

void Index::check_forms() {
  const std::size_t count = forms();
  if (form_flags.size != count || count >= none) throw DamagedIndex("has forms without their parts");
  check_starts(form_start, count, form_word.size);
  check_starts(post_start, words(), post_form.size);
  check_starts(row_start, count, row_version.size);
  if (row_code.size != row_version.size) throw DamagedIndex("has rows without their parts");
  check_below(form_word, words(), none);
  check_below(post_form, count, none);
  bool wrong = false;
  float before = 0;
  for (const float weight : form_weight) {
    wrong |= !(weight >= before) || !std::isfinite(weight);
    before = weight;
  }
  if (wrong) throw DamagedIndex("has weights out of order");
  for (std::uint32_t form = 0; form < count; ++form) longest_ = std::max(longest_, length(form));
}

void Index::check_tables() {
  table_mask_ = check_slots(word_table, words(), number_mask);
  if (!power_of_two(join_filter_.size)) throw DamagedIndex("has a filter of a wrong length");
  join_mask_ = join_filter_.size - 1;
  delete_shift_ = check_buckets(delete_start, delete_entry, words());
  key_shift_ = check_buckets(key_start_, key_entry_, words());
  if (weight_bin_.size != weight_bins) throw DamagedIndex("has a table of a wrong length");
  check_below(weight_bin_, forms() + 1, none);
  const double most = forms() == 0 ? 0 : static_cast<double>(form_weight[forms() - 1]);
  bin_scale_ = static_cast<double>(weight_bins - 2) / (most + 1e-3);
}

std::uint32_t Index::find(std::string_view wanted, std::uint64_t hashed) const noexcept {
  const auto mark = static_cast<std::uint32_t>(hashed >> 56U);
  for (std::uint64_t slot = hashed & table_mask_;; slot = (slot + 1) & table_mask_) {
    const std::uint32_t entry = word_table[slot];
    if (entry == none) return none;
    if (entry >> number_bits == mark && text(entry & number_mask) == wanted) return entry & number_mask;
  }
}

// Weights are stored rounded down: the next greater number is enough.
double Index::heaviest() const noexcept {
  if (forms() == 0) return 0;
  return static_cast<double>(std::nextafterf(form_weight[forms() - 1], std::numeric_limits<float>::infinity()));
}

std::uint32_t Index::forms_up_to(double weight) const noexcept {
  const double bin = weight * bin_scale_ + 1;
  if (!(bin < static_cast<double>(weight_bins - 1))) return static_cast<std::uint32_t>(forms());
  return bin < 0 ? 0 : weight_bin_[static_cast<std::size_t>(bin)];
}

bool Index::may_be_joined(std::uint64_t hashed) const noexcept {
  const std::uint64_t bits = join_bits(hashed);
  return (join_filter_[hashed & join_mask_] & bits) == bits;
}

double Index::weight(std::string_view token, bool person) const {
  const text::WordRecord* record = lexicon.find(token);
  return weight(token, find(token), record, shape_of(token, record, params, lexicon), person);
}

double Index::weight(std::string_view token, std::uint32_t number, const text::WordRecord* record, const Shape& shape,
                     bool person) const {
  if (number != none) {
    const WordClass kind = klass(number);
    // "Banks" and "Sal" are no trade and no legal form in a person's name.
    const bool lifted = person && (kind == WordClass::generic || kind == WordClass::legal);
    return lifted ? word_weight[number] / params.class_factor[static_cast<std::size_t>(kind)] : word_weight[number];
  }
  // A short form that no list uses weighs what the listed word weighs that it stands for.
  double least = -1;
  const auto& others = lexicon.written_otherwise(record);
  for (std::size_t place = 0; place < others.size(); ++place) {
    const std::uint32_t other = find(others[place]);
    if (other != none && (least < 0 || word_weight[other] < least)) least = word_weight[other];
  }
  if (least >= 0) return least;
  return token_weight(token, shape, static_cast<double>(forms()), 0, person, params, lexicon);
}

double token_weight(std::string_view token, const Shape& shape, double names, double names_with_token,
                    bool person, const Params& params, const Lexicon& lexicon) {
  const WordClass klass = shape.klass;
  const double factor = shape.single ? params.single_letter : params.class_factor[static_cast<std::size_t>(klass)];
  if (names_with_token == 0) {
    WordClass meant = WordClass::name;
    if (!person && klass == WordClass::name && text::misspelt_class(lexicon, token, meant)) {
      return params.unseen_common * params.class_factor[static_cast<std::size_t>(meant)];
    }
    return params.unseen * factor;
  }
  const double total = std::max(names, params.background);
  return std::log1p(total / std::max(names_with_token, params.rarest)) / std::log1p(total / params.rarest) * factor;
}

}  // namespace licet::match
