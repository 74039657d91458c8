// Words to tokens; what is said of each word by itself is looked up once.
#include "tokens.hpp"

#include <algorithm>
#include <array>

#include "utf8.hpp"

namespace licet::text {

namespace {

constexpr std::size_t kPowers = 64;

// Powers of the base of the hash.
constexpr std::array<std::uint64_t, kPowers> hash_powers() {
  std::array<std::uint64_t, kPowers> powers{};
  powers[0] = 1;
  for (std::size_t place = 1; place < kPowers; ++place) powers[place] = powers[place - 1] * kHashBase;
  return powers;
}

constexpr auto kPower = hash_powers();
constexpr std::string_view kServant = "abdul";
constexpr std::size_t kWithArticle = 6;  // letters of a word from which "al" at its head is the article

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

// Letters that "servant of the" takes at the head of a word, in any spelling; 0: it does not stand there.
// `abd(?:(?:[aeo]|ou)l|(?:[aeou]|ou)([rsnztd])(?=\1))`
std::size_t servant_size(std::string_view word) {
  if (word.size() < 5 || word.substr(0, 3) != "abd") return 0;
  const char vowel = word[3];
  const bool long_vowel = word.size() > 5 && vowel == 'o' && word[4] == 'u';
  if ((vowel == 'a' || vowel == 'e' || vowel == 'o') && word[4] == 'l') return 5;
  if (long_vowel && word[5] == 'l') return 6;
  const auto doubled = [&](std::size_t place) {
    return place + 1 < word.size() && word[place] == word[place + 1] &&
           std::string_view("rsnztd").find(word[place]) != std::string_view::npos;
  };
  if ((vowel == 'a' || vowel == 'e' || vowel == 'o' || vowel == 'u') && doubled(4)) return 5;
  if (long_vowel && doubled(5)) return 6;
  return 0;
}

WordClass class_of(const WordRecord* record) {
  return record == nullptr ? WordClass::name : static_cast<WordClass>(record->klass);
}

Token as_word(const Word& word) { return {word.text, word.text, class_of(word.record)}; }

bool is_symbol(const Token& token) {
  return token.klass == WordClass::title || token.klass == WordClass::legal;
}

}  // namespace

Tokeniser::Tokeniser(const TablesView& tables) noexcept : tables_(&tables) {
  shortest_glued_ = static_cast<std::size_t>(-1);
  for (const Slice& slice : tables.glued()) {
    const std::string_view ending = tables.text(slice);
    const char last = ending.back();
    if (last >= 'a' && last <= 'z') glued_letters_ |= 1U << static_cast<unsigned>(last - 'a');
    shortest_glued_ = std::min(shortest_glued_, ending.size() + tables.least_stem());
  }
}

void Tokeniser::tokenise(Written& written, std::vector<Token>& tokens) const {
  tokens.clear();
  split(written);
  if (set_apart(written)) split(written);
  std::vector<Word>& words = written.list;
  if (words.empty()) return;
  // No token that is made is longer than its word: the memory does not move under the views.
  written.made.clear();
  written.made.reserve(written.words.size());
  bool more = find_split_forms(words);
  for (const Word& word : words) more = more || word.begins_form || word.text == "abd";
  bool has_form = false;
  std::size_t place = 0;
  while (place < words.size()) {
    const Word& word = words[place];
    std::uint32_t symbol = 0;
    std::size_t size = more ? take_form(words, place, symbol) : 0;
    const bool servant = size == 0 && more && word.text == "abd" && place + 1 < words.size() &&
                         words[place + 1].record != nullptr &&
                         (words[place + 1].record->flags & kArticle) != 0;
    if (size == 0 && !servant) {
      tokens.push_back(known(word, written.made));
      ++place;
      continue;
    }
    if (servant) size = 2;
    const std::string_view last = words[place + size - 1].text;
    const std::string_view as_written(word.text.data(),
                                      static_cast<std::size_t>(last.data() + last.size() - word.text.data()));
    if (servant) {
      tokens.push_back({kServant, as_written, tables_->word_class(kServant)});
    } else {
      tokens.push_back({tables_->symbol(symbol - 1), as_written, WordClass::legal});
      has_form = true;
    }
    place += size;
  }
  if (has_form) {
    // A name with a legal form is no person's: there "Eng." is engineering.
    for (Token& token : tokens) {
      if (token.text == "~ENG" && token.word == "eng")
        token = {token.word, token.word, tables_->word_class(token.word)};
    }
  }
  if (std::all_of(tokens.begin(), tokens.end(), is_symbol)) {
    tokens.clear();
    for (const Word& word : words) tokens.push_back(as_word(word));
  }
}

void Tokeniser::split(Written& written) const {
  written.list.clear();
  const std::string_view text = written.words;
  std::size_t place = 0;
  while (place < text.size()) {
    std::uint64_t hash = 0;
    unsigned char all = 0;
    const std::size_t first = place;
    for (; place < text.size() && text[place] != ' '; ++place) {
      const auto byte = static_cast<unsigned char>(text[place]);
      hash = hash_step(hash, byte);
      all = static_cast<unsigned char>(all | byte);
    }
    Word word{text.substr(first, place - first), hash, nullptr, 0, 0, 0, false, all < 0x80};
    look_up(word);
    written.list.push_back(word);
    ++place;
  }
}

bool Tokeniser::is_form(const WordRecord* record) const {
  if (record == nullptr || record->form_word == 0) return false;
  const FormNode* node = tables_->form_step(tables_->form_root(), record->form_word);
  return node != nullptr && node->symbol != 0;
}

// Letters of the legal form that is written on to a name; 0: none is.
std::size_t Tokeniser::glued_size(const Word& word) const {
  const char last = word.text.back();
  if (word.text.size() < shortest_glued_ || last < 'a' || last > 'z' || !word.ascii ||
      ((glued_letters_ >> static_cast<unsigned>(last - 'a')) & 1U) == 0) {
    return 0;
  }
  for (const Slice& slice : tables_->glued()) {
    const std::string_view ending = tables_->text(slice);
    if (ends(word.text, ending) && word.text.size() >= tables_->least_stem() + ending.size()) {
      return is_form(word.record) ? 0 : ending.size();
    }
  }
  return 0;
}

// Where a word is cut in two: before a legal form that is written on to it, or behind "al" after "abd"; 0:
// nowhere.
std::size_t Tokeniser::cut_of(const std::vector<Word>& words, std::size_t place) const {
  const std::string_view text = words[place].text;
  const std::string_view head = text.substr(0, 2);
  const bool article = place > 0 && words[place - 1].text == "abd" && (head == "al" || head == "el");
  if (article && characters(text) >= kWithArticle) return head.size();
  const std::size_t glued = glued_size(words[place]);
  return glued == 0 ? 0 : text.size() - glued;
}

bool Tokeniser::set_apart(Written& written) const {
  const std::vector<Word>& words = written.list;
  std::size_t place = 0;
  while (place < words.size() && cut_of(words, place) == 0) ++place;
  if (place == words.size()) return false;
  std::string& apart = written.scratch;
  apart.clear();
  for (place = 0; place < words.size(); ++place) {
    const std::string_view text = words[place].text;
    const std::size_t cut = cut_of(words, place);
    if (!apart.empty()) apart.push_back(' ');
    if (cut != 0) apart.append(text.substr(0, cut)).push_back(' ');
    apart.append(text.substr(cut));
  }
  written.words.swap(apart);
  return true;
}

void Tokeniser::look_up(Word& word) const {
  word.record = tables_->find(word.text, word.hash);
  if (word.record != nullptr) {
    word.form_word = word.record->form_word;
    word.begins_form = (word.record->flags & kBeginsForm) != 0;
  }
  if (!word.begins_form && word.ascii && word.text.size() >= 4 &&
      word.text.size() <= tables_->longest_mended() + 1) {
    mend(word);
  }
}

// Take a word that misspells one of a legal form by a letter for that word. The hash without a letter follows
// from the hashes of the beginnings, and a filter tells for most of them that they are none.
void Tokeniser::mend(Word& word) const {
  const std::size_t size = word.text.size();
  const auto settle = [&](std::string_view left, std::uint64_t mixed) {
    if (!tables_->may_mend(mixed)) return false;
    const Pair* found = tables_->mended(left, mixed);
    if (found == nullptr) return false;
    const std::string_view meant = tables_->text(found->value);
    if (meant.empty() || meant.size() > size + 1 || meant.size() + 1 < size) return false;
    const WordRecord* record = tables_->find(meant);
    word.form_word = record == nullptr ? 0 : record->form_word;
    word.begins_form = record != nullptr && (record->flags & kBeginsForm) != 0;
    word.mended_size = meant == word.text ? 0 : static_cast<std::uint32_t>(meant.size());
    return true;
  };
  if (settle(word.text, hash_mix(word.hash))) return;
  std::array<char, kPowers> left{};
  std::uint64_t before = 0;  // the hash of what stands before the letter left out
  for (std::size_t place = 0; place < size; ++place) {
    const std::uint64_t with = hash_step(before, static_cast<unsigned char>(word.text[place]));
    const std::uint64_t mixed = hash_mix(word.hash + (before - with) * kPower[size - place - 1]);
    before = with;
    if (!tables_->may_mend(mixed)) continue;
    std::copy_n(word.text.data(), place, left.data());
    std::copy_n(word.text.data() + place + 1, size - place - 1, left.data() + place);
    if (settle({left.data(), size - 1}, mixed)) return;
  }
}

// Find the legal forms of one word that are split in two.
bool Tokeniser::find_split_forms(std::vector<Word>& words) const {
  bool found = false;
  std::array<char, kPowers> joined{};
  for (std::size_t place = 0; place + 1 < words.size(); ++place) {
    const Word& next = words[place + 1];
    Word& word = words[place];
    const std::size_t size = word.text.size() + next.text.size();
    if (size < tables_->long_form() || size > kPowers - 1 || !word.ascii || !next.ascii) continue;
    const std::uint64_t hash = word.hash * kPower[next.text.size()] + next.hash;
    std::copy_n(word.text.data(), word.text.size(), joined.data());
    std::copy_n(next.text.data(), next.text.size(), joined.data() + word.text.size());
    const WordRecord* record = tables_->find({joined.data(), size}, hash);
    if (record == nullptr || record->form_word == 0) continue;
    const FormNode* node = tables_->form_step(tables_->form_root(), record->form_word);
    if (node == nullptr || node->symbol == 0) continue;
    word.split_form = node->symbol;
    found = true;
  }
  return found;
}

// The token of a word by itself: a title, "servant of the" in one spelling, or the word.
Token Tokeniser::known(const Word& word, std::string& made) const {
  if (word.record != nullptr && word.record->title != 0) {
    return {tables_->symbol(word.record->title - 1), word.text, WordClass::title};
  }
  const std::size_t head = servant_size(word.text);
  if (head == 0) return as_word(word);
  const std::size_t first = made.size();
  made.append(kServant).append(word.text.substr(head));
  const std::string_view text = std::string_view(made).substr(first);
  return {text, word.text, tables_->word_class(text)};
}

// How many words from `place` on make a legal form, and its symbol plus one; 0 when none do.
std::size_t Tokeniser::take_form(const std::vector<Word>& words, std::size_t place,
                                 std::uint32_t& symbol) const {
  const Word& first = words[place];
  std::size_t size = 0;
  if (first.split_form != 0) {
    symbol = first.split_form;
    return 2;
  }
  const FormNode* node = &tables_->form_root();
  for (std::size_t step = place; step < words.size() && words[step].form_word != 0; ++step) {
    node = tables_->form_step(*node, words[step].form_word);
    if (node == nullptr) break;
    if (node->symbol != 0) {
      symbol = node->symbol;
      size = step - place + 1;
    }
  }
  if (size != 1) return size;
  const bool guessed = first.mended_size != 0 && first.mended_size < tables_->sure_word();
  const bool leading = first.record != nullptr && (first.record->flags & kLeadingForm) != 0;
  const bool name_part = place == 0 && first.ascii && first.text.size() <= 2 && !leading;
  return guessed || name_part ? 0 : 1;
}

}  // namespace licet::text
