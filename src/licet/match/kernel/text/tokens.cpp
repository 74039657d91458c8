// Words to tokens; what is said of each word by itself is looked up once.
#include "tokens.hpp"

#include <algorithm>
#include <array>

#include "counted.hpp"
#include "faith.hpp"
#include "hash_powers.hpp"
#include "sound.hpp"
#include "utf8.hpp"

namespace licet::text {

namespace {

constexpr std::size_t kLeastSpelt = 3;
constexpr std::string_view kServant = "abdul";
constexpr std::string_view kGeneral = "general";

// Whether a word stands behind "abd" in names that are mostly written as one: "abd allah".
bool is_allah(std::string_view last, std::string_view word) noexcept {
  constexpr std::array<std::string_view, 6> kAllah{"allah", "alla", "ellah", "ollah", "ullah", "llah"};
  return last == "abd" && std::find(kAllah.begin(), kAllah.end(), word) != kAllah.end();
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::uint32_t letter_bit(char letter) {
  return letter >= 'a' && letter <= 'z' ? 1U << static_cast<unsigned>(letter - 'a') : 0;
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

bool is_known(const WordRecord* record) {
  return record != nullptr && (record->form_word != 0 || class_of(record) != WordClass::name);
}

Token as_word(const Word& word) { return {word.text, word.text, class_of(word.record)}; }

// A number without the zeros at its head.
Token without_zeros(const Word& word, const TablesView& tables) {
  const bool number = std::all_of(word.text.begin(), word.text.end(),
                                  [](char letter) { return letter >= '0' && letter <= '9'; });
  const std::size_t zeros = number ? std::min(word.text.find_first_not_of('0'), word.text.size() - 1) : 0;
  const std::string_view text = word.text.substr(zeros);
  return zeros == 0 ? as_word(word) : Token{text, word.text, tables.word_class(text)};
}

bool is_digit(char letter) noexcept { return letter >= '0' && letter <= '9'; }

bool is_symbol(const Token& token) {
  return token.klass == WordClass::title || token.klass == WordClass::legal;
}

}  // namespace

Tokeniser::Tokeniser(const TablesView& tables) noexcept : tables_(&tables) {
  shortest_glued_ = static_cast<std::size_t>(-1);
  for (const Glued& glued : tables.glued()) {
    const std::string_view text = tables.text(glued.text);
    if (glued.is_head != 0) {
      first_letters_ |= letter_bit(text.front());
    } else {
      last_letters_ |= letter_bit(text.back());
    }
    shortest_glued_ = std::min<std::size_t>(shortest_glued_, text.size() + glued.least_stem);
  }
}

void Tokeniser::tokenise(Written& written, std::vector<Token>& tokens) const {
  tokens.clear();
  split(written);
  if (join_spelt(written)) split(written);
  if (set_apart(written)) split(written);
  std::vector<Word>& words = written.list;
  if (words.empty()) return;
  // No token that is made is twice as long as its word: the memory does not move under the views.
  written.made.clear();
  written.made.reserve(2 * written.words.size());
  bool more = false;
  for (const Word& word : words) more = more || word.begins_form || word.text == "abd";
  bool has_form = false;
  std::size_t place = 0;
  while (place < words.size()) {
    const Word& word = words[place];
    std::uint32_t symbol = 0;
    std::size_t size = more ? take_form(words, place, symbol) : 0;
    const bool servant = size == 0 && word.text == "abd" && place + 1 < words.size();
    if (size == 0 && !servant) {
      tokens.push_back(known(word, written.made));
      ++place;
      continue;
    }
    if (servant) {
      const WordRecord* behind = words[place + 1].record;
      size = behind != nullptr && (behind->flags & kArticle) != 0 ? 2 : 1;
    }
    const std::string_view last = words[place + size - 1].text;
    const std::string_view as_written(word.text.data(),
                                      static_cast<std::size_t>(last.data() + last.size() - word.text.data()));
    if (servant) {
      tokens.push_back({kServant, as_written, tables_->word_class(kServant)});
    } else {
      const std::string_view text = tables_->symbol(symbol - 1);
      const bool form = text.front() == '=';
      tokens.push_back({text, as_written, form ? WordClass::legal : tables_->word_class(text)});
      has_form = has_form || form;
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
  // "General" or "gen" before a word of trade is one too, no rank.
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const std::string_view word = tokens[at].word;
    if (tokens[at].text == "~GENERAL" && (word == kGeneral || word == "gen") &&
        tokens[at + 1].klass == WordClass::generic) {
      tokens[at] = {kGeneral, word, tables_->word_class(kGeneral)};
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
    Word word{text.substr(first, place - first), hash, nullptr, 0, 0, false, all < 0x80};
    look_up(word, written.scratch);
    written.list.push_back(word);
    ++place;
  }
}

// Join an acronym that is written with its letters apart: "N I O C". False when the name is none.
bool Tokeniser::join_spelt(Written& written) {
  const std::vector<Word>& words = written.list;
  const auto is_letter = [](const Word& word) {
    return word.text.size() == 1 && word.text.front() >= 'a' && word.text.front() <= 'z';
  };
  if (words.size() < kLeastSpelt || !std::all_of(words.begin(), words.end(), is_letter)) return false;
  std::string& joined = written.scratch;
  joined.clear();
  for (const Word& word : words) joined.append(word.text);
  written.words.swap(joined);
  return true;
}

// Whether a word, or it and the article before it, ends a name with "of the faith": "Nur al Din".
bool Tokeniser::ends_in_faith(std::string_view before, std::string_view last, std::string_view word) const {
  const auto may_be_faithful = [&](std::string_view name) {
    return name.size() > kLeastFaithful &&
           std::all_of(name.begin(), name.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; }) &&
           !is_known(as_found(name).record);
  };
  if (is_din(word)) return is_din_article(last) && may_be_faithful(before);
  return faith_size(word) == word.size() && may_be_faithful(last);
}

// Whether a word behind "abd" begins with the article.
bool Tokeniser::is_article(std::string_view last, std::string_view word) const {
  if (last != "abd" || word.size() < tables_->with_article()) return false;
  const std::string_view head = word.substr(0, 2);
  return (head == "al" || head == "el") && characters(word) >= tables_->with_article();
}

// Whether two neighbours are one long word of law or trade: "comp any", not "joint stock".
bool Tokeniser::is_split(const Word& last, const Word& word) const {
  const std::size_t size = last.text.size() + word.text.size();
  if (size < tables_->long_word() || size > kPowers - 1 || !last.ascii || !word.ascii) return false;
  const std::uint64_t hash = last.hash * kPower[word.text.size()] + word.hash;
  if (!tables_->may_hold(hash_mix(hash)) || (is_known(last.record) && is_known(word.record))) return false;
  std::array<char, kPowers> joined{};
  std::copy_n(last.text.data(), last.text.size(), joined.data());
  std::copy_n(word.text.data(), word.text.size(), joined.data() + last.text.size());
  const WordRecord* record = tables_->find({joined.data(), size}, hash);
  return record != nullptr && (record->form_word != 0 || class_of(record) == WordClass::generic);
}

// Where a word is cut that a legal form is written on to; 0: nowhere.
std::size_t Tokeniser::cut_of(const Word& word) const {
  const std::string_view text = word.text;
  if (text.size() < shortest_glued_ || !word.ascii) return 0;
  const bool may_begin = (first_letters_ & letter_bit(text.front())) != 0;
  const bool may_end = (last_letters_ & letter_bit(text.back())) != 0;
  if (!may_begin && !may_end) return 0;
  if (word.record != nullptr && word.record->form_word != 0) {
    const FormNode* node = tables_->form_step(tables_->form_root(), word.record->form_word);
    if (node != nullptr && node->symbol != 0) return 0;
  }
  for (const Glued& glued : tables_->glued()) {
    const std::string_view form = tables_->text(glued.text);
    if (text.size() < form.size() + glued.least_stem) continue;
    const std::size_t left = text.size() - form.size();
    if (glued.is_head != 0) {
      if (may_begin && text.front() == form.front() && text.substr(0, form.size()) == form) return form.size();
    } else if (may_end && text.back() == form.back() && text.substr(left) == form) {
      return left;
    }
  }
  return 0;
}

// Set off what is written on to a word, and join what is split. False when all words stay as they are.
bool Tokeniser::set_apart(Written& written) const {
  const std::vector<Word>& words = written.list;
  const auto stays = [&](std::size_t place) {
    if (cut_of(words[place]) != 0) return false;
    if (place == 0) return true;
    const std::string_view before = place > 1 ? words[place - 2].text : std::string_view();
    return !ends_in_faith(before, words[place - 1].text, words[place].text) &&
           !is_article(words[place - 1].text, words[place].text) &&
           !is_allah(words[place - 1].text, words[place].text) &&
           counted(words[place - 1].text, words[place].text) == 0 && !is_split(words[place - 1], words[place]);
  };
  std::size_t place = 0;
  while (place < words.size() && stays(place)) ++place;
  if (place == words.size()) return false;
  std::string& apart = written.scratch;
  apart.clear();
  std::size_t begin = 0;  // of the last part
  const auto add = [&](std::string_view part) {
    if (!apart.empty()) apart.push_back(' ');
    begin = apart.size();
    apart.append(part);
  };
  for (const Word& word : words) {
    const std::string_view last = std::string_view(apart).substr(begin);
    // Parts hold no space: the part before the last begins behind the space before it.
    const std::string_view rest = std::string_view(apart).substr(0, begin == 0 ? 0 : begin - 1);
    const std::size_t before = rest.rfind(' ') + 1;
    if (ends_in_faith(rest.substr(before), last, word.text)) {
      if (is_din(word.text)) {
        apart.resize(begin - 1);
        begin = before;
      }
      apart.append(kFaith);
    } else if (is_allah(last, word.text)) {
      apart.append("ullah");
    } else if (is_article(last, word.text)) {
      add(word.text.substr(0, 2));
      add(word.text.substr(2));
    } else if (const unsigned number = counted(last, word.text); number != 0) {
      apart.resize(begin);
      apart.append(std::to_string(number));
    } else if (!last.empty() && last.size() < kPowers && is_split(as_found(last), word)) {
      apart.append(word.text);
    } else {
      const std::size_t cut = cut_of(word);
      if (cut != 0) add(word.text.substr(0, cut));
      add(word.text.substr(cut));
    }
  }
  written.words.swap(apart);
  return true;
}

// A part of a word with what the tables say of it.
Word Tokeniser::as_found(std::string_view text) const {
  const std::uint64_t hash = hash_of(text);
  return {text, hash, tables_->find(text, hash), 0, 0, false, is_ascii(text)};
}

void Tokeniser::look_up(Word& word, std::string& scratch) const {
  word.record = tables_->find(word.text, word.hash);
  if (word.record != nullptr) {
    word.form_word = word.record->form_word;
    word.begins_form = (word.record->flags & kBeginsForm) != 0;
  }
  if (!word.begins_form && word.ascii && word.text.size() >= 4 &&
      word.text.size() <= tables_->longest_mended() + 1) {
    mend(word, scratch);
  }
}

// Take a word that misspells one of a legal form for that word. The hash without a letter follows from the
// hashes of the beginnings, and a filter tells for most of them that they are none.
void Tokeniser::mend(Word& word, std::string& scratch) const {
  const std::size_t size = word.text.size();
  const auto settle = [&](std::string_view left, std::uint64_t mixed) {
    const Pair* found = tables_->mended(left, mixed);
    return found != nullptr && found->value.size <= size + 1 && found->value.size + 1 >= size &&
           take(word, found);
  };
  std::uint64_t mixed = hash_mix(word.hash);
  if (tables_->may_hold(mixed) && settle(word.text, mixed)) return;
  std::array<char, kPowers> left{};
  std::uint64_t before = 0;  // the hash of what stands before the letter left out
  for (std::size_t place = 0; place < size; ++place) {
    const std::uint64_t with = hash_step(before, static_cast<unsigned char>(word.text[place]));
    mixed = hash_mix(word.hash + (before - with) * kPower[size - place - 1]);
    before = with;
    if (!tables_->may_hold(mixed)) continue;
    std::copy_n(word.text.data(), place, left.data());
    std::copy_n(word.text.data() + place + 1, size - place - 1, left.data() + place);
    if (settle({left.data(), size - 1}, mixed)) return;
  }
  scan_key(word.text, scratch);
  mixed = hash_mix(hash_of(scratch));
  if (scratch.empty() || !tables_->may_hold(mixed)) return;
  const Pair* found = tables_->scanned(scratch, mixed);
  if (found != nullptr) take(word, found);
}

bool Tokeniser::take(Word& word, const Pair* found) const {
  const std::string_view meant = tables_->text(found->value);
  if (meant.empty()) return false;
  const WordRecord* record = tables_->find(meant);
  word.form_word = record == nullptr ? 0 : record->form_word;
  word.begins_form = record != nullptr && (record->flags & kBeginsForm) != 0;
  word.mended_size = meant == word.text ? 0 : static_cast<std::uint32_t>(meant.size());
  return true;
}

// The token of a word by itself: a title, "servant of the" and "of the faith" in one spelling, or the word.
Token Tokeniser::known(const Word& word, std::string& made) const {
  if (word.record != nullptr && word.record->title != 0) {
    return {tables_->symbol(word.record->title - 1), word.text, WordClass::title};
  }
  if (!word.text.empty() && word.text.front() == '0') return without_zeros(word, *tables_);
  const std::size_t head = servant_size(word.text);
  const std::size_t first = made.size();
  if (head != 0) made.append(kServant).append(word.text.substr(head));
  const std::string_view base = head == 0 ? word.text : std::string_view(made).substr(first);
  const std::size_t tail = faith_size(base);
  if (tail != 0 && base.size() - tail >= kLeastFaithful) {
    if (head == 0) made.append(base);
    made.resize(made.size() - tail);
    made.append(kFaith);
  } else if (head == 0) {
    return as_word(word);
  }
  const std::string_view text = std::string_view(made).substr(first);
  return {text, word.text, tables_->word_class(text)};
}

// How many words from `place` on make a legal form, and its symbol plus one; 0 when none do.
std::size_t Tokeniser::take_form(const std::vector<Word>& words, std::size_t place,
                                 std::uint32_t& symbol) const {
  const Word& first = words[place];
  std::size_t size = 0;
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
  if (first.record != nullptr && (first.record->flags & kSyllable) != 0 && place + 1 < words.size()) {
    const Word& behind = words[place + 1];
    const std::uint32_t flags = behind.record == nullptr ? 0 : behind.record->flags;
    if ((flags & (kBesideName | kBeginsForm)) == 0) return 0;
  }
  const bool digit = std::any_of(first.text.begin(), first.text.end(), is_digit);
  const bool guessed = first.mended_size != 0 && first.mended_size < tables_->sure_word() && !digit;
  const bool leading = first.record != nullptr && (first.record->flags & kLeadingForm) != 0;
  const bool name_part = place == 0 && first.ascii && first.text.size() <= 2 && !leading;
  return guessed || name_part ? 0 : 1;
}

}  // namespace licet::text
