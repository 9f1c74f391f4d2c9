// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/names_check.h"

#include <algorithm>

#include "probes/line/line_names.h"
#include "probes/line/resolver_check.h"
#include "probes/line/steadiness.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
constexpr std::chrono::milliseconds kStrangerPatience{600};  // for what shows that a stranger answers
const std::string kNoName = "no-such-name.invalid";          // RFC 6761: nobody ever has it

/// Silence is worth a word on every line; that a name does not exist only where the line owes it.
bool is_silence(const ResolverSaid& heard) {
  switch (heard.answer.result) {
    case Result::timeout:
    case Result::unreachable:
    case Result::cancelled:
    case Result::failed:
      return true;
    default:
      return false;
  }
}

bool is_unanswered(const AskedName& asked) { return is_silence(asked.heard()); }

/// Said something, but neither the address nor that there is none.
bool is_refused(const AskedName& asked) {
  const ResolverSaid& heard = asked.heard();
  return !is_silence(heard) && !heard.answered() && !heard.denied();
}

bool is_missing(const AskedName& asked) { return asked.owed && asked.heard().denied(); }

ResolvedNames start_from(const ResolverSurvey& survey) {
  ResolvedNames known{.resolvers = {},
                      .ipv6 = survey.ipv6,
                      .addresses = {},
                      .delay = survey.delay(),
                      .counts = counts_of(survey)};
  for (const ResolverEvidence& resolver : survey.of_system()) {
    if (!resolver.answered()) continue;
    known.resolvers.push_back(resolver.ip);
    if (resolver.drops_edns) known.without_edns.push_back(resolver.ip);
    if (!resolver.answer.addresses.empty()) {
      known.addresses.try_emplace(survey.name, resolver.answer.addresses);
    }
  }
  return known;
}

/// What was found, and how the questions fared; large ones get lost for a reason of their own.
void take(const std::vector<AskedName>& names, ResolvedNames& known) {
  for (const AskedName& asked : names) {
    if (const ResolverSaid* giver = asked.known_by()) known.addresses[asked.host] = giver->answer.addresses;
    if (asked.large) continue;
    for (const NameWord& word : asked.words) {
      known.counts[word.said.resolver] += {word.said.answer.tries, word.said.answer.lost};
      if (!word.said.answered()) continue;
      known.delay.quickest = std::min(known.delay.quickest, word.said.answer.round_trip);
    }
  }
}

Facts facts_of(const std::vector<AskedName>& names) {
  Facts facts;
  for (const AskedName& asked : names) {
    const NameAnswer& answer = asked.heard().answer;
    facts.add("name", asked.host).add("result", std::string(name_of(answer.result)));
    if (answer.result == Result::answer) facts.add("ttl", answer.ttl);
  }
  return facts;
}

/// What is told of one name and the resolver that is to blame for it.
struct Blame {
  const AskedName* asked = nullptr;
  std::string resolver{};
  [[nodiscard]] explicit operator bool() const { return asked != nullptr; }
};

Blame find_word(const std::vector<AskedName>& names, auto fits) {
  for (const AskedName& asked : names) {
    const auto found = std::ranges::find_if(asked.words, fits);
    if (found != asked.words.end()) return {&asked, found->said.resolver};
  }
  return {};
}

Blame find_name(const std::vector<AskedName>& names, auto fits) {
  const auto found = std::ranges::find_if(names, fits);
  return found == names.end() ? Blame{} : Blame{&*found, found->heard().resolver};
}

/// Another resolver gives the address of the blamed name, so the line knows it.
bool is_known_elsewhere(const Blame& blame) {
  return std::ranges::any_of(blame.asked->words, [&](const NameWord& word) {
    return word.said.resolver != blame.resolver && word.said.answered();
  });
}

Facts facts_of(const Blame& blame, const std::vector<AskedName>& names) {
  Facts facts{{"missing_name", blame.asked->host}, {"resolver", blame.resolver}};
  for (const NameWord& word : blame.asked->words) {
    const bool other = word.said.resolver != blame.resolver;
    if (other && word.said.answered()) facts.add("answering_resolver", word.said.resolver);
    if (word.said.resolver == blame.resolver && word.said.answer.result != Result::answer) {
      facts.add("result", std::string(name_of(word.said.answer.result)));
    }
  }
  for (const ResolverSaid& said : blame.asked->beside) {
    if (said.answered()) facts.add("answering_resolver", said.resolver);
  }
  return facts.add(facts_of(names));
}

/// A name that has no answer, or none that helps.
std::optional<Answer> judge_answers(const ResolvedNames& known, const std::vector<AskedName>& names) {
  const auto told = [&](FindingNumber number, const Blame& blame) {
    return raise(Verdict::attention, number, facts_of(blame, names), known);
  };
  if (const Blame silent = find_name(names, is_unanswered)) {
    const bool all = std::ranges::all_of(names, is_unanswered);
    return told(all ? FindingNumber::line_names_unanswered : FindingNumber::line_name_unanswered, silent);
  }
  if (const Blame refused = find_name(names, is_refused)) {
    return told(FindingNumber::line_name_refused, refused);
  }
  if (const Blame missing = find_name(names, is_missing)) {
    const bool exists = missing.asked->heard().answer.result == Result::no_data;
    return told(exists ? FindingNumber::line_name_no_data : FindingNumber::line_name_missing, missing);
  }
  return std::nullopt;
}

/// An answer whose length is its trouble, with each of the resolvers.
std::optional<Answer> judge_lengths(const ResolvedNames& known, const std::vector<AskedName>& names) {
  if (const Blame lost = find_word(names, [](const NameWord& word) { return word.whole_by_tcp_alone; })) {
    return raise(Verdict::attention, FindingNumber::large_answer_lost, facts_of(lost, names), known);
  }
  if (const Blame cut = find_word(names, [](const NameWord& word) { return word.cut(); })) {
    // The system's own resolver meets the same: what has a long answer cannot be used from here.
    const Verdict verdict = is_known_elsewhere(cut) ? Verdict::attention : Verdict::fail;
    return raise(verdict, FindingNumber::large_answer_cut, facts_of(cut, names), known);
  }
  return std::nullopt;
}

Answer judge(const ResolverSurvey& survey, const ResolvedNames& known, const std::vector<AskedName>& names) {
  if (auto blamed = judge_lengths(known, names)) return *blamed;
  if (auto blamed = judge_answers(known, names)) return *blamed;
  if (const auto unsteady = unsteady_one(known.counts, survey)) {
    Facts facts{{"unsteady_resolver", *unsteady}};
    facts.add(onshi::facts_of(known.counts)).add(facts_of(names));
    return raise(Verdict::attention, FindingNumber::one_resolver_unsteady, facts, known);
  }
  return good(Facts{{"resolver", known.resolvers.front()}}.add(facts_of(names)), known);
}

/// Who answers every name itself, as the page where guests have to log in does; no address when nobody does.
struct Impostor {
  std::string address{};
  HttpAnswer page{};  // what it says without TLS
};

/// The one address that every name got; empty when they differ, or only one was found.
std::string shared_address(const ResolvedNames& known) {
  if (known.addresses.size() < 2) return {};
  const auto& first = known.addresses.begin()->second;
  const bool same =
      std::ranges::all_of(known.addresses, [&](const auto& found) { return found.second == first; });
  return same && first.size() == 1 ? first.front() : std::string{};
}

HttpAnswer ask_for_page(const Inquiry& inquiry, const std::string& address) {
  const Service* portal = inquiry.profile.first_of(Service::Role::portal, Environment::verification);
  if (!portal) return {};
  constexpr std::uint16_t kHttpPort = 80;
  const HttpRequest request{.target = {.host = portal->host, .address = address, .port = kHttpPort},
                            .tls = false};
  return inquiry.world.network().request(request, inquiry.limit.within(kStrangerPatience));
}

/// Many services at one address may be a provider's relay; what proves it is an answer for no name at all.
Impostor find_impostor(const Inquiry& inquiry, const ResolvedNames& known) {
  const std::string address = shared_address(known);
  if (address.empty()) return {};
  const NameQuestion question{.name = kNoName,
                              .server = known.resolvers.front(),
                              .type = known.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a};
  const auto answer = inquiry.world.names().ask(question, inquiry.limit.within(kStrangerPatience));
  if (answer.result != Result::answer) return {};
  return {address, ask_for_page(inquiry, address)};
}

Answer name_impostor(const ResolvedNames& known, const Impostor& impostor) {
  Facts facts{{"resolver", known.resolvers.front()}, {"name", kNoName}, {"address", impostor.address}};
  if (impostor.page.status != 0) facts.add("http_status", impostor.page.status);
  if (!impostor.page.location.empty()) facts.add("location", impostor.page.location);
  return raise(Verdict::fail, FindingNumber::every_name_answered, facts);
}

Answer ask_for_names(const Inquiry& inquiry) {
  const auto& survey = *inquiry.evidence.of<ResolverSurvey>("line.resolvers");
  ResolvedNames known = start_from(survey);
  const auto names = ask_line_names(inquiry, survey, known);
  take(names, known);
  look_closer(inquiry, survey, known.counts);
  const Impostor impostor = find_impostor(inquiry, known);
  return impostor.address.empty() ? judge(survey, known, names) : name_impostor(known, impostor);
}

}  // namespace

Check names_check(std::size_t resolver_rows) {
  Check check{.name = "line.names",
              .question = FindingNumber::line_names,
              .needs = {"line.resolvers"},
              .budget = longest_for_line_names() + kLongestCloserLook + 2 * kStrangerPatience,
              .run = ask_for_names};
  for (std::size_t place = 1; place <= resolver_rows; ++place) {
    check.needs.push_back(resolver_check_name(place));
  }
  return check;
}

}  // namespace onshi
