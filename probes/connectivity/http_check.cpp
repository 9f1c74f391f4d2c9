// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/http_check.h"

#include <algorithm>
#include <cctype>

namespace onshi {
namespace {

struct Cause {
  Verdict verdict;
  FindingNumber number;
};

/// Null when the answer is good.
std::optional<Cause> cause_of(const HttpAnswer& answer, const std::string& host) {
  int status = answer.status;
  if (status >= 300 && status < 400 && !stays_on(answer.location, host)) {
    return Cause{Verdict::fail, FindingNumber::http_redirected_elsewhere};
  }
  if (status == 407) return Cause{Verdict::fail, FindingNumber::http_proxy_wants_password};
  if (status == 401 || status == 403) return Cause{Verdict::fail, FindingNumber::http_forbidden};
  if (status >= 500) return Cause{Verdict::fail, FindingNumber::http_server_error};
  bool is_good = (status >= 200 && status < 400) || status == 404 || status == 405;
  if (is_good) return std::nullopt;
  return Cause{Verdict::unknown, FindingNumber::http_unexpected};
}

Facts facts_of(const LadderHost& host, const HttpAnswer& answer) {
  Facts facts{{"host", host.service.host}};
  facts.add("http_status", answer.status).add("answer_ms", answer.elapsed.count());
  if (!answer.location.empty()) facts.add("location", answer.location);
  if (!answer.server.empty()) facts.add("server_software", answer.server);
  return facts;
}

Answer read_answer(const Inquiry& inquiry, const LadderHost& host) {
  const auto& answer = *inquiry.evidence.of<HttpAnswer>(host.check_name("certificate"));
  Facts facts = facts_of(host, answer);
  auto cause = cause_of(answer, host.service.host);
  return cause ? raise(cause->verdict, cause->number, facts) : good(facts);
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

}  // namespace

bool stays_on(std::string_view location, std::string_view host) {
  auto begin = location.find("//");
  auto path = location.find_first_of("/?#");
  if (begin == std::string_view::npos || path < begin) return true;
  auto authority = location.substr(begin + 2);
  authority = authority.substr(0, authority.find_first_of("/?#"));
  if (auto at = authority.rfind('@'); at != std::string_view::npos) authority = authority.substr(at + 1);
  return lower(authority.substr(0, authority.find(':'))) == lower(host);
}

Check http_check(const LadderHost& host) {
  return {.name = host.check_name("http"),
          .question = FindingNumber::http_answer,
          .needs = {host.check_name("certificate")},
          .run = [host](const Inquiry& inquiry) { return read_answer(inquiry, host); },
          .subject = host.service.host};
}

}  // namespace onshi
