// What Python sees of the text analyser: for its tests, and for those who explain what was compared.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>

#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/analyse.hpp"
#include "text/bind_characters.hpp"
#include "text/firms.hpp"
#include "text/misspelt.hpp"
#include "text/sound.hpp"
#include "text/trading_names.hpp"

namespace nb = nanobind;

namespace licet::text {

namespace {

// Tables with the bytes they stand in.
class Tables {
 public:
  explicit Tables(const nb::bytes& blob)
      : bytes_(new std::uint64_t[blob.size() / 8 + 1]), view_(copy(blob)) {}
  const TablesView& view() const noexcept { return view_; }

 private:
  std::string_view copy(const nb::bytes& blob) {
    std::memcpy(bytes_.get(), blob.c_str(), blob.size());
    return {reinterpret_cast<const char*>(bytes_.get()), blob.size()};
  }

  std::unique_ptr<std::uint64_t[]> bytes_;  // aligned as the tables must be
  TablesView view_;
};

std::string_view utf8_of(const nb::str& text) {
  Py_ssize_t size = 0;
  const char* found = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (found == nullptr) throw nb::python_error();
  return {found, static_cast<std::size_t>(size)};
}

nb::str str_of(std::string_view text) { return nb::str(text.data(), text.size()); }

nb::tuple tuple_of(const nb::list& items) { return nb::tuple(items); }

nb::list analyse(const Tables& tables, const Characters& text) {
  Forms forms;
  nb::list found;
  if (!Analyser(tables.view()).analyse(text.view(), forms))
    throw nb::value_error("the text is no valid UTF-8");
  for (const Form& form : forms) {
    nb::list tokens;
    nb::list words;
    nb::list classes;
    for (const Token& token : form.tokens) {
      tokens.append(str_of(token.text));
      words.append(str_of(token.word));
      classes.append(static_cast<int>(token.klass));
    }
    found.append(nb::make_tuple(tuple_of(tokens), tuple_of(words), form.transliterated, tuple_of(classes)));
  }
  return found;
}

nb::tuple parts_of(const Tables& tables, const Characters& text) {
  std::vector<NamePart> parts;
  if (!name_parts(tables.view(), text.view(), parts)) throw nb::value_error("the text is no valid UTF-8");
  nb::list found;
  for (const NamePart& part : parts) found.append(nb::make_tuple(str_of(part.text), part.trade));
  return tuple_of(found);
}

int sort_of_name(const Tables& tables, const Characters& text) {
  Forms forms;
  if (!Analyser(tables.view()).analyse(text.view(), forms)) throw nb::value_error("the text is no valid UTF-8");
  return static_cast<int>(sort_of(forms, tables.view()));
}

// Analyse texts `rounds` times and count the tokens: what it costs without Python's part.
std::size_t analyse_all(const Tables& tables, const nb::list& texts, std::size_t rounds) {
  std::vector<std::string> copies;
  for (const nb::handle text : texts) copies.emplace_back(utf8_of(nb::borrow<nb::str>(text)));
  const nb::gil_scoped_release released;
  const Analyser analyser(tables.view());
  Forms forms;
  std::size_t tokens = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (const std::string& text : copies) {
      if (!analyser.analyse(text, forms)) continue;
      for (const Form& form : forms) tokens += form.tokens.size();
    }
  }
  return tokens;
}

nb::list strings_of(Alternatives alternatives) {
  nb::list found;
  for (std::size_t place = 0; place < alternatives.size(); ++place) found.append(str_of(alternatives[place]));
  return found;
}

template <void (*key_of)(std::string_view, std::string&)>
std::string key(const nb::str& token) {
  std::string found;
  key_of(utf8_of(token), found);
  return found;
}

}  // namespace

void bind_text(nb::module_& module) {
  nb::exception<DamagedTables>(module, "DamagedTables", PyExc_ValueError);
  nb::class_<Tables>(module, "Tables", "The text tables that `licet.match.tables` compiles.")
      .def(nb::init<const nb::bytes&>(), nb::arg("blob"))
      .def("analyse", &analyse, nb::arg("text"), "Forms of a name: (tokens, words, transliterated, classes).")
      .def("name_parts", &parts_of, nb::arg("text"),
           "The names that a text holds beside one another, each with whether somebody trades under it.")
      .def("sort_of", &sort_of_name, nb::arg("text"), "What a name tells of its bearer: 0 nothing, 1 no person, 2 a firm.")
      .def("analyse_all", &analyse_all, nb::arg("texts"), nb::arg("rounds") = 1,
           "Tokens in all; for measuring.")
      .def(
          "word_class",
          [](const Tables& tables, const nb::str& token) {
            return static_cast<int>(tables.view().word_class(utf8_of(token)));
          },
          nb::arg("token"))
      .def(
          "is_common_name",
          [](const Tables& tables, const nb::str& token) {
            return tables.view().is_common_name(utf8_of(token));
          },
          nb::arg("token"))
      .def(
          "is_number",
          [](const Tables& tables, const nb::str& token) { return tables.view().is_number(utf8_of(token)); },
          nb::arg("token"))
      .def(
          "is_firm_word",
          [](const Tables& tables, const nb::str& token) { return tables.view().is_firm_word(utf8_of(token)); },
          nb::arg("token"), "Say whether a word tells of a name only that it is a firm's.")
      .def(
          "is_aside",
          [](const Tables& tables, const nb::str& token) { return tables.view().is_aside(utf8_of(token)); },
          nb::arg("token"))
      .def(
          "misspelt_class",
          [](const Tables& tables, const nb::str& word) -> std::optional<int> {
            WordClass found{};
            if (!misspelt_class(tables.view(), utf8_of(word), found)) return std::nullopt;
            return static_cast<int>(found);
          },
          nb::arg("word"))
      .def(
          "written_otherwise",
          [](const Tables& tables, const nb::str& token) {
            return strings_of(tables.view().written_otherwise(utf8_of(token)));
          },
          nb::arg("token"))
      .def(
          "other_given_names",
          [](const Tables& tables, const nb::str& token) {
            return strings_of(tables.view().other_given_names(utf8_of(token)));
          },
          nb::arg("token"));
  module.def("consonant_key", &key<consonant_key>, nb::arg("token"));
  module.def("slavic_key", &key<slavic_key>, nb::arg("token"));
  module.def("scan_key", &key<scan_key>, nb::arg("token"));
  module.def("short_key", &key<short_key>, nb::arg("token"));
}

}  // namespace licet::text
