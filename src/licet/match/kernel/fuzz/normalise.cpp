// Fuzzes the analyser of names with real tables: whatever the text, words and tokens stay within what was
// given.
//
// LICET_FUZZ_TABLES names the file of tables, as `licet.match.tables.compile_tables` gives them.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyse.hpp"
#include "text/misspelt.hpp"
#include "text/sound.hpp"
#include "text/firms.hpp"
#include "text/trading_names.hpp"

namespace {

// Tables from a file, at an address that fits.
class Tables {
 public:
  Tables() : blob_(read()), view_({reinterpret_cast<const char*>(blob_.data()), size_}) {}
  const licet::text::TablesView& view() const { return view_; }

 private:
  std::vector<std::uint64_t> read() {
    const char* path = std::getenv("LICET_FUZZ_TABLES");
    if (path == nullptr) throw std::runtime_error("LICET_FUZZ_TABLES names no file of compiled text tables");
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    size_ = bytes.size();
    std::vector<std::uint64_t> blob((size_ + 7) / 8);
    if (size_ != 0) std::memcpy(blob.data(), bytes.data(), size_);
    return blob;
  }

  std::size_t size_ = 0;
  std::vector<std::uint64_t> blob_;
  licet::text::TablesView view_;
};

void require(bool holds) {
  if (!holds) std::abort();
}

void check_token(const licet::text::TablesView& tables, const licet::text::Token& token) {
  require(!token.text.empty() && !token.word.empty());
  require(token.word.front() != ' ' && token.word.back() != ' ');
  require(tables.word_class(token.text) == token.klass);
  std::string key;
  licet::text::consonant_key(token.text, key);
  require(key.size() <= 2 * token.text.size());
  licet::text::slavic_key(token.text, key);
  licet::text::scan_key(token.text, key);
  licet::text::short_key(token.text, key);
  licet::text::WordClass found{};
  licet::text::misspelt_class(tables, token.text, found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Tables tables;
  static const licet::text::Analyser analyser(tables.view());
  static licet::text::Forms forms;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const bool valid = analyser.analyse(text, forms);
  require(valid || forms.empty());
  for (const licet::text::Form& form : forms) {
    require(!form.tokens.empty());
    for (const licet::text::Token& token : form.tokens) check_token(tables.view(), token);
  }
  require(licet::text::sort_of(forms, tables.view()) <= licet::text::NameSort::firm);
  std::vector<licet::text::NamePart> parts;
  require(licet::text::name_parts(tables.view(), text, parts) == valid);
  require(parts.size() != 1);
  return 0;
}
