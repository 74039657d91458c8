#include "subject_search.hpp"

#include <algorithm>

#include "text/firms.hpp"

namespace licet::match {

bool SubjectSearch::run(const std::vector<std::string_view>& names, const Asking& asking) {
  readings_ = 0;
  best_.clear();
  std::vector<text::NamePart> texts;
  std::vector<text::NamePart> parts;
  const auto add = [&](const text::NamePart& part) {
    const auto known = std::find_if(texts.begin(), texts.end(),
                                    [&](const text::NamePart& item) { return item.text == part.text; });
    if (known == texts.end()) {
      texts.push_back(part);
    } else {
      known->trade = known->trade && part.trade;
    }
  };
  for (const std::string_view name : names) {
    add({name, false});
    if (!text::name_parts(tables_, name, parts)) return false;
    for (const text::NamePart& part : parts) add(part);
  }
  return std::all_of(texts.begin(), texts.end(), [&](const text::NamePart& part) { return read(part, asking); });
}

bool SubjectSearch::read(const text::NamePart& part, const Asking& asking) {
  if (!analyser_.analyse(part.text, forms_)) return false;
  const bool may_be_person = asking.person || !(part.trade || text::sort_of(forms_, tables_) != text::NameSort::open);
  for (const text::Form& form : forms_) {
    asked_.tokens.clear();
    for (const text::Token& token : form.tokens) asked_.tokens.push_back(token.text);
    asked_.initials = asking.initials && may_be_person;
    asked_.person = asking.person;
    asked_.transliterated = form.transliterated;
    hits_.clear();
    searcher_.search(asked_, asking.cut, asking.allowed, false, hits_);
    for (const Hit& hit : hits_) {
      const auto [kept, first] = best_.try_emplace(hit.form, Best{hit.form, hit.score, readings_});
      if (!first && hit.score > kept->second.score) kept->second = {hit.form, hit.score, readings_};
    }
    ++readings_;
  }
  return true;
}

std::vector<Best> SubjectSearch::found() const {
  std::vector<Best> found;
  found.reserve(best_.size());
  for (const auto& [form, best] : best_) found.push_back(best);
  std::sort(found.begin(), found.end(), [](const Best& one, const Best& other) { return one.form < other.form; });
  return found;
}

}  // namespace licet::match
