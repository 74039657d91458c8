#include <nanobind/ndarray.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include <algorithm>

#include "acronyms.hpp"
#include "bind_arrays.hpp"
#include "bind_model.hpp"
#include "subject_search.hpp"
#include "text/bind_characters.hpp"

namespace nb = nanobind;

namespace licet::match {

namespace {

template <class T>
using Numbers = nb::ndarray<nb::numpy, const T, nb::ndim<1>, nb::c_contig>;

// A read-only array of a section; the index stays alive as long as it does.
template <class T>
Numbers<T> numbers(nb::handle self, const Array<T>& array) {
  return Numbers<T>(array.data, {array.size}, self);
}

// Which forms count, one bit for each.
struct Mask {
  std::vector<std::uint64_t> bits;
  std::size_t forms = 0;
};

using Flags = nb::ndarray<const bool, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

Mask forms_of(const OpenIndex& self, const Flags& versions) {
  const Index& index = self.index;
  Mask mask;
  mask.forms = index.forms();
  mask.bits.assign(index.forms() / 64 + 1, 0);
  const bool* counts = versions.data();
  const std::size_t known = versions.shape(0);
  for (std::uint32_t form = 0; form < index.forms(); ++form) {
    for (std::uint32_t row = index.row_start[form]; row < index.row_start[form + 1]; ++row) {
      const auto version = static_cast<std::size_t>(index.row_version[row]);
      if (version < known && counts[version]) {
        mask.bits[form >> 6U] |= std::uint64_t{1} << (form & 63U);
        break;
      }
    }
  }
  return mask;
}

Allowed allowed(const OpenIndex& self, const Mask* mask) {
  if (mask == nullptr) return {};
  if (mask->forms != self.index.forms()) throw nb::value_error("the mask is of another index");
  return {mask->bits.data()};
}

Asked asked_of(const std::vector<std::string_view>& tokens, int flags) {
  return {tokens, (flags & form_initials) != 0, (flags & asked_person) != 0, (flags & form_transliterated) != 0};
}

std::vector<std::pair<std::uint32_t, std::int32_t>> search(OpenIndex& self, const std::vector<std::string_view>& tokens,
                                                           int flags, double cut, const Mask* mask, bool everything) {
  std::vector<Hit> hits;
  const Allowed counting = allowed(self, mask);
  {
    const nb::gil_scoped_release released;
    SearcherPool::Lease searcher(self.pool);
    const Asked asked = asked_of(tokens, flags);
    searcher->search(asked, cut, counting, everything, hits);
  }
  std::vector<std::pair<std::uint32_t, std::int32_t>> found;
  found.reserve(hits.size());
  for (const Hit& hit : hits) found.emplace_back(hit.form, hit.score);
  return found;
}

// (form, score in ten-thousandths, place of our reading) of the forms that reach the cut, and how many readings there are.
nb::tuple search_names(OpenIndex& self, const std::vector<text::Characters>& texts, int flags, double cut,
                       const Mask* mask) {
  std::vector<std::string_view> names;
  for (const text::Characters& text : texts) names.push_back(text.view());
  std::vector<Best> found;
  std::uint32_t readings = 0;
  const Allowed counting = allowed(self, mask);
  bool valid = false;
  {
    const nb::gil_scoped_release released;
    SearcherPool::Lease searcher(self.pool);
    SubjectSearch search(*searcher, self.model->tables);
    valid = search.run(names, {(flags & form_initials) != 0, (flags & asked_person) != 0, cut, counting});
    found = search.found();
    readings = search.readings();
  }
  if (!valid) throw nb::value_error("a name is no valid UTF-8");
  nb::list told;
  for (const Best& best : found) told.append(nb::make_tuple(best.form, best.score, best.place));
  return nb::make_tuple(told, readings);
}

std::uint32_t checked(std::uint32_t number, std::size_t limit) {
  if (number >= limit) throw nb::index_error("no such number in the index");
  return number;
}

nb::tuple align(OpenIndex& self, const std::vector<std::string_view>& tokens, int flags, std::uint32_t form) {
  checked(form, self.index.forms());
  std::vector<Link> links;
  SearcherPool::Lease searcher(self.pool);
  const Asked asked = asked_of(tokens, flags);
  const std::int32_t score = searcher->align(asked, form, links);
  nb::list told;
  for (const Link& link : links) {
    told.append(nb::make_tuple(link.our_first, link.our_end, link.their_first, link.their_end, link.similarity,
                               static_cast<int>(link.kind)));
  }
  return nb::make_tuple(score, told);
}

nb::list form_tokens(const OpenIndex& self, std::uint32_t form) {
  const Index& index = self.index;
  checked(form, index.forms());
  nb::list tokens;
  for (std::uint32_t at = index.form_start[form]; at < index.form_start[form + 1]; ++at) {
    const std::string_view text = index.text(index.form_word[at]);
    tokens.append(nb::str(text.data(), text.size()));
  }
  return tokens;
}

std::vector<std::uint32_t> forms_with(const OpenIndex& self, std::uint32_t word) {
  const Index& index = self.index;
  checked(word, index.words());
  std::vector<std::uint32_t> found(index.post_form.data + index.post_start[word],
                                   index.post_form.data + index.post_start[word + 1]);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

nb::tuple acronyms_of(const OpenIndex& self) {
  Acronyms found;
  {
    const nb::gil_scoped_release released;
    found = acronyms(self.index);
  }
  return nb::make_tuple(array_of(std::move(found.letters)), array_of(std::move(found.forms)));
}

nb::list form_weights(const OpenIndex& self, std::uint32_t form) {
  const Index& index = self.index;
  checked(form, index.forms());
  nb::list weights;
  for (std::uint32_t at = index.form_start[form]; at < index.form_start[form + 1]; ++at) {
    weights.append(index.word_weight[index.form_word[at]]);
  }
  return weights;
}

}  // namespace

void bind_index(nb::module_& module) {
  module.attr("MOST_KEPT_BYTES") = most_kept_bytes;
  nb::class_<Mask>(module, "Mask", "Which forms count.")
      .def_ro("forms", &Mask::forms)
      .def("__contains__", [](const Mask& self, std::uint32_t form) {
        return form < self.forms && Allowed{self.bits.data()}[form];
      });
  nb::exception<DamagedIndex>(module, "DamagedIndex", PyExc_ValueError);
  nb::class_<OpenIndex>(module, "Index", "An index of listed names, read in place. Any number of threads may ask it.")
      .def(nb::init<nb::handle, std::shared_ptr<const Model>>(), nb::arg("content"), nb::arg("model"))
      .def_prop_ro("forms", [](const OpenIndex& self) { return self.index.forms(); })
      .def_prop_ro("words", [](const OpenIndex& self) { return self.index.words(); })
      .def_prop_ro("row_start", [](nb::handle self) {
        return numbers(self, nb::cast<const OpenIndex&>(self).index.row_start);
      })
      .def_prop_ro("row_version", [](nb::handle self) {
        return numbers(self, nb::cast<const OpenIndex&>(self).index.row_version);
      })
      .def_prop_ro("row_code", [](nb::handle self) {
        return numbers(self, nb::cast<const OpenIndex&>(self).index.row_code);
      })
      .def("word", [](const OpenIndex& self, std::uint32_t word) {
        return self.index.text(checked(word, self.index.words()));
      }, nb::arg("number"), "Return the text of a word.")
      .def("find_word", [](const OpenIndex& self, std::string_view token) -> std::int64_t {
        const std::uint32_t word = self.index.find(token);
        return word == none ? -1 : static_cast<std::int64_t>(word);
      }, nb::arg("token"), "Return the number of a word, or -1.")
      .def("weight", [](const OpenIndex& self, std::string_view token, bool person) {
        return self.index.weight(token, person);
      }, nb::arg("token"), nb::arg("person") = false, "Return the weight of a token, listed or not.")
      .def("form_tokens", &form_tokens, nb::arg("form"), "Return the tokens of a form.")
      .def("form_weights", &form_weights, nb::arg("form"), "Return their weights.")
      .def("form_flags", [](const OpenIndex& self, std::uint32_t form) {
        return self.index.form_flags[checked(form, self.index.forms())] & form_given;
      }, nb::arg("form"), "Return the marks of a form: 1 of a person, 2 read from another script.")
      .def("forms_with", &forms_with, nb::arg("word"), "Return the forms that hold a word, ascending.")
      .def("acronyms", &acronyms_of,
           "Return (packed letters, form) of every acronym that a listed name may be known by, two arrays in this order.")
      .def("forms_of", &forms_of, nb::arg("versions"), "Return which forms are borne by these versions.")
      .def("search", &search, nb::arg("tokens"), nb::arg("flags"), nb::arg("cut"), nb::arg("mask").none() = nb::none(),
           nb::arg("everything") = false,
           "Return (form, score in ten-thousandths) of every form that reaches the cut, in no order.")
      .def("search_names", &search_names, nb::arg("names"), nb::arg("flags"), nb::arg("cut"),
           nb::arg("mask").none() = nb::none(),
           "Look all names of a subject up; return ([(form, score in ten-thousandths, place of the reading)], readings).")
      .def("kept_bytes", [](const OpenIndex& self) { return self.pool.kept_bytes(); },
           "Return how much memory tokens met before take; see MOST_KEPT_BYTES.")
      .def("align", &align, nb::arg("tokens"), nb::arg("flags"), nb::arg("form"),
           "Return (score in ten-thousandths, links): each link is our range, their range, similarity, kind.");
}

}  // namespace licet::match
