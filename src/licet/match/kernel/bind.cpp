// What Python sees of the kernel: the module licet.match._kernel.

#include <nanobind/nanobind.h>

#include <cstdint>
#include <cstring>

#include "bind_model.hpp"

namespace licet::text {
void bind_text(nanobind::module_& module);
}

namespace licet::arrow {
void bind_arrow(nanobind::module_& module);
}

namespace {

// Tells whether numbers are laid down as the index file has them: lowest byte first.
bool little_endian() {
  const std::uint32_t probe = 1;
  unsigned char first = 0;
  std::memcpy(&first, &probe, 1);
  return first == 1;
}

}  // namespace

NB_MODULE(_kernel, module) {
  if (!little_endian()) {
    throw nanobind::import_error("the search index is read as it lies in memory: licet needs a little-endian machine");
  }
  module.doc() = "The native kernel of licet.match.";
  licet::text::bind_text(module);
  licet::match::bind_model(module);
  licet::match::bind_builder(module);
  licet::match::bind_index(module);
  licet::match::bind_versions(module);
  licet::arrow::bind_arrow(module);
}
