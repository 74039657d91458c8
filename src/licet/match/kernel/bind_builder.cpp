#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "bind_model.hpp"
#include "builder.hpp"
#include "text/analyse.hpp"
#include "text/bind_characters.hpp"
#include "text/firms.hpp"

namespace nb = nanobind;

namespace licet::match {

namespace {

struct PyBuilder {
  explicit PyBuilder(std::shared_ptr<const Model> given)
      : model(std::move(given)), builder(model->params, model->tables), analyser(model->tables) {}

  // Analyse a name and take its forms.
  void add_name(const text::Characters& name, std::uint8_t flags, std::int32_t version, std::int32_t code) {
    if (!analyser.analyse(name.view(), forms)) throw nb::value_error("a name is no valid UTF-8");
    if ((flags & form_open) != 0) {
      const bool open = text::sort_of(forms, model->tables) == text::NameSort::open;
      flags = open ? flags & form_given : flags & form_transliterated;
    }
    for (const text::Form& form : forms) {
      tokens.clear();
      for (const text::Token& token : form.tokens) tokens.push_back(token.text);
      builder.add(tokens, form.transliterated ? flags | form_transliterated : flags, version, code);
    }
  }

  std::shared_ptr<const Model> model;
  Builder builder;
  text::Analyser analyser;
  text::Forms forms;
  std::vector<std::string_view> tokens;
};

}  // namespace

void bind_builder(nb::module_& module) {
  nb::class_<PyBuilder>(module, "Builder", "Takes the forms of listed names and gives the bytes of an index.")
      .def(nb::init<std::shared_ptr<const Model>>(), nb::arg("model"))
      .def("add_name", &PyBuilder::add_name, nb::arg("name"), nb::arg("flags"), nb::arg("version"), nb::arg("code"),
           "Analyse one name of one version, and take its forms.")
      .def(
          "add_form",
          [](PyBuilder& self, const std::vector<std::string_view>& tokens, std::uint8_t flags, std::int32_t version,
             std::int32_t code) { self.builder.add(tokens, flags, version, code); },
          nb::arg("tokens"), nb::arg("flags"), nb::arg("version"), nb::arg("code"),
          "Take one form of one name of one version.")
      .def(
          "load",
          [](PyBuilder& self, const OpenIndex& older, const std::vector<std::int32_t>& versions) {
            self.builder.load(older.index, versions);
          },
          nb::arg("older"), nb::arg("versions"),
          "Take the rows of an older index; versions[old] is the new number of a version, below zero to leave it out.")
      .def_prop_ro("rows", [](const PyBuilder& self) { return self.builder.rows(); })
      .def(
          "finish",
          [](PyBuilder& self) {
            BlobWriter blob;
            std::size_t size = 0;
            {
              const nb::gil_scoped_release released;
              blob = self.builder.finish();
              size = blob.size();
            }
            nb::object bytes = nb::steal(PyBytes_FromStringAndSize(nullptr, static_cast<Py_ssize_t>(size)));
            if (!bytes.is_valid()) throw nb::python_error();
            auto* out = reinterpret_cast<unsigned char*>(PyBytes_AS_STRING(bytes.ptr()));
            {
              // Nobody else knows of these bytes yet.
              const nb::gil_scoped_release released;
              blob.write(out);
            }
            return nb::bytes(bytes);
          },
          "Return the index, and forget all that was taken.");
}

}  // namespace licet::match
