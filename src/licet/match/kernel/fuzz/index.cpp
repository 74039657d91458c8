// Fuzzes the reader of the index: bytes under a checksum that fits are refused, or searched within their bounds.
//
// An input is patches, eight bytes each (where, what), written over the real index that LICET_FUZZ_INDEX names; without
// one it is the index itself. The checksum is mended each time: no mutation would hit it, and it would hide all that
// lies behind it. The tables are those of LICET_FUZZ_TABLES.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "index.hpp"
#include "query.hpp"

namespace {

using namespace licet::match;

constexpr std::size_t patch = 8;
constexpr std::size_t directory = blob_header + 16 * sections;

std::string content_of(const char* variable) {
  const char* path = std::getenv(variable);
  if (path == nullptr) return {};
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Constants of about the size of the model's own; the bounds of reading must hold whatever they are.
Params made_params() {
  Params made;
  made.edits_cost = {0.0, 0.4, 2.2};
  made.scanned = made.unwritten = made.joined = 0.95;
  made.sound = 0.85;
  made.sound_share = 0.5;
  made.given_name = 0.92;
  made.initial = 0.75;
  made.most_joined = 3;
  made.shortest_joined = 5;
  made.editable_from = 4;
  for (std::size_t letters = 0; letters < made.edit_limits.size(); ++letters) {
    made.edit_limits[letters] = static_cast<std::uint8_t>(letters < 4 ? 0 : letters < 6 ? 1 : 2);
    made.edits_allowed[letters].fill(made.edit_limits[letters]);
  }
  made.class_factor = {1.0, 0.3, 0.1, 0.1, 0.2};
  made.single_letter = 0.2;
  made.background = 1000;
  made.rarest = 1;
  made.unseen = 1;
  made.unseen_common = 0.8;
  made.our_extra = 0.6;
  made.their_extra = 0.3;
  made.contradiction = 0.4;
  made.enough = 1;
  made.dearer = made.dearer_persons = 0.5;
  made.common = made.other_begin = made.other_name = made.other_number = 0.8;
  made.lone = made.lone_reading = made.transliterated = 0.9;
  made.sure_edit = 1;
  made.long_half = 6;
  made.short_word = 4;
  made.short_reading = 6;
  made.words_without_name = 2;
  return made;
}

const std::vector<std::vector<std::string_view>>& questions() {
  static const std::vector<std::vector<std::string_view>> asked = {
      {"zhongxing", "telecommunications", "equipment", "=co"}, {"abu", "khattalah", "ahmed"}, {"orlv"},
      {"meri", "dian", "shipping"}, {"o", "reilly"}, {"plant", "12"}, {"muhammad", "ali"}, {"mhmd"}};
  return asked;
}

void search_all(const unsigned char* bytes, std::size_t size, const Lexicon& lexicon) {
  static const Params params = made_params();
  try {
    const Index index(bytes, size, params, lexicon);
    SharedNears nears;
    Searcher searcher(index, nears);
    std::vector<Hit> hits;
    std::vector<Link> links;
    for (const auto& tokens : questions()) {
      for (const double cut : {0.85, 0.5}) {
        hits.clear();
        searcher.search({tokens, true, true, false}, cut, {}, false, hits);
        for (const Hit& hit : hits) {
          if (hit.form >= index.forms()) std::abort();
          searcher.align({tokens, true, true, false}, hit.form, links);
        }
      }
    }
  } catch (const DamagedIndex&) {
    return;
  }
}

void put(std::vector<std::uint64_t>& blob, std::size_t place, const void* value, std::size_t size) {
  std::memcpy(reinterpret_cast<unsigned char*>(blob.data()) + place, value, size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string tables = content_of("LICET_FUZZ_TABLES");
  static const std::string base = content_of("LICET_FUZZ_INDEX");
  if (tables.empty()) std::abort();
  static const Lexicon lexicon(tables);
  const std::size_t length = base.empty() ? size : base.size();
  if (length < directory) return 0;
  std::vector<std::uint64_t> blob((length + 7) / 8);
  put(blob, 0, base.empty() ? static_cast<const void*>(data) : base.data(), length);
  for (; !base.empty() && size >= patch; data += patch, size -= patch) {
    std::uint32_t place = 0;
    std::memcpy(&place, data, sizeof place);
    // Half of them in the directory of sections, which is a small part of the whole.
    const std::size_t reach = (place >> 31U) != 0 ? directory - blob_header : length - blob_header;
    put(blob, blob_header + (place & 0x7FFFFFFFU) % (reach - 3), data + 4, 4);
  }
  const auto* bytes = reinterpret_cast<const unsigned char*>(blob.data());
  const std::uint32_t count = sections;
  const std::uint64_t whole = length;
  put(blob, 0, blob_magic, 8);
  put(blob, 8, &blob_version, 4);
  put(blob, 12, &count, 4);
  put(blob, 16, &whole, 8);
  const std::uint64_t sum = checksum(bytes + blob_header, length - blob_header);
  put(blob, 24, &sum, 8);
  search_all(bytes, length, lexicon);
  return 0;
}
