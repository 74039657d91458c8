// Fuzzes the reader of the text tables: bytes under a checksum that fits are refused, or read within their
// bounds.
//
// An input is bytes that are written over real tables when LICET_FUZZ_TABLES names a file of them (as
// `licet.match.tables.compile_tables` gives them), else the tables themselves. The header is mended each
// time, so that the checksum, which no mutation would hit, does not hide what lies behind it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyse.hpp"
#include "text/firms.hpp"
#include "text/misspelt.hpp"
#include "text/trading_names.hpp"

namespace {

constexpr std::size_t kHeader = 24;
constexpr std::size_t kDirectory = 300;
constexpr std::size_t kPatch = 8;  // where to write, what to write

constexpr std::string_view kNames[] = {
    "AL-QAHTANI, Sa`d bin 'Abd al-Rahman (a.k.a. Abu Omar) Ltd.",
    "jonit stcok company nabahltd limi ted s.p.a. t/a X",
    "\xD0\x81\xD0\xBB\xD0\xBA\xD0\xB8\xD0\xBD \xD0\x99. \xD0\x9E\xD0\x9E\xD0\x9E",
    "\xE6\x9C\x9D\xE9\x98\xB3\xE9\x93\xB6\xE8\xA1\x8C\xE8\x82\xA1\xE4\xBB\xBD\xE6\x9C\x89\xE9\x99\x90\xE5\x85"
    "\xAC\xE5\x8F\xB8",
    "\xEA\xB9\x80\xEC\xA0\x95\xEC\x9D\x80 \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB e\xCC\x81\xCC\x96",
    "\xD8\xB9\xD8\xA8\xD8\xAF\xD8\xA7\xD9\x84\xD8\xB1\xD8\xAD\xD9\x85\xD9\x86 "
    "\xD7\x95\xD7\x99\xD7\x96\xD7\x94"};

std::string base_tables() {
  const char* path = std::getenv("LICET_FUZZ_TABLES");
  if (path == nullptr) return {};
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void put(std::vector<std::uint64_t>& blob, std::size_t place, std::uint32_t value) {
  std::memcpy(reinterpret_cast<char*>(blob.data()) + place, &value, sizeof value);
}

void read_all(std::string_view bytes) {
  try {
    const licet::text::TablesView tables(bytes, licet::text::Checksum::verified);
    const licet::text::Analyser analyser(tables);
    licet::text::Forms forms;
    std::vector<licet::text::NamePart> parts;
    for (const std::string_view name : kNames) {
      analyser.analyse(name, forms);
      licet::text::sort_of(forms, tables);
      licet::text::name_parts(tables, name, parts);
      for (const licet::text::Form& form : forms) {
        for (const licet::text::Token& token : form.tokens) {
          licet::text::WordClass found{};
          licet::text::misspelt_class(tables, token.text, found);
          const auto others = tables.written_otherwise(token.text);
          for (std::size_t place = 0; place < others.size(); ++place) static_cast<void>(others[place].size());
        }
      }
    }
  } catch (const licet::text::DamagedTables&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string base = base_tables();
  // Patched and mended again: a copy of the tables for each input would cost most.
  static std::vector<std::uint64_t> blob;
  const std::size_t length = base.empty() ? size : base.size();
  if (length < kHeader + 4) return 0;
  if (blob.empty() || base.empty()) {
    blob.assign((length + 7) / 8, 0);
    std::memcpy(blob.data(), base.empty() ? static_cast<const void*>(data) : base.data(), length);
    std::memcpy(blob.data(), "LICETTXT", 8);
    put(blob, 8, 1);
    put(blob, 12, static_cast<std::uint32_t>(length));
  }
  std::vector<std::size_t> patched;
  for (; !base.empty() && size >= kPatch; data += kPatch, size -= kPatch) {
    std::uint32_t place = 0;
    std::uint32_t value = 0;
    std::memcpy(&place, data, 4);
    std::memcpy(&value, data + 4, 4);
    // Half of them in the directory of sections, which is a small part of the whole.
    const std::size_t reach = (place >> 31U) != 0 ? kDirectory : length - kHeader - 3;
    patched.push_back(kHeader + place % std::min(reach, length - kHeader - 3));
    put(blob, patched.back(), value);
  }
  read_all({reinterpret_cast<const char*>(blob.data()), length});
  for (const std::size_t place : patched) {
    std::memcpy(reinterpret_cast<char*>(blob.data()) + place, base.data() + place, 4);
  }
  return 0;
}
