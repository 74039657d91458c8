#include "judgement.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/sound.hpp"

namespace licet::match {

namespace {

// A telling word on both sides; of joined words the one word decides.
bool is_telling(const Side& ours, const Side& theirs, const Link& link) noexcept {
  const Part& mine = ours.parts[link.our_first];
  const Part& other = theirs.parts[link.their_first];
  if (link.kind == PairKind::joined) return is_telling(link.our_end - link.our_first == 1 ? mine : other);
  return is_telling(mine) && is_telling(other);
}

// The first letter in UTF-8.
std::string_view first_letter(std::string_view text) noexcept {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return text.substr(0, size);
}

bool spelt_otherwise(PairKind kind) noexcept { return kind == PairKind::edit || kind == PairKind::sound; }

std::size_t shorter(const Side& ours, const Side& theirs, const Link& link) noexcept {
  return std::min(ours.parts[link.our_first].letters, theirs.parts[link.their_first].letters);
}

bool begins_otherwise(const Side& ours, const Side& theirs, const Link& link) noexcept {
  return first_letter(ours.parts[link.our_first].text) != first_letter(theirs.parts[link.their_first].text);
}

// Places of a name that no pair holds: calls `each(part)` for them until it says true, and returns whether it did.
template <class Each>
bool any_left(const Side& side, const std::vector<Link>& chosen, std::uint32_t Link::*first, std::uint32_t Link::*end,
              Each each) {
  for (std::uint32_t place = 0; place < side.parts.size(); ++place) {
    const bool used = std::any_of(chosen.begin(), chosen.end(),
                                  [&](const Link& link) { return link.*first <= place && place < link.*end; });
    if (!used && each(side.parts[place])) return true;
  }
  return false;
}

template <class Each>
bool any_left_of_ours(const Side& ours, const std::vector<Link>& chosen, Each each) {
  return any_left(ours, chosen, &Link::our_first, &Link::our_end, each);
}

template <class Each>
bool any_left_of_theirs(const Side& theirs, const std::vector<Link>& chosen, Each each) {
  return any_left(theirs, chosen, &Link::their_first, &Link::their_end, each);
}

// Whether names without a telling pair agree word for word, legal forms, titles and particles aside.
bool says_the_same(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params) {
  const auto not_serving = [](const Part& part) { return !is_serving(part); };
  if (any_left_of_ours(ours, chosen, not_serving) || any_left_of_theirs(theirs, chosen, not_serving)) return false;
  const auto words = std::count_if(chosen.begin(), chosen.end(), [&](const Link& link) {
    return !is_serving(theirs.parts[link.their_first]);
  });
  if (static_cast<std::size_t>(words) >= params.words_without_name) return true;
  const auto any = [](const Part&) { return true; };
  return words > 0 && !any_left_of_ours(ours, chosen, any) && !any_left_of_theirs(theirs, chosen, any) &&
         std::all_of(chosen.begin(), chosen.end(), [](const Link& link) { return link.similarity == 1; });
}

// Whether two common names are one spelt in two ways: "jon" and "john", "mohamed" and "mohammad".
bool is_spelling(std::string_view mine, std::string_view other, const Lexicon& lexicon) {
  const auto others = lexicon.other_given_names(mine);
  for (std::size_t place = 0; place < others.size(); ++place) {
    if (others[place] == other) return true;
  }
  std::string silent;
  std::string theirs;
  text::short_key(mine, silent);
  text::short_key(other, theirs);
  return !silent.empty() && silent == theirs;
}

bool is_pinyin(std::string_view word, const Lexicon& lexicon) {
  constexpr std::size_t kLongest = 6;
  constexpr std::string_view kEndings = "aeiouvgnr";  // of all its syllables: most words are told by that
  if (word.size() > kLongest || kEndings.find(word.back()) == std::string_view::npos) return false;
  const text::Syllable* found = lexicon.spelt_syllable(word);
  return found != nullptr && found->is_pinyin != 0;
}

// Whether two words are two syllables of Pinyin each, of which one agrees: "xiaohong", "xiaoming".
bool shares_half(std::string_view mine, std::string_view other, const Lexicon& lexicon) {
  const auto are_pinyin = [&](std::string_view half, std::string_view one, std::string_view two) {
    return is_pinyin(one, lexicon) && is_pinyin(two, lexicon) && is_pinyin(half, lexicon);
  };
  constexpr std::size_t kTwoLongest = 12;
  if (std::max(mine.size(), other.size()) > kTwoLongest) return false;
  if (mine.front() != other.front() && mine.back() != other.back()) return false;
  for (std::size_t size = 1; size < std::min(mine.size(), other.size()); ++size) {
    const std::size_t my_rest = mine.size() - size;
    const std::size_t other_rest = other.size() - size;
    if (mine.substr(0, size) == other.substr(0, size) &&
        are_pinyin(mine.substr(0, size), mine.substr(size), other.substr(size))) {
      return true;
    }
    if (mine.substr(my_rest) == other.substr(other_rest) &&
        are_pinyin(mine.substr(my_rest), mine.substr(0, my_rest), other.substr(0, other_rest))) {
      return true;
    }
  }
  return false;
}

// Whether two edits make another half of a name: "xiaohong", "xiaoming"; "abdulkarim", "abdulrahim".
bool is_other_half(const Part& ours, const Part& theirs, double similarity, const Params& params,
                   const Lexicon& lexicon) {
  constexpr std::string_view kServant = "abdul";
  const auto longer = static_cast<double>(std::max(ours.letters, theirs.letters));
  if (similarity >= 1.0 - params.sure_edit / longer) return false;
  const bool servants =
      ours.text.substr(0, kServant.size()) == kServant && theirs.text.substr(0, kServant.size()) == kServant;
  return (servants && std::min(ours.letters, theirs.letters) < kServant.size() + params.long_half) ||
         shares_half(ours.text, theirs.text, lexicon);
}

double alike(const Side& ours, const Side& theirs, const Link& link, const Params& params, const Lexicon& lexicon) {
  return weighed(ours.parts[link.our_first], theirs.parts[link.their_first], {link.similarity, link.kind}, params,
                 lexicon);
}

// Whether all that is left over of ours says no more than that it is a firm or a ship.
bool says_it_is_a_firm(const Side& ours, const std::vector<Link>& chosen) {
  return !any_left_of_ours(ours, chosen, [](const Part& part) { return !part.firm; });
}

// Whether one telling word of a firm agrees and all else of ours says no more than that it is one.
bool is_firm(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Part* word,
             const Params& params) {
  if (word == nullptr || word->letters < params.firm_word || word->common) return false;
  return !(ours.initials && theirs.initials) && says_it_is_a_firm(ours, chosen);
}

// Whether all of the listed name is in ours, word for word, and enough of it; words that serve aside.
bool stands_whole(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params) {
  std::size_t words = 0;
  bool long_word = false;
  bool everyday = !(ours.initials && theirs.initials);  // all telling words are everyday ones of firms
  bool telling = false;
  const Part* word = nullptr;
  for (const Link& link : chosen) {
    const Part& part = theirs.parts[link.their_first];
    if (is_serving(part)) continue;
    telling = telling || is_telling(part);
    everyday = everyday && (part.common || !is_telling(part));
    if (words++ == 0) word = &part;
    long_word = long_word || part.letters >= params.long_word;
  }
  if (everyday && telling && !says_it_is_a_firm(ours, chosen)) return false;
  if (words < params.whole_words && !long_word && !is_firm(ours, theirs, chosen, word, params)) return false;
  return std::none_of(chosen.begin(), chosen.end(),
                      [&](const Link& link) { return !is_exact({link.similarity, link.kind}, params); }) &&
         !any_left_of_theirs(theirs, chosen, [](const Part& part) { return !is_serving(part); });
}

// The weight of a word of ours that tells of a place, a branch or a trade, or is one more name of a person behind the first.
double aside(const Side& ours, std::size_t place, bool persons, const Params& params) {
  const Part& part = ours.parts[place];
  if (part.aside) return part.weight;
  const bool more = persons && place > 0;
  return more ? params.middle_aside * part.weight : 0.0;
}

double aside_left(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params) {
  const bool long_word = std::any_of(chosen.begin(), chosen.end(), [&](const Link& link) {
    return theirs.parts[link.their_first].letters >= params.middle_beside;
  });
  const bool persons = ours.initials && theirs.initials && long_word;
  double added = 0;
  for (std::size_t place = 0; place < ours.parts.size(); ++place) {
    const bool paired = std::any_of(chosen.begin(), chosen.end(), [&](const Link& link) {
      return link.our_first <= place && place < link.our_end;
    });
    if (!paired) added += aside(ours, place, persons, params);
  }
  return added;
}

// The share of the two names that the pairs carry.
double share(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params,
             const Lexicon& lexicon) {
  double gained = 0;
  double paired_ours = 0;
  double paired_theirs = 0;
  for (const Link& link : chosen) {
    gained += alike(ours, theirs, link, params, lexicon) * (link.our_weight + link.their_weight);
    paired_ours += link.our_weight;
    paired_theirs += link.their_weight;
  }
  double left_ours = std::max(ours.total - paired_ours, 0.0);
  const double left_theirs = std::max(theirs.total - paired_theirs, 0.0);
  if (stands_whole(ours, theirs, chosen, params)) {
    left_ours -= std::max(aside_left(ours, theirs, chosen, params) - params.aside_most, 0.0);
  }
  const double against = params.our_extra * left_ours + params.their_extra * left_theirs +
                         params.contradiction * std::min(left_ours, left_theirs);
  return gained / (paired_ours + paired_theirs + against);
}

// How much the pairs say less than is enough to know who is meant; initials say a little.
double missing(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params,
               const Lexicon& lexicon) {
  double needed = params.enough;
  const bool common = std::all_of(chosen.begin(), chosen.end(), [&](const Link& link) {
    return !is_telling(ours, theirs, link) || ours.parts[link.our_first].common;
  });
  if (common) needed += ours.initials && theirs.initials ? params.common : params.common_words;
  double said = 0;
  for (const Link& link : chosen) {
    if (!is_telling(ours, theirs, link) && link.kind != PairKind::initial) continue;
    said += alike(ours, theirs, link, params, lexicon) * 0.5 * (link.our_weight + link.their_weight);
  }
  return needed - said;
}

bool numbers_differ(const Side& ours, const Side& theirs, const std::vector<Link>& chosen) {
  const auto number = [](const Part& part) { return part.number; };
  return any_left_of_ours(ours, chosen, number) && any_left_of_theirs(theirs, chosen, number);
}

}  // namespace

bool is_telling(const Part& part) noexcept {
  return (part.letters > 1 || !part.ascii) && part.klass == WordClass::name;
}

bool is_serving(const Part& part) noexcept {
  return part.klass == WordClass::legal || part.klass == WordClass::title || part.klass == WordClass::particle;
}

double weighed(const Part& ours, const Part& theirs, Alike alike, const Params& params, const Lexicon& lexicon) {
  if (!spelt_otherwise(alike.kind)) return alike.value;
  double value = alike.value;
  if (std::min(ours.letters, theirs.letters) <= params.short_word &&
      first_letter(ours.text) != first_letter(theirs.text)) {
    value -= params.other_begin;
  }
  const bool names = ours.common && theirs.common && !is_spelling(ours.text, theirs.text, lexicon);
  if (names || (alike.kind == PairKind::edit && is_other_half(ours, theirs, alike.value, params, lexicon))) {
    value -= params.other_name;
  }
  return value;
}

double aside_at_most(const Side& ours, std::size_t place, const Params& params) noexcept {
  return aside(ours, place, ours.initials, params);
}

bool is_exact(Alike alike, const Params& params) noexcept {
  return alike.value >= params.joined && !spelt_otherwise(alike.kind);
}

double least_value(double cut, const Side& ours, const Params& params) noexcept {
  return ours.transliterated ? cut / params.transliterated : cut;
}

double least_share(double value, double said, const Side& ours, const Params& params) noexcept {
  const double lacking = params.enough - said;
  if (lacking <= 0) return value;
  const double dearer = ours.initials ? std::min(params.dearer, params.dearer_persons) : params.dearer;
  return 1.0 - (1.0 - value) / (1.0 + dearer * lacking);
}

double judge(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params,
             const Lexicon& lexicon) {
  std::size_t telling = 0;
  std::size_t words = 0;
  const Link* one = nullptr;
  for (const Link& link : chosen) {
    if (!is_serving(theirs.parts[link.their_first])) ++words;
    if (!is_telling(ours, theirs, link)) continue;
    ++telling;
    one = &link;
  }
  if (telling == 0 && !says_the_same(ours, theirs, chosen, params)) return 0;
  double value = share(ours, theirs, chosen, params, lexicon);
  const double lacking = telling == 0 ? 0.0 : missing(ours, theirs, chosen, params, lexicon);
  const double dearer = ours.initials && theirs.initials ? params.dearer_persons : params.dearer;
  if (lacking > 0) value = 1.0 - (1.0 - value) * (1.0 + dearer * lacking);
  const bool read = ours.transliterated || theirs.transliterated;
  const bool alone = telling == 1 && words <= 1 && spelt_otherwise(one->kind);
  if (alone) {
    const std::size_t least = begins_otherwise(ours, theirs, *one) ? params.short_begun : params.short_word;
    if (shorter(ours, theirs, *one) <= least) value *= params.lone;
  }
  if (read) value *= params.transliterated;
  if (telling == 1 && read && shorter(ours, theirs, *one) <= params.short_reading) value *= params.lone_reading;
  if (numbers_differ(ours, theirs, chosen)) value *= params.other_number;
  return std::max(value, 0.0);
}

}  // namespace licet::match
