#include "acronyms.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace licet::match {

namespace {

constexpr std::size_t least = 3;
constexpr std::size_t most = 6;

// The initials of one form, as they grow.
struct Initials {
  std::int32_t letters = 0;
  std::size_t size = 0;
  void add(char letter) noexcept {
    if (size < most) letters = letters << 5U | (letter - 'a' + 1);
    ++size;
  }
  bool fits() const noexcept { return size >= least && size <= most; }
};

char lower(char letter) noexcept { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

}  // namespace

Acronyms acronyms(const Index& index) {
  std::vector<std::pair<std::int32_t, std::int32_t>> found;
  for (std::uint32_t form = 0; form < index.forms(); ++form) {
    const std::uint8_t flags = index.form_flags[form];
    if ((flags & form_transliterated) != 0 || index.length(form) < least) continue;
    Initials words;
    Initials whole;
    bool business = (flags & form_initials) == 0;
    bool readable = true;
    for (std::uint32_t at = index.form_start[form]; readable && at < index.form_start[form + 1]; ++at) {
      const std::uint32_t word = index.form_word[at];
      const WordClass klass = index.klass(word);
      if (klass == WordClass::particle || klass == WordClass::title) continue;
      const std::string_view text = index.text(word);
      const bool symbol = text.front() == '=';
      const char letter = lower(symbol && text.size() > 1 ? text[1] : text.front());
      readable = letter >= 'a' && letter <= 'z';
      if (!readable) break;
      business = business || klass == WordClass::generic || klass == WordClass::legal;
      whole.add(letter);
      if (klass != WordClass::legal) words.add(letter);
    }
    if (!readable || !business) continue;
    if (words.fits()) found.emplace_back(words.letters, static_cast<std::int32_t>(form));
    if (whole.fits() && whole.letters != words.letters) found.emplace_back(whole.letters, static_cast<std::int32_t>(form));
  }
  std::sort(found.begin(), found.end());
  Acronyms sorted;
  sorted.letters.reserve(found.size());
  sorted.forms.reserve(found.size());
  for (const auto& [letters, form] : found) {
    sorted.letters.push_back(letters);
    sorted.forms.push_back(form);
  }
  return sorted;
}

}  // namespace licet::match
