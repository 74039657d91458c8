#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <optional>

#include "bind_model.hpp"
#include "versions.hpp"

namespace nb = nanobind;

namespace licet::match {

namespace {

constexpr std::size_t fields = 7;

// What is said of each version, held for as long as this lives.
class OpenVersions {
 public:
  OpenVersions(nb::handle list, nb::handle key, nb::handle first, nb::handle last, nb::handle key_first,
               nb::handle starts, nb::handle ends)
      : buffers_{Buffer(list), Buffer(key), Buffer(first), Buffer(last), Buffer(key_first), Buffer(starts), Buffer(ends)} {
    const std::size_t bytes = buffers_[0].size();
    for (const Buffer& buffer : buffers_) {
      const bool aligned = reinterpret_cast<std::uintptr_t>(buffer.data()) % sizeof(std::int32_t) == 0;
      if (buffer.size() != bytes || bytes % sizeof(std::int32_t) != 0 || !aligned) {
        throw nb::value_error("columns of versions are of one length, four bytes each");
      }
    }
    all = {bytes / sizeof(std::int32_t), column(0), column(1), column(2), column(3), column(4), column(5), column(6)};
    all.keys_ascend = std::is_sorted(all.key, all.key + all.count);
  }

  Marks marks(nb::handle given) const {
    const Buffer buffer(given);
    if (buffer.size() != all.count) throw nb::value_error("a mark for each version is needed");
    return {buffer.data(), buffer.data() + buffer.size()};
  }

  Versions all;

 private:
  const std::int32_t* column(std::size_t field) const noexcept {
    return reinterpret_cast<const std::int32_t*>(buffers_[field].data());
  }
  Buffer buffers_[fields];
};

nb::bytes told(const Marks& marks) { return nb::bytes(marks.data(), marks.size()); }

using Clock = std::pair<std::pair<std::int32_t, std::optional<std::int32_t>>,
                        std::pair<std::vector<std::int32_t>, std::vector<std::int32_t>>>;

nb::tuple resolve_lists(const OpenVersions& self, std::int32_t day, const std::vector<Clock>& clocks) {
  Counting counting(self.all.count);
  {
    const nb::gil_scoped_release released;
    for (const auto& [edition, seqs] : clocks) {
      const auto& [list, seq] = edition;
      resolve(self.all, {list, day, seq.has_value(), seq.value_or(0), seqs.first, seqs.second}, counting);
    }
  }
  return nb::make_tuple(told(counting.by_edition), told(counting.by_own_dates), told(counting.known));
}

nb::list rows_of(const OpenIndex& self, std::uint32_t form) {
  const Index& index = self.index;
  if (form >= index.forms()) throw nb::index_error("no such form in the index");
  nb::list found;
  for (std::uint32_t row = index.row_start[form]; row < index.row_start[form + 1]; ++row) {
    found.append(nb::make_tuple(index.row_version[row], index.row_code[row]));
  }
  return found;
}

}  // namespace

void bind_versions(nb::module_& module) {
  nb::class_<OpenVersions>(module, "Versions", "What is said of each version. Marks are bytes, one for each, 0 or 1.")
      .def(nb::init<nb::handle, nb::handle, nb::handle, nb::handle, nb::handle, nb::handle, nb::handle>(),
           nb::arg("list"), nb::arg("key"), nb::arg("first"), nb::arg("last"), nb::arg("key_first"), nb::arg("starts"),
           nb::arg("ends"))
      .def("resolve", &resolve_lists, nb::arg("day"), nb::arg("clocks"),
           "Return marks (by edition, by own dates, known); a clock is ((list, seq that answers), (seqs published after "
           "the day, seqs known)).")
      .def("of_other_keys",
           [](const OpenVersions& self, nb::handle marked, nb::handle taken) {
             return told(of_other_keys(self.all, self.marks(marked), self.marks(taken)));
           },
           nb::arg("marked"), nb::arg("taken"), "Mark those of which no version of the same key is taken.")
      .def("of_lists",
           [](const OpenVersions& self, nb::handle marked, const std::vector<std::int32_t>& lists) {
             return told(of_lists(self.all, self.marks(marked), lists));
           },
           nb::arg("marked"), nb::arg("lists"), "Mark those of these lists.")
      .def("of_key",
           [](const OpenVersions& self, std::int32_t key) { return of_key(self.all, key); },
           nb::arg("key"), "Return every version of a key, ascending.");
  module.def("rows_of", &rows_of, nb::arg("index"), nb::arg("form"), "Return (version, code) of each row of a form.");
}

}  // namespace licet::match
