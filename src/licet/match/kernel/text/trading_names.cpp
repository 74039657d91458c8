// Splits a name at T/A, trading as, d/b/a, a/k/a, formerly and their like.
#include "trading_names.hpp"

#include <algorithm>
#include <array>

#include "utf8.hpp"

namespace licet::text {

namespace {

// What stands between two names where somebody trades under the second, in the order in which it is tried. A space
// stands for any number of them.
constexpr std::array<std::string_view, 37> kTrading{
    "t/as", "t/a", "d/b/a", "o/a", "d.b.a.", "d.b.a", "dba", "also trading as", "trading as",
    "doing business as", "carrying on business as", "operating as", "trading under the name of",
    "trading under the name", "trading under name of", "trading under name",
    "doing business under the name of", "doing business under the name", "doing business under name of",
    "doing business under name", "operating under the name of", "operating under the name",
    "operating under name of", "operating under name", "trading name", "business name", "brand name",
    "handelnd unter", "handelnd als", "sous l'enseigne", "handelend onder de naam", "handelend onder", "h.o.d.n.", "h.o.d.n", "nom commercial",
    "nombre comercial", "nome fantasia",
};
// The same between other names of one party.
constexpr std::array<std::string_view, 35> kOtherwise{
    "a/k/a", "f/k/a", "n/k/a", "a.k.a.", "a.k.a", "f.k.a.", "f.k.a", "n.k.a.", "n.k.a", "aka", "fka", "nka",
    "also known as", "also called as", "formerly known as", "formerly called as", "previously known as",
    "previously called as", "now known as", "now called as", "otherwise known as", "otherwise called as",
    "commonly known as", "commonly called as", "better known as", "better called as", "known as",
    "formerly", "previously", "alias", "vormals", "ehemals", "anciennement", "anteriormente", "precedentemente",
};
// The same, behind a bracket.
constexpr std::array<std::string_view, 3> kBracketed{"ex", "now", "was"};
constexpr std::string_view kFirstLetters = "abcdefhknopstvw";
// Words that acronyms leave out.
constexpr std::array<std::string_view, 11> kNotSpelt{"of", "the", "and", "for", "in", "de",
                                                     "la", "el",  "al",  "et",  "und"};

constexpr char32_t kNone = 0xFFFFFFFFU;

// A letter as a search without regard to case takes it: four of other scripts fold to ASCII ones.
char32_t small(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return letter + 32;
  if (letter == 0x130 || letter == 0x131) return U'i';
  if (letter == 0x17F) return U's';
  if (letter == 0x212A) return U'k';
  return letter;
}

class Splitter {
 public:
  Splitter(const TablesView& tables, std::string_view text) : tables_(tables), text_(text) {}

  // Where the words between two names end that begin at `place`; `place` itself when there are none. `trade` becomes
  // whether somebody trades under the name behind them.
  std::size_t between_end(std::size_t place, bool& trade) const {
    std::size_t end = place;
    const char32_t first = small(at(place));  // most words are told by it to be none of these
    const auto matches = [&](std::string_view words) {
      return first == static_cast<char32_t>(words.front()) && (end = match(words, place)) != place;
    };
    trade = std::any_of(kTrading.begin(), kTrading.end(), matches);
    if (trade || std::any_of(kOtherwise.begin(), kOtherwise.end(), matches)) return end;
    if (place == 0 || text_[place - 1] != '(') return place;
    return std::any_of(kBracketed.begin(), kBracketed.end(), matches) ? end : place;
  }

  char32_t at(std::size_t place) const { return place < text_.size() ? decode(text_, place) : kNone; }

  bool in_word(char32_t letter) const {
    return letter != kNone && (letter == U'_' || (properties(letter) & kAlnum) != 0);
  }

  // A part without what surrounds it, but for a full stop written on to it ("S.A."); empty when it has neither letter nor
  // digit.
  std::string_view strip(std::string_view part) const {
    std::size_t first = part.size();
    std::size_t last = 0;
    bool alnum = false;
    std::size_t place = 0;
    while (place < part.size()) {
      const std::size_t before = place;
      const std::uint32_t flags = properties(decode(part, place));
      alnum = alnum || (flags & kAlnum) != 0;
      if ((flags & kBeside) != 0) continue;
      first = std::min(first, before);
      last = place;
    }
    if (last > 0 && last < part.size() && part[last] == '.') ++last;
    return alnum ? part.substr(first, last - first) : std::string_view();
  }

 private:
  std::uint32_t properties(char32_t letter) const { return tables_.properties(letter); }

  std::size_t match(std::string_view words, std::size_t place) const {
    std::size_t end = place;
    for (const char wanted : words) {
      if (wanted == ' ') {
        const std::size_t before = end;
        while (at(end) != kNone && (properties(at(end)) & kSpace) != 0) decode(text_, end);
        if (end == before) return place;
        continue;
      }
      if (small(at(end)) != static_cast<char32_t>(wanted)) return place;
      decode(text_, end);
    }
    if (in_word(at(end))) return place;
    return at(end) == U':' ? end + 1 : end;
  }

  const TablesView& tables_;
  std::string_view text_;
};

bool is_valid(std::string_view text) {
  if (is_ascii(text)) return true;
  std::size_t place = 0;
  while (place < text.size()) {
    if (decode(text, place) == kNone) return false;
  }
  return true;
}

// Where the brackets open around an acronym, or the serial number of an aircraft, at the end of a name; npos: there is
// none.
std::size_t bracketed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.empty() || text.back() != ')') return std::string_view::npos;
  text.remove_suffix(1);
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || text.find(')') != std::string_view::npos) return std::string_view::npos;
  const std::string_view inside = text.substr(open + 1);
  const bool acronym = inside.size() >= 3 && inside.size() <= 10 &&
                       std::all_of(inside.begin(), inside.end(), [](char item) { return item >= 'A' && item <= 'Z'; });
  const bool serial = inside.substr(0, 4) == "MSN " && inside.find('(') == std::string_view::npos;
  return acronym || serial ? open : std::string_view::npos;
}

// Whether capitals are a legal form, which is no name.
bool is_legal_form(const TablesView& tables, std::string_view acronym) {
  std::string word(acronym);
  for (char& letter : word) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  const WordRecord* record = tables.find(word);
  if (record == nullptr || record->form_word == 0) return false;
  const FormNode* node = tables.form_step(tables.form_root(), record->form_word);
  return node != nullptr && node->symbol != 0;
}

// Whether an acronym has the first letters of words, small ones aside, or of all but the last.
bool spells(const TablesView& tables, std::string_view acronym, std::string_view words) {
  constexpr std::size_t kLeast = 3;
  constexpr std::size_t kMost = 7;
  if (acronym.size() < kLeast || acronym.size() > kMost) return false;
  if (!std::all_of(acronym.begin(), acronym.end(), [](char item) { return item >= 'A' && item <= 'Z'; })) return false;
  if (is_legal_form(tables, acronym)) return false;
  std::array<char, kMost + 1> letters{};
  std::size_t count = 0;
  std::string word;
  for (std::size_t place = 0; place <= words.size(); ++place) {
    const char32_t letter = place < words.size() ? small(static_cast<unsigned char>(words[place])) : U' ';
    if ((letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9')) {
      word.push_back(static_cast<char>(letter));
      continue;
    }
    if (!word.empty() && std::find(kNotSpelt.begin(), kNotSpelt.end(), word) == kNotSpelt.end()) {
      if (count == letters.size()) return false;
      letters[count++] = word.front();
    }
    word.clear();
  }
  if (acronym.size() != count && acronym.size() + 1 != count) return false;
  return std::equal(acronym.begin(), acronym.end(), letters.begin(),
                    [](char capital, char letter) { return capital + 32 == letter; });
}

// Where the words and the acronym that stands for them part, the acronym being last or first; npos: there is none.
std::size_t beside_words(const TablesView& tables, const Splitter& splitter, std::string_view text) {
  if (!is_ascii(text)) return std::string_view::npos;
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return first;
  const std::size_t end = text.find_last_not_of(' ') + 1;
  const std::string_view whole = text.substr(first, end - first);
  const std::size_t last = whole.rfind(' ');
  if (last == std::string_view::npos) return last;
  if (spells(tables, splitter.strip(whole.substr(last + 1)), whole.substr(0, last))) return first + last;
  const std::size_t head = whole.find(' ');
  const bool leads = spells(tables, splitter.strip(whole.substr(0, head)), whole.substr(head + 1));
  return leads ? first + head : std::string_view::npos;
}

}  // namespace

bool name_parts(const TablesView& tables, std::string_view utf8, std::vector<NamePart>& parts) {
  parts.clear();
  if (!is_valid(utf8)) return false;
  const Splitter splitter(tables, utf8);
  bool trading = false;  // somebody trades under the name that comes next
  const auto add = [&](std::string_view part) {
    part = splitter.strip(part);
    if (part.empty()) return;
    const auto known = std::find_if(parts.begin(), parts.end(), [&](const NamePart& item) { return item.text == part; });
    if (known == parts.end()) {
      parts.push_back({part, trading});
    } else {
      known->trade = known->trade && trading;
    }
  };
  const std::size_t open = bracketed(utf8);
  if (open != std::string_view::npos && !is_legal_form(tables, splitter.strip(utf8.substr(open)))) {
    add(utf8.substr(0, open));
    add(utf8.substr(open));
    if (parts.size() < 2) parts.clear();
    return true;
  }
  bool after_word = false;  // a word, or a hyphen behind one, stands before `place`
  bool word = false;        // a word does
  std::size_t begin = 0;
  std::size_t place = 0;
  while (place < utf8.size()) {
    std::size_t next = place;
    const char32_t letter = decode(utf8, next);
    const char32_t first = small(letter);
    if (!after_word && first < 0x80 &&
        kFirstLetters.find(static_cast<char>(first)) != std::string_view::npos) {
      bool trades = false;
      const std::size_t end = splitter.between_end(place, trades);
      if (end != place) {
        add(utf8.substr(begin, place - begin));
        trading = trades;
        begin = end;
        after_word = false;
        word = utf8[end - 1] != '.' && utf8[end - 1] != ':';
        place = end;
        continue;
      }
    }
    const bool hyphen = letter == U'-' && word;
    word = splitter.in_word(letter);
    after_word = word || hyphen;
    place = next;
  }
  if (begin == 0) {
    const std::size_t cut = beside_words(tables, splitter, utf8);
    if (cut == std::string_view::npos) return true;
    add(utf8.substr(0, cut));
    begin = cut;
  }
  add(utf8.substr(begin));
  if (parts.size() < 2) parts.clear();
  return true;
}

}  // namespace licet::text
