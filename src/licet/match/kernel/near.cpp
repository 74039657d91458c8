#include "near.hpp"

#include <algorithm>
#include <memory>

#include "deletes.hpp"
#include "judgement.hpp"

namespace licet::match {

namespace {

constexpr std::size_t ahead = 8;  // words fetched before they are measured

}  // namespace

Neighbours::Neighbours(const Index& index, SharedNears& shared)
    : index_(index), comparer_(index.params, index.lexicon), shared_nears_(shared), seen_(index.words(), 0),
      kinds_(index.words(), 0) {}

const Near& Neighbours::near(std::string_view token, bool person, bool everything) {
  const NearKey key(token, person, everything);
  if (const Near* known = met_.peek(key)) return *known;
  std::shared_ptr<const Near> found = shared_nears_.find(key);
  if (found == nullptr) {
    found = look_up(key);
    shared_nears_.add(key, found);
  }
  const Near& near = *found;
  met_.add(key, std::move(found));
  return near;
}

std::shared_ptr<const Near> Neighbours::look_up(const NearKey& key) {
  Near& near = fresh_;
  near.words.clear();
  near.parts.clear();
  near.token = key.token;
  near.sort = key.sort;
  comparer_.set(near.token);
  near.shape = comparer_.shape();
  near.word = index_.find(near.token);
  near.weight = index_.weight(near.token, near.word, comparer_.record(), near.shape, key.person);
  if (++mark_ == 0) {
    std::fill(seen_.begin(), seen_.end(), std::uint8_t{0});
    mark_ = 1;
  }
  if (key.everything) {
    fill_from_everything(near);
  } else {
    fill(near);
  }
  add_persons(near);
  add_parts(near);
  sort(near);
  sum_up(near);
  return std::make_shared<const Near>(near);  // the copy is of no more than its size
}

void Neighbours::trim() {
  const std::uint64_t forgotten = shared_nears_.trim();
  if (forgotten == forgotten_) return;
  met_.clear();
  forgotten_ = forgotten;
}

bool Neighbours::visit(std::uint32_t word) noexcept {
  const bool first = seen_[word] != mark_;
  seen_[word] = mark_;
  return first;
}

void Neighbours::fill(Near& near) {
  add_same(near);
  add_keys(near);
  add_edits(near);
}

void Neighbours::fill_from_everything(Near& near) {
  for (std::uint32_t word = 0; word < index_.words(); ++word) {
    const Alike alike = comparer_.compare(index_.word(word));
    if (alike.value > 0) near.words.push_back({word, alike, alike, 0, 0});
  }
}

void Neighbours::add_same(Near& near) {
  if (near.word != none && visit(near.word)) {
    const Alike alike = comparer_.compare(index_.word(near.word));
    near.words.push_back({near.word, alike, alike, 0, 0});
  }
  const auto& others = index_.lexicon.written_otherwise(comparer_.record());
  for (std::size_t place = 0; place < others.size(); ++place) {
    const std::uint32_t word = index_.find(others[place]);
    const Alike alike{1.0, PairKind::symbol};
    if (word != none && visit(word)) near.words.push_back({word, alike, alike, 0, 0});
  }
}

void Neighbours::add_keys(Near& near) {
  const Keys& keys = comparer_.keys();
  found_.clear();
  for (std::size_t kind = 0; kind < key_kinds.size(); ++kind) {
    if (keys.keys[kind].empty()) continue;
    index_.each_under(key_hash(key_kinds[kind], keys.keys[kind]), [&](std::uint32_t word) {
      if (visit(word)) {
        found_.push_back(word);
        kinds_[word] = 0;
      }
      kinds_[word] = static_cast<std::uint8_t>(kinds_[word] | 1U << kind);
    });
  }
  measure(near, [&](std::uint32_t word) { return kinds_[word]; });
}

// Compare with the words found, of which `kinds_of` tells what keys they may share with the token.
template <class KindsOf>
void Neighbours::measure(Near& near, KindsOf kinds_of) {
  for (std::size_t place = 0; place < std::min(ahead, found_.size()); ++place) index_.prefetch_word(found_[place]);
  for (std::size_t place = 0; place < found_.size(); ++place) {
    if (place + ahead < found_.size()) index_.prefetch_word(found_[place + ahead]);
    const std::uint32_t word = found_[place];
    const Alike alike = comparer_.compare_spelling(index_.word(word), kinds_of(word));
    if (alike.value > 0) near.words.push_back({word, alike, alike, 0, 0});
  }
}

void Neighbours::add_edits(Near& near) {
  if (!near.shape.editable) return;
  std::size_t count = 0;
  const std::uint64_t packed = packed_prefix(near.token, near.shape.ascii, count, letters_);
  const std::size_t edits = index_.params.edit_limit(near.shape.letters);
  std::uint64_t hashes[most_deletes];
  std::size_t size = 0;
  each_delete(packed, count, edits, [&](std::uint64_t hashed) {
    hashes[size++] = hashed;
    __builtin_prefetch(&index_.delete_start[index_.delete_bucket(hashed)]);
  });
  for (std::size_t place = 0; place < size; ++place) {
    __builtin_prefetch(&index_.delete_entry.data[index_.delete_start[index_.delete_bucket(hashes[place])]]);
  }
  found_.clear();
  for (std::size_t place = 0; place < size; ++place) {
    const std::uint32_t bucket = index_.delete_bucket(hashes[place]);
    const auto mark = static_cast<std::uint32_t>(hashes[place] & 0xFFU);
    for (std::uint32_t at = index_.delete_start[bucket]; at < index_.delete_start[bucket + 1]; ++at) {
      const std::uint32_t entry = index_.delete_entry[at];
      if (entry >> number_bits == mark && visit(entry & number_mask)) found_.push_back(entry & number_mask);
    }
  }
  measure(near, [](std::uint32_t) { return 0U; });
}

void Neighbours::add_persons(Near& near) {
  const Params& params = index_.params;
  const auto improve = [&](std::uint32_t word, Alike alike) {
    auto at = std::find_if(near.words.begin(), near.words.end(), [&](const NearWord& item) { return item.word == word; });
    if (at == near.words.end()) {
      near.words.push_back({word, {}, alike, 0, 0});
    } else if (at->alike.value == 0 || at->alike.value < params.given_name) {
      at->persons = alike;
    }
  };
  if (near.shape.initial != 0) {
    for (NearWord& item : near.words) {
      const std::string_view text = index_.text(item.word);
      const bool begins = text[0] == near.shape.initial && (index_.info(item.word) & word_info::single) == 0;
      if (begins && item.alike.value < params.given_name) item.persons = {params.initial, PairKind::initial};
    }
  }
  // An initial first: where a word is also another form of the given name, that takes its place.
  if (near.shape.initial == 0 && near.shape.first != 0) {
    const std::uint32_t word = index_.find(std::string_view(&near.shape.first, 1));
    if (word != none) improve(word, {params.initial, PairKind::initial});
  }
  const auto& others = index_.lexicon.other_given_names(comparer_.record());
  for (std::size_t place = 0; place < others.size(); ++place) {
    const std::uint32_t word = index_.find(others[place]);
    if (word != none) improve(word, {params.given_name, PairKind::symbol});
  }
}

void Neighbours::add_parts(Near& near) {
  if (near.shape.marked || !index_.may_be_joined(hash(near.token))) return;
  const std::string_view token = near.token;
  const std::size_t size = token.size();
  heads_.assign(size + 1, none);
  tails_.assign(size + 1, none);
  for (std::size_t cut = 1; cut < size; ++cut) {
    heads_[cut] = index_.find(token.substr(0, cut));
    tails_[cut] = index_.find(token.substr(cut));
  }
  const auto add = [&](std::uint32_t first, std::uint32_t second, std::uint32_t third) {
    Joining joining;
    for (const std::uint32_t word : {first, second, third}) {
      if (word == none) continue;
      joining.add(index_.info(word) & 0xFFFFU, (index_.info(word) & word_info::marked) != 0);
    }
    if (joining.possible(index_.params)) near.parts.push_back({first, second, third});
  };
  for (std::size_t cut = 1; cut < size; ++cut) {
    if (heads_[cut] == none) continue;
    if (tails_[cut] != none) add(heads_[cut], tails_[cut], none);
    for (std::size_t last = cut + 1; last < size; ++last) {
      if (tails_[last] == none) continue;
      const std::uint32_t middle = index_.find(token.substr(cut, last - cut));
      if (middle != none) add(heads_[cut], middle, tails_[last]);
    }
  }
}

void Neighbours::sort(Near& near) const {
  std::sort(near.words.begin(), near.words.end(),
            [](const NearWord& one, const NearWord& other) { return one.word < other.word; });
}

void Neighbours::sum_up(Near& near) const {
  const Part ours = near.part();
  near.most[0] = near.most[1] = {};
  const auto count = [&](Most& most, double similarity, double weight, bool quiet) {
    if (similarity <= 0) return;
    most.said = std::max(most.said, 0.5 * similarity * (near.weight + weight));
    most.similarity = std::max(most.similarity, similarity);
    most.weight = std::max(most.weight, weight);
    if (!quiet) return;
    most.quiet_similarity = std::max(most.quiet_similarity, similarity);
    most.quiet_weight = std::max(most.quiet_weight, weight);
  };
  for (NearWord& item : near.words) {
    const Part theirs = index_.part(item.word);
    item.most = weighed(ours, theirs, item.alike, index_.params, index_.lexicon);
    item.most_persons = item.most;
    if (item.persons.value != item.alike.value || item.persons.kind != item.alike.kind) {
      const double among_persons = weighed(ours, theirs, item.persons, index_.params, index_.lexicon);
      item.most_persons = std::max(item.most, among_persons);
    }
    count(near.most[0], item.most, theirs.weight, !is_telling(theirs));
    count(near.most[1], item.most_persons, theirs.weight, !is_telling(theirs));
  }
  for (Most& most : near.most) {
    for (const NearParts& parts : near.parts) count(most, index_.params.joined, index_.weight(parts), false);
  }
  if (near.shape.initial != 0) count(near.most[1], index_.params.initial, 1.0, false);
}

}  // namespace licet::match
