// SPDX-License-Identifier: GPL-3.0-or-later
// Reads assets/profiles/*.xml. Every entry must say whether it is confirmed; a host may stand for one
// environment only.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "probes/site/call_centre_file.h"
#include "probes/site/host_name.h"
#include "probes/site/ip_address.h"
#include "probes/site/profile.h"
#include "probes/site/root_certificates.h"
#include "probes/site/small_file.h"
#include "probes/site/text.h"
#include "probes/site/xml_element.h"

namespace onshi {
namespace {

const std::vector<std::string> kSections{
    "roots",          "issuers",      "services",    "resolvers", "prefixes",
    "search_domains", "face_readers", "call_centre", "software",  "crl"};
/// Files written for earlier versions of this program have no such section.
const std::vector<std::string> kMayBeAbsent{"roots", "face_readers", "call_centre", "software", "crl"};

constexpr const char* kFaceReaders = "face_readers";

class ProfileReader {
 public:
  ProfileReader(XmlReading& reading, std::filesystem::path folder)
      : reading_(reading), folder_(std::move(folder)) {}
  Profile read();

 private:
  void check_format(XmlElement& root);
  void section(pugi::xml_node node);
  void missing_sections();
  void roots(pugi::xml_node node);
  void crl(pugi::xml_node node);
  std::string file_beside(XmlElement& element, const std::string& name, std::size_t most_bytes);
  void issuers(pugi::xml_node node);
  void service(pugi::xml_node node);
  void ports(Service& service, XmlElement& element);
  static void websocket(Service& service, XmlElement& element);
  void one_environment(const Service& service, XmlElement& element);
  void resolver(pugi::xml_node node);
  void prefix(pugi::xml_node node);
  void domain(pugi::xml_node node);
  void face_readers(pugi::xml_node node);
  void registry(XmlElement& element, const char* key, const std::string& file);
  void software(pugi::xml_node node);
  void settings(pugi::xml_node node);
  void left_file(pugi::xml_node node);
  void each(pugi::xml_node section, const char* child, void (ProfileReader::*read_one)(pugi::xml_node));
  std::string host(XmlElement& element, const char* key);

  XmlReading& reading_;
  std::filesystem::path folder_;  // where the profile lies
  Profile profile_;
  std::vector<std::string> seen_;
  std::map<std::string, std::optional<Environment>> environments_;  // by host
};

Profile ProfileReader::read() {
  XmlElement root(reading_, reading_.file().root());
  check_format(root);
  profile_.name = root.text("name");
  profile_.version = root.text("version");
  profile_.sha256 = sha256_of(reading_.file().bytes());
  root.nothing_else(kSections);
  for (pugi::xml_node node : reading_.file().root().children()) {
    if (!reading_.fault()) section(node);
  }
  missing_sections();
  return std::move(profile_);
}

void ProfileReader::check_format(XmlElement& root) {
  std::string format = root.text("format");
  if (format == "1") return;
  reading_.complain(FileFault::What::wrong_version, reading_.file().root(), "format", format, {"1"});
}

void ProfileReader::section(pugi::xml_node node) {
  std::string_view name = node.name();
  bool again = std::find(seen_.begin(), seen_.end(), name) != seen_.end();
  if (again && name != "roots") reading_.complain(FileFault::What::bad_value, node, std::string(name));
  seen_.emplace_back(name);
  if (name == "roots") roots(node);
  if (name == "crl") crl(node);
  if (name == "issuers") issuers(node);
  if (name == "services") each(node, "service", &ProfileReader::service);
  if (name == "resolvers") each(node, "resolver", &ProfileReader::resolver);
  if (name == "prefixes") each(node, "prefix", &ProfileReader::prefix);
  if (name == "search_domains") each(node, "domain", &ProfileReader::domain);
  if (name == "face_readers") face_readers(node);
  if (name == "call_centre") profile_.call_centre = read_call_centre(reading_, node);
  if (name == "software") software(node);
}

void ProfileReader::missing_sections() {
  for (const std::string& name : kSections) {
    if (std::ranges::find(kMayBeAbsent, name) != kMayBeAbsent.end() ||
        std::find(seen_.begin(), seen_.end(), name) != seen_.end())
      continue;
    reading_.complain(FileFault::What::missing_key, reading_.file().root(), name);
  }
}

void ProfileReader::each(pugi::xml_node section, const char* child,
                         void (ProfileReader::*read_one)(pugi::xml_node)) {
  XmlElement(reading_, section).nothing_else({child});
  for (pugi::xml_node node : section.children(child)) (this->*read_one)(node);
}

void ProfileReader::roots(pugi::xml_node node) {
  XmlElement element(reading_, node);
  std::string whom = element.text("for");
  auto beside = element.optional_text("file");
  std::string text = element.content_and_nothing_else();
  if (whom != "servers" && whom != "clients") return element.bad_value("for", whom, {"servers", "clients"});
  std::string& place = whom == "servers" ? profile_.server_roots_pem : profile_.client_roots_pem;
  if (!place.empty()) return element.bad_value("for", whom, {whom == "servers" ? "clients" : "servers"});
  if (beside && !text.empty()) return element.bad_value("roots", text, {});
  auto certificates = pem_certificates(beside ? file_beside(element, *beside, XmlFile::kMostBytes) : text);
  if (!certificates) return element.bad_value("roots", beside.value_or(""), {"-----BEGIN CERTIFICATE-----"});
  place = *certificates;
}

void ProfileReader::crl(pugi::xml_node node) {
  XmlElement element(reading_, node);
  profile_.client_crl = file_beside(element, element.text("file"), kLargestRevocationList);
  element.nothing_else();
}

std::string ProfileReader::file_beside(XmlElement& element, const std::string& name, std::size_t most_bytes) {
  if (std::filesystem::path(name).filename() != name) {
    element.not_like("file", name, "ca.crt");
    return {};
  }
  auto bytes = read_small_file(folder_ / name, most_bytes);
  if (!bytes) reading_.complain(bytes.error());
  return bytes.value_or("");
}

void ProfileReader::issuers(pugi::xml_node node) {
  XmlElement section(reading_, node);
  profile_.certificate_issuers_confirmed = section.yes_or_no("confirmed");
  constexpr int kLongestLife = 1200;
  if (node.attribute("months")) profile_.certificate_months = section.number("months", 1, kLongestLife);
  section.nothing_else({"issuer"});
  for (pugi::xml_node child : node.children("issuer")) {
    XmlElement issuer(reading_, child);
    profile_.certificate_issuers.push_back(issuer.text("contains"));
    issuer.nothing_else();
  }
}

std::string ProfileReader::host(XmlElement& element, const char* key) {
  std::string written = element.text(key);
  std::string name = plain_host(written);
  if (!is_host_name(name)) element.not_like(key, written, "host.example");
  return name;
}

void ProfileReader::service(pugi::xml_node node) {
  XmlElement element(reading_, node);
  Service service;
  service.role = element.choice("role", role_named, role_names());
  service.host = host(element, "host");
  service.environment =
      element.optional_choice("environment", environment_named, {"production", "verification"});
  service.region = element.optional_choice("region", region_named, {"east", "west"});
  ports(service, element);
  websocket(service, element);
  service.confirmed = element.yes_or_no("confirmed");
  element.nothing_else();
  one_environment(service, element);
  profile_.services.push_back(std::move(service));
}

// A name that is only asked for has no port.
void ProfileReader::ports(Service& service, XmlElement& element) {
  if (service.role == Service::Role::auxiliary_name) {
    service.port = 0;
    service.tls = false;
    return;
  }
  service.port = static_cast<std::uint16_t>(element.number("port", 1, 65535));
  service.tls = element.yes_or_no("tls");
}

// Only the card reader's gateway is spoken to so (line.md section 10).
void ProfileReader::websocket(Service& service, XmlElement& element) {
  if (service.role != Service::Role::reader_gateway) return;
  const auto path = element.optional_text("websocket");
  if (!path) return;
  const bool plain = is_printable_ascii(*path) && path->find_first_of(" #") == std::string::npos;
  if (!path->starts_with('/') || !plain) element.not_like("websocket", *path, "/reader");
  service.websocket = *path;
}

bool needs_environment(Service::Role role) {
  switch (role) {
    case Service::Role::portal:
    case Service::Role::api:
    case Service::Role::reader_gateway:
    case Service::Role::checkups:
    case Service::Role::medication:
    case Service::Role::prescription:
    case Service::Role::medical_hub:
      return true;
    default:
      return false;
  }
}

// A host that stood for two environments could not be kept out of either.
void ProfileReader::one_environment(const Service& service, XmlElement& element) {
  if (!service.environment && needs_environment(service.role)) {
    element.missing("environment", {"production", "verification"});
  }
  auto [known, added] = environments_.emplace(service.host, service.environment);
  if (added || known->second == service.environment) return;
  std::vector<std::string> allowed;
  if (known->second) allowed.emplace_back(name_of(*known->second));
  element.bad_value("environment", service.environment ? std::string(name_of(*service.environment)) : "",
                    allowed);
}

void ProfileReader::resolver(pugi::xml_node node) {
  XmlElement element(reading_, node);
  ProfileResolver resolver;
  std::string ip = element.text("ip");
  if (!parse_ip(ip)) element.not_like("ip", ip, "2001:db8::53");
  resolver.ip = canonical_ip(ip);
  resolver.region = element.choice("region", region_named, {"east", "west"});
  std::string kind = element.text("kind");
  if (kind != "closed" && kind != "ngn") element.bad_value("kind", kind, {"closed", "ngn"});
  resolver.closed = kind == "closed";
  resolver.confirmed = element.yes_or_no("confirmed");
  element.nothing_else();
  profile_.resolvers.push_back(std::move(resolver));
}

void ProfileReader::prefix(pugi::xml_node node) {
  XmlElement element(reading_, node);
  ProfilePrefix prefix;
  std::string text = element.text("network");
  auto network = parse_network(text);
  if (!network) element.not_like("network", text, "2001:db8::/32");
  if (network) {
    prefix.network = text_of(network->address);
    prefix.length = network->length;
  }
  prefix.owner = element.text("owner");
  prefix.confirmed = element.yes_or_no("confirmed");
  element.nothing_else();
  profile_.prefixes.push_back(std::move(prefix));
}

void ProfileReader::domain(pugi::xml_node node) {
  XmlElement element(reading_, node);
  ProfileDomain domain;
  domain.name = host(element, "name");
  domain.region = element.choice("region", region_named, {"east", "west"});
  domain.confirmed = element.yes_or_no("confirmed");
  element.nothing_else();
  profile_.search_domains.push_back(std::move(domain));
}

/// As profiles said it before `registers` stood beside the file.
void ProfileReader::face_readers(pugi::xml_node node) {
  XmlElement element(reading_, node);
  registry(element, "registry", element.text("registry"));
  element.yes_or_no("confirmed");
  element.nothing_else();
}

void ProfileReader::registry(XmlElement& element, const char* key, const std::string& file) {
  std::string& known = profile_.face_registry;
  if (!known.empty() && known != file) element.bad_value(key, file, {known});
  known = file;
}

void ProfileReader::software(pugi::xml_node node) {
  XmlElement(reading_, node).nothing_else({"settings", "left_file"});
  for (pugi::xml_node child : node.children("settings")) settings(child);
  for (pugi::xml_node child : node.children("left_file")) left_file(child);
}

void ProfileReader::settings(pugi::xml_node node) {
  XmlElement element(reading_, node);
  SoftwareSettings settings;
  settings.part = element.choice("part", software_part_named, {"exchange_app", "face_library"});
  settings.file = element.text("file");
  settings.confirmed = element.yes_or_no("confirmed");
  if (const auto what = element.optional_text("registers")) {
    if (*what != kFaceReaders) element.bad_value("registers", *what, {kFaceReaders});
    registry(element, "file", settings.file);
  }
  element.nothing_else();
  profile_.software.push_back(std::move(settings));
}

void ProfileReader::left_file(pugi::xml_node node) {
  XmlElement element(reading_, node);
  LeftFile left;
  left.kind = element.choice("kind", left_file_named, {"hand_over", "verification_shortcut"});
  left.folder = element.text("folder");
  left.name = element.text("name");
  left.confirmed = element.yes_or_no("confirmed");
  element.nothing_else();
  profile_.left_files.push_back(std::move(left));
}

}  // namespace

std::expected<Profile, FileFault> load_profile(const std::filesystem::path& file) {
  auto xml = XmlFile::load(file, "profile");
  if (!xml) return std::unexpected(xml.error());
  XmlReading reading(std::move(*xml));
  Profile profile = ProfileReader(reading, file.parent_path()).read();
  if (reading.fault()) return std::unexpected(*reading.fault());
  return profile;
}

std::expected<Profile, FileFault> load_profile(const std::filesystem::path& file,
                                               const std::filesystem::path& shipped) {
  auto profile = load_profile(file);
  if (!profile || !profile->call_centre.phone.empty()) return profile;
  if (const auto other = load_profile(shipped)) {
    profile->call_centre = call_centre_or(profile->call_centre, other->call_centre);
  }
  return profile;
}

}  // namespace onshi
