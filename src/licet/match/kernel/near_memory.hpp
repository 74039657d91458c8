// What tokens met before are like: kept by each searcher for itself, and for all searchers of an index together.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "hash.hpp"

namespace licet::match {

struct Near;

// A token, and how it is looked up.
struct NearKey {
  NearKey(std::string_view text, bool of_person, bool by_everything) noexcept
      : token(text), person(of_person), everything(by_everything),
        sort(static_cast<std::uint8_t>((of_person ? 1 : 0) + (by_everything ? 2 : 0))), hashed(mix(hash(text) + sort)) {}
  std::string_view token;
  bool person;      // the token is of a person's name
  bool everything;  // each listed word is compared: no table is used
  std::uint8_t sort;
  std::uint64_t hashed;
};

// Answers under their keys, by open addressing.
class NearMap {
 public:
  // The answer, or null.
  std::shared_ptr<const Near> find(const NearKey& key) const { return slots_.empty() ? nullptr : slots_[place(key)].near; }
  const Near* peek(const NearKey& key) const noexcept { return slots_.empty() ? nullptr : slots_[place(key)].near.get(); }

  // Keep an answer; one that is there stays.
  void add(const NearKey& key, std::shared_ptr<const Near> near);

  void clear() noexcept;

 private:
  struct Slot {
    std::uint64_t hashed = 0;
    std::shared_ptr<const Near> near;
  };
  std::size_t place(const NearKey& key) const noexcept;  // of the key, or the free one where it belongs
  void grow();

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

constexpr std::size_t most_kept_bytes = std::size_t{128} << 20U;  // what an index remembers of tokens met before

// The answers that all searchers of an index share. Any number of threads may use it.
class SharedNears {
 public:
  std::shared_ptr<const Near> find(const NearKey& key);
  void add(const NearKey& key, std::shared_ptr<const Near> near);

  // Forget all when more is kept than is worth keeping. Returns how often all was forgotten: whoever keeps answers from
  // before forgets them too, so that memory is bounded.
  std::uint64_t trim();

  std::size_t bytes() const noexcept { return bytes_.load(); }

 private:
  struct Part {
    std::mutex lock;
    NearMap map;
  };
  Part& part(const NearKey& key) noexcept { return parts_[key.hashed >> 60U]; }

  std::array<Part, 16> parts_;
  std::atomic<std::size_t> bytes_{0};
  std::atomic<std::uint64_t> forgotten_{0};
  std::mutex forgetting_;
};

}  // namespace licet::match
