// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/service_time.h"

#include <vector>

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kNameTime{2000};
constexpr std::chrono::milliseconds kSntpTime{2000};
constexpr std::size_t kMostAddresses = 2;  // of one kind

NameAnswer ask_name(const Inquiry& inquiry, const std::string& host, NameQuestion::Type type) {
  return inquiry.world.names().ask({.name = host, .server = {}, .type = type},
                                   inquiry.limit.within(kNameTime));
}

/// A resolver that is silent about one kind of address is silent about the other too.
bool worth_asking_again(NameAnswer::Result result) {
  using enum NameAnswer::Result;
  return result != timeout && result != unreachable && result != cancelled;
}

void take_addresses(const NameAnswer& answer, std::vector<std::string>& addresses) {
  for (std::size_t i = 0; i < answer.addresses.size() && i < kMostAddresses; ++i) {
    addresses.push_back(answer.addresses[i]);
  }
}

std::vector<std::string> addresses_of(const Inquiry& inquiry, const std::string& host, ServiceTime& seen) {
  std::vector<std::string> addresses;
  const NameAnswer six = ask_name(inquiry, host, NameQuestion::Type::aaaa);
  take_addresses(six, addresses);
  seen.trouble = name_of(six.result);
  if (!worth_asking_again(six.result)) return addresses;
  const NameAnswer four = ask_name(inquiry, host, NameQuestion::Type::a);
  take_addresses(four, addresses);
  if (six.result == NameAnswer::Result::no_data) seen.trouble = name_of(four.result);
  return addresses;
}

ServiceTime ask_host(const Inquiry& inquiry, const Service& host) {
  ServiceTime seen{
      .result = ServiceTime::Result::name_unknown, .host = host.host, .address = {}, .trouble = {}};
  for (const std::string& address : addresses_of(inquiry, host.host, seen)) {
    if (inquiry.limit.over()) break;
    seen.address = address;
    auto offset = inquiry.world.machine().clock_offset({host.host, address, host.port},
                                                       inquiry.limit.within(kSntpTime));
    seen.result = offset ? ServiceTime::Result::answered : ServiceTime::Result::silent;
    seen.trouble = offset ? std::string() : std::string(name_of(offset.error().why));
    seen.offset = offset.value_or(std::chrono::milliseconds{0});
    if (offset) break;
  }
  return seen;
}

}  // namespace

ServiceTime ask_service_time(const Inquiry& inquiry) {
  ServiceTime first;
  const auto hosts = inquiry.profile.services_of(Service::Role::time, Environment::verification);
  for (const Service& host : hosts) {
    if (inquiry.limit.over()) break;
    ServiceTime seen = ask_host(inquiry, host);
    if (seen.result == ServiceTime::Result::answered) return seen;
    if (first.result == ServiceTime::Result::no_host) first = std::move(seen);
  }
  return first;
}

}  // namespace onshi
