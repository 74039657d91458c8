// What Python sees of Arrow: streams of batches, the different values of a column, and the pass over the rows.
#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/vector.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "arrow/distinct.hpp"
#include "arrow/row_pass.hpp"
#include "arrow/stream.hpp"
#include "bind_arrays.hpp"
#include "bind_model.hpp"

namespace nb = nanobind;

namespace licet::arrow {

namespace {

const char* const cell_words[] = {"nothing", "text", "whole", "natural", "day", "instant"};

// Let go of something whose producer may run Python meanwhile: an error that is on its way must survive that.
template <class T>
void let_go(T& held) {
  const nb::gil_scoped_acquire locked;
  PyObject* kind = nullptr;
  PyObject* value = nullptr;
  PyObject* trace = nullptr;
  PyErr_Fetch(&kind, &value, &trace);
  held.reset();
  PyErr_Restore(kind, value, trace);
}

// A stream, and the object that gave it: what that holds open, such as a connection, must outlive the stream.
struct OpenStream {
  explicit OpenStream(nb::object given)
      : source(std::move(given)), capsule(source.attr("__arrow_c_stream__")()),
        stream(std::make_unique<Stream>(within(capsule))) {}
  ~OpenStream() { let_go(stream); }
  OpenStream(const OpenStream&) = delete;
  OpenStream& operator=(const OpenStream&) = delete;

  std::shared_ptr<Batch> next() {
    std::shared_ptr<const Batch> batch;
    {
      const nb::gil_scoped_release released;
      batch = stream->next();
    }
    if (!batch) return nullptr;
    Batch* found = const_cast<Batch*>(batch.get());
    return {found, [held = std::move(batch)](Batch*) mutable { let_go(held); }};
  }

  static ArrowArrayStream& within(const nb::object& capsule) {
    void* found = PyCapsule_GetPointer(capsule.ptr(), "arrow_array_stream");
    if (found == nullptr) throw nb::python_error();
    return *static_cast<ArrowArrayStream*>(found);
  }

  nb::object source;
  nb::object capsule;  // releases the stream when it goes, unless somebody has taken it out
  std::unique_ptr<Stream> stream;
};

nb::object number_of(CellType type, std::int64_t value) {
  if (type == CellType::natural) return nb::int_(static_cast<std::uint64_t>(value));
  return nb::int_(value);
}

nb::object text_of(std::string_view text) { return nb::str(text.data(), text.size()); }

const Column& column_of(const Batch& batch, std::size_t place) {
  if (place >= batch.columns().size()) throw nb::index_error("no such column");
  return batch.columns()[place];
}

void check_rows(const Batch& batch, std::size_t begin, std::size_t end) {
  if (begin > end || end > batch.rows()) throw nb::index_error("no such rows");
}

nb::tuple row_of(const Batch& batch, std::size_t row) {
  check_rows(batch, row, row + 1);
  nb::list cells;
  for (const Column& column : batch.columns()) {
    if (column.is_null(row)) {
      cells.append(nb::none());
    } else if (column.type() == CellType::text) {
      cells.append(text_of(column.text(row)));
    } else {
      cells.append(number_of(column.type(), column.number(row)));
    }
  }
  return nb::tuple(cells);
}

nb::ndarray<nb::numpy, std::int32_t, nb::ndim<1>> codes(Distinct& self, const Batch& batch, std::size_t place,
                                                         std::size_t begin, std::size_t end) {
  check_rows(batch, begin, end);
  const Column& column = column_of(batch, place);
  std::vector<std::int32_t> found(end - begin);
  {
    const nb::gil_scoped_release released;
    self.number(column, begin, end, found.data());
  }
  return array_of(std::move(found));
}

nb::ndarray<nb::numpy, std::uint8_t, nb::ndim<1>> filled(const Batch& self, std::size_t place, std::size_t begin,
                                                           std::size_t end) {
  check_rows(self, begin, end);
  const Column& column = column_of(self, place);
  std::vector<std::uint8_t> found;
  found.reserve(end - begin);
  for (std::size_t row = begin; row < end; ++row) found.push_back(is_filled(column, row) ? 1 : 0);
  return array_of(std::move(found));
}

nb::list values(const Distinct& self, std::size_t from) {
  nb::list found;
  for (std::size_t at = from; at < self.texts().size(); ++at) found.append(text_of(self.texts()[at]));
  for (std::size_t at = from; at < self.numbers().size(); ++at) found.append(nb::int_(self.numbers()[at]));
  return found;
}

// The pass over rows, bound to an index, to the forms that count and to columns.
class RowPass {
 public:
  using Flags = nb::ndarray<const bool, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

  RowPass(std::shared_ptr<match::OpenIndex> index, const Flags& forms, NameColumns columns, unsigned threads)
      : index_(std::move(index)), bits_(index_->index.forms() / 64 + 1), columns_(std::move(columns)),
        threads_(threads) {
    if (forms.shape(0) != index_->index.forms()) throw nb::value_error("one flag is needed for each form");
    if (threads_ == 0) throw nb::value_error("no thread would do the work");
    for (std::size_t form = 0; form < forms.shape(0); ++form) {
      if (forms(form)) bits_[form >> 6U] |= std::uint64_t{1} << (form & 63U);
    }
  }

  using Marks = nb::ndarray<const std::uint8_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
  using Cuts = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

  nb::tuple run(const Batch& batch, std::size_t begin, std::size_t end, const Marks& marks, const Cuts& cuts) {
    check_rows(batch, begin, end);
    for (const auto* list : {&columns_.given, &columns_.last, &columns_.whole, &columns_.others}) {
      for (const std::size_t place : *list) column_of(batch, place);
    }
    if (marks.shape(0) != end - begin || cuts.shape(0) != end - begin) {
      throw nb::value_error("one mark and one cut is needed for each row");
    }
    Passed found;
    {
      const nb::gil_scoped_release released;
      found = screen_rows(index_->pool, index_->model->tables, columns_, {batch, begin, end, marks.data(), cuts.data()},
                          {bits_.data()}, threads_);
    }
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> forms;
    std::vector<std::int32_t> scores;
    for (const Reached& item : found.reached) {
      rows.push_back(item.row);
      forms.push_back(item.form);
      scores.push_back(item.score);
    }
    return nb::make_tuple(array_of(std::move(found.odd)), array_of(std::move(rows)), array_of(std::move(forms)),
                          array_of(std::move(scores)));
  }

 private:
  std::shared_ptr<match::OpenIndex> index_;
  std::vector<std::uint64_t> bits_;
  NameColumns columns_;
  unsigned threads_;
};

}  // namespace

void bind_arrow(nb::module_& module) {
  nb::exception<OddArrow>(module, "OddArrow", PyExc_ValueError);
  nb::class_<Batch> batch(module, "ArrowBatch", "Rows of a table, column by column.");
  batch.def("__len__", &Batch::rows)
      .def("row", &row_of, nb::arg("row"),
           "Return the cells of a row: text, numbers (days and microseconds since 1970 too) and None.");
  batch.def("filled", &filled, nb::arg("column"), nb::arg("begin"), nb::arg("end"),
            "Tell of each cell whether it says anything: it is neither None nor a text such as '-'.");
  nb::class_<OpenStream>(module, "ArrowStream", "The batches of an object that has `__arrow_c_stream__`.")
      .def(nb::init<nb::object>(), nb::arg("source"))
      .def_prop_ro("columns", [](const OpenStream& self) {
        nb::list found;
        for (const ColumnType& type : self.stream->types()) {
          const CellType cell = type.dictionary ? type.dictionary->cell : type.cell;
          found.append(nb::make_tuple(text_of(type.name), cell_words[static_cast<std::size_t>(cell)]));
        }
        return found;
      }, "Name and type of each column: nothing, text, whole, natural, day or instant.")
      .def("next", &OpenStream::next, "Return the next batch; None at the end.");
  nb::class_<Distinct>(module, "Distinct", "The different values of a column over all of its batches.")
      .def(nb::init<>())
      .def("__len__", &Distinct::size)
      .def("codes", &codes, nb::arg("batch"), nb::arg("column"), nb::arg("begin"), nb::arg("end"),
           "Return the number of each cell's value, -1 for None.")
      .def("values", &values, nb::arg("start") = 0, "Return the values numbered from `start` on.");
  nb::class_<RowPass>(module, "RowPass", "Looks up the names of rows in an index.")
      .def("__init__", [](RowPass* self, std::shared_ptr<match::OpenIndex> index, const RowPass::Flags& forms,
                          const std::vector<std::vector<std::size_t>>& columns, unsigned threads) {
        if (columns.size() != 4) throw nb::value_error("columns are given, last, whole and other names");
        new (self) RowPass(std::move(index), forms, {columns[0], columns[1], columns[2], columns[3]}, threads);
      }, nb::arg("index"), nb::arg("forms"), nb::arg("columns"), nb::arg("threads"))
      .def("run", &RowPass::run, nb::arg("batch"), nb::arg("begin"), nb::arg("end"), nb::arg("marks"), nb::arg("cuts"),
           "Return four arrays: rows that were not looked at; and the row, form and score (in ten-thousandths) of each "
           "form reached, by row.");
}

}  // namespace licet::arrow
