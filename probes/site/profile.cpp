// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/profile.h"

#include <algorithm>
#include <set>

#include "probes/site/host_name.h"
#include "probes/site/ip_address.h"

namespace onshi {
namespace {

using Hosts = std::set<std::string>;

bool is_of(const Service& service, Service::Role role, std::optional<Environment> environment) {
  return service.role == role && (!service.environment || service.environment == environment);
}

Hosts hosts_of_other(const std::vector<Service>& services, Environment environment) {
  Hosts hosts;
  for (const Service& service : services) {
    if (service.environment && service.environment != environment) hosts.insert(plain_host(service.host));
  }
  return hosts;
}

// Only its name is asked for; nothing ever connects to it.
bool is_connected_to(const Service& service) { return service.role != Service::Role::auxiliary_name; }

}  // namespace

std::vector<Service> Profile::services_of(Service::Role role, std::optional<Environment> environment) const {
  std::vector<Service> found;
  std::copy_if(services.begin(), services.end(), std::back_inserter(found),
               [&](const Service& service) { return is_of(service, role, environment); });
  return found;
}

const Service* Profile::first_of(Service::Role role, std::optional<Environment> environment) const {
  auto found = std::find_if(services.begin(), services.end(),
                            [&](const Service& service) { return is_of(service, role, environment); });
  return found == services.end() ? nullptr : &*found;
}

std::vector<std::string> Profile::hosts_for(Environment environment) const {
  const Hosts forbidden = hosts_of_other(services, environment);
  Hosts hosts;
  for (const Service& service : services) {
    std::string host = plain_host(service.host);
    if (is_connected_to(service) && !forbidden.contains(host)) hosts.insert(host);
  }
  return {hosts.begin(), hosts.end()};
}

std::optional<Environment> Profile::environment_of(std::string_view host) const {
  const auto found = std::ranges::find(services, plain_host(host), &Service::host);
  return found == services.end() ? std::nullopt : found->environment;
}

bool Profile::lists(std::string_view host) const {
  return std::ranges::find(services, plain_host(host), &Service::host) != services.end();
}

const ProfilePrefix* Profile::longest_prefix_of(std::string_view ip) const {
  const ProfilePrefix* longest = nullptr;
  for (const ProfilePrefix& prefix : prefixes) {
    if (!is_in_network(ip, prefix.network, prefix.length)) continue;
    if (longest == nullptr || prefix.length > longest->length) longest = &prefix;
  }
  return longest;
}

}  // namespace onshi
