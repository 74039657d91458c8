#include "firms.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "utf8.hpp"

namespace licet::text {

namespace {

constexpr std::string_view kShip = "~SHIP";
// Titles that firms and ships have too.
constexpr std::array<std::string_view, 9> kNoTitlesOfPersons{"~JR",  "~SR",      "~II",  "~III",   "~IV",
                                                             kShip, "~GENERAL", "~ENG", "~DEGREE"};

bool is_marked(const Token& token, char mark) noexcept { return !token.text.empty() && token.text.front() == mark; }

bool has(const TablesView& tables, std::string_view word, std::uint32_t flag) noexcept {
  const WordRecord* record = tables.find(word);
  return record != nullptr && (record->flags & flag) != 0;
}

// Whether any word of a legal form, as written, is one that no person and no ship is called by.
bool is_sure(const TablesView& tables, std::string_view form) noexcept {
  while (!form.empty()) {
    const std::size_t size = std::min(form.find(' '), form.size());
    if (has(tables, form.substr(0, size), kSureForm)) return true;
    form.remove_prefix(std::min(size + 1, form.size()));
  }
  return false;
}

bool is_title_of_person(const Token& token) noexcept {
  return is_marked(token, '~') &&
         std::find(kNoTitlesOfPersons.begin(), kNoTitlesOfPersons.end(), token.text) == kNoTitlesOfPersons.end();
}

// Whether a word is no name of a person that we know, and no initial.
bool is_strange(const TablesView& tables, const Token& token) noexcept {
  if (token.text.size() < 2 || !is_ascii(token.text)) return false;
  if (token.klass != WordClass::name && token.klass != WordClass::generic) return false;
  const WordRecord* record = tables.find(token.text);
  return record == nullptr || ((record->flags & kCommonName) == 0 && record->given_count == 0);
}

NameSort sort_of(const std::vector<Token>& tokens, const TablesView& tables) {
  std::size_t legal = 0;
  bool sure = false;
  for (const Token& token : tokens) {
    if (!is_marked(token, '=')) continue;
    ++legal;
    sure = sure || is_sure(tables, token.word);
  }
  if (sure) {
    const bool ship = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.text == kShip; });
    return ship ? NameSort::no_person : NameSort::firm;
  }
  if (std::any_of(tokens.begin(), tokens.end(), is_title_of_person)) return NameSort::open;
  const auto of_business = [&](const Token& token) { return has(tables, token.word, kBusiness); };
  const auto strange = [&](const Token& token) { return is_strange(tables, token); };
  const bool business = std::any_of(tokens.begin(), tokens.end(), of_business);
  const bool form_last = legal == 1 && is_marked(tokens.back(), '=');
  if (form_last && (business || std::all_of(tokens.begin(), tokens.end() - 1, strange))) return NameSort::firm;
  return business ? NameSort::no_person : NameSort::open;
}

}  // namespace

NameSort sort_of(const Forms& forms, const TablesView& tables) {
  NameSort found = NameSort::open;
  for (const Form& form : forms) found = std::max(found, sort_of(form.tokens, tables));
  return found;
}

}  // namespace licet::text
