// Look-ups in the tables: words, legal forms, compositions.
#include <algorithm>
#include <array>

#include "tables.hpp"

namespace licet::text {

namespace {

// The place of the entry whose key fits, or of none (`count`).
template <class Key>
std::size_t entry_of(Run<HashSlot> slots, std::uint64_t mixed, std::size_t none, Key&& fits) noexcept {
  const std::size_t mask = slots.count - 1;
  const auto tag = static_cast<std::uint32_t>(mixed);
  std::size_t place = slots.count > 1 ? static_cast<std::size_t>(mixed >> 32U) : 0;
  for (place &= mask;; place = (place + 1) & mask) {
    const HashSlot slot = slots[place];
    if (slot.entry == 0) return none;
    if (slot.tag == tag && fits(slot.entry - 1)) return slot.entry - 1;
  }
}

std::size_t characters(std::string_view utf8) noexcept {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

const WordRecord* TablesView::find(std::string_view word, std::uint64_t hash) const noexcept {
  const std::size_t place = entry_of(word_slots_, hash_mix(hash), words_.count,
                                     [&](std::size_t entry) { return text(words_[entry].text) == word; });
  return place < words_.count ? &words_[place] : nullptr;
}

const Pair* TablesView::mended(std::string_view left, std::uint64_t mixed) const noexcept {
  const std::size_t place = entry_of(mended_slots_, mixed, mended_.count,
                                     [&](std::size_t entry) { return text(mended_[entry].key) == left; });
  return place < mended_.count ? &mended_[place] : nullptr;
}

const Pair* TablesView::scanned(std::string_view key, std::uint64_t mixed) const noexcept {
  const std::size_t place = entry_of(scanned_slots_, mixed, scanned_.count,
                                     [&](std::size_t entry) { return text(scanned_[entry].key) == key; });
  return place < scanned_.count ? &scanned_[place] : nullptr;
}

Run<std::uint32_t> TablesView::misspelt(std::string_view left, std::uint64_t mixed) const noexcept {
  const std::size_t place = entry_of(misspelt_slots_, mixed, misspelt_.count,
                                     [&](std::size_t entry) { return text(misspelt_[entry].key) == left; });
  if (place == misspelt_.count) return {};
  return {lists_.first + misspelt_[place].value.offset, misspelt_[place].value.size};
}

const Pair* TablesView::read_word(std::string_view spelling) const noexcept {
  const std::size_t place = entry_of(arabic_slots_, hash_mix(hash_of(spelling)), arabic_.count,
                                     [&](std::size_t entry) { return text(arabic_[entry].key) == spelling; });
  return place < arabic_.count ? &arabic_[place] : nullptr;
}

const Syllable* TablesView::spelt_syllable(std::string_view spelling) const noexcept {
  const std::size_t place =
      entry_of(spelt_syllable_slots_, hash_mix(hash_of(spelling)), spelt_syllables_.count,
               [&](std::size_t entry) { return text(spelt_syllables_[entry].spelling) == spelling; });
  return place < spelt_syllables_.count ? &spelt_syllables_[place] : nullptr;
}

WordClass TablesView::word_class(std::string_view token, const WordRecord* record) noexcept {
  if (token.empty()) return WordClass::name;
  if (token.front() == '=') return WordClass::legal;
  if (token.front() == '~') return WordClass::title;
  return record == nullptr ? WordClass::name : static_cast<WordClass>(record->klass);
}

bool TablesView::is_number(std::string_view token, const WordRecord* record) noexcept {
  if (!token.empty() && token.front() >= '0' && token.front() <= '9') return true;
  return record != nullptr && (record->flags & kNumber) != 0;
}

bool TablesView::is_firm_word(std::string_view token, const WordRecord* record) noexcept {
  if (token.empty() || token.front() == '~') return false;
  if (token.front() == '=') return true;
  if (record == nullptr) return false;
  const auto klass = static_cast<WordClass>(record->klass);
  return klass == WordClass::legal || klass == WordClass::particle || (record->flags & kFirmWord) != 0;
}

bool TablesView::is_aside(std::string_view token, const WordRecord* record) noexcept {
  if (token.empty()) return false;
  if (token.front() == '=' || token.front() == '~') return true;
  if (record != nullptr && (record->klass != static_cast<std::uint32_t>(WordClass::name) ||
                            (record->flags & kBesideName) != 0)) {
    return true;
  }
  // Names after the father.
  constexpr std::array<std::string_view, 11> kPatronymic{"ovich", "evich", "ovych", "yovych", "ovna", "evna",
                                                         "ivna",  "oglu",  "ogly",  "qizi",   "kyzy"};
  constexpr std::string_view kLast = "hauyi";  // what all these end in
  constexpr std::size_t kLeastFather = 2;
  if (kLast.find(token.back()) == std::string_view::npos) return false;
  return std::any_of(kPatronymic.begin(), kPatronymic.end(), [&](std::string_view ending) {
    return token.size() > ending.size() && token.substr(token.size() - ending.size()) == ending &&
           characters(token) >= ending.size() + kLeastFather;
  });
}

Alternatives TablesView::written_otherwise(const WordRecord* record) const noexcept {
  if (record == nullptr || record->otherwise_count == 0) return {};
  return {*this, {lists_.first + record->otherwise, record->otherwise_count}};
}

Alternatives TablesView::other_given_names(const WordRecord* record) const noexcept {
  if (record == nullptr || record->given_count == 0) return {};
  return {*this, {lists_.first + record->given, record->given_count}};
}

const FormNode* TablesView::form_step(const FormNode& node, std::uint32_t word) const noexcept {
  const FormEdge* first = edges_.first + node.first_edge;
  const FormEdge* last = first + node.edge_count;
  const FormEdge* found = std::lower_bound(
      first, last, word, [](const FormEdge& edge, std::uint32_t sought) { return edge.word < sought; });
  return found != last && found->word == word ? &nodes_[found->node] : nullptr;
}

char32_t TablesView::compose(char32_t first, char32_t second) const noexcept {
  const auto before = [](const Composition& item, std::pair<char32_t, char32_t> sought) {
    return item.first != sought.first ? item.first < sought.first : item.second < sought.second;
  };
  const std::pair<char32_t, char32_t> sought{first, second};
  const Composition* found = std::lower_bound(compositions_.begin(), compositions_.end(), sought, before);
  const bool fits = found != compositions_.end() && found->first == first && found->second == second;
  return fits ? found->composed : 0;
}

bool TablesView::is_pair(char first, char second) const noexcept {
  if (first < 'a' || first > 'z' || second < 'a' || second > 'z') return false;
  const auto bit = static_cast<std::size_t>(26 * (first - 'a') + (second - 'a'));
  return ((pairs_[bit / 32] >> (bit % 32)) & 1U) != 0;
}

}  // namespace licet::text
