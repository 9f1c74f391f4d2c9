// SPDX-License-Identifier: GPL-3.0-or-later
// What the service expects: names, ports, resolvers, prefixes, issuers and roots, from an editable XML
// (assets/profiles/). Every entry carries whether anybody confirmed it; what is 未確認 is shown so on screen.
// Immutable value, any thread.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/call_centre.h"
#include "probes/site/file_fault.h"
#include "probes/site/master_account_sheet.h"
#include "probes/site/terminal_software.h"

namespace onshi {

enum class Region { east, west };
std::string_view name_of(Region region);
std::optional<Region> region_named(std::string_view name);

struct Service {
  /// Who of line.md §4 and §10 this is.
  enum class Role {
    line_authentication,
    auxiliary_name,
    portal,
    api,
    reader_gateway,
    crl,
    certificate_site,
    distribution,
    time,
    proxy,
    checkups,
    medication,
    prescription,
    medical_hub
  };
  Role role = Role::portal;
  std::string host;  // lower case
  std::uint16_t port = 443;
  bool tls = true;
  std::optional<Environment> environment;  // empty: belongs to the line, not to one environment
  std::optional<Region> region;            // empty: both
  std::string websocket{};  // path at which a reader gateway becomes a WebSocket; empty: not known
  bool confirmed = false;
  bool operator==(const Service&) const = default;
};

std::string_view name_of(Service::Role role);
std::optional<Service::Role> role_named(std::string_view name);
std::vector<std::string> role_names();

struct ProfileResolver {
  std::string ip;
  Region region = Region::east;
  bool closed = true;  // false: the NGN's own, given by the line
  bool confirmed = false;
};

struct ProfilePrefix {
  std::string network;  // numeric
  int length = 0;
  std::string owner;  // "ntt_east", "ntt_west" or the name of a VNE
  bool confirmed = false;
};

struct ProfileDomain {
  std::string name;  // as it appears in the search list
  Region region = Region::east;
  bool confirmed = false;
};

/// Of the authority of all terminals of the country.
inline constexpr std::size_t kLargestRevocationList = std::size_t{8} << 20;  // bytes

struct Profile {
  std::string name;
  std::string version;
  std::string sha256;  // of the file
  std::vector<Service> services;
  std::vector<ProfileResolver> resolvers;
  std::vector<ProfilePrefix> prefixes;
  std::vector<ProfileDomain> search_domains;
  std::vector<std::string> certificate_issuers;  // substrings of the issuer's text (certificate.md §1)
  bool certificate_issuers_confirmed = false;
  int certificate_months = 0;    // how long they give one out for (certificate.md §3); 0: not told
  std::string server_roots_pem;  // who signs the service's servers; empty means the system's store
  std::string face_registry;     // of `software`, the file in which face readers are registered
  std::string client_roots_pem;  // who signs terminals; empty when unknown
  std::string client_crl;  // which of their certificates are revoked; empty: fetched from where they say
  CallCentre call_centre;
  std::vector<SoftwareSettings> software;
  std::vector<LeftFile> left_files;

  /// Those of `environment` and those that belong to no environment; without one, only the latter.
  [[nodiscard]] std::vector<Service> services_of(Service::Role role,
                                                 std::optional<Environment> environment) const;
  [[nodiscard]] const Service* first_of(Service::Role role, std::optional<Environment> environment) const;
  /// Every host that a run against `environment` may connect to; a host of the other environment is never
  /// among them, also when an entry for this environment names it too.
  [[nodiscard]] std::vector<std::string> hosts_for(Environment environment) const;
  /// The environment that this host stands for; empty when it belongs to the line or is not listed.
  [[nodiscard]] std::optional<Environment> environment_of(std::string_view host) const;
  [[nodiscard]] bool lists(std::string_view host) const;
  [[nodiscard]] const ProfilePrefix* longest_prefix_of(std::string_view ip) const;
};

/// Reads and checks a profile; roots named by `file` lie beside it. A fault names file, line, key and what is
/// allowed.
std::expected<Profile, FileFault> load_profile(const std::filesystem::path& file);

/// The same; what a profile of an earlier version does not say comes from the one that is `shipped`.
std::expected<Profile, FileFault> load_profile(const std::filesystem::path& file,
                                               const std::filesystem::path& shipped);

}  // namespace onshi
