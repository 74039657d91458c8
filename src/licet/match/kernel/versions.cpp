#include "versions.hpp"

#include <algorithm>
#include <unordered_set>

namespace licet::match {

namespace {

using Keys = std::unordered_set<std::int32_t>;

bool holds(const std::vector<std::int32_t>& sorted, std::int32_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

}  // namespace

void resolve(const Versions& versions, ListClock clock, Counting& counting) {
  std::sort(clock.published.begin(), clock.published.end());
  std::sort(clock.received.begin(), clock.received.end());
  Keys held;  // keys that the edition has; those with own dates only matter where a later edition is known
  std::vector<std::size_t> early;
  for (std::size_t version = 0; version < versions.count; ++version) {
    if (versions.list[version] != clock.list) continue;
    const std::int32_t first = versions.first[version];
    const bool in_effect = versions.starts[version] <= clock.day && clock.day <= versions.ends[version];
    const bool has = clock.answered && first <= clock.seq && clock.seq < versions.last[version];
    if (has && !clock.published.empty()) held.insert(versions.key[version]);
    if (holds(clock.received, first)) counting.known[version] = 1;
    if (has && in_effect) counting.by_edition[version] = 1;
    if (in_effect && versions.starts[version] > 0 && first == versions.key_first[version] &&
        holds(clock.published, first)) {
      early.push_back(version);
    }
  }
  for (const std::size_t version : early) {
    if (held.count(versions.key[version]) == 0) counting.by_own_dates[version] = 1;
  }
}

Marks of_other_keys(const Versions& versions, const Marks& marked, const Marks& taken) {
  Keys keys;
  for (std::size_t version = 0; version < versions.count; ++version) {
    if (taken[version] != 0) keys.insert(versions.key[version]);
  }
  Marks found(versions.count);
  for (std::size_t version = 0; version < versions.count; ++version) {
    found[version] = marked[version] != 0 && keys.count(versions.key[version]) == 0;
  }
  return found;
}

std::vector<std::size_t> of_key(const Versions& versions, std::int32_t key) {
  const std::int32_t* end = versions.key + versions.count;
  const std::int32_t* at = versions.keys_ascend ? std::lower_bound(versions.key, end, key) : versions.key;
  std::vector<std::size_t> found;
  for (; at != end && !(versions.keys_ascend && *at != key); ++at) {
    if (*at == key) found.push_back(static_cast<std::size_t>(at - versions.key));
  }
  return found;
}

Marks of_lists(const Versions& versions, const Marks& marked, const std::vector<std::int32_t>& lists) {
  Marks found(versions.count);
  for (std::size_t version = 0; version < versions.count; ++version) {
    const bool among = std::find(lists.begin(), lists.end(), versions.list[version]) != lists.end();
    found[version] = marked[version] != 0 && among;
  }
  return found;
}

}  // namespace licet::match
