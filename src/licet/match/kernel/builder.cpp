#include "builder.hpp"

#include <algorithm>
#include <stdexcept>

namespace licet::match {

void Numbered::add(std::uint32_t number, const std::vector<std::uint64_t>& hashes) {
  slots_[slot_] = slot_of(hashes[number], number);
  if (hashes.size() * 2 <= slots_.size()) return;
  slots_.assign(slots_.size() * 2, empty);
  const std::uint64_t mask = slots_.size() - 1;
  for (std::uint32_t held = 0; held < hashes.size(); ++held) {
    std::uint64_t slot = hashes[held] & mask;
    while (slots_[slot] != empty) slot = (slot + 1) & mask;
    slots_[slot] = slot_of(hashes[held], held);
  }
}

std::uint32_t TokenPool::number(std::string_view text, std::uint64_t hashed) {
  const std::uint32_t found = numbers_.find(hashed, [&](std::uint32_t held) { return this->text(held) == text; });
  if (found != none) return found;
  const auto made = static_cast<std::uint32_t>(hashes_.size());
  if (made >= number_mask) throw std::length_error("an index holds at most 16 million distinct words");
  hashes_.push_back(hashed);
  heap_ += text;
  starts_.push_back(heap_.size());
  numbers_.add(made, hashes_);
  return made;
}

void Builder::add(const std::vector<std::string_view>& tokens, std::uint8_t flags, std::int32_t version,
                  std::int32_t code) {
  wanted_.clear();
  wanted_hashes_.clear();
  for (const auto token : tokens) {
    if (token.empty()) throw std::invalid_argument("a token of a name is empty");
    wanted_hashes_.push_back(hash(token));
    pool_.prefetch(wanted_hashes_.back());
  }
  for (std::size_t place = 0; place < tokens.size(); ++place) {
    wanted_.push_back(pool_.number(tokens[place], wanted_hashes_[place]));
  }
  if (wanted_.empty()) return;
  rows_.push_back({form(flags), version, code});
}

void Builder::load(const Index& index, const std::vector<std::int32_t>& versions) {
  std::vector<std::uint32_t> numbers(index.words(), none);
  for (std::uint32_t old = 0; old < index.forms(); ++old) {
    std::uint32_t made = none;
    for (std::uint32_t row = index.row_start[old]; row < index.row_start[old + 1]; ++row) {
      const auto version = static_cast<std::size_t>(index.row_version[row]);
      if (version >= versions.size() || versions[version] < 0) continue;
      if (made == none) {
        wanted_.clear();
        for (std::uint32_t place = index.form_start[old]; place < index.form_start[old + 1]; ++place) {
          const std::uint32_t word = index.form_word[place];
          if (numbers[word] == none) numbers[word] = pool_.number(index.text(word));
          wanted_.push_back(numbers[word]);
        }
        if (wanted_.empty()) break;
        made = form(index.form_flags[old] & form_given);
      }
      rows_.push_back({made, versions[version], index.row_code[row]});
    }
  }
}

std::uint32_t Builder::form(std::uint8_t flags) {
  std::uint64_t hashed = flags + wanted_.size() * hash_multiplier;
  for (const std::uint32_t token : wanted_) hashed = mix(hashed ^ token) + hash_multiplier;
  const std::uint32_t found = numbers_.find(hashed, [&](std::uint32_t held) {
    return flags_[held] == flags && starts_[held + 1] - starts_[held] == wanted_.size() &&
           std::equal(wanted_.begin(), wanted_.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(starts_[held]));
  });
  if (found != none) return found;
  const auto made = static_cast<std::uint32_t>(flags_.size());
  hashes_.push_back(hashed);
  flags_.push_back(flags);
  tokens_.insert(tokens_.end(), wanted_.begin(), wanted_.end());
  starts_.push_back(tokens_.size());
  if (tokens_.size() >= none) throw std::length_error("an index holds at most four thousand million words of names");
  numbers_.add(made, hashes_);
  return made;
}

}  // namespace licet::match
