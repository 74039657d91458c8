// The word and character tables, as `licet.match.tables` compiles them, read in place.
//
// The blob is bytes that somebody stored in a file, so that it is not trusted: the constructor checks the
// magic number, the version, the checksum, and every offset, count and index that is later followed. After
// that no look-up can leave the bytes. A view owns nothing: the bytes must outlive it, and must stand at an
// address divisible by eight.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace licet::text {

// What a token is, before any comparison; numbered as in `tables.py`.
enum class WordClass : std::uint8_t { name = 0, generic = 1, particle = 2, title = 3, legal = 4 };

// The bytes are no tables of this version, or are cut short or changed.
class DamagedTables : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A run of values in the blob.
template <class T>
struct Run {
  const T* first = nullptr;
  std::size_t count = 0;
  const T& operator[](std::size_t place) const noexcept { return first[place]; }
  std::size_t size() const noexcept { return count; }
  const T* begin() const noexcept { return first; }
  const T* end() const noexcept { return first + count; }
};

// A place in the pool of bytes.
struct Slice {
  std::uint32_t offset;
  std::uint32_t size;
};

// What the word tables say of one word.
struct WordRecord {
  Slice text;
  std::uint32_t klass;      // WordClass
  std::uint32_t title;      // symbol of the title that it is, plus one; 0: none
  std::uint32_t form_word;  // number among the words of legal forms, from 1; 0: in no legal form
  std::uint32_t flags;      // begins_form, leading_form
  std::uint32_t otherwise;  // first of `otherwise_count` entries in the lists
  std::uint32_t otherwise_count;
  std::uint32_t given;  // first of `given_count` entries in the lists
  std::uint32_t given_count;
};
constexpr std::uint32_t kBeginsForm = 1;   // a legal form begins with this word
constexpr std::uint32_t kLeadingForm = 2;  // a legal form of two letters that stands before the name
constexpr std::uint32_t kArticle = 4;      // an Arabic article in some spelling
constexpr std::uint32_t kUsualForm = 8;    // a legal form in everyday use
constexpr std::uint32_t kCommonName = 16;  // a name that many people bear
constexpr std::uint32_t kNumber = 32;      // stands for digits, or for a generation of a family
constexpr std::uint32_t kBesideName = 64;  // tells of a place, a branch or a trade beside a name
constexpr std::uint32_t kSyllable = 256;   // a legal form that is a syllable of names too
constexpr std::uint32_t kFirmWord = 128;   // says no more than that a name is a firm's
constexpr std::uint32_t kBusiness = 512;   // stands in no name of a person
constexpr std::uint32_t kSureForm = 1024;  // of a legal form that no person and no ship is called by

class TablesView;

// Words that stand for one word: sorted by their bytes, possibly none.
class Alternatives {
 public:
  Alternatives() = default;
  Alternatives(const TablesView& tables, Run<std::uint32_t> records) noexcept
      : tables_(&tables), records_(records) {}
  std::size_t size() const noexcept { return records_.count; }
  bool empty() const noexcept { return records_.count == 0; }
  inline std::string_view operator[](std::size_t place) const noexcept;

 private:
  const TablesView* tables_ = nullptr;
  Run<std::uint32_t> records_;
};

// A node of the tree of legal forms, and a step from it.
struct FormNode {
  std::uint32_t first_edge;
  std::uint32_t edge_count;
  std::uint32_t symbol;  // symbol of the form that ends here, plus one; 0: none
};
struct FormEdge {
  std::uint32_t word;
  std::uint32_t node;
};

// A string that the tables know, and what it stands for (the meaning of `value` is the table's).
struct Pair {
  Slice key;
  Slice value;
};

// A word of a legal form that is known when it is written on to a name: what it must leave, and whether it
// stands before.
struct Glued {
  Slice text;
  std::uint32_t least_stem;
  std::uint32_t is_head;
};

// A syllable of Chinese names, and what Pinyin writes for it in Wade-Giles and in the south (empty: it is none).
struct Syllable {
  Slice spelling;
  Slice wade;
  Slice south;
  std::uint32_t is_pinyin;
};

// A slot of a hash table: the low half of the mixed hash, and the entry plus one (0: free).
struct HashSlot {
  std::uint32_t tag;
  std::uint32_t entry;
};

struct Composition {
  std::uint32_t first;
  std::uint32_t second;
  std::uint32_t composed;
};

// A phrase that is not read as its characters are, and where its readings begin.
struct OwnReadings {
  std::uint32_t phrase;
  std::uint32_t readings;
};

// Maps of characters: two-stage tables with one value for each code point.
enum class CharMap : std::size_t { properties, decomposed, folded, bare, plain, ascii, reading, rank, latin };
constexpr std::size_t kCharMaps = 9;
constexpr std::uint32_t kCodePoints = 0x110000;

// Properties of a character: combining class in the low eight bits, script in the next six, then flags.
constexpr std::uint32_t kAlnum = 1U << 14;
constexpr std::uint32_t kDecimal = 1U << 15;
constexpr std::uint32_t kMark = 1U << 16;        // Mn or Mc
constexpr std::uint32_t kNonspacing = 1U << 17;  // Mn
constexpr std::uint32_t kSpace = 1U << 18;
constexpr std::uint32_t kFormat = 1U << 19;   // Cf
constexpr std::uint32_t kControl = 1U << 20;  // Cc
constexpr std::uint32_t kApostrophe = 1U << 21;
constexpr std::uint32_t kSimple = 1U << 22;  // the map `plain` gives its normal form, whatever its neighbours
constexpr std::uint32_t kInert = 1U << 23;   // NFKC leaves it alone, whatever its neighbours
constexpr std::uint32_t kCombines = 1U << 24;   // may compose with the starter before it
constexpr std::uint32_t kHan = 1U << 25;        // read by the tables of Mandarin readings
constexpr std::uint32_t kEnding = 1U << 26;     // first or last letter of a legal form of an unspaced script
constexpr std::uint32_t kBeside = 1U << 27;     // stripped from the names that stand beside one another
constexpr std::uint32_t kLookalike = 1U << 28;  // looks like a Latin letter: the map `latin` says which
constexpr std::uint32_t kDigit = 1U << 29;      // a digit of any kind, such as a raised one
constexpr std::uint32_t combining_class(std::uint32_t properties) noexcept { return properties & 0xFFU; }
constexpr std::uint32_t script_number(std::uint32_t properties) noexcept {
  return (properties >> 8U) & 0x3FU;
}

// Scripts with rules of their own, numbered as in `tables_characters.py`.
enum Script : std::uint32_t { kCommon = 0, kLatin, kHani, kHangul, kArabic, kHebrew, kCyrillic, kGreek,
                              kArmenian, kDevanagari };

// The hash of a string: a polynomial, so that the hash without one letter follows from those of the
// beginnings.
constexpr std::uint64_t kHashBase = 0x9E3779B97F4A7C15ULL;
constexpr std::uint64_t hash_step(std::uint64_t hash, unsigned char byte) noexcept {
  return hash * kHashBase + byte;
}
constexpr std::uint64_t hash_mix(std::uint64_t hash) noexcept {
  return (hash ^ (hash >> 29U)) * 0xBF58476D1CE4E5B9ULL;
}
inline std::uint64_t hash_of(std::string_view text) noexcept {
  std::uint64_t hash = 0;
  for (const char letter : text) hash = hash_step(hash, static_cast<unsigned char>(letter));
  return hash;
}

// The checksum in the header (CRC-32 as zlib computes it).
std::uint32_t checksum(std::string_view bytes) noexcept;

// Whether the checksum of the tables is yet to be compared.
enum class Checksum : std::uint8_t { verify, verified };

class TablesView {
 public:
  // `Checksum::verified`: whoever holds the bytes has compared a checksum of them already. All else is
  // checked anyway.
  explicit TablesView(std::string_view blob, Checksum checksum = Checksum::verify);

  // What the tables say of a word, or null. `hash` is `hash_of(word)`.
  const WordRecord* find(std::string_view word, std::uint64_t hash) const noexcept;
  const WordRecord* find(std::string_view word) const noexcept { return find(word, hash_of(word)); }

  WordClass word_class(std::string_view token) const noexcept { return word_class(token, find(token)); }
  bool is_common_name(std::string_view token) const noexcept { return is_common_name(find(token)); }
  bool is_number(std::string_view token) const noexcept { return is_number(token, find(token)); }
  bool is_aside(std::string_view token) const noexcept { return is_aside(token, find(token)); }
  bool is_firm_word(std::string_view token) const noexcept { return is_firm_word(token, find(token)); }
  Alternatives written_otherwise(std::string_view token) const noexcept { return written_otherwise(find(token)); }
  Alternatives other_given_names(std::string_view token) const noexcept { return other_given_names(find(token)); }
  // What is asked of a token together with what `find` says of it.
  static WordClass word_class(std::string_view token, const WordRecord* record) noexcept;
  static bool is_common_name(const WordRecord* record) noexcept {
    return record != nullptr && (record->flags & kCommonName) != 0;
  }
  static bool is_number(std::string_view token, const WordRecord* record) noexcept;
  static bool is_aside(std::string_view token, const WordRecord* record) noexcept;
  static bool is_firm_word(std::string_view token, const WordRecord* record) noexcept;
  Alternatives written_otherwise(const WordRecord* record) const noexcept;
  Alternatives other_given_names(const WordRecord* record) const noexcept;

  // The value of a map at a code point (below 0x110000).
  std::uint32_t value(CharMap map, char32_t letter) const noexcept {
    const auto page = stages_[static_cast<std::size_t>(map) * (kCodePoints >> 8U) + (letter >> 8U)];
    return pages_[(static_cast<std::size_t>(page) << 8U) + (letter & 0xFFU)];
  }
  std::uint32_t properties(char32_t letter) const noexcept { return value(CharMap::properties, letter); }
  // The code points or bytes that a value of a map of strings stands for.
  Run<char32_t> wide(std::uint32_t value) const noexcept {
    return {wide_.first + (value >> 6U), value & 0x3FU};
  }
  std::string_view narrow(std::uint32_t value) const noexcept {
    return {bytes_.first + (value >> 6U), value & 0x3FU};
  }
  std::string_view text(Slice slice) const noexcept { return {bytes_.first + slice.offset, slice.size}; }

  // A symbol with its mark: `=CORP`, `~SHEIKH`.
  std::string_view symbol(std::uint32_t number) const noexcept { return text(symbols_[number]); }
  const FormNode& form_root() const noexcept { return nodes_[0]; }
  const FormNode* form_step(const FormNode& node, std::uint32_t word) const noexcept;
  // The word of a legal form that a word, or a word less one letter, may be meant for; null when none.
  bool may_hold(std::uint64_t mixed) const noexcept {
    return ((bloom_[(mixed >> 48U) >> 6U] >> ((mixed >> 48U) & 63U)) & 1U) != 0;
  }
  // The words that a word, or a word less one letter, may be meant for; records in the order in which they
  // are tried.
  Run<std::uint32_t> misspelt(std::string_view left, std::uint64_t mixed) const noexcept;
  const Pair* scanned(std::string_view key, std::uint64_t mixed) const noexcept;  // by `scan_key`
  const Pair* mended(std::string_view left, std::uint64_t mixed) const noexcept;
  std::size_t longest_mended() const noexcept { return numbers_[0]; }
  std::size_t sure_word() const noexcept { return numbers_[1]; }
  std::size_t long_word() const noexcept { return numbers_[2]; }
  std::size_t shortest_misspelt() const noexcept { return numbers_[3]; }
  std::size_t with_article() const noexcept { return numbers_[4]; }
  Run<Glued> glued() const noexcept { return glued_; }
  Run<Pair> endings() const noexcept { return endings_; }  // keys are slices of the pool of code points
  Run<char32_t> wide(Slice slice) const noexcept { return {wide_.first + slice.offset, slice.size}; }
  const Pair* read_word(std::string_view spelling) const noexcept;
  const Syllable* spelt_syllable(std::string_view spelling) const noexcept;
  char32_t compose(char32_t first, char32_t second) const noexcept;  // 0: the two do not compose
  bool is_pair(char first, char second) const noexcept;              // dotted letters that are one word

  // The phrases of the readings: the range that begins with a character, by its rank plus one.
  Run<std::uint32_t> phrase_starts() const noexcept { return phrase_starts_; }
  // Where the text of each phrase begins, behind its first character; one more marks the end of the last.
  Run<std::uint32_t> phrases() const noexcept { return phrases_; }
  Run<OwnReadings> own_readings() const noexcept { return own_readings_; }
  Run<std::uint16_t> phrase_text() const noexcept { return phrase_text_; }
  Run<std::uint16_t> phrase_readings() const noexcept { return phrase_readings_; }
  Run<std::uint32_t> syllables() const noexcept { return syllables_; }
  const WordRecord& record(std::uint32_t place) const noexcept { return words_[place]; }

 private:
  void read(std::string_view blob);
  void check_maps() const;
  void check_words() const;
  void check_readings() const;
  bool holds(Slice slice) const noexcept;
  bool holds_wide(Slice slice) const noexcept;

  Run<char> bytes_;
  Run<char32_t> wide_;
  Run<std::uint16_t> stages_;
  Run<std::uint32_t> pages_;
  Run<Composition> compositions_;
  Run<WordRecord> words_;
  Run<HashSlot> word_slots_;
  Run<std::uint32_t> lists_;
  Run<Slice> symbols_;
  Run<FormNode> nodes_;
  Run<FormEdge> edges_;
  Run<std::uint64_t> bloom_;
  Run<Pair> mended_;
  Run<HashSlot> mended_slots_;
  Run<Pair> endings_;
  Run<Pair> arabic_;
  Run<HashSlot> arabic_slots_;
  Run<std::uint32_t> pairs_;  // bit 26 * first + second, in words of 32
  Run<std::uint32_t> phrase_starts_;
  Run<std::uint32_t> phrases_;
  Run<std::uint16_t> phrase_text_;
  Run<std::uint16_t> phrase_readings_;
  Run<std::uint32_t> syllables_;
  Run<std::uint32_t> numbers_;
  Run<Glued> glued_;
  Run<Pair> scanned_;
  Run<HashSlot> scanned_slots_;
  Run<Pair> misspelt_;
  Run<HashSlot> misspelt_slots_;
  Run<OwnReadings> own_readings_;
  Run<Syllable> spelt_syllables_;
  Run<HashSlot> spelt_syllable_slots_;
};

std::string_view Alternatives::operator[](std::size_t place) const noexcept {
  return tables_->text(tables_->record(records_[place]).text);
}

}  // namespace licet::text
