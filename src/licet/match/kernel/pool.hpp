// An index with searchers to lend: any number of threads may ask it at once. As many searchers are kept as threads can
// run at once.
#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "index.hpp"
#include "query.hpp"

namespace licet::match {

class SearcherPool {
 public:
  explicit SearcherPool(const Index& index)
      : index_(index), most_(std::max<std::size_t>(std::thread::hardware_concurrency(), 2)) {}

  // Memory taken by tokens met before.
  std::size_t kept_bytes() const noexcept { return nears_.bytes(); }

  // A searcher for as long as this lives; then it goes back to the pool with what it remembers.
  class Lease {
   public:
    explicit Lease(SearcherPool& pool) : pool_(pool), searcher_(pool.take()) {}
    ~Lease() { pool_.give(std::move(searcher_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Searcher* operator->() noexcept { return searcher_.get(); }
    Searcher& operator*() noexcept { return *searcher_; }

   private:
    SearcherPool& pool_;
    std::unique_ptr<Searcher> searcher_;
  };

 private:
  std::unique_ptr<Searcher> take() {
    {
      const std::lock_guard<std::mutex> held(lock_);
      if (!free_.empty()) {
        auto searcher = std::move(free_.back());
        free_.pop_back();
        return searcher;
      }
    }
    return std::make_unique<Searcher>(index_, nears_);
  }
  void give(std::unique_ptr<Searcher> searcher) noexcept {
    const std::lock_guard<std::mutex> held(lock_);
    if (free_.size() >= most_) return;
    try {
      free_.push_back(std::move(searcher));
    } catch (const std::bad_alloc&) {  // then it is simply not kept
    }
  }

  const Index& index_;
  SharedNears nears_;
  std::size_t most_;
  std::mutex lock_;
  std::vector<std::unique_ptr<Searcher>> free_;
};

}  // namespace licet::match
