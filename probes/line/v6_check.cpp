// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/v6_check.h"

#include <algorithm>
#include <map>

#include "probes/check/side_by_side.h"
#include "probes/line/region.h"
#include "probes/line/resolver_survey.h"
#include "probes/line/v6_option.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

using Result = TcpAnswer::Result;
constexpr std::chrono::milliseconds kPatience{1000};  // for one connection
constexpr int kTries = 2;
constexpr std::chrono::milliseconds kProofPatience{1500};  // for one handshake
constexpr int kProofAnswers = 4;  // TCP, TLS in two rounds and one more should a packet get lost

struct Attempt {
  std::vector<Target> targets;
  std::vector<TcpAnswer> answers;  // of the last try
  int tries = 0;
  TlsAnswer proof{};  // of the first address that took a connection
};

std::vector<Target> distribution_targets(const Inquiry& inquiry, const ResolvedNames& names) {
  std::vector<Target> targets;
  const Service* service = inquiry.profile.first_of(Service::Role::distribution, Environment::verification);
  if (!service) return targets;
  auto found = names.addresses.find(service->host);
  if (found == names.addresses.end()) return targets;
  for (const std::string& address : found->second) targets.push_back({service->host, address, service->port});
  return targets;
}

bool any_is(const std::vector<TcpAnswer>& answers, Result result) {
  return std::ranges::any_of(answers, [result](const TcpAnswer& answer) { return answer.result == result; });
}

Attempt attempt(const Inquiry& inquiry, std::vector<Target> targets, const LineDelay& delay) {
  Attempt made{.targets = std::move(targets), .answers = {}};
  while (!made.targets.empty() && made.tries < kTries && !any_is(made.answers, Result::connected) &&
         !inquiry.limit.over()) {
    made.answers = side_by_side(made.targets, [&](const Target& target) {
      return inquiry.world.network().connect(target, inquiry.limit.within(delay.patience(kPatience, 1)));
    });
    ++made.tries;
  }
  return made;
}

/// Yes, no, or not asked: a refusal or a failure here proves neither.
std::optional<bool> reached(const Attempt& made) {
  if (any_is(made.answers, Result::connected)) return true;
  bool is_no = std::ranges::any_of(made.answers, [](const TcpAnswer& answer) {
    return answer.result == Result::timeout || answer.result == Result::unreachable ||
           answer.result == Result::prohibited;
  });
  return is_no ? std::optional(false) : std::nullopt;
}

TlsAnswer shake(const Inquiry& inquiry, const Target& target, const std::string& roots,
                const LineDelay& delay) {
  return inquiry.world.network().handshake(
      target, roots, inquiry.limit.within(delay.patience(kProofPatience, kProofAnswers)));
}

/// Whoever stands on the way can take a connection; only the host itself can show its certificate. It may be
/// one of the service's roots or one of those that the system trusts: a stranger has neither.
TlsAnswer prove(const Inquiry& inquiry, const Attempt& made, const LineDelay& delay) {
  const auto taken = std::ranges::find(made.answers, Result::connected, &TcpAnswer::result);
  if (taken == made.answers.end()) return {};
  const Target& target = made.targets[static_cast<std::size_t>(taken - made.answers.begin())];
  const std::string& roots = inquiry.profile.server_roots_pem;
  auto answer = shake(inquiry, target, roots, delay);
  if (answer.result != TlsAnswer::Result::not_trusted || roots.empty()) return answer;
  const auto by_system = shake(inquiry, target, {}, delay);
  return by_system.result == TlsAnswer::Result::agreed ? by_system : answer;
}

bool is_on_ngn(const AddressEvidence& address, const ResolverSurvey& survey, const Profile& profile) {
  bool known_address = std::ranges::any_of(
      address.usable, [&](const std::string& ip) { return profile.longest_prefix_of(ip) != nullptr; });
  return known_address && (region_by_search_domain(address.view, profile) || survey.ngn_alive());
}

std::string word(std::optional<bool> value) { return !value ? "not_asked" : *value ? "yes" : "no"; }

Facts facts_of(const Inquiry& inquiry, const V6Observations& seen, const Attempt& made) {
  Facts facts{{"declared_v6", std::string(name_of(inquiry.site.line.v6_option))},
              {"on_ngn", word(seen.on_ngn)},
              {"closed_dns", word(seen.closed_dns)},
              {"distribution", word(seen.reaches_distribution)}};
  for (std::size_t i = 0; i < made.answers.size(); ++i) {
    facts.add("address", made.targets[i].address).add("result", std::string(name_of(made.answers[i].result)));
  }
  if (!made.targets.empty()) facts.add("host", made.targets.front().host).add("tries", made.tries);
  if (seen.reaches_distribution == true) {
    facts.add("tls_result", std::string(name_of(made.proof.result)));
    if (made.proof.verify_error != 0) facts.add("verify_error", made.proof.verify_error);
    if (!made.proof.server.issuer.empty()) facts.add("server_issuer", made.proof.server.issuer);
  }
  return facts;
}

Answer answer_for(V6Row row, const Facts& facts, const V6Observations& seen) {
  struct Cause {
    Verdict verdict;
    FindingNumber number;
  };
  static const std::map<V6Row, Cause> causes{
      {V6Row::line_not_seen, {Verdict::unknown, FindingNumber::v6_line_not_seen}},
      {V6Row::contradiction, {Verdict::fail, FindingNumber::v6_contradiction}},
      {V6Row::unconfirmed, {Verdict::attention, FindingNumber::v6_unconfirmed}},
      {V6Row::unconfirmed_without_closed_dns,
       {Verdict::attention, FindingNumber::v6_unconfirmed_without_closed_dns}},
      {V6Row::distribution_not_asked, {Verdict::unknown, FindingNumber::v6_distribution_not_observed}},
      {V6Row::distribution_not_proven, {Verdict::attention, FindingNumber::v6_distribution_not_proven}}};
  if (row == V6Row::confirmed) return good(facts, seen);
  const Cause& cause = causes.at(row);
  return raise(cause.verdict, cause.number, facts, seen);
}

Answer observe(const Inquiry& inquiry) {
  const auto& address = *inquiry.evidence.of<AddressEvidence>("line.address");
  const auto& survey = *inquiry.evidence.of<ResolverSurvey>("line.resolvers");
  const auto& names = *inquiry.evidence.of<ResolvedNames>("line.names");
  V6Observations seen{.on_ngn = is_on_ngn(address, survey, inquiry.profile),
                      .closed_dns = survey.closed_answer() != nullptr,
                      .reaches_distribution = {},
                      .proven = false};
  Attempt made =
      seen.on_ngn ? attempt(inquiry, distribution_targets(inquiry, names), names.delay) : Attempt{};
  seen.reaches_distribution = reached(made);
  made.proof = prove(inquiry, made, names.delay);
  seen.proven = made.proof.result == TlsAnswer::Result::agreed;
  return answer_for(v6_row(inquiry.site.line.v6_option, seen), facts_of(inquiry, seen, made), seen);
}

}  // namespace

Check v6_check() {
  return {.name = "v6.option",
          .question = FindingNumber::v6_option,
          .needs = {"line.address", "line.resolvers", "line.names"},
          .budget = kTries * LineDelay{LineDelay::kLongest}.patience(kPatience, 1) +
                    2 * LineDelay{LineDelay::kLongest}.patience(kProofPatience, kProofAnswers) +
                    std::chrono::milliseconds{500},
          .run = observe};
}

}  // namespace onshi
