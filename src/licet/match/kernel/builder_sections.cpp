// The sections of an index, from the forms that a builder collected.
#include <algorithm>
#include <cstring>
#include <future>
#include <numeric>

#include "builder_layout.hpp"
#include "deletes.hpp"

namespace licet::match {

namespace {

std::size_t power_of_two_from(std::size_t least) {
  std::size_t size = 4;
  while (size < least) size *= 2;
  return size;
}

// Words under hashes: buckets by the upper bits, eight bits of the hash above each number.
class HashedWords {
 public:
  // Room for as many; what is not used costs nothing.
  explicit HashedWords(std::size_t most) { items_.reserve(most); }

  void add(std::uint64_t hashed, std::uint32_t word) {
    // Upper half for the bucket; below it what is stored.
    items_.push_back({static_cast<std::uint32_t>(hashed >> 32U),
                      word | static_cast<std::uint32_t>(hashed & 0xFFU) << number_bits});
  }

  void write(BlobWriter& out, std::size_t entries_each) const {
    const std::size_t buckets = power_of_two_from(items_.size() / entries_each);
    if (buckets > std::size_t{1} << 32U) throw std::length_error("an index has too many words");
    unsigned shift = 32;
    while ((std::size_t{1} << (32 - shift)) < buckets) --shift;
    std::vector<std::uint32_t> starts(buckets + 1, 0);
    for (const Item& item : items_) ++starts[(std::uint64_t{item.upper} >> shift) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    std::vector<std::uint32_t> entries(items_.size());
    for (const Item& item : items_) entries[next[std::uint64_t{item.upper} >> shift]++] = item.entry;
    out.add(std::move(starts));
    out.add(std::move(entries));
  }

 private:
  struct Item {
    std::uint32_t upper;
    std::uint32_t entry;
  };
  std::vector<Item> items_;
};

}  // namespace

void Builder::write_words(const Layout& layout, BlobWriter& out) const {
  std::vector<char> text;
  std::vector<WordHead> heads(layout.token_of.size());
  for (std::size_t word = 0; word < heads.size(); ++word) {
    const std::string_view token = pool_.text(layout.token_of[word]);
    WordHead& head = heads[word];
    head = {};
    if (token.size() <= sizeof head.text) {
      head.size = static_cast<std::uint8_t>(token.size());
      std::memcpy(head.text, token.data(), token.size());
    } else {
      const std::uint32_t place[2] = {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(token.size())};
      head.size = 255;
      std::memcpy(head.text, place, sizeof place);
      text.insert(text.end(), token.begin(), token.end());
    }
  }
  std::vector<std::uint32_t> table(power_of_two_from(heads.size() * 2), none);
  for (std::uint32_t word = 0; word < heads.size(); ++word) {
    const std::uint64_t hashed = pool_.hashed(layout.token_of[word]);
    std::uint64_t slot = hashed & (table.size() - 1);
    while (table[slot] != none) slot = (slot + 1) & (table.size() - 1);
    table[slot] = word | static_cast<std::uint32_t>(hashed >> 56U) << number_bits;
  }
  out.add(std::move(text));
  out.add(std::move(heads));
  out.add(layout.weight);
  out.add(layout.info);
  out.add(std::move(table));
}

void Builder::write_forms(const Layout& layout, BlobWriter& out) const {
  const std::size_t forms = flags_.size();
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> words;
  std::vector<std::uint8_t> flags;
  starts.reserve(forms + 1);
  words.reserve(tokens_.size());
  flags.reserve(forms);
  for (const std::uint32_t form : layout.source) {
    bool silent = true;
    for (std::size_t place = starts_[form]; place < starts_[form + 1]; ++place) {
      const std::uint32_t word = layout.word_of[tokens_[place]];
      words.push_back(word);
      silent = silent && !is_telling(layout.info[word]);
    }
    starts.push_back(static_cast<std::uint32_t>(words.size()));
    flags.push_back(static_cast<std::uint8_t>(flags_[form] | (silent ? form_silent : 0)));
  }
  std::vector<std::uint32_t> post_starts(layout.token_of.size() + 1, 0);
  // A form that holds a word twice is in its list twice.
  const auto each_posting = [&](auto found) {
    for (std::uint32_t form = 0; form < forms; ++form) {
      for (std::uint32_t place = starts[form]; place < starts[form + 1]; ++place) found(words[place], form);
    }
  };
  each_posting([&](std::uint32_t word, std::uint32_t) { ++post_starts[word + 1]; });
  std::partial_sum(post_starts.begin(), post_starts.end(), post_starts.begin());
  std::vector<std::uint32_t> next(post_starts.begin(), post_starts.end() - 1);
  std::vector<std::uint32_t> postings(post_starts.back());
  each_posting([&](std::uint32_t word, std::uint32_t form) { postings[next[word]++] = form; });
  out.add(std::move(post_starts));
  out.add(std::move(postings));
  out.add(std::move(starts));
  out.add(std::move(words));
  out.add(std::move(flags));
  out.add(layout.form_weight);
}

void Builder::write_rows(const Layout& layout, BlobWriter& out) const {
  const std::size_t forms = flags_.size();
  std::vector<std::uint32_t> starts(forms + 1, 0);
  for (const Row& row : rows_) ++starts[layout.form_of[row.form] + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  std::vector<std::pair<std::int32_t, std::int32_t>> placed(rows_.size());  // version, code
  for (const Row& row : rows_) placed[next[layout.form_of[row.form]]++] = {row.version, row.code};
  for (std::size_t form = 0; form < forms; ++form) {
    std::sort(placed.begin() + starts[form], placed.begin() + starts[form + 1]);
  }
  std::vector<std::int32_t> versions;
  std::vector<std::int32_t> codes;
  versions.reserve(placed.size());
  codes.reserve(placed.size());
  for (const auto& [version, code] : placed) {
    versions.push_back(version);
    codes.push_back(code);
  }
  out.add(std::move(starts));
  out.add(std::move(versions));
  out.add(std::move(codes));
  std::vector<std::uint32_t> bins(weight_bins, 0);
  const double most = forms == 0 ? 0 : static_cast<double>(layout.form_weight.back());
  const double scale = static_cast<double>(weight_bins - 2) / (most + 1e-3);
  std::uint32_t form = 0;
  for (std::size_t bin = 0; bin < weight_bins; ++bin) {
    const auto upto = static_cast<double>(bin);
    while (form < forms && static_cast<double>(layout.form_weight[form]) * scale <= upto) ++form;
    bins[bin] = form;
  }
  out.add(std::move(bins));
}

void Builder::write_spellings(const Layout& layout, BlobWriter& out) const {
  constexpr std::size_t deletes_each = 10;
  constexpr std::size_t keys_each = 4;
  HashedWords deletes(layout.token_of.size() * most_deletes);
  HashedWords keys(layout.token_of.size() * key_kinds.size());
  std::vector<std::uint32_t> letters;
  std::string key;
  for (std::uint32_t word = 0; word < layout.token_of.size(); ++word) {
    const std::string_view text = pool_.text(layout.token_of[word]);
    const std::uint32_t info = layout.info[word];
    for (std::size_t kind = 0; kind < key_kinds.size(); ++kind) {
      key_of(kind, text, key);
      if (!key.empty()) keys.add(key_hash(key_kinds[kind], key), word);
    }
    if ((info & word_info::editable) == 0) continue;
    std::size_t count = 0;
    const std::uint64_t packed = packed_prefix(text, (info & word_info::ascii) != 0, count, letters);
    each_delete(packed, count, params_.edit_limit(info & 0xFFFFU),
                [&](std::uint64_t hashed) { deletes.add(hashed, word); });
  }
  deletes.write(out, deletes_each);
  keys.write(out, keys_each);
}

void Builder::write_joins(const Layout& layout, BlobWriter& out) const {
  std::vector<std::uint64_t> hashes;
  std::string joined;
  for (std::size_t form = 0; form < flags_.size(); ++form) {
    for (std::size_t first = starts_[form]; first + 1 < starts_[form + 1]; ++first) {
      joined.clear();
      Joining joining;
      const std::size_t end = std::min(first + params_.most_joined, starts_[form + 1]);
      for (std::size_t place = first; place < end; ++place) {
        const std::uint32_t info = layout.info[layout.word_of[tokens_[place]]];
        joining.add(info & 0xFFFFU, (info & word_info::marked) != 0);
        joined += pool_.text(tokens_[place]);
        if (joining.possible(params_)) hashes.push_back(hash(joined));
      }
    }
  }
  std::vector<std::uint64_t> filter(power_of_two_from(hashes.size() / 16), 0);
  for (const std::uint64_t hashed : hashes) filter[hashed & (filter.size() - 1)] |= join_bits(hashed);
  out.add(std::move(filter));
}

BlobWriter Builder::finish() {
  Layout layout;
  arrange_words(layout);
  arrange_forms(layout);
  BlobWriter out;
  BlobWriter later;
  // In a second thread, where one is to be had.
  auto spellings = std::async(std::launch::async | std::launch::deferred, [&] {
    write_spellings(layout, later);
    write_joins(layout, later);
  });
  write_words(layout, out);
  write_forms(layout, out);
  write_rows(layout, out);
  spellings.get();
  out.append(std::move(later));
  pool_ = TokenPool();
  starts_.assign(1, 0);
  tokens_.clear();
  flags_.clear();
  hashes_.clear();
  numbers_.clear();
  rows_.clear();
  return out;
}

}  // namespace licet::match
