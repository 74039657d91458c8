#include "near_memory.hpp"

#include <utility>

#include "near.hpp"

namespace licet::match {

namespace {

constexpr std::size_t around = 128;  // bytes that the maps and the memory allocator take for each token

std::size_t bytes_of(const Near& near) noexcept {
  return sizeof(Near) + around + near.token.capacity() + near.words.size() * sizeof(NearWord) +
         near.parts.size() * sizeof(NearParts);
}

}  // namespace

std::size_t NearMap::place(const NearKey& key) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hashed & mask;
  for (; slots_[at].near != nullptr; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hashed == key.hashed && slot.near->sort == key.sort && slot.near->token == key.token) break;
  }
  return at;
}

void NearMap::add(const NearKey& key, std::shared_ptr<const Near> near) {
  if (2 * (count_ + 1) > slots_.size()) grow();
  Slot& slot = slots_[place(key)];
  if (slot.near != nullptr) return;
  slot = {key.hashed, std::move(near)};
  ++count_;
}

void NearMap::grow() {
  std::vector<Slot> old(slots_.empty() ? 256 : 2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (Slot& slot : old) {
    if (slot.near == nullptr) continue;
    std::size_t at = slot.hashed & mask;
    while (slots_[at].near != nullptr) at = (at + 1) & mask;
    slots_[at] = std::move(slot);
  }
}

void NearMap::clear() noexcept {
  std::vector<Slot>().swap(slots_);
  count_ = 0;
}

std::shared_ptr<const Near> SharedNears::find(const NearKey& key) {
  Part& part = this->part(key);
  const std::lock_guard<std::mutex> held(part.lock);
  return part.map.find(key);
}

void SharedNears::add(const NearKey& key, std::shared_ptr<const Near> near) {
  bytes_ += bytes_of(*near);
  Part& part = this->part(key);
  const std::lock_guard<std::mutex> held(part.lock);
  part.map.add(key, std::move(near));
}

std::uint64_t SharedNears::trim() {
  if (bytes_.load() >= most_kept_bytes) {
    const std::lock_guard<std::mutex> forgetting(forgetting_);
    if (bytes_.load() >= most_kept_bytes) {
      for (Part& part : parts_) {
        const std::lock_guard<std::mutex> held(part.lock);
        part.map.clear();
      }
      bytes_ = 0;
      ++forgotten_;
    }
  }
  return forgotten_.load();
}

}  // namespace licet::match
