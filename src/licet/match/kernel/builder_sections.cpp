// The sections of an index, from the forms that a builder collected.
#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "builder.hpp"
#include "deletes.hpp"

namespace licet::match {

// Words and forms in their final order.
struct Builder::Layout {
  std::vector<std::uint32_t> word_of;      // final number of each token of the pool
  std::vector<std::uint32_t> token_of;     // and back
  std::vector<std::uint32_t> names_with;   // by final number of the word
  std::vector<double> weight;              // by final number of the word
  std::vector<std::uint32_t> info;         // by final number of the word
  std::vector<std::uint32_t> form_of;      // place of each form, lightest first
  std::vector<double> form_weight;         // by place
};

namespace {

// Numbers under buckets, by counting: starts, then the numbers in the order in which they were given.
struct Buckets {
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> numbers;

  template <class Each>  // Each(found) calls found(bucket, number) for all, in the same order each time
  Buckets(std::size_t count, Each each) : starts(count + 1, 0) {
    each([&](std::size_t bucket, std::uint32_t) { ++starts[bucket + 1]; });
    for (std::size_t place = 0; place < count; ++place) starts[place + 1] += starts[place];
    numbers.resize(starts[count]);
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    each([&](std::size_t bucket, std::uint32_t number) { numbers[next[bucket]++] = number; });
  }
};

std::size_t power_of_two_from(std::size_t least) {
  std::size_t size = 4;
  while (size < least) size *= 2;
  return size;
}

unsigned log_of(std::size_t power) {
  unsigned bits = 0;
  while ((std::size_t{1} << bits) < power) ++bits;
  return bits;
}

std::uint32_t info_of(const Shape& shape, WordClass klass) {
  std::uint32_t info = std::min<std::uint32_t>(shape.letters, 0xFFFFU);
  if (shape.ascii) info |= word_info::ascii;
  if (shape.editable) info |= word_info::editable;
  if (shape.marked) info |= word_info::marked;
  if (shape.single) info |= word_info::single;
  if (shape.digits) info |= word_info::digits;
  if (shape.common) info |= word_info::common;
  if (shape.number) info |= word_info::number;
  return info | static_cast<std::uint32_t>(klass) << word_info::class_shift;
}

}  // namespace

Builder::Layout Builder::arrange() const {
  Layout layout;
  const std::size_t words = pool_.size();
  std::vector<std::uint32_t> counts(words, 0);
  std::vector<std::uint32_t> last(words, none);
  for (std::uint32_t form = 0; form < flags_.size(); ++form) {
    for (std::size_t place = starts_[form]; place < starts_[form + 1]; ++place) {
      const std::uint32_t token = tokens_[place];
      if (last[token] != form) ++counts[token];
      last[token] = form;
    }
  }
  layout.token_of.resize(words);
  std::iota(layout.token_of.begin(), layout.token_of.end(), 0U);
  std::sort(layout.token_of.begin(), layout.token_of.end(), [&](std::uint32_t one, std::uint32_t other) {
    return counts[one] != counts[other] ? counts[one] > counts[other] : pool_.text(one) < pool_.text(other);
  });
  layout.word_of.resize(words);
  std::unordered_map<std::string_view, std::uint32_t> with_others;
  for (std::uint32_t word = 0; word < words; ++word) {
    const std::uint32_t token = layout.token_of[word];
    layout.word_of[token] = word;
    layout.names_with.push_back(counts[token]);
    if (!lexicon_.written_otherwise(pool_.text(token)).empty()) with_others.emplace(pool_.text(token), token);
  }
  for (std::uint32_t word = 0; word < words; ++word) {
    const std::string_view text = pool_.text(layout.token_of[word]);
    const Shape shape = shape_of(text, params_, lexicon_);
    const WordClass klass = lexicon_.word_class(text);
    // A short form is no rarer than the long one.
    double names = layout.names_with[word];
    const auto& others = lexicon_.written_otherwise(text);
    for (std::size_t place = 0; place < others.size(); ++place) {
      const auto other = with_others.find(others[place]);
      if (other != with_others.end()) names += counts[other->second];
    }
    layout.weight.push_back(
        token_weight(text, shape, static_cast<double>(flags_.size()), names, false, params_,
                                         lexicon_));
    layout.info.push_back(info_of(shape, klass));
  }
  std::vector<double> weights(flags_.size(), 0);
  for (std::size_t form = 0; form < flags_.size(); ++form) {
    for (std::size_t place = starts_[form]; place < starts_[form + 1]; ++place) {
      weights[form] += layout.weight[layout.word_of[tokens_[place]]];
    }
  }
  std::vector<std::uint32_t> order(flags_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
    if (weights[one] != weights[other]) return weights[one] < weights[other];
    std::size_t mine = starts_[one];
    std::size_t its = starts_[other];
    for (; mine < starts_[one + 1] && its < starts_[other + 1]; ++mine, ++its) {
      if (tokens_[mine] != tokens_[its]) return layout.word_of[tokens_[mine]] < layout.word_of[tokens_[its]];
    }
    if (starts_[one + 1] - starts_[one] != starts_[other + 1] - starts_[other]) {
      return starts_[one + 1] - starts_[one] < starts_[other + 1] - starts_[other];
    }
    return flags_[one] < flags_[other];
  });
  layout.form_of.resize(flags_.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    layout.form_of[order[place]] = place;
    layout.form_weight.push_back(weights[order[place]]);
  }
  return layout;
}

void Builder::write_words(const Layout& layout, BlobWriter& out) const {
  std::vector<std::uint32_t> starts{0};
  std::vector<char> text;
  std::vector<WordHead> heads;
  for (std::size_t word = 0; word < layout.token_of.size(); ++word) {
    const std::string_view token = pool_.text(layout.token_of[word]);
    WordHead head{};
    head.size = 255;
    if (token.size() <= sizeof head.text && (layout.info[word] & word_info::ascii) != 0) {
      head.size = static_cast<std::uint8_t>(token.size());
      std::memcpy(head.text, token.data(), token.size());
    } else {
      text.insert(text.end(), token.begin(), token.end());
    }
    heads.push_back(head);
    starts.push_back(static_cast<std::uint32_t>(text.size()));
  }
  std::vector<std::uint32_t> table(power_of_two_from(layout.token_of.size() * 2), none);
  for (std::uint32_t word = 0; word < layout.token_of.size(); ++word) {
    const std::uint64_t hashed = pool_.hashed(layout.token_of[word]);
    std::uint64_t slot = hashed & (table.size() - 1);
    while (table[slot] != none) slot = (slot + 1) & (table.size() - 1);
    table[slot] = word | static_cast<std::uint32_t>(hashed >> 56U) << number_bits;
  }
  out.add(starts);
  out.add(text);
  out.add(heads);
  out.add(layout.weight);
  out.add(layout.info);
  out.add(table);
}

void Builder::write_forms(const Layout& layout, BlobWriter& out) {
  const std::size_t forms = flags_.size();
  std::vector<std::uint32_t> source(forms);
  for (std::uint32_t form = 0; form < forms; ++form) source[layout.form_of[form]] = form;
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> words;
  std::vector<std::uint8_t> flags;
  for (const std::uint32_t form : source) {
    for (std::size_t place = starts_[form]; place < starts_[form + 1]; ++place) {
      words.push_back(layout.word_of[tokens_[place]]);
    }
    starts.push_back(static_cast<std::uint32_t>(words.size()));
    flags.push_back(flags_[form]);
  }
  std::vector<std::uint32_t> last(layout.token_of.size(), none);
  const Buckets postings(layout.token_of.size(), [&](auto found) {
    std::fill(last.begin(), last.end(), none);
    for (std::uint32_t form = 0; form < forms; ++form) {
      for (std::uint32_t place = starts[form]; place < starts[form + 1]; ++place) {
        if (last[words[place]] != form) found(words[place], form);
        last[words[place]] = form;
      }
    }
  });
  out.add(postings.starts);
  out.add(postings.numbers);
  out.add(starts);
  out.add(words);
  out.add(flags);
  out.add(layout.form_weight);
  for (Row& row : rows_) row.form = layout.form_of[row.form];
  std::sort(rows_.begin(), rows_.end(), [](const Row& one, const Row& other) {
    return one.form != other.form         ? one.form < other.form
           : one.version != other.version ? one.version < other.version
                                          : one.code < other.code;
  });
  std::vector<std::uint32_t> row_starts(forms + 1, 0);
  std::vector<std::int32_t> versions;
  std::vector<std::int32_t> codes;
  for (const Row& row : rows_) {
    ++row_starts[row.form + 1];
    versions.push_back(row.version);
    codes.push_back(row.code);
  }
  std::partial_sum(row_starts.begin(), row_starts.end(), row_starts.begin());
  out.add(row_starts);
  out.add(versions);
  out.add(codes);
  std::vector<std::uint32_t> bins(weight_bins, 0);
  const double most = forms == 0 ? 0 : layout.form_weight.back();
  const double scale = static_cast<double>(weight_bins - 2) / (most + 1e-3);
  std::uint32_t form = 0;
  for (std::size_t bin = 0; bin < weight_bins; ++bin) {
    while (form < forms && layout.form_weight[form] * scale <= static_cast<double>(bin)) ++form;
    bins[bin] = form;
  }
  out.add(bins);
}

void Builder::write_spellings(const Layout& layout, BlobWriter& out) const {
  std::vector<std::uint32_t> letters;
  const auto each_hash = [&](auto found) {
    for (std::uint32_t word = 0; word < layout.token_of.size(); ++word) {
      const std::uint32_t info = layout.info[word];
      if ((info & word_info::editable) == 0) continue;
      std::size_t count = 0;
      const std::uint64_t packed = packed_prefix(pool_.text(layout.token_of[word]), (info & word_info::ascii) != 0,
                                                 count, letters);
      const std::size_t edits = params_.edit_limit(info & 0xFFFFU);
      each_delete(packed, count, edits, [&](std::uint64_t hashed) { found(hashed, word); });
    }
  };
  std::size_t entries = 0;
  each_hash([&](std::uint64_t, std::uint32_t) { ++entries; });
  const std::size_t buckets = power_of_two_from(entries / 4);
  const unsigned shift = 64 - log_of(buckets);
  const Buckets deletes(buckets, [&](auto found) {
    each_hash([&](std::uint64_t hashed, std::uint32_t word) {
      found(hashed >> shift, word | static_cast<std::uint32_t>(hashed & 0xFFU) << number_bits);
    });
  });
  out.add(deletes.starts);
  out.add(deletes.numbers);
}

void Builder::write_sounds(const Layout& layout, BlobWriter& out) const {
  TokenPool keys;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;  // key, word
  Keys sound;
  std::string key;
  for (std::uint32_t word = 0; word < layout.token_of.size(); ++word) {
    sound.set(pool_.text(layout.token_of[word]));
    for (std::size_t kind = 0; kind < key_kinds.size(); ++kind) {
      if (sound.keys[kind].empty()) continue;
      key.assign(1, key_kinds[kind]).append(sound.keys[kind]);
      found.emplace_back(keys.number(key), word);
    }
  }
  std::vector<std::uint32_t> table(power_of_two_from(keys.size() * 2), none);
  std::vector<std::uint32_t> starts{0};
  std::vector<char> text;
  for (std::uint32_t number = 0; number < keys.size(); ++number) {
    std::uint64_t slot = keys.hashed(number) & (table.size() - 1);
    while (table[slot] != none) slot = (slot + 1) & (table.size() - 1);
    table[slot] = number;
    const std::string_view held = keys.text(number);
    text.insert(text.end(), held.begin(), held.end());
    starts.push_back(static_cast<std::uint32_t>(text.size()));
  }
  const Buckets words(keys.size(), [&](auto take) {
    for (const auto& [number, word] : found) take(number, word);
  });
  out.add(table);
  out.add(starts);
  out.add(text);
  out.add(words.starts);
  out.add(words.numbers);
}

void Builder::write_joins(const Layout& layout, BlobWriter& out) const {
  std::vector<std::uint64_t> hashes;
  std::string joined;
  for (std::size_t form = 0; form < flags_.size(); ++form) {
    for (std::size_t first = starts_[form]; first < starts_[form + 1]; ++first) {
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
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  std::vector<std::uint64_t> filter(power_of_two_from(hashes.size() / 8), 0);
  for (const std::uint64_t hashed : hashes) filter[hashed & (filter.size() - 1)] |= join_bits(hashed);
  out.add(filter);
}

std::vector<unsigned char> Builder::finish() {
  const Layout layout = arrange();
  BlobWriter out;
  write_words(layout, out);
  write_forms(layout, out);
  write_spellings(layout, out);
  write_sounds(layout, out);
  write_joins(layout, out);
  pool_ = TokenPool();
  starts_.assign(1, 0);
  tokens_.clear();
  flags_.clear();
  hashes_.clear();
  table_.assign(1U << 12U, none);
  rows_.clear();
  return out.finish();
}

}  // namespace licet::match
