#include "judgement.hpp"

#include <algorithm>
#include <string_view>

namespace licet::match {

namespace {

bool is_telling(const Part& part) noexcept {
  return (part.letters > 1 || !part.ascii) && part.klass == WordClass::name;
}

bool any_telling(const Side& side, std::uint32_t first, std::uint32_t end) noexcept {
  return std::any_of(side.parts.begin() + first, side.parts.begin() + end, is_telling);
}

// Whether two names are the same words but for their order and short forms.
bool same_words(const Side& ours, const Side& theirs, const std::vector<Link>& chosen) {
  if (ours.parts.size() != theirs.parts.size()) return false;
  const auto equal = std::count_if(chosen.begin(), chosen.end(), [](const Link& link) {
    return (link.kind == PairKind::equal || link.kind == PairKind::symbol) && link.similarity == 1;
  });
  if (static_cast<std::size_t>(equal) == ours.parts.size()) return true;
  const auto sorted = [](const Side& side) {
    std::vector<std::string_view> texts;
    for (const Part& part : side.parts) texts.push_back(part.text);
    std::sort(texts.begin(), texts.end());
    return texts;
  };
  return sorted(ours) == sorted(theirs);
}

bool is_loose(const Link& link, const Params& params) noexcept {
  return link.similarity < params.lone_below || link.kind == PairKind::sound ||
         (link.kind == PairKind::symbol && link.similarity < 1);
}

// Whether a telling word of ours has no counterpart.
bool more_to_tell(const Side& ours, const std::vector<Link>& chosen, const Params& params) {
  for (std::uint32_t place = 0; place < ours.parts.size(); ++place) {
    if (!is_telling(ours.parts[place]) || ours.parts[place].letters < params.lone_length) continue;
    const bool used = std::any_of(chosen.begin(), chosen.end(), [&](const Link& link) {
      return link.our_first <= place && place < link.our_end;
    });
    if (!used) return true;
  }
  return false;
}

double factor(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params) {
  std::size_t telling = 0;
  const Link* only = nullptr;
  for (const Link& link : chosen) {
    if (!any_telling(ours, link.our_first, link.our_end) || !any_telling(theirs, link.their_first, link.their_end)) {
      continue;
    }
    ++telling;
    if (only == nullptr) only = &link;
  }
  if (telling == 0 && !same_words(ours, theirs, chosen)) return 0;
  double value = ours.transliterated || theirs.transliterated ? params.transliterated : 1.0;
  if (telling == 1 && (is_loose(*only, params) || more_to_tell(ours, chosen, params))) value *= params.lone;
  return value;
}

}  // namespace

double judge(const Side& ours, const Side& theirs, const std::vector<Link>& chosen, const Params& params) {
  return base(ours, theirs, chosen, params) * factor(ours, theirs, chosen, params);
}

}  // namespace licet::match
