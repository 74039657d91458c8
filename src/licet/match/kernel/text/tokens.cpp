// Words to tokens; what is said of each word by itself is looked up once.
#include "tokens.hpp"

#include <algorithm>
#include <array>

#include "faith.hpp"
#include "hash_powers.hpp"
#include "sound.hpp"
#include "utf8.hpp"

namespace licet::text {

namespace {

constexpr std::string_view kServant = "abdul";
constexpr std::string_view kGeneral = "general";

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
