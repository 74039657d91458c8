// Reads the tables and checks everything that is later followed without a look.
#include "tables.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace licet::text {

namespace {

constexpr std::string_view kMagic = "LICETTXT";
constexpr std::uint32_t kVersion = 3;
constexpr std::size_t kHeader = 24;
constexpr std::size_t kSections = 32;
constexpr std::size_t kLongestMended = 62;  // the hashes of its beginnings stand in a fixed array

void require(bool holds, const char* what) {
  if (!holds) throw DamagedTables(std::string("the text tables are damaged: ") + what);
}

constexpr std::array<std::uint32_t, 256> crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
    table[byte] = value;
  }
  return table;
}

// Eight tables, so that eight bytes are taken at a step.
constexpr std::array<std::array<std::uint32_t, 256>, 8> crc_tables() {
  std::array<std::array<std::uint32_t, 256>, 8> tables{};
  tables[0] = crc_table();
  for (std::size_t byte = 0; byte < 256; ++byte) {
    for (std::size_t step = 1; step < 8; ++step) {
      const std::uint32_t before = tables[step - 1][byte];
      tables[step][byte] = (before >> 8U) ^ tables[0][before & 0xFFU];
    }
  }
  return tables;
}

constexpr auto kCrc = crc_tables();

std::uint32_t number_at(std::string_view blob, std::size_t offset) {
  std::uint32_t value = 0;
  std::memcpy(&value, blob.data() + offset, sizeof value);
  return value;
}

// Hands out the sections of a blob in their order.
class Sections {
 public:
  explicit Sections(std::string_view blob) : blob_(blob) {}

  template <class T>
  void next(Run<T>& run) {
    const std::size_t offset = number_at(blob_, kHeader + 8 * place_);
    const std::size_t count = number_at(blob_, kHeader + 8 * place_ + 4);
    ++place_;
    require(offset % 8 == 0 && offset <= blob_.size(), "a section begins outside them");
    require(count <= (blob_.size() - offset) / sizeof(T), "a section ends outside them");
    run = {reinterpret_cast<const T*>(blob_.data() + offset), count};
  }

 private:
  std::string_view blob_;
  std::size_t place_ = 0;
};

// A hash table whose slots are a power of two, with a free one where each search ends.
template <class T>
void check_slots(Run<HashSlot> slots, Run<T> entries) {
  require(slots.count >= 8 && (slots.count & (slots.count - 1)) == 0,
          "a hash table has no size of a power of two");
  std::size_t taken = 0;
  for (const HashSlot& slot : slots) {
    require(slot.entry <= entries.count, "a hash table leads outside its entries");
    if (slot.entry != 0) ++taken;
  }
  require(taken < slots.count, "a hash table is full");
}

}  // namespace

std::uint32_t checksum(std::string_view bytes) noexcept {
  std::uint32_t value = 0xFFFFFFFFU;
  std::size_t place = 0;
  for (; place + 8 <= bytes.size(); place += 8) {
    const std::uint32_t low = number_at(bytes, place) ^ value;
    const std::uint32_t high = number_at(bytes, place + 4);
    value = kCrc[7][low & 0xFFU] ^ kCrc[6][(low >> 8U) & 0xFFU] ^ kCrc[5][(low >> 16U) & 0xFFU] ^
            kCrc[4][low >> 24U] ^ kCrc[3][high & 0xFFU] ^ kCrc[2][(high >> 8U) & 0xFFU] ^
            kCrc[1][(high >> 16U) & 0xFFU] ^ kCrc[0][high >> 24U];
  }
  for (; place < bytes.size(); ++place) {
    value = (value >> 8U) ^ kCrc[0][(value ^ static_cast<unsigned char>(bytes[place])) & 0xFFU];
  }
  return ~value;
}

TablesView::TablesView(std::string_view blob, Checksum checksum) {
  require(blob.size() >= kHeader + 8 * kSections && blob.substr(0, kMagic.size()) == kMagic,
          "they do not begin as tables do");
  require(reinterpret_cast<std::uintptr_t>(blob.data()) % 8 == 0,
          "they stand at an address not divisible by eight");
  require(number_at(blob, 8) == kVersion, "they are of another version");
  require(number_at(blob, 12) == blob.size(), "they are cut short");
  require(checksum == Checksum::verified || number_at(blob, 16) == text::checksum(blob.substr(kHeader)),
          "their checksum does not fit");
  require(number_at(blob, 20) == kSections, "they have another number of sections");
  read(blob);
  check_maps();
  check_words();
  check_readings();
}

void TablesView::read(std::string_view blob) {
  Sections sections(blob);
  sections.next(bytes_);
  sections.next(wide_);
  sections.next(stages_);
  sections.next(pages_);
  sections.next(compositions_);
  sections.next(words_);
  sections.next(word_slots_);
  sections.next(lists_);
  sections.next(symbols_);
  sections.next(nodes_);
  sections.next(edges_);
  sections.next(bloom_);
  sections.next(mended_);
  sections.next(mended_slots_);
  sections.next(endings_);
  sections.next(arabic_);
  sections.next(arabic_slots_);
  sections.next(pairs_);
  sections.next(phrase_starts_);
  sections.next(phrases_);
  sections.next(phrase_text_);
  sections.next(phrase_readings_);
  sections.next(syllables_);
  sections.next(numbers_);
  sections.next(glued_);
  sections.next(misspelt_);
  sections.next(misspelt_slots_);
  sections.next(own_readings_);
  sections.next(scanned_);
  sections.next(scanned_slots_);
  sections.next(spelt_syllables_);
  sections.next(spelt_syllable_slots_);
}

bool TablesView::holds(Slice slice) const noexcept {
  return slice.offset <= bytes_.count && slice.size <= bytes_.count - slice.offset;
}

bool TablesView::holds_wide(Slice slice) const noexcept {
  return slice.offset <= wide_.count && slice.size <= wide_.count - slice.offset;
}

void TablesView::check_maps() const {
  constexpr std::size_t stage = kCodePoints >> 8U;
  require(stages_.count == kCharMaps * stage, "the maps of characters are not whole");
  require(pages_.count % 256 == 0, "the pages of characters are not whole");
  for (const std::uint16_t page : stages_)
    require(page < pages_.count / 256, "a map leads outside its pages");
  require(std::all_of(wide_.begin(), wide_.end(), [](char32_t letter) { return letter < kCodePoints; }),
          "a code point is too high");
  const std::size_t readings = syllables_.count;
  const std::size_t ranks = phrase_starts_.count;
  for (std::size_t map = 1; map < kCharMaps; ++map) {
    std::size_t last = pages_.count;  // a page that a map has over and over is checked once
    for (std::size_t place = map * stage; place < (map + 1) * stage; ++place) {
      if (stages_[place] == last) continue;
      last = stages_[place];
      for (std::size_t entry = last * 256; entry < (last + 1) * 256; ++entry) {
        const std::uint32_t value = pages_[entry];
        if (value == 0) continue;
        const Slice slice{value >> 6U, value & 0x3FU};
        const auto which = static_cast<CharMap>(map);
        const bool sound = which == CharMap::ascii     ? holds(slice)
                           : which == CharMap::reading ? value < readings
                           : which == CharMap::rank    ? value < ranks
                           : which == CharMap::latin   ? value < 0x80
                                                       : holds_wide(slice);
        require(sound, "a character leads outside the tables");
      }
    }
  }
  for (const Composition& item : compositions_)
    require(item.composed < kCodePoints, "a composition is too high");
}

void TablesView::check_words() const {
  require(numbers_.count == 5 && numbers_[0] <= kLongestMended, "their numbers are not in order");
  require(bloom_.count == 1024 && pairs_.count == 22, "a set of bits has another size");
  for (const WordRecord& word : words_) {
    require(holds(word.text) && word.klass <= static_cast<std::uint32_t>(WordClass::legal),
            "a word is not in order");
    require(word.title <= symbols_.count, "a title has no symbol");
    require(word.otherwise <= lists_.count && word.otherwise_count <= lists_.count - word.otherwise &&
                word.given <= lists_.count && word.given_count <= lists_.count - word.given,
            "a word leads outside the lists");
  }
  for (const std::uint32_t place : lists_) require(place < words_.count, "a list leads outside the words");
  for (const Slice& symbol : symbols_) require(holds(symbol) && symbol.size > 0, "a symbol is not in order");
  require(nodes_.count > 0, "there is no tree of legal forms");
  for (std::size_t place = 0; place < nodes_.count; ++place) {
    const FormNode& node = nodes_[place];
    require(node.symbol <= symbols_.count, "a legal form has no symbol");
    require(node.first_edge <= edges_.count && node.edge_count <= edges_.count - node.first_edge,
            "a legal form leads outside the tree");
    for (std::size_t edge = node.first_edge; edge < node.first_edge + node.edge_count; ++edge) {
      require(edges_[edge].node < nodes_.count, "a legal form leads outside the tree");
    }
  }
  for (const Run<Pair>& pairs : {mended_, arabic_, scanned_}) {
    for (const Pair& pair : pairs)
      require(holds(pair.key) && holds(pair.value), "a pair of words is not in order");
  }
  for (const Pair& ending : endings_)
    require(holds_wide(ending.key) && ending.key.size > 0, "an ending is not in order");
  for (const Glued& glued : glued_) {
    require(holds(glued.text) && glued.text.size > 0 && glued.least_stem > 0 && glued.least_stem < 256,
            "a word that is written on to names is not in order");
  }
  for (const Pair& pair : misspelt_) {
    require(holds(pair.key) && pair.value.offset <= lists_.count &&
                pair.value.size <= lists_.count - pair.value.offset,
            "a misspelt word leads outside the lists");
  }
  for (const Syllable& syllable : spelt_syllables_) {
    require(holds(syllable.spelling) && holds(syllable.wade) && holds(syllable.south),
            "a syllable of another system is not in order");
  }
  check_slots(word_slots_, words_);
  check_slots(spelt_syllable_slots_, spelt_syllables_);
  check_slots(misspelt_slots_, misspelt_);
  check_slots(mended_slots_, mended_);
  check_slots(scanned_slots_, scanned_);
  check_slots(arabic_slots_, arabic_);
}

void TablesView::check_readings() const {
  require(
      phrase_starts_.count > 0 && phrases_.count > 0 && phrase_readings_.count > 0 && syllables_.count > 0,
      "there are no readings");
  const std::size_t last = phrases_.count - 1;
  std::uint32_t before = 0;
  for (const std::uint32_t start : phrase_starts_) {
    require(before <= start && start <= last, "the phrases are not in order");
    before = start;
  }
  for (std::size_t place = 0; place < last; ++place) {
    require(phrases_[place] <= phrases_[place + 1], "a phrase is outside the text");
  }
  require(phrases_[last] <= phrase_text_.count, "a phrase is outside the text");
  for (const OwnReadings& own : own_readings_) {
    require(own.phrase < last, "readings are of no phrase");
    const std::size_t size = phrases_[own.phrase + 1] - phrases_[own.phrase] + std::size_t{1};
    require(own.readings <= phrase_readings_.count && size <= phrase_readings_.count - own.readings,
            "a phrase is outside the readings");
  }
  for (const std::uint16_t reading : phrase_readings_)
    require(reading < syllables_.count, "a reading is no syllable");
  for (const std::uint32_t value : syllables_) {
    require(holds_wide({value >> 6U, value & 0x3FU}), "a syllable is not in order");
  }
}

}  // namespace licet::text
