// The structures of the Arrow C data and C stream interfaces, laid out as their specification fixes them:
// https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html.
#pragma once

#include <cstdint>

namespace licet::arrow {

extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
  int (*get_next)(ArrowArrayStream*, ArrowArray* out);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};

}  // extern "C"

// Holds one of the structures and gives it back to whoever made it.
template <class T>
class Owned {
 public:
  Owned() noexcept : held_{} {}
  ~Owned() { reset(); }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;

  // Take over what another holds; the other is marked as released.
  void take(T& other) noexcept {
    reset();
    held_ = other;
    other.release = nullptr;
  }
  void reset() noexcept {
    if (held_.release != nullptr) held_.release(&held_);
    held_ = T{};
  }
  explicit operator bool() const noexcept { return held_.release != nullptr; }
  T* get() noexcept { return &held_; }
  const T& operator*() const noexcept { return held_; }
  const T* operator->() const noexcept { return &held_; }

 private:
  T held_;
};

}  // namespace licet::arrow
