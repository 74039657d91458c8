// Text of Python as UTF-8. Python's strings may hold halves of surrogate pairs (from JSON, or an argument that is no
// UTF-8); they are no characters, and are read as U+FFFD, as `licet.text.normalise.characters` reads them.
#pragma once

#include <nanobind/nanobind.h>

#include <string>
#include <string_view>

namespace licet::text {

class Characters {
 public:
  Characters() = default;

  // False when it is no text. The text must live as long as this.
  bool take(nanobind::handle object) {
    if (!PyUnicode_Check(object.ptr())) return false;
    Py_ssize_t size = 0;
    const char* found = PyUnicode_AsUTF8AndSize(object.ptr(), &size);
    if (found != nullptr) {
      whole_ = {found, static_cast<std::size_t>(size)};
      return true;
    }
    PyErr_Clear();
    const auto bytes = nanobind::steal(PyUnicode_AsEncodedString(object.ptr(), "utf-8", "surrogatepass"));
    if (!bytes.is_valid()) {
      PyErr_Clear();
      return false;
    }
    mended_.assign(PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr())));
    mend();
    return true;
  }

  std::string_view view() const noexcept { return mended_.empty() ? whole_ : std::string_view(mended_); }

 private:
  // U+D800 to U+DFFF, which UTF-8 has not, would be ED A0 80 to ED BF BF.
  void mend() noexcept {
    for (std::size_t place = 0; place + 2 < mended_.size(); ++place) {
      const auto first = static_cast<unsigned char>(mended_[place]);
      const auto second = static_cast<unsigned char>(mended_[place + 1]);
      if (first == 0xEDU && second >= 0xA0U) mended_.replace(place, 3, "\xEF\xBF\xBD");
    }
  }

  std::string_view whole_;
  std::string mended_;  // not empty: stands for the whole text
};

}  // namespace licet::text

namespace nanobind::detail {

template <>
struct type_caster<licet::text::Characters> {
  NB_TYPE_CASTER(licet::text::Characters, const_name("str"))

  bool from_python(handle object, std::uint8_t, cleanup_list*) noexcept {
    try {
      return value.take(object);
    } catch (const std::bad_alloc&) {
      return false;
    }
  }
};

}  // namespace nanobind::detail
