// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/names_check.h"

#include <algorithm>
#include <ranges>

#include "probes/check/side_by_side.h"
#include "probes/line/resolver_check.h"
#include "probes/line/resolver_survey.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
constexpr std::chrono::milliseconds kPatience{900};  // for one question with its repeat
constexpr int kAnswers = 3;                          // with its repeat, and a large one's fetching by TCP
constexpr std::size_t kServers = 2;                  // asked for one name before it is given up

/// One name of the line and what came of asking for it.
struct Asked {
  std::string host;
  bool large = false;  // its answer is known to exceed 512 bytes (line.md §7)
  bool owed = true;    // must exist on this line; other lines take these names from their provider
  NameAnswer answer;   // from the last resolver asked
  bool whole_by_tcp = false;
  QuestionCount count{};  // over all resolvers asked
};

bool is_answer(const NameAnswer& answer) { return answer.result == Result::answer; }

/// The answer came in part, and the whole could not be had over TCP either.
bool is_cut(const Asked& asked) { return asked.answer.result == Result::truncated; }

bool says_missing(const NameAnswer& answer) {
  return answer.result == Result::no_such_name || answer.result == Result::no_data;
}

/// Silence is worth a word on every line; that a name does not exist only where the line owes it.
bool is_unanswered(const Asked& asked) { return !is_answer(asked.answer) && !says_missing(asked.answer); }

std::vector<Asked> names_of_line(const Inquiry& inquiry, const ResolverSurvey& survey) {
  using Role = Service::Role;
  bool ntt = inquiry.site.line.type.value_or(LineType::ip_vpn_ntt) == LineType::ip_vpn_ntt;
  std::vector<Asked> names;
  for (Role role : {Role::auxiliary_name, Role::crl, Role::distribution, Role::time}) {
    if (role == Role::auxiliary_name && !ntt) continue;
    for (const Service& service : inquiry.profile.services_of(role, Environment::verification)) {
      if (service.region && service.region != survey.region) continue;
      names.push_back({.host = service.host,
                       .large = role == Role::distribution || role == Role::time,
                       .owed = ntt,
                       .answer = {}});
    }
  }
  return names;
}

NameAnswer ask(const Inquiry& inquiry, const Asked& asked, const std::string& server,
               const ResolvedNames& known, NameQuestion::Way way) {
  auto type = known.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a;
  return inquiry.world.names().ask({.name = asked.host, .server = server, .type = type, .way = way},
                                   inquiry.limit.within(known.delay.patience(kPatience, kAnswers)));
}

/// The first resolvers that answered before, one after the other, until one knows the name; a large answer
/// that was lost is asked for once more over TCP.
Asked ask_for(const Inquiry& inquiry, const Asked& name, const ResolvedNames& known) {
  Asked asked = name;
  for (const std::string& server : known.resolvers | std::views::take(kServers)) {
    asked.answer = ask(inquiry, asked, server, known, NameQuestion::Way::udp_edns);
    asked.count += {asked.answer.tries, asked.answer.lost};
    if (is_answer(asked.answer)) return asked;
  }
  if (!asked.large || says_missing(asked.answer)) return asked;
  auto whole = ask(inquiry, asked, known.resolvers.front(), known, NameQuestion::Way::tcp);
  asked.whole_by_tcp = is_answer(whole);
  if (asked.whole_by_tcp) asked.answer.addresses = whole.addresses;
  return asked;
}

ResolvedNames start_from(const ResolverSurvey& survey) {
  ResolvedNames known{.resolvers = {}, .ipv6 = survey.ipv6, .addresses = {}, .delay = survey.delay()};
  for (const ResolverEvidence& resolver : survey.of_system()) {
    if (!resolver.answered()) continue;
    known.resolvers.push_back(resolver.ip);
    if (!resolver.answer.addresses.empty()) {
      known.addresses.try_emplace(survey.name, resolver.answer.addresses);
    }
  }
  return known;
}

Facts facts_of(const ResolvedNames& known, const std::vector<Asked>& names) {
  Facts facts{{"resolver", known.resolvers.front()}};
  for (const Asked& asked : names) {
    facts.add("name", asked.host).add("result", std::string(name_of(asked.answer.result)));
    if (is_answer(asked.answer)) facts.add("ttl", asked.answer.ttl);
  }
  return facts;
}

Answer judge(const ResolvedNames& known, const std::vector<Asked>& names) {
  Facts facts = facts_of(known, names);
  auto told = [&](Verdict verdict, FindingNumber number, const Asked& asked) {
    Facts all{{"missing_name", asked.host}};
    return raise(verdict, number, all.add(facts), known);
  };
  auto worst = [&](FindingNumber number, const Asked& asked) {
    return told(Verdict::attention, number, asked);
  };
  auto lost = std::ranges::find_if(names, &Asked::whole_by_tcp);
  if (lost != names.end()) return worst(FindingNumber::large_answer_lost, *lost);
  auto cut = std::ranges::find_if(names, is_cut);
  // The system's own resolver meets the same: what has a long answer cannot be used from here.
  if (cut != names.end()) return told(Verdict::fail, FindingNumber::large_answer_cut, *cut);
  auto silent = std::ranges::find_if(names, is_unanswered);
  if (silent != names.end()) {
    bool all = std::ranges::all_of(names, is_unanswered);
    return worst(all ? FindingNumber::line_names_unanswered : FindingNumber::line_name_unanswered, *silent);
  }
  auto missing = std::ranges::find_if(
      names, [](const Asked& asked) { return asked.owed && says_missing(asked.answer); });
  if (missing != names.end()) return worst(FindingNumber::line_name_missing, *missing);
  return good(facts, known);
}

Answer ask_for_names(const Inquiry& inquiry) {
  const auto& survey = *inquiry.evidence.of<ResolverSurvey>("line.resolvers");
  ResolvedNames known = start_from(survey);
  auto names = side_by_side(names_of_line(inquiry, survey),
                            [&](const Asked& name) { return ask_for(inquiry, name, known); });
  for (const Asked& asked : names) {
    if (!asked.answer.addresses.empty()) known.addresses[asked.host] = asked.answer.addresses;
    if (!asked.large) known.count += asked.count;  // large answers get lost for a reason of their own
  }
  return judge(known, names);
}

}  // namespace

Check names_check(std::size_t resolver_rows) {
  Check check{
      .name = "line.names",
      .question = FindingNumber::line_names,
      .needs = {"line.resolvers"},
      .budget = LineDelay{LineDelay::kLongest}.patience(std::chrono::milliseconds{3500}, 2 * kAnswers),
      .run = ask_for_names};
  for (std::size_t place = 1; place <= resolver_rows; ++place) {
    check.needs.push_back(resolver_check_name(place));
  }
  return check;
}

}  // namespace onshi
