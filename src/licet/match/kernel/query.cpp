#include "query.hpp"

#include <algorithm>
#include <stdexcept>

#include "form_scorer.hpp"
#include "need.hpp"
#include "plan.hpp"
#include "tally.hpp"

namespace licet::match {

namespace {

constexpr double scoring_cost = 40;  // to look at a form costs as much as so many entries of a posting list
constexpr double adding_cost = 2;     // to add an entry to the sum of its form
constexpr double adding_start = 1000;

}  // namespace

// What is kept between queries.
struct Searcher::Memory {
  explicit Memory(const Index& index)
      : scorer(index), plan(index), whole(index), seen(index.forms(), 0), tally(index) {}

  Question question;
  Needs needs;
  std::vector<PairSource> sources;
  FormScorer scorer;
  Plan plan;
  FormScorer whole;                // of names that stand whole in ours: tells only which may reach the need
  std::vector<std::uint8_t> seen;  // forms met carry a mark: one for those scored in this query, one of each pass
  std::uint8_t scored = 0;
  std::uint8_t mark = 0;
  Tally tally;
  std::vector<std::uint32_t> silent;  // forms of a list without a telling word
  std::vector<std::size_t> order;
  std::string joined;
};

// One search.
class Searcher::Run {
 public:
  Run(Searcher& searcher, double cut, Allowed allowed, std::vector<Hit>& hits)
      : index_(searcher.index_), memory_(*searcher.memory_), cut_(cut), allowed_(allowed),
        hits_(hits) {}

  void everything();
  void candidates();

 private:
  void ask_for(const Need& need, Sought sought);
  void read_needed();
  void read_sources();
  void read_all();
  void read_levels();
  bool may_add_up();
  void add_up();
  void read(const Array<std::uint32_t>& forms);
  void read_silent(const Array<std::uint32_t>& forms);
  Array<std::uint32_t> list(std::uint32_t word, double gain, double reach) const;
  void consider(std::uint32_t form);
  void score(std::uint32_t form);
  void prepare_scorer();
  void prepare_bound();
  void mark_anew();

  const Index& index_;
  Memory& memory_;
  double cut_;
  Allowed allowed_;
  std::vector<Hit>& hits_;
  bool prepared_ = false;        // the scorer of all pairs
  FormScorer* bound_ = nullptr;  // what tells which forms may reach the need; null before it is prepared
};

void Searcher::Run::prepare_scorer() {
  if (!prepared_) memory_.scorer.prepare(memory_.question, Sought::any);
  prepared_ = true;
}

void Searcher::Run::prepare_bound() {
  if (bound_ != nullptr) return;
  if (memory_.question.sought == Sought::any) {
    prepare_scorer();
    bound_ = &memory_.scorer;
  } else {
    memory_.whole.prepare(memory_.question, Sought::whole);
    bound_ = &memory_.whole;
  }
}

void Searcher::Run::everything() {
  prepare_scorer();
  for (std::uint32_t form = 0; form < index_.forms(); ++form) {
    if (allowed_[form]) score(form);
  }
}

void Searcher::Run::candidates() {
  const Needs& needs = memory_.needs;
  // Of names with and without a telling pair the need of the latter is never the greater.
  const bool beyond = is_beyond(memory_.question, needs.quiet, index_);
  if (beyond && (!needs.may_be_whole || is_beyond(memory_.question, needs.whole, index_))) return;
  mark_anew();
  if (needs.may_be_whole) {
    ask_for(needs.whole, Sought::whole);
    read_needed();
  }
  if (needs.may_be_quiet) {
    ask_for(needs.quiet, Sought::any);
    if (!quiet_sources(memory_.question, index_, memory_.sources)) return read_needed();
    read_sources();
  }
  ask_for(needs.telling, Sought::any);
  const auto& parts = memory_.question.side.parts;
  if (std::any_of(parts.begin(), parts.end(), [](const Part& part) { return is_telling(part); })) {
    read_needed();
  } else {
    span_sources(memory_.question, index_, memory_.sources);
    read_sources();
  }
}

// Each pass looks again at forms that another one found to fall short of its need, but not at those that were scored.
void Searcher::Run::mark_anew() {
  constexpr std::uint8_t passes = 3;
  if (memory_.mark > 0xFFU - passes - 1) {
    std::fill(memory_.seen.begin(), memory_.seen.end(), std::uint8_t{0});
    memory_.mark = 0;
  }
  memory_.scored = ++memory_.mark;
}

void Searcher::Run::ask_for(const Need& need, Sought sought) {
  memory_.question.need = need;
  memory_.question.sought = sought;
  ++memory_.mark;
  prepared_ = false;
  bound_ = nullptr;
  if (need.least < unreachable) memory_.plan.prepare(memory_.question);
}

void Searcher::Run::read_needed() {
  const Need& need = memory_.question.need;
  Plan& plan = memory_.plan;
  if (need.least == unreachable || plan.top_gain() < need.least) return;
  if (!plan.choose(need.least)) return read_all();
  if (may_add_up()) {
    add_up();
  } else {
    read_levels();
  }
}

bool Searcher::Run::may_add_up() {
  Plan& plan = memory_.plan;
  const double otherwise = plan.cost() * scoring_cost;
  if (otherwise <= adding_start || !plan.choose_credits(memory_.question.need.least)) return false;
  return plan.credits_cost() * adding_cost + plan.sufficient_cost() * scoring_cost + adding_start < otherwise;
}

void Searcher::Run::read_all() {
  prepare_bound();
  for (std::uint32_t form = 0; form < index_.forms(); ++form) consider(form);
}

void Searcher::Run::read_sources() {
  const Need& need = memory_.question.need;
  const Plan& plan = memory_.plan;
  if (need.least == unreachable || plan.top_gain() < need.least) return;
  for (const PairSource& pair : memory_.sources) {
    const Unit& unit = plan.unit(pair.unit);
    const double gain = need.gain(pair.similarity, pair.ours, pair.theirs) + plan.top_gain() - unit.top_gain;
    const double reach = need.reach(pair.similarity, pair.ours, pair.theirs) + plan.top_reach() - unit.top_reach;
    if (pair.silent) {
      read_silent(list(pair.word, gain, reach));
    } else {
      read(list(pair.word, gain, reach));
    }
  }
}

// The forms with a word that may bring what is needed: with that word the whole of a form brings no more than `gain`, or
// `reach` before the weight of the form is taken off.
Array<std::uint32_t> Searcher::Run::list(std::uint32_t word, double gain, double reach) const {
  const Need& need = memory_.question.need;
  if (gain < need.least) return {};
  Array<std::uint32_t> forms{index_.post_form.data + index_.post_start[word], index_.names_with(word)};
  if (need.burden <= 0) return forms;
  // Forms are numbered by their weight: those too heavy lie at the end of each list.
  const std::uint32_t limit = index_.forms_up_to((reach - need.least) / need.burden);
  if (limit >= index_.forms()) return forms;
  forms.size = static_cast<std::size_t>(std::lower_bound(forms.begin(), forms.end(), limit) - forms.begin());
  return forms;
}

void Searcher::Run::read(const Array<std::uint32_t>& forms) {
  if (forms.size == 0) return;
  prepare_bound();
  constexpr std::size_t far = 12;
  constexpr std::size_t near = 6;
  for (std::size_t place = 0; place < forms.size; ++place) {
    if (place + far < forms.size) {
      memory_.scorer.prefetch(forms[place + far]);
      __builtin_prefetch(&memory_.seen[forms[place + far]]);
    }
    if (place + near < forms.size) memory_.scorer.prefetch_words(forms[place + near]);
    consider(forms[place]);
  }
}

void Searcher::Run::read_silent(const Array<std::uint32_t>& forms) {
  memory_.silent.clear();
  for (const std::uint32_t form : forms) {
    if ((index_.form_flags[form] & form_silent) != 0) memory_.silent.push_back(form);
  }
  read({memory_.silent.data(), memory_.silent.size()});
}

void Searcher::Run::read_levels() {
  const Plan& plan = memory_.plan;
  auto& order = memory_.order;
  order.clear();
  for (std::size_t place = 0; place < plan.size(); ++place) order.push_back(place);
  std::sort(order.begin(), order.end(),
            [&](std::size_t one, std::size_t other) { return plan.level(one).cost < plan.level(other).cost; });
  // Once a unit is read, a form not met through it can only have what the unit left unread.
  double gain = plan.top_gain();
  double reach = plan.top_reach();
  for (const std::size_t place : order) {
    const Unit& unit = plan.unit(place);
    const Level& level = plan.level(place);
    gain -= unit.top_gain;
    reach -= unit.top_reach;
    for (std::uint32_t at = 0; at < level.upto; ++at) {
      const Source& source = unit.sources[at];
      read(list(source.word, source.gain + gain, source.reach + reach));
    }
    gain += level.gain;
    reach += level.reach;
  }
}

void Searcher::Run::add_up() {
  const Plan& plan = memory_.plan;
  Tally& tally = memory_.tally;
  tally.start(plan.credited());
  for (const Credit& credit : plan.credits()) {
    tally.add(list(credit.word, credit.whole_gain, credit.whole_reach), credit.gain);
  }
  const std::vector<std::uint32_t>& forms = tally.finish();
  read({forms.data(), forms.size()});
}

void Searcher::Run::consider(std::uint32_t form) {
  std::uint8_t& seen = memory_.seen[form];
  if (seen == memory_.mark || seen == memory_.scored) return;
  seen = memory_.mark;
  if (!allowed_[form] || !bound_->may_reach(form)) return;
  seen = memory_.scored;
  score(form);
}

void Searcher::Run::score(std::uint32_t form) {
  prepare_scorer();
  const std::int32_t found = memory_.scorer.score(form);
  if (found > 0 && static_cast<double>(found) / 10000 >= cut_ - 1e-9) hits_.push_back({form, found});
}

Searcher::Searcher(const Index& index, SharedNears& nears)
    : index_(index), neighbours_(index, nears), memory_(std::make_unique<Memory>(index)) {}

Searcher::~Searcher() = default;

void Searcher::ask(const Asked& asked, double cut, bool everything) {
  Question& question = memory_->question;
  question.tokens.clear();
  question.spans.clear();
  question.side.parts.clear();
  question.side.total = 0;
  question.side.initials = question.persons = asked.initials;
  question.side.transliterated = asked.transliterated;
  question.has_initials = false;
  for (const std::string_view token : asked.tokens) {
    if (token.empty()) throw std::invalid_argument("a token of a name is empty");
    const Near& near = neighbours_.near(token, asked.person, everything);
    question.tokens.push_back(&near);
    question.side.parts.push_back(near.part());
    question.side.total += near.weight;
    if (near.shape.initial != 0) question.has_initials = asked.initials;
  }
  add_spans();
  memory_->needs = needs_of(question, cut, index_);
  question.need = memory_->needs.quiet;
  question.sought = Sought::any;
}

void Searcher::add_spans() {
  Question& question = memory_->question;
  const auto count = static_cast<std::uint32_t>(question.tokens.size());
  for (std::uint32_t first = 0; first + 1 < count; ++first) {
    Joining joining;
    memory_->joined = question.tokens[first]->token;
    joining.add(question.tokens[first]->shape.letters, question.tokens[first]->shape.marked);
    for (std::uint32_t end = first + 2; end <= count && end - first <= index_.params.most_joined; ++end) {
      memory_->joined += question.tokens[end - 1]->token;
      joining.add(question.tokens[end - 1]->shape.letters, question.tokens[end - 1]->shape.marked);
      if (!joining.possible(index_.params)) continue;
      const std::uint32_t word = index_.find(memory_->joined);
      if (word != none) question.spans.push_back({first, end, word, weight_of(question.side, first, end)});
    }
  }
}

void Searcher::search(const Asked& asked, double cut, Allowed allowed, bool everything, std::vector<Hit>& hits) {
  neighbours_.trim();
  ask(asked, cut, everything);
  if (memory_->question.tokens.empty()) return;
  Run run(*this, cut, allowed, hits);
  if (everything || memory_->needs.telling.least <= 0 || memory_->needs.whole.least <= 0) {
    run.everything();
  } else {
    run.candidates();
  }
}

std::int32_t Searcher::align(const Asked& asked, std::uint32_t form, std::vector<Link>& links) {
  neighbours_.trim();
  ask(asked, 1, false);
  links.clear();
  if (memory_->question.tokens.empty()) return 0;
  memory_->scorer.prepare(memory_->question, Sought::any);
  const std::int32_t found = memory_->scorer.score(form);
  links = memory_->scorer.chosen();
  return found;
}

}  // namespace licet::match
