// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/software_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "probes/site/host_name.h"
#include "probes/site/text.h"
#include "probes/world/files.h"

namespace onshi {
namespace {

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::size_t kMostPlaces = 1000;
constexpr std::size_t kMostNames = 20000;
constexpr std::size_t kLongestName = 64;
constexpr std::string_view kSpaces = " \t\r";

bool is_lead_byte(unsigned char byte) {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

/// CP932 with each character of two bytes masked, since its second byte may look like a letter.
std::string masked_cp932(std::string_view bytes) {
  std::string text(bytes);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_lead_byte(static_cast<unsigned char>(text[i])) || text[i + 1] == '\n') continue;
    text[i] = text[i + 1] = '?';
    ++i;
  }
  return text;
}

std::string ascii_of_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    const auto high = bytes[big_endian ? i : i + 1];
    const auto low = bytes[big_endian ? i + 1 : i];
    text += high == 0 && static_cast<unsigned char>(low) < 0x80 ? low : '?';
  }
  return text;
}

/// Everything that is plain ASCII stands in its place, whatever the file is written in.
std::string plain_text(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe")) return ascii_of_utf16(bytes, false);
  if (bytes.starts_with("\xfe\xff")) return ascii_of_utf16(bytes, true);
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  return is_valid_utf8(bytes) ? std::string(bytes) : masked_cp932(bytes);
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
  return text.substr(0, text.find_last_not_of(kSpaces) + 1);
}

bool is_comment(std::string_view line) {
  return line.starts_with(';') || line.starts_with('#') || line.starts_with("//");
}

/// What stands before a user's name and password in an address, and its port, is left out.
std::string host_of(std::string_view rest) {
  std::string_view place = rest.substr(0, rest.find_first_of("/?#\\\"'<>,;() \t"));
  if (const auto user = place.rfind('@'); user != std::string_view::npos) place.remove_prefix(user + 1);
  return plain_host(place.substr(0, place.find(':')));
}

void add_places(std::string_view line, int number, ConnectionSettings& settings) {
  for (std::size_t at = line.find("://"); at != std::string_view::npos; at = line.find("://", at + 3)) {
    const std::string host = host_of(line.substr(at + 3));
    if (is_host_name(host) && settings.places.size() < kMostPlaces) settings.places.push_back({number, host});
  }
}

/// Half of a short account at most.
std::string end_of_account(std::string_view account) {
  return std::string(account.substr(account.size() - std::min<std::size_t>(4, account.size() / 2)));
}

/// The name between the brackets, or nothing when the line begins no section. What is not plain becomes a
/// question mark: the encoding of such letters is known to nobody.
std::string section_name(std::string_view line) {
  const auto close = line.find(']');
  if (!line.starts_with('[') || close == std::string_view::npos || close == 1) return {};
  std::string name;
  for (const char letter : line.substr(1, std::min(close - 1, kLongestName))) {
    name += letter >= 0x20 && letter < 0x7F ? letter : '?';
  }
  return is_blank(name) ? "?" : name;
}

struct Section {
  std::string name{};  // empty before the first one
  bool counted = false;
};

/// A section with an account is a face reader that the terminal's software has registered (accounts.md §7.1),
/// whether or not the account has been filled in.
void add_account(std::string_view line, Section& section, ConnectionSettings& settings) {
  const auto sign = line.find('=');
  if (sign == std::string_view::npos || lower_case(trimmed(line.substr(0, sign))) != "deviceid") return;
  if (settings.account_ends.size() == kMostPlaces || settings.registered.size() == kMostPlaces) return;
  if (!section.name.empty() && !std::exchange(section.counted, true))
    settings.registered.push_back(section.name);
  const std::string_view account = trimmed(line.substr(sign + 1));
  if (!account.empty()) settings.account_ends.push_back(end_of_account(account));
}

CannotSee::Why why_of(FileTrouble::What what) {
  if (what == FileTrouble::What::not_found) return CannotSee::Why::not_here;
  return what == FileTrouble::What::refused ? CannotSee::Why::refused : CannotSee::Why::failed;
}

std::unexpected<CannotSee> cannot_see(CannotSee::Why why, std::int64_t code = 0, std::string detail = {}) {
  return std::unexpected(CannotSee{why, code, std::move(detail)});
}

std::filesystem::path path_of(std::string_view utf8) { return std::u8string(utf8.begin(), utf8.end()); }

std::string name_in_utf8(const std::filesystem::path& path) {
  const std::u8string name = path.filename().u8string();
  return {name.begin(), name.end()};
}

CannotSee trouble_of(const std::error_code& error) {
  using std::errc;
  const bool absent = error == errc::no_such_file_or_directory || error == errc::not_a_directory;
  const bool refused = error == errc::permission_denied;
  const auto why = absent    ? CannotSee::Why::not_here
                   : refused ? CannotSee::Why::refused
                             : CannotSee::Why::failed;
  return {why, error.value(), error.message()};
}

}  // namespace

std::optional<ConnectionSettings> connection_settings_in(std::string_view bytes) {
  const std::string text = plain_text(bytes);
  if (text.find('\0') != std::string::npos) return std::nullopt;
  ConnectionSettings settings;
  std::string_view rest = text;
  Section section;
  for (int number = 1; !rest.empty(); ++number) {
    const std::string_view line = trimmed(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    if (is_comment(line)) continue;
    if (std::string name = section_name(line); !name.empty()) {
      section = {std::move(name), false};
      settings.has_sections = true;
    }
    add_places(line, number, settings);
    add_account(line, section, settings);
  }
  return settings;
}

Seen<ConnectionSettings> read_connection_settings(const std::string& file) {
  const std::filesystem::path path = path_of(file);
  if (!path.is_absolute()) return cannot_see(CannotSee::Why::not_here);
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return cannot_see(why_of(bytes.error().what), bytes.error().code, bytes.error().detail);
  auto settings = connection_settings_in(*bytes);
  if (!settings) return cannot_see(CannotSee::Why::failed, 0, "no text");
  return *std::move(settings);
}

bool is_file_like(std::string_view name, std::string_view pattern) {
  const std::string plain = lower_case(normalise_text(name));
  const std::string wanted = lower_case(normalise_text(pattern));
  const auto star = wanted.find('*');
  if (star == std::string::npos) return plain == wanted;
  const std::string_view begins = std::string_view(wanted).substr(0, star);
  const std::string_view ends = std::string_view(wanted).substr(star + 1);
  return plain.size() >= begins.size() + ends.size() && plain.starts_with(begins) && plain.ends_with(ends);
}

Seen<bool> folder_holds_file_like(const std::string& folder, const std::string& name) {
  const std::filesystem::path place = path_of(folder);
  if (!place.is_absolute()) return false;
  std::error_code error;
  std::size_t looked_at = 0;
  std::filesystem::directory_iterator entry(place, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (is_file_like(name_in_utf8(entry->path()), name)) return true;
    if (++looked_at == kMostNames) return cannot_see(CannotSee::Why::failed, 0, "too many files");
  }
  if (!error) return false;
  const CannotSee trouble = trouble_of(error);
  if (trouble.why == CannotSee::Why::not_here) return false;
  return std::unexpected(trouble);
}

}  // namespace onshi
