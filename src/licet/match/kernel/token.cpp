#include "token.hpp"

#include <algorithm>

namespace licet::match {

namespace {

bool continues(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool is_letter(char byte) noexcept { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

bool is_digit(std::uint32_t letter, const Lexicon& lexicon) noexcept {
  if (letter < 0x80) return letter >= '0' && letter <= '9';
  return letter < text::kCodePoints && (lexicon.properties(letter) & text::kDigit) != 0;
}

}  // namespace

void decode(std::string_view text, std::vector<std::uint32_t>& letters) {
  letters.clear();
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    std::uint32_t letter = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t next = 1; next < length; ++next) {
      if (at + next >= text.size() || !continues(text[at + next])) {
        length = 1;
        letter = lead;
        break;
      }
      letter = letter << 6U | (static_cast<unsigned char>(text[at + next]) & 0x3FU);
    }
    letters.push_back(letter);
    at += length;
  }
}

Shape shape_of(std::string_view text, const Params& params, const Lexicon& lexicon) {
  return shape_of(text, lexicon.find(text), params, lexicon);
}

Shape shape_of(std::string_view text, const text::WordRecord* record, const Params& params, const Lexicon& lexicon) {
  Shape shape;
  if (text.empty()) return shape;
  shape.ascii = std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<signed char>(byte) >= 0; });
  if (shape.ascii) {
    shape.letters = static_cast<std::uint32_t>(text.size());
    shape.digits = std::any_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  } else {
    std::vector<std::uint32_t> letters;
    decode(text, letters);
    shape.letters = static_cast<std::uint32_t>(letters.size());
    shape.digits =
        std::any_of(letters.begin(), letters.end(), [&](std::uint32_t letter) { return is_digit(letter, lexicon); });
  }
  shape.marked = is_mark(text[0]);
  shape.editable = shape.letters >= params.editable_from && !shape.marked && !shape.digits;
  shape.klass = Lexicon::word_class(text, record);
  shape.common = Lexicon::is_common_name(record);
  shape.number = Lexicon::is_number(text, record);
  shape.aside = Lexicon::is_aside(text, record);
  shape.firm = Lexicon::is_firm_word(text, record);
  shape.single = shape.letters == 1 && shape.ascii;
  shape.first = is_letter(text[0]) ? text[0] : '\0';
  shape.initial = shape.single ? shape.first : '\0';
  return shape;
}

}  // namespace licet::match
