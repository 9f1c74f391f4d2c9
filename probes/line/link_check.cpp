// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/link_check.h"

#include <algorithm>

namespace onshi {
namespace {

constexpr int kSlowMegabits = 100;  // below this a cable or plug is usually damaged

std::vector<Link> adapters_of(const NetworkView& view) {
  std::vector<Link> adapters;
  std::ranges::copy_if(view.links, std::back_inserter(adapters), is_adapter);
  return adapters;
}

Facts facts_of(const Link& link) {
  Facts facts{{"link", link.name}};
  if (link.megabits > 0) facts.add("megabits", link.megabits);
  return facts;
}

Facts facts_of(const std::vector<Link>& links) {
  Facts facts;
  for (const Link& link : links) facts.add(facts_of(link));
  return facts;
}

bool is_slow(const Link& link) { return link.megabits > 0 && link.megabits < kSlowMegabits; }

Answer judge_carrying(const std::vector<Link>& carrying) {
  LinkEvidence evidence;
  for (const Link& link : carrying) evidence.carrying.push_back(link.name);
  auto slow = std::ranges::find_if(carrying, is_slow);
  if (slow != carrying.end()) {
    return raise(Verdict::attention, FindingNumber::link_slow, facts_of(*slow), evidence);
  }
  return good(facts_of(carrying), evidence);
}

Answer judge(const NetworkView& view) {
  std::vector<Link> adapters = adapters_of(view);
  if (adapters.empty()) return raise(Verdict::fail, FindingNumber::no_adapter);
  std::vector<Link> carrying;
  std::ranges::copy_if(adapters, std::back_inserter(carrying), is_carrying);
  if (!carrying.empty()) return judge_carrying(carrying);
  if (std::ranges::none_of(adapters, &Link::enabled)) {
    return raise(Verdict::fail, FindingNumber::adapter_switched_off, facts_of(adapters));
  }
  return raise(Verdict::fail, FindingNumber::no_carrier, facts_of(adapters));
}

Answer look_at_links(const Inquiry& inquiry) {
  auto view = inquiry.world.links().look(inquiry.limit);
  return view ? judge(*view) : cannot_look(view.error());
}

}  // namespace

bool is_adapter(const Link& link) {
  return link.kind == Link::Kind::ethernet || link.kind == Link::Kind::wireless ||
         link.kind == Link::Kind::ppp;
}

bool is_carrying(const Link& link) { return is_adapter(link) && link.enabled && link.carrier; }

Answer cannot_look(const CannotSee& why) {
  return raise(Verdict::unknown, FindingNumber::links_unreadable, {{"error", why.detail}});
}

Check link_check() { return {.name = "line.link", .question = FindingNumber::link, .run = look_at_links}; }

}  // namespace onshi
