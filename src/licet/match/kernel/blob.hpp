// The binary form of an index: a header, a directory of sections, and little-endian arrays at multiples of 64.
//
//   0   8 bytes  "LICETIDX"
//   8   u32      version of the layout
//   12  u32      number of sections
//   16  u64      length of the whole
//   24  u64      checksum of all that follows the header (bytes 32 on)
//   32           for each section: u64 offset, u64 length in bytes
//
// A reader trusts none of it: length, checksum and every offset are checked before anything is read through them.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "hash.hpp"

namespace licet::match {

// The bytes are no index of this version, or are cut short or changed.
class DamagedIndex : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

constexpr char blob_magic[9] = "LICETIDX";
constexpr std::uint32_t blob_version = 3;
constexpr std::size_t blob_align = 64;
constexpr std::size_t blob_header = 32;

// A section in memory that is not owned.
template <class T>
struct Array {
  const T* data = nullptr;
  std::size_t size = 0;
  const T& operator[](std::size_t place) const noexcept { return data[place]; }
  const T* begin() const noexcept { return data; }
  const T* end() const noexcept { return data + size; }
};

class BlobWriter {
 public:
  // Take a section; sections are numbered in the order in which they come.
  template <class T>
  void add(std::vector<T> values) {
    const std::size_t size = values.size() * sizeof(T);
    sections_.push_back(std::make_unique<Held<T>>(std::move(values), size));
  }

  // Take the sections of another behind those that are here.
  void append(BlobWriter&& other) {
    for (auto& section : other.sections_) sections_.push_back(std::move(section));
    other.sections_.clear();
  }

  // Bytes of the blob.
  std::size_t size() const noexcept {
    std::size_t total = aligned(blob_header + 16 * sections_.size());
    for (const auto& section : sections_) total = aligned(total + section->size);
    return total;
  }

  // Write the blob to where there is room for it. Each section is forgotten when it is written.
  void write(unsigned char* out) {
    const std::uint64_t length = size();
    const auto count = static_cast<std::uint32_t>(sections_.size());
    std::vector<std::uint64_t> entries;
    std::size_t at = blob_header + 16 * sections_.size();
    for (auto& section : sections_) {
      const std::size_t begin = aligned(at);
      std::memset(out + at, 0, begin - at);
      entries.push_back(begin);
      entries.push_back(section->size);
      if (section->size != 0) std::memcpy(out + begin, section->bytes(), section->size);
      at = begin + section->size;
      section.reset();
    }
    std::memset(out + at, 0, length - at);
    if (!entries.empty()) std::memcpy(out + blob_header, entries.data(), 8 * entries.size());
    const std::uint64_t sum = checksum(out + blob_header, length - blob_header);
    std::memcpy(out, blob_magic, 8);
    std::memcpy(out + 8, &blob_version, 4);
    std::memcpy(out + 12, &count, 4);
    std::memcpy(out + 16, &length, 8);
    std::memcpy(out + 24, &sum, 8);
    sections_.clear();
  }

 private:
  static std::size_t aligned(std::size_t size) noexcept { return (size + blob_align - 1) / blob_align * blob_align; }

  struct Section {
    explicit Section(std::size_t length) : size(length) {}
    virtual ~Section() = default;
    virtual const void* bytes() const noexcept = 0;
    std::size_t size;
  };
  template <class T>
  struct Held : Section {
    Held(std::vector<T> taken, std::size_t length) : Section(length), values(std::move(taken)) {}
    const void* bytes() const noexcept override { return values.data(); }
    std::vector<T> values;
  };

  std::vector<std::unique_ptr<Section>> sections_;
};

class BlobReader {
 public:
  // Check the header, the length, the checksum and the directory.
  BlobReader(const unsigned char* bytes, std::size_t size, std::size_t sections) : bytes_(bytes) {
    if (size < blob_header || std::memcmp(bytes, blob_magic, 8) != 0) throw DamagedIndex("is no index");
    std::uint32_t version = 0;
    std::uint32_t count = 0;
    std::uint64_t length = 0;
    std::uint64_t sum = 0;
    std::memcpy(&version, bytes + 8, 4);
    std::memcpy(&count, bytes + 12, 4);
    std::memcpy(&length, bytes + 16, 8);
    std::memcpy(&sum, bytes + 24, 8);
    if (version != blob_version) throw DamagedIndex("has another layout");
    if (reinterpret_cast<std::uintptr_t>(bytes) % 8 != 0) throw DamagedIndex("does not lie at a multiple of eight");
    if (length != size || count != sections || size < blob_header + 16 * sections) {
      throw DamagedIndex("is cut short");
    }
    if (sum != checksum(bytes + blob_header, size - blob_header)) throw DamagedIndex("has damaged content");
    entries_.resize(2 * sections);
    std::memcpy(entries_.data(), bytes + blob_header, 16 * sections);
    for (std::size_t place = 0; place < sections; ++place) {
      const std::uint64_t offset = entries_[2 * place];
      const std::uint64_t bytes_long = entries_[2 * place + 1];
      if (offset % blob_align != 0 || offset > size || bytes_long > size - offset) {
        throw DamagedIndex("has a section outside of it");
      }
    }
  }

  template <class T>
  Array<T> array(std::size_t section) const {
    const std::uint64_t length = entries_[2 * section + 1];
    if (length % sizeof(T) != 0) throw DamagedIndex("has a section of a wrong length");
    return {reinterpret_cast<const T*>(bytes_ + entries_[2 * section]), static_cast<std::size_t>(length / sizeof(T))};
  }

 private:
  const unsigned char* bytes_;
  std::vector<std::uint64_t> entries_;
};

}  // namespace licet::match
