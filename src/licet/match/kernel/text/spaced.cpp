// Words out of folded text; the rules and their order are those of `_spaced` in `licet.text.normalise`.
#include "spaced.hpp"

#include <cstdint>

#include "utf8.hpp"

namespace licet::text {

namespace {

// What plain ASCII becomes: a letter in lower case or a digit stands for itself.
enum Mark : unsigned char { kBlank = 0, kGone = 1, kAnd = 2, kDot = 3, kSlash = 4 };

constexpr std::array<unsigned char, 256> ascii_kinds() {
  std::array<unsigned char, 256> kinds{};
  for (unsigned char letter = '0'; letter <= '9'; ++letter) kinds[letter] = letter;
  for (unsigned char letter = 'a'; letter <= 'z'; ++letter) kinds[letter] = letter;
  for (unsigned char letter = 'A'; letter <= 'Z'; ++letter)
    kinds[letter] = static_cast<unsigned char>(letter + 32);
  kinds['\''] = kGone;
  kinds['`'] = kGone;
  kinds['&'] = kAnd;
  kinds['.'] = kDot;
  kinds['/'] = kSlash;
  return kinds;
}

constexpr auto kKinds = ascii_kinds();

bool is_alnum(const TablesView& tables, char32_t letter) { return (tables.properties(letter) & kAlnum) != 0; }

// `[^\W\d_]`
bool is_letter(const TablesView& tables, char32_t letter) {
  const std::uint32_t properties = tables.properties(letter);
  return (properties & kAlnum) != 0 && (properties & kDecimal) == 0;
}

// Where the dotted letters that begin at `place` end, or `place` when none do:
// `(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?`.
std::size_t dotted_end(const TablesView& tables, std::u32string_view text, std::size_t place) {
  std::size_t end = place;
  while (end + 1 < text.size() && text[end + 1] == U'.' && is_letter(tables, text[end])) end += 2;
  if (end < place + 4) return place;
  const bool one_more = end < text.size() && is_letter(tables, text[end]) &&
                        (end + 1 == text.size() || !is_alnum(tables, text[end + 1]));
  return one_more ? end + 1 : end;
}

void join_dotted(const TablesView& tables, std::u32string_view text, std::u32string& out) {
  out.clear();
  std::size_t place = 0;
  while (place < text.size()) {
    const bool begins = place == 0 || !is_alnum(tables, text[place - 1]);
    const std::size_t end = begins ? dotted_end(tables, text, place) : place;
    if (end == place) {
      out.push_back(text[place++]);
      continue;
    }
    const std::size_t letters = (end - place + 1) / 2;
    const bool initials =
        letters == 2 && !(text[place] < 0x80 && text[place + 2] < 0x80 &&
                          tables.is_pair(static_cast<char>(text[place]), static_cast<char>(text[place + 2])));
    for (; place < end; place += 2) {
      out.push_back(text[place]);
      if (initials) out.push_back(U' ');
    }
    place = end;
    if (!initials) out.push_back(U' ');
  }
}

bool is_small(char32_t letter) { return letter >= U'a' && letter <= U'z'; }

void join_slashed(const TablesView& tables, std::u32string_view text, std::u32string& out) {
  out.clear();
  std::size_t place = 0;
  while (place < text.size()) {
    const bool found = place + 2 < text.size() && text[place + 1] == U'/' && is_small(text[place]) &&
                       is_small(text[place + 2]) && (place == 0 || !is_alnum(tables, text[place - 1])) &&
                       (place + 3 == text.size() || !is_alnum(tables, text[place + 3]));
    if (!found) {
      out.push_back(text[place++]);
      continue;
    }
    out.push_back(U' ');
    out.push_back(text[place]);
    out.push_back(text[place + 2]);
    out.push_back(U' ');
    place += 3;
  }
}

// Takes words letter by letter and puts single spaces between them.
class Words {
 public:
  explicit Words(std::string& out) : out_(out), before_(out.size()) {}
  void letter(char32_t letter) {
    if (between_ && out_.size() > before_) out_.push_back(' ');
    between_ = false;
    append(out_, letter);
  }
  void blank() { between_ = true; }
  void word(std::u32string_view word) {
    blank();
    for (const char32_t item : word) letter(item);
    blank();
  }

 private:
  std::string& out_;
  std::size_t before_;
  bool between_ = false;
};

}  // namespace

void space(const TablesView& tables, std::u32string& text, std::u32string& scratch, std::string& out) {
  std::uint32_t flags = 0;
  bool dot = false;
  bool slash = false;
  for (const char32_t letter : text) {
    flags |= tables.properties(letter);
    dot = dot || letter == U'.';
    slash = slash || letter == U'/';
  }
  if ((flags & kApostrophe) != 0) {
    std::size_t size = 0;
    for (const char32_t letter : text) {
      if ((tables.properties(letter) & kApostrophe) == 0) text[size++] = letter;
    }
    text.resize(size);
  }
  if (dot) {
    join_dotted(tables, text, scratch);
    text.swap(scratch);
  }
  if (slash) {
    join_slashed(tables, text, scratch);
    text.swap(scratch);
  }
  Words words(out);
  for (const char32_t letter : text) {
    if ((tables.properties(letter) & (kAlnum | kMark)) != 0) {
      words.letter(letter);
    } else if (letter == U'&') {
      words.word(U"and");
    } else {
      words.blank();
    }
  }
}

bool space_ascii(std::string_view text, std::string& out) {
  out.resize(4 * text.size() + 8);  // "&" is five characters, one of them the space of the one before
  char* const begin = out.data();
  char* at = begin;
  char* word = begin;  // where the word begins that is being written
  const std::size_t size = text.size();
  for (std::size_t place = 0; place < size; ++place) {
    const unsigned char kind = kKinds[static_cast<unsigned char>(text[place])];
    if (kind > kSlash) {
      *at++ = static_cast<char>(kind);
      continue;
    }
    if (kind == kGone) continue;
    if (kind >= kDot && at - word == 1 && place + 1 < size) {
      const unsigned char next = kKinds[static_cast<unsigned char>(text[place + 1])];
      if (next > kSlash || next == kGone) {
        out.clear();
        return false;
      }
    }
    if (at != word) *at++ = ' ';
    word = at;
    if (kind == kAnd) {
      for (const char letter : {'a', 'n', 'd', ' '}) *at++ = letter;
      word = at;
    }
  }
  if (at == word && at != begin) --at;
  out.resize(static_cast<std::size_t>(at - begin));
  return true;
}

void widen_ascii(std::string_view text, std::u32string& out) {
  out.clear();
  for (const char letter : text) {
    out.push_back(static_cast<char32_t>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter));
  }
}

}  // namespace licet::text
