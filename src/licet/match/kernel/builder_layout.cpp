// The final order of words and forms: by what they hold, so that it never depends on the order in which they came.
#include "builder_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace licet::match {

namespace {

std::uint32_t info_of(const Shape& shape) {
  std::uint32_t info = std::min<std::uint32_t>(shape.letters, 0xFFFFU);
  if (shape.ascii) info |= word_info::ascii;
  if (shape.editable) info |= word_info::editable;
  if (shape.marked) info |= word_info::marked;
  if (shape.single) info |= word_info::single;
  if (shape.digits) info |= word_info::digits;
  if (shape.common) info |= word_info::common;
  if (shape.number) info |= word_info::number;
  return info | static_cast<std::uint32_t>(shape.klass) << word_info::class_shift;
}

// The first eight bytes, so that numbers compare as texts do.
std::uint64_t beginning(std::string_view text) {
  std::uint64_t value = 0;
  for (std::size_t place = 0; place < 8; ++place) {
    value = value << 8U | (place < text.size() ? static_cast<unsigned char>(text[place]) : 0U);
  }
  return value;
}

float rounded_down(double value) {
  const auto nearest = static_cast<float>(value);
  return static_cast<double>(nearest) > value ? std::nextafterf(nearest, 0.0F) : nearest;
}

}  // namespace

// Words that more forms hold come first: they lie together in memory.
void Builder::arrange_words(Layout& layout) const {
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
  struct Item {
    std::uint32_t rare;
    std::uint32_t token;
    std::uint64_t text;
  };
  std::vector<Item> items(words);
  for (std::uint32_t token = 0; token < words; ++token) items[token] = {~counts[token], token, beginning(pool_.text(token))};
  std::sort(items.begin(), items.end(), [&](const Item& one, const Item& other) {
    if (one.rare != other.rare) return one.rare < other.rare;
    return one.text != other.text ? one.text < other.text : pool_.text(one.token) < pool_.text(other.token);
  });
  layout.word_of.resize(words);
  layout.token_of.reserve(words);
  layout.weight.reserve(words);
  layout.info.reserve(words);
  std::unordered_map<std::string_view, std::uint32_t> with_others;
  for (std::uint32_t word = 0; word < words; ++word) {
    const std::uint32_t token = items[word].token;
    layout.token_of.push_back(token);
    layout.word_of[token] = word;
    if (!lexicon_.written_otherwise(pool_.text(token)).empty()) with_others.emplace(pool_.text(token), token);
  }
  for (std::uint32_t word = 0; word < words; ++word) {
    const std::string_view text = pool_.text(layout.token_of[word]);
    const Shape shape = shape_of(text, params_, lexicon_);
    // A short form is no rarer than the long one.
    double names = counts[layout.token_of[word]];
    const auto others = lexicon_.written_otherwise(text);
    for (std::size_t place = 0; place < others.size(); ++place) {
      const auto other = with_others.find(others[place]);
      if (other != with_others.end()) names += counts[other->second];
    }
    const auto forms = static_cast<double>(flags_.size());
    layout.weight.push_back(token_weight(text, shape, forms, names, false, params_, lexicon_));
    layout.info.push_back(info_of(shape));
  }
}

// The lightest forms come first: a bound on the weight then cuts every posting list.
void Builder::arrange_forms(Layout& layout) const {
  struct Item {
    double weight;
    std::uint64_t begin;  // its first two words
    std::uint32_t form;
  };
  const std::size_t forms = flags_.size();
  std::vector<Item> items(forms);
  for (std::uint32_t form = 0; form < forms; ++form) {
    const std::size_t first = starts_[form];
    const std::size_t end = starts_[form + 1];
    double weight = 0;
    for (std::size_t place = first; place < end; ++place) weight += layout.weight[layout.word_of[tokens_[place]]];
    const std::uint64_t one = layout.word_of[tokens_[first]];
    const std::uint64_t two = first + 1 < end ? layout.word_of[tokens_[first + 1]] + 1U : 0U;
    items[form] = {weight, one << 32U | two, form};
  }
  const auto words_come_first = [&](std::uint32_t one, std::uint32_t other) {
    const auto word = [&](std::uint32_t token) { return layout.word_of[token]; };
    std::size_t mine = starts_[one];
    std::size_t its = starts_[other];
    for (; mine < starts_[one + 1] && its < starts_[other + 1]; ++mine, ++its) {
      if (tokens_[mine] != tokens_[its]) return word(tokens_[mine]) < word(tokens_[its]);
    }
    const std::size_t left = starts_[one + 1] - mine;
    const std::size_t its_left = starts_[other + 1] - its;
    return left != its_left ? left < its_left : flags_[one] < flags_[other];
  };
  std::sort(items.begin(), items.end(), [&](const Item& one, const Item& other) {
    if (one.weight != other.weight) return one.weight < other.weight;
    return one.begin != other.begin ? one.begin < other.begin : words_come_first(one.form, other.form);
  });
  layout.form_of.resize(forms);
  layout.source.reserve(forms);
  layout.form_weight.reserve(forms);
  for (std::uint32_t place = 0; place < forms; ++place) {
    layout.form_of[items[place].form] = place;
    layout.source.push_back(items[place].form);
    layout.form_weight.push_back(rounded_down(items[place].weight));
  }
}

}  // namespace licet::match
