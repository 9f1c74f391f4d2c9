// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/vici_message.h"

#include <algorithm>

#include "probes/site/code_points.h"

namespace onshi {
namespace {

constexpr std::size_t kDeepest = 8;  // the program nests four deep

namespace element {
constexpr std::size_t section_start = 1;
constexpr std::size_t section_end = 2;
constexpr std::size_t key_value = 3;
constexpr std::size_t list_start = 4;
constexpr std::size_t list_item = 5;
constexpr std::size_t list_end = 6;
}  // namespace element

std::string readable(std::string_view bytes) {
  constexpr std::int32_t first_printable = 0x20;
  constexpr std::int32_t del = 0x7f;
  constexpr std::int32_t last_control = 0x9f;
  std::string text;
  while (!bytes.empty() && text.size() < kLongestViciText) {
    CodePoint point = first_code_point(bytes);
    bool shown = point.value >= first_printable && (point.value < del || point.value > last_control);
    text += shown ? point.bytes : "?";
    bytes.remove_prefix(point.bytes.size());
  }
  return text;
}

/// Takes bytes from the front; once something was missing, all further answers are empty.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : left_(bytes) {}
  [[nodiscard]] bool empty() const { return left_.empty(); }
  [[nodiscard]] bool whole() const { return whole_; }

  std::size_t number(std::size_t width) {
    std::size_t value = 0;
    for (char byte : take(width)) value = value << 8U | static_cast<std::uint8_t>(byte);
    return value;
  }
  std::string name() { return readable(take(number(1))); }
  std::string value() { return readable(take(number(2))); }
  std::string_view rest() { return take(left_.size()); }

 private:
  std::string_view take(std::size_t count) {
    whole_ = whole_ && count <= left_.size();
    if (!whole_) return {};
    std::string_view taken = left_.substr(0, count);
    left_.remove_prefix(count);
    return taken;
  }
  std::string_view left_;
  bool whole_ = true;
};

/// Builds the message element by element. Sections that are still open lie on a stack, so nothing recurses.
class MessageReader {
 public:
  std::optional<ViciSection> read(std::string_view text) {
    Bytes bytes(text);
    while (!bytes.empty() && bytes.whole()) {
      if (!take_element(bytes)) return std::nullopt;
    }
    if (!bytes.whole() || open_.size() != 1 || list_) return std::nullopt;
    return std::move(open_.front());
  }

 private:
  bool take_element(Bytes& bytes) {
    const std::size_t type = bytes.number(1);
    const bool of_list = type == element::list_item || type == element::list_end;
    if (of_list != (list_ != nullptr)) return false;
    switch (type) {
      case element::section_start:
        return start_section(bytes.name());
      case element::section_end:
        return end_section();
      case element::key_value:
        return keep_value(bytes);
      case element::list_start:
        list_ = &open_.back().lists[bytes.name()];
        return true;
      case element::list_item:
        list_->push_back(bytes.value());
        return true;
      case element::list_end:
        list_ = nullptr;
        return true;
      default:
        return false;
    }
  }

  bool start_section(std::string name) {
    if (open_.size() > kDeepest) return false;
    open_.push_back({.name = std::move(name)});
    return true;
  }

  bool end_section() {
    if (open_.size() < 2) return false;
    ViciSection done = std::move(open_.back());
    open_.pop_back();
    open_.back().sections.push_back(std::move(done));
    return true;
  }

  bool keep_value(Bytes& bytes) {
    std::string key = bytes.name();
    open_.back().values[key] = bytes.value();
    return true;
  }

  std::vector<ViciSection> open_ = std::vector<ViciSection>(1);
  std::vector<std::string>* list_ = nullptr;
};

bool has_name(ViciKind kind) {
  return kind == ViciKind::request || kind == ViciKind::register_event ||
         kind == ViciKind::unregister_event || kind == ViciKind::event;
}

void append_number(std::string& bytes, std::size_t value, unsigned width) {
  for (unsigned left = width; left > 0; --left) {
    bytes += static_cast<char>(value >> (8U * (left - 1)) & 0xffU);
  }
}

void append_name(std::string& bytes, std::string_view name) {
  append_number(bytes, name.size(), 1);
  bytes += name;
}

}  // namespace

std::string ViciSection::value(const std::string& key) const {
  auto found = values.find(key);
  return found == values.end() ? std::string{} : found->second;
}

std::vector<std::string> ViciSection::list(const std::string& key) const {
  auto found = lists.find(key);
  return found == lists.end() ? std::vector<std::string>{} : found->second;
}

const ViciSection* ViciSection::section(std::string_view wanted) const {
  auto found = std::ranges::find(sections, wanted, &ViciSection::name);
  return found == sections.end() ? nullptr : &*found;
}

std::string vici_packet(ViciKind kind, std::string_view name,
                        const std::map<std::string, std::string>& values) {
  std::string body(1, static_cast<char>(kind));
  append_name(body, name);
  for (const auto& [key, value] : values) {
    body += static_cast<char>(element::key_value);
    append_name(body, key);
    append_number(body, value.size(), 2);
    body += value;
  }
  std::string bytes;
  append_number(bytes, body.size(), kViciHeader);
  return bytes + body;
}

std::optional<std::size_t> vici_length(std::string_view header) {
  std::size_t length = Bytes(header).number(kViciHeader);
  return length == 0 || length > kLongestVici ? std::nullopt : std::optional(length);
}

std::optional<ViciPacket> read_vici_packet(std::string_view bytes) {
  Bytes left(bytes);
  std::size_t kind = left.number(1);
  if (!left.whole() || kind > static_cast<std::size_t>(ViciKind::event)) return std::nullopt;
  ViciPacket packet{.kind = static_cast<ViciKind>(kind)};
  if (has_name(packet.kind)) packet.name = left.name();
  if (!left.whole()) return std::nullopt;
  auto message = MessageReader().read(left.rest());
  if (!message) return std::nullopt;
  packet.message = std::move(*message);
  return packet;
}

}  // namespace onshi
