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
constexpr std::chrono::milliseconds kProof{600};     // for the questions that prove a suspicion
constexpr int kProofs = 3;
const std::string kNoName = "no-such-name.invalid";  // RFC 6761: nobody ever has it

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

using Way = NameQuestion::Way;

NameAnswer ask(const Inquiry& inquiry, const Asked& asked, const std::string& server,
               const ResolvedNames& known, Way way) {
  auto type = known.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a;
  return inquiry.world.names().ask({.name = asked.host, .server = server, .type = type, .way = way},
                                   inquiry.limit.within(known.delay.patience(kPatience, kAnswers)));
}

/// The whole came by TCP after silence: by chance, or because large datagrams never arrive.
bool loses_large(const Inquiry& inquiry, const Asked& asked, const std::string& server, bool ipv6) {
  const NameAnswer& answer = asked.answer;
  if (!asked.large || !answer.by_tcp || answer.lost == 0 || answer.error != "EDNS") return false;
  const NameQuestion proof{.name = asked.host,
                           .server = server,
                           .type = ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a,
                           .way = Way::udp_edns_alone,
                           .tries = kProofs};
  return inquiry.world.names().ask(proof, inquiry.limit.within(time_to_prove(answer, kProof))).lost ==
         kProofs;
}

/// The first resolvers that answered before, one after the other, until one knows the name; a large answer
/// that was lost is asked for once more over TCP.
Asked ask_for(const Inquiry& inquiry, const Asked& name, const ResolvedNames& known,
              const ResolverSurvey& survey) {
  Asked asked = name;
  for (const std::string& server : known.resolvers | std::views::take(kServers)) {
    const Way way = survey.drops_edns(server) ? Way::udp_plain : Way::udp_edns;
    asked.answer = ask(inquiry, asked, server, known, way);
    asked.count += {asked.answer.tries, asked.answer.lost};
    asked.whole_by_tcp = loses_large(inquiry, asked, server, known.ipv6);
    if (is_answer(asked.answer)) return asked;
  }
  if (!asked.large || says_missing(asked.answer)) return asked;
  auto whole = ask(inquiry, asked, known.resolvers.front(), known, Way::tcp);
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
  return inquiry.world.network().request(request, inquiry.limit.within(kProof));
}

/// Many services at one address may be a provider's relay; what proves it is an answer for no name at all.
Impostor find_impostor(const Inquiry& inquiry, const ResolvedNames& known) {
  const std::string address = shared_address(known);
  if (address.empty()) return {};
  const NameQuestion question{.name = kNoName,
                              .server = known.resolvers.front(),
                              .type = known.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a};
  if (!is_answer(inquiry.world.names().ask(question, inquiry.limit.within(kProof)))) return {};
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
  auto names = side_by_side(names_of_line(inquiry, survey),
                            [&](const Asked& name) { return ask_for(inquiry, name, known, survey); });
  for (const Asked& asked : names) {
    if (!asked.answer.addresses.empty()) known.addresses[asked.host] = asked.answer.addresses;
    if (asked.large) continue;  // they get lost for a reason of their own
    known.count += asked.count;
    if (is_answer(asked.answer)) {
      known.delay.quickest = std::min(known.delay.quickest, asked.answer.round_trip);
    }
  }
  const Impostor impostor = find_impostor(inquiry, known);
  return impostor.address.empty() ? judge(known, names) : name_impostor(known, impostor);
}

}  // namespace

Check names_check(std::size_t resolver_rows) {
  Check check{.name = "line.names",
              .question = FindingNumber::line_names,
              .needs = {"line.resolvers"},
              .budget = LineDelay{LineDelay::kLongest}.patience(3 * kPatience + 3 * kProof,
                                                                3 * kAnswers + 2 * kProofs),
              .run = ask_for_names};
  for (std::size_t place = 1; place <= resolver_rows; ++place) {
    check.needs.push_back(resolver_check_name(place));
  }
  return check;
}

}  // namespace onshi
