#include "similarity.hpp"

#include <algorithm>

#include "text/sound.hpp"

namespace licet::match {

namespace {

bool among(std::string_view letters, char letter) noexcept { return letters.find(letter) != std::string_view::npos; }

}  // namespace

void key_of(std::size_t kind, std::string_view token, std::string& key) {
  switch (kind) {
    case 0:
      return text::consonant_key(token, key);
    case 1:
      return text::short_key(token, key);
    case 2:
      return text::slavic_key(token, key);
    default:
      return text::scan_key(token, key);
  }
}

void Keys::set(std::string_view token) {
  for (std::size_t kind = 0; kind < keys.size(); ++kind) key_of(kind, token, keys[kind]);
}

bool Keys::none() const noexcept {
  return std::all_of(keys.begin(), keys.end(), [](const std::string& key) { return key.empty(); });
}

void Comparer::set(std::string_view token) {
  token_ = token;
  record_ = lexicon_.find(token);
  shape_ = shape_of(token, record_, params_, lexicon_);
  keys_.set(token);
  osa_.set(token, shape_.ascii);
}

Alike Comparer::compare(const Word& word) {
  if (token_ == word.text) {
    return {1.0, !token_.empty() && (token_[0] == '=' || token_[0] == '~') ? PairKind::symbol : PairKind::equal};
  }
  const auto& others = lexicon_.written_otherwise(record_);
  for (std::size_t place = 0; place < others.size(); ++place) {
    if (others[place] == word.text) return {1.0, PairKind::symbol};
  }
  return compare_spelling(word, keys_.none() ? 0 : all_kinds);
}

Alike Comparer::compare_spelling(const Word& word, unsigned kinds) {
  const std::size_t shorter = std::min(shape_.letters, word.letters);
  const std::size_t longer = std::max(shape_.letters, word.letters);
  const bool near = shape_.editable && word.editable && longer - shorter <= params_.edit_limit(shorter, longer);
  if (kinds == 0 && !near) return {};
  const std::size_t distance = osa_.distance(word.text, word.ascii);
  // A key is worked out where it may count.
  Shared shared;
  if ((kinds & sound_kinds) != 0 && sounds_alike(word, distance)) {
    for (std::size_t kind = 0; kind < scan_kind && !shared.sound; ++kind) {
      shared.sound = (kinds >> kind & 1U) != 0 && shares_key(kind, word);
    }
  }
  shared.scan = (kinds >> scan_kind & 1U) != 0 && scanned_alike(word) && shares_key(scan_kind, word);
  return best_of(word, shared, distance);
}

Alike Comparer::best_of(const Word& word, Shared shared, std::size_t distance) const {
  Alike best;
  const std::size_t shorter = std::min(shape_.letters, word.letters);
  const std::size_t longer = std::max(shape_.letters, word.letters);
  if (shape_.editable && word.editable && distance <= params_.edit_limit(shorter, longer)) {
    best.value = 1.0 - params_.edits_cost[distance] / static_cast<double>(longer);
    best.kind = PairKind::edit;
  }
  if (shared.scan && best.value < params_.scanned) best = {params_.scanned, PairKind::edit};
  if (shared.sound && best.value < params_.unwritten) {
    const double sound = std::max(params_.sound, 1.0 - params_.sound_cost / static_cast<double>(longer));
    const double value = unwritten_vowels(token_, word.text) ? params_.unwritten : sound;
    if (value > best.value) best = {value, PairKind::sound};
  }
  return best;
}

bool Comparer::shares_key(std::size_t kind, const Word& word) {
  if (keys_.keys[kind].empty()) return false;
  key_of(kind, word.text, other_);
  return other_ == keys_.keys[kind];
}

bool Comparer::scanned_alike(const Word& word) const noexcept {
  return shape_.digits != word.digits || (!shape_.digits && shape_.letters != word.letters);
}

bool Comparer::sounds_alike(const Word& word, std::size_t distance) const noexcept {
  const auto longer = static_cast<double>(std::max(shape_.letters, word.letters));
  return 1.0 - static_cast<double>(distance) / longer >= params_.sound_share;
}

bool unwritten_vowels(std::string_view ours, std::string_view theirs) {
  std::string_view brief = ours;
  std::string_view full = theirs;
  if (brief.size() > full.size() || (brief.size() == full.size() && full < brief)) std::swap(brief, full);
  if (brief.size() < 4 || full.size() < brief.size() + 2) return false;
  if (std::any_of(brief.begin(), brief.end(), [](char letter) { return among("aeo", letter); })) return false;
  std::size_t met = 0;
  for (const char letter : full) {
    if (met < brief.size() && brief[met] == letter) ++met;
  }
  if (met < brief.size()) return false;
  return std::all_of(full.begin(), full.end(),
                     [&](char letter) { return among("aeiou", letter) || among(brief, letter); });
}

}  // namespace licet::match
