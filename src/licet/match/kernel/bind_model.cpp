#include "bind_model.hpp"

#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include <algorithm>

#include "deletes.hpp"
#include "hash.hpp"

namespace nb = nanobind;

namespace licet::match {

namespace {

template <class T>
T item(const nb::dict& constants, const char* name) {
  if (!constants.contains(name)) throw nb::key_error(name);
  return nb::cast<T>(constants[name]);
}

Params params_of(const nb::dict& constants) {
  Params params;
  const auto number = [&](const char* name) { return item<double>(constants, name); };
  const auto count = [&](const char* name) { return item<std::size_t>(constants, name); };
  const auto costs = item<std::vector<double>>(constants, "EDITS_COST");
  if (costs.size() != params.edits_cost.size()) throw nb::value_error("EDITS_COST has another length");
  std::copy(costs.begin(), costs.end(), params.edits_cost.begin());
  params.scanned = number("SCANNED");
  params.sound = number("SOUND");
  params.sound_cost = number("SOUND_COST");
  params.unwritten = number("UNWRITTEN");
  params.sound_share = number("SOUND_SHARE");
  params.given_name = number("GIVEN_NAME");
  params.initial = number("INITIAL");
  params.joined = number("JOINED");
  params.most_joined = count("MOST_JOINED");
  params.shortest_joined = count("SHORTEST_JOINED");
  params.editable_from = count("EDITABLE_FROM");
  const auto limits = item<std::vector<std::uint8_t>>(constants, "EDIT_LIMITS");
  if (limits.size() != params.edit_limits.size()) throw nb::value_error("EDIT_LIMITS has another length");
  std::copy(limits.begin(), limits.end(), params.edit_limits.begin());
  if (*std::max_element(limits.begin(), limits.end()) > most_edits) {
    throw nb::value_error("the table of deletes finds words within two edits, EDIT_LIMITS asks for more");
  }
  if (!std::is_sorted(limits.begin(), limits.end())) throw nb::value_error("EDIT_LIMITS falls");
  if (params.most_joined > 3) throw nb::value_error("at most three neighbours are read as one word");
  const auto allowed = item<std::vector<std::vector<std::uint8_t>>>(constants, "EDITS_ALLOWED");
  if (allowed.size() != params.edits_allowed.size()) throw nb::value_error("EDITS_ALLOWED has another length");
  for (std::size_t shorter = 0; shorter < allowed.size(); ++shorter) {
    if (allowed[shorter].size() != 3) throw nb::value_error("EDITS_ALLOWED has another length");
    std::copy(allowed[shorter].begin(), allowed[shorter].end(), params.edits_allowed[shorter].begin());
  }
  const auto factors = item<std::vector<double>>(constants, "CLASS_FACTOR");
  if (factors.size() != params.class_factor.size()) throw nb::value_error("CLASS_FACTOR has another length");
  std::copy(factors.begin(), factors.end(), params.class_factor.begin());
  params.single_letter = number("SINGLE_LETTER");
  params.background = number("BACKGROUND");
  params.rarest = number("RAREST");
  params.unseen = number("UNSEEN");
  params.unseen_common = number("UNSEEN_COMMON");
  params.our_extra = number("OUR_EXTRA");
  params.aside_most = number("ASIDE_MOST");
  params.middle_aside = number("MIDDLE_ASIDE");
  params.middle_beside = count("MIDDLE_BESIDE");
  params.whole_words = count("WHOLE_WORDS");
  params.long_word = count("LONG_WORD");
  params.firm_word = count("FIRM_WORD");
  params.their_extra = number("THEIR_EXTRA");
  params.contradiction = number("CONTRADICTION");
  params.enough = number("ENOUGH");
  params.dearer = number("DEARER");
  params.dearer_persons = number("DEARER_PERSONS");
  params.common = number("COMMON");
  params.common_words = number("COMMON_WORDS");
  params.other_begin = number("OTHER_BEGIN");
  params.other_name = number("OTHER_NAME");
  params.sure_edit = number("SURE_EDIT");
  params.long_half = count("LONG_HALF");
  params.other_number = number("OTHER_NUMBER");
  params.lone = number("LONE");
  params.lone_reading = number("LONE_READING");
  params.transliterated = number("TRANSLITERATED");
  params.short_word = count("SHORT_WORD");
  params.short_begun = count("SHORT_BEGUN");
  params.short_reading = count("SHORT_READING");
  params.words_without_name = count("WORDS_WITHOUT_NAME");
  return params;
}

}  // namespace

Buffer::Buffer(nb::handle object) {
  if (PyObject_GetBuffer(object.ptr(), &view_, PyBUF_SIMPLE) != 0) throw nb::python_error();
}

Buffer::~Buffer() {
  const nb::gil_scoped_acquire held;
  PyBuffer_Release(&view_);
}

Model::Model(const nb::dict& constants, nb::handle tables_bytes)
    : bytes(tables_bytes), params(params_of(constants)), tables(bytes.text()) {}

void bind_model(nb::module_& module) {
  nb::class_<Model>(module, "Model", "The constants and the text tables of the model.")
      .def(nb::init<const nb::dict&, nb::handle>(), nb::arg("constants"), nb::arg("tables"))
      .def(
          "similarity",
          [](const Model& model, std::string_view ours, std::string_view theirs) {
            Comparer comparer(model.params, model.tables);
            comparer.set(ours);
            const Shape shape = shape_of(theirs, model.params, model.tables);
            const Alike alike = comparer.compare({theirs, shape.letters, shape.ascii, shape.editable, shape.digits});
            return nb::make_tuple(alike.value, static_cast<int>(alike.kind));
          },
          nb::arg("ours"), nb::arg("theirs"),
          "Compare two tokens: (similarity or 0, place of the kind in PairKind); initials, given names and joins left "
          "aside.");
  module.def(
      "checksum",
      [](nb::handle bytes) {
        const Buffer buffer(bytes);
        const nb::gil_scoped_release released;
        return checksum(buffer.data(), buffer.size());
      },
      nb::arg("content"), "A fast 64-bit checksum: it finds accidents, not forgers.");
}

}  // namespace licet::match
