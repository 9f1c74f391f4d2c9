// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/line_names.h"

#include <algorithm>

#include "probes/check/side_by_side.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
using Way = NameQuestion::Way;
constexpr std::chrono::milliseconds kPatience{900};  // for one question with its repeat
constexpr std::chrono::milliseconds kProof{600};     // for the questions that prove a suspicion
constexpr int kProofs = 3;

std::vector<AskedName> names_of_line(const Inquiry& inquiry, const ResolverSurvey& survey) {
  using Role = Service::Role;
  const bool ntt = inquiry.site.line.type.value_or(LineType::ip_vpn_ntt) == LineType::ip_vpn_ntt;
  std::vector<AskedName> names;
  for (const Role role : {Role::auxiliary_name, Role::crl, Role::distribution, Role::time}) {
    if (role == Role::auxiliary_name && !ntt) continue;
    for (const Service& service : inquiry.profile.services_of(role, Environment::verification)) {
      if (service.region && service.region != survey.region) continue;
      const bool large = role == Role::distribution || role == Role::time;
      names.push_back({.host = service.host, .large = large, .owed = ntt});
    }
  }
  return names;
}

/// The whole came by TCP after silence: by chance, or because large datagrams never arrive.
bool loses_large(const Inquiry& inquiry, NameQuestion question, const NameAnswer& answer) {
  if (!answer.by_tcp || answer.lost == 0 || answer.error != "EDNS") return false;
  question.way = Way::udp_edns_alone;
  question.tries = kProofs;
  const auto limit = inquiry.limit.within(time_to_prove(answer, kProof));
  return inquiry.world.names().ask(question, limit).lost == kProofs;
}

bool says_something(const NameAnswer& answer) {
  return answer.result != Result::timeout && answer.result != Result::unreachable &&
         answer.result != Result::cancelled && answer.result != Result::failed;
}

/// It came over UDP after all: the silence was chance, as on a line that loses packets.
bool comes_after_all(const Inquiry& inquiry, NameQuestion question, const NameAnswer& whole,
                     NameAnswer& answer) {
  if (answer.result != Result::timeout) return false;
  if (question.way == Way::udp_edns) question.way = Way::udp_edns_alone;
  question.tries = kProofs;
  auto again = inquiry.world.names().ask(question, inquiry.limit.within(time_to_prove(whole, kProof)));
  if (!says_something(again)) return false;
  again.tries += answer.tries;
  again.lost += answer.lost;
  answer = std::move(again);
  return true;
}

/// A large answer that did not come is asked for once more over TCP.
void look_for_whole(const Inquiry& inquiry, const ResolvedNames& known, const NameQuestion& question,
                    NameWord& word) {
  NameQuestion by_tcp = question;
  by_tcp.way = Way::tcp;
  const auto whole =
      inquiry.world.names().ask(by_tcp, inquiry.limit.within(patience_for_name(known.delay, kPatience)));
  if (whole.result != Result::answer || comes_after_all(inquiry, question, whole, word.said.answer)) return;
  word.whole_by_tcp_alone = true;
  word.said.answer.addresses = whole.addresses;
}

NameWord ask_one(const Inquiry& inquiry, const ResolvedNames& known, const AskedName& name,
                 const std::string& resolver) {
  NameWord word{ask_resolver(inquiry, known, resolver, name.host, kPatience)};
  if (!name.large || word.said.denied()) return word;
  const NameQuestion question = question_for(known, resolver, name.host);
  if (word.said.answered()) {
    word.whole_by_tcp_alone = loses_large(inquiry, question, word.said.answer);
  } else {
    look_for_whole(inquiry, known, question, word);
  }
  return word;
}

bool is_lost_or_cut(const NameWord& word) { return word.whole_by_tcp_alone || word.cut(); }

/// Who gets a long answer from the closed resolvers themselves knows that only what stands between is to
/// blame.
void ask_beside(const Inquiry& inquiry, const ResolverSurvey& survey, const ResolvedNames& known,
                AskedName& name) {
  if (std::ranges::none_of(name.words, is_lost_or_cut)) return;
  std::vector<std::string> closed;
  for (const ResolverEvidence& one : survey.asked) {
    if (one.place == 0 && one.closed && one.answered()) closed.push_back(one.ip);
  }
  name.beside = side_by_side(closed, [&](const std::string& resolver) {
    return ask_resolver(inquiry, known, resolver, name.host, kPatience);
  });
}

}  // namespace

const ResolverSaid& AskedName::heard() const {
  const auto found = std::ranges::find_if(
      words, [](const NameWord& word) { return word.said.answered() || word.said.denied(); });
  return found == words.end() ? words.back().said : found->said;
}

const ResolverSaid* AskedName::known_by() const {
  const auto found =
      std::ranges::find_if(words, [](const NameWord& word) { return !word.said.answer.addresses.empty(); });
  return found == words.end() ? nullptr : &found->said;
}

std::vector<AskedName> ask_line_names(const Inquiry& inquiry, const ResolverSurvey& survey,
                                      const ResolvedNames& known) {
  return side_by_side(names_of_line(inquiry, survey), [&](AskedName name) {
    name.words = side_by_side(known.resolvers, [&](const std::string& resolver) {
      return ask_one(inquiry, known, name, resolver);
    });
    ask_beside(inquiry, survey, known, name);
    return name;
  });
}

std::chrono::milliseconds longest_for_line_names() {
  return 3 * longest_for_name(kPatience) + std::max(kProof, 2 * kProofs * LineDelay::kLongest);
}

}  // namespace onshi
