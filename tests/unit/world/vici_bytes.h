// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as charon would send them, written here a second time so that they can contradict the reader. Pure.
#pragma once

#include <initializer_list>
#include <string>

namespace onshi::test {

inline std::string number(std::size_t value, unsigned width) {
  std::string bytes;
  for (unsigned left = width; left > 0; --left) {
    bytes += static_cast<char>(value >> (8U * (left - 1)) & 0xffU);
  }
  return bytes;
}
inline std::string named(int type, const std::string& name) {
  return number(static_cast<std::size_t>(type), 1) + number(name.size(), 1) + name;
}
inline std::string valued(const std::string& value) { return number(value.size(), 2) + value; }

inline std::string section(const std::string& name, const std::string& inside) {
  return named(1, name) + inside + "\x02";
}
inline std::string pair(const std::string& key, const std::string& value) {
  return named(3, key) + valued(value);
}
inline std::string list(const std::string& name, std::initializer_list<const char*> items) {
  std::string bytes = named(4, name);
  for (const char* item : items) bytes += "\x05" + valued(item);
  return bytes + "\x06";
}

inline std::string packet(const std::string& body) { return number(body.size(), 4) + body; }
inline std::string response(const std::string& message = {}) { return packet("\x01" + message); }
inline std::string event(const std::string& name, const std::string& message) {
  return packet(named(7, name) + message);
}
inline const std::string confirmed = packet("\x05");
inline const std::string unknown_command = packet("\x02");

}  // namespace onshi::test
