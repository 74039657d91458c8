#include "subject_search.hpp"

#include <algorithm>

#include "text/trading_names.hpp"

namespace licet::match {

bool SubjectSearch::run(const std::vector<std::string_view>& names, const Asking& asking) {
  readings_ = 0;
  best_.clear();
  std::vector<std::string_view> texts;
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  };
  for (const std::string_view name : names) {
    add(name);
    if (!text::name_parts(tables_, name, parts)) return false;
    for (const std::string_view part : parts) add(part);
  }
  return std::all_of(texts.begin(), texts.end(), [&](std::string_view text) { return read(text, asking); });
}

bool SubjectSearch::read(std::string_view text, const Asking& asking) {
  if (!analyser_.analyse(text, forms_)) return false;
  for (const text::Form& form : forms_) {
    asked_.tokens.clear();
    for (const text::Token& token : form.tokens) asked_.tokens.push_back(token.text);
    asked_.initials = asking.initials;
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
