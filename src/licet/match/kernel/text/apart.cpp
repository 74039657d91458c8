// Words of a name that are set off from one another, or joined, before they are looked up.
#include <algorithm>
#include <array>

#include "counted.hpp"
#include "faith.hpp"
#include "hash_powers.hpp"
#include "tokens.hpp"

namespace licet::text {

namespace {

constexpr std::size_t kLeastSpelt = 3;

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

bool is_known(const WordRecord* record) {
  return record != nullptr && (record->form_word != 0 || class_of(record) != WordClass::name);
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

}  // namespace licet::text
