// Objects of Python behind which the kernel lives.
#pragma once

#include <nanobind/nanobind.h>

#include <memory>
#include <string_view>

#include "index.hpp"
#include "lexicon.hpp"
#include "params.hpp"
#include "pool.hpp"

namespace licet::match {

// Bytes of a Python object, held for as long as this lives.
class Buffer {
 public:
  explicit Buffer(nanobind::handle object);
  ~Buffer();
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  const unsigned char* data() const noexcept { return static_cast<const unsigned char*>(view_.buf); }
  std::size_t size() const noexcept { return static_cast<std::size_t>(view_.len); }
  std::string_view text() const noexcept { return {static_cast<const char*>(view_.buf), size()}; }

 private:
  Py_buffer view_{};
};

// The constants and tables of the model.
struct Model {
  Model(const nanobind::dict& constants, nanobind::handle tables_bytes);
  Buffer bytes;
  Params params;
  text::TablesView tables;
};

// An index with all it needs.
struct OpenIndex {
  OpenIndex(nanobind::handle blob, std::shared_ptr<const Model> given)
      : model(std::move(given)), bytes(blob), index(bytes.data(), bytes.size(), model->params, model->tables),
        pool(index) {}
  std::shared_ptr<const Model> model;
  Buffer bytes;
  Index index;
  SearcherPool pool;
};

void bind_model(nanobind::module_& module);
void bind_builder(nanobind::module_& module);
void bind_index(nanobind::module_& module);
void bind_versions(nanobind::module_& module);

}  // namespace licet::match
