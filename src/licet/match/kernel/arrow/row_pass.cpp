#include "row_pass.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

#include "text/analyse.hpp"
#include "text/firms.hpp"
#include "text/trading_names.hpp"
#include "text/utf8.hpp"

namespace licet::arrow {

namespace {

constexpr std::size_t block = 256;  // rows that a thread takes at a time

// One thread's worth: reads names, analyses them and asks the index.
class Worker {
 public:
  Worker(match::SearcherPool& pool, const text::TablesView& tables, const NameColumns& columns, match::Allowed allowed)
      : searcher_(pool), tables_(tables), analyser_(tables), names_(columns), allowed_(allowed) {}

  void screen(const Rows& rows, std::size_t row) {
    const std::uint8_t mark = rows.marks[row - rows.begin];
    const std::size_t before = found_.reached.size();
    if ((mark & row_mark::odd) != 0 || !names_.read(rows.batch, row) || !ask_all(rows, row, mark)) {
      found_.reached.resize(before);
      found_.odd.push_back(static_cast<std::uint32_t>(row));
    }
  }

  Passed& found() noexcept { return found_; }

 private:
  // Whether a name holds a letter or digit: what earns the remark that it does not is not looked at here.
  bool has_letter(std::string_view text) const {
    constexpr char32_t bad = 0xFFFFFFFFU;
    for (std::size_t place = 0; place < text.size();) {
      const char32_t letter = text::decode(text, place);
      if (letter == bad) return false;
      if ((tables_.properties(letter) & text::kAlnum) != 0) return true;
    }
    return false;
  }

  bool ask_all(const Rows& rows, std::size_t row, std::uint8_t mark) {
    const double cut = rows.cuts[row - rows.begin];
    for (const std::string_view text : names_.texts()) {
      if (!has_letter(text)) return false;
      if (!ask({text, false}, row, mark, cut) || !text::name_parts(tables_, text, parts_)) return false;
      for (const text::NamePart& part : parts_) {
        if (!ask(part, row, mark, cut)) return false;
      }
    }
    return true;
  }

  bool ask(const text::NamePart& part, std::size_t row, std::uint8_t mark, double cut) {
    if (!analyser_.analyse(part.text, forms_) || forms_.empty()) return false;
    const bool person = (mark & row_mark::person) != 0;
    // What a name tells of its bearer counts where the row does not say it.
    const bool initials = (mark & row_mark::initials) != 0 &&
                          (person || !(part.trade || text::sort_of(forms_, tables_) != text::NameSort::open));
    for (const text::Form& form : forms_) {
      asked_.tokens.clear();
      for (const text::Token& token : form.tokens) asked_.tokens.push_back(token.text);
      asked_.initials = initials;
      asked_.person = person;
      asked_.transliterated = form.transliterated;
      hits_.clear();
      searcher_->search(asked_, cut, allowed_, false, hits_);
      for (const match::Hit& hit : hits_) {
        found_.reached.push_back({static_cast<std::uint32_t>(row), hit.form, hit.score});
      }
    }
    return true;
  }

  match::SearcherPool::Lease searcher_;
  const text::TablesView& tables_;
  text::Analyser analyser_;
  RowNames names_;
  match::Allowed allowed_;
  text::Forms forms_;
  match::Asked asked_;
  std::vector<text::NamePart> parts_;
  std::vector<match::Hit> hits_;
  Passed found_;
};

// The first failure of any thread, to be thrown in the one that asked.
class Failure {
 public:
  void keep() noexcept {
    const std::lock_guard<std::mutex> held(lock_);
    if (!first_) first_ = std::current_exception();
  }
  void raise() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  std::mutex lock_;
  std::exception_ptr first_;
};

bool by_row(const Reached& left, const Reached& right) noexcept {
  if (left.row != right.row) return left.row < right.row;
  return left.form != right.form ? left.form < right.form : left.score > right.score;
}

}  // namespace

Passed screen_rows(match::SearcherPool& pool, const text::TablesView& tables, const NameColumns& columns,
                   const Rows& rows, match::Allowed allowed, unsigned threads) {
  std::atomic<std::size_t> next{rows.begin};
  Failure failure;
  std::mutex lock;
  Passed all;
  const auto work = [&] {
    try {
      Worker worker(pool, tables, columns, allowed);
      for (std::size_t from = next.fetch_add(block); from < rows.end; from = next.fetch_add(block)) {
        const std::size_t to = std::min(from + block, rows.end);
        for (std::size_t row = from; row < to; ++row) worker.screen(rows, row);
      }
      const std::lock_guard<std::mutex> held(lock);
      Passed& found = worker.found();
      all.reached.insert(all.reached.end(), found.reached.begin(), found.reached.end());
      all.odd.insert(all.odd.end(), found.odd.begin(), found.odd.end());
    } catch (...) {
      failure.keep();
      next.store(rows.end);
    }
  };
  std::vector<std::thread> others;
  try {
    for (unsigned more = 1; more < threads; ++more) others.emplace_back(work);
  } catch (const std::system_error&) {  // no more threads are to be had: those there are do it all
  }
  work();
  for (std::thread& other : others) other.join();
  failure.raise();
  std::sort(all.reached.begin(), all.reached.end(), by_row);
  std::sort(all.odd.begin(), all.odd.end());
  return all;
}

}  // namespace licet::arrow
