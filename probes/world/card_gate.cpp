// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/card_gate.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace onshi {
namespace {

using Place = CardGate::Place;
using namespace std::string_view_literals;

struct Step {
  std::string_view command;
  Place if_good;    // after status word 9000
  Place otherwise;  // after any other
};

// reader.md §5, step by step. A SELECT that fails leads nowhere; a READ or VERIFY uses its selection up.
constexpr Step select_application{"\x00\xA4\x04\x0C\x0A\xD3\x92\xF0\x00\x26\x01\x00\x00\x00\x01"sv,
                                  Place::application, Place::start};
constexpr std::array select_file{
    Step{"\x00\xA4\x02\x0C\x02\x00\x06"sv, Place::token, Place::application},
    Step{"\x00\xA4\x02\x0C\x02\x00\x08"sv, Place::certificate_list, Place::application},
    Step{"\x00\xA4\x02\x0C\x02\x00\x18"sv, Place::authentication_pin, Place::application},
    Step{"\x00\xA4\x02\x0C\x02\x00\x1B"sv, Place::signature_password, Place::application}};
constexpr Step read_token{"\x00\xB0\x00\x00\x20"sv, Place::application, Place::application};
constexpr Step read_list{"\x00\xB0\x00\x00\x03"sv, Place::application, Place::application};
constexpr Step ask_counter{"\x00\x20\x00\x80"sv, Place::application, Place::application};

bool is(std::span<const std::uint8_t> command, const Step& step) {
  return std::ranges::equal(command, step.command,
                            [](std::uint8_t byte, char c) { return byte == static_cast<std::uint8_t>(c); });
}

const Step* selection(std::span<const std::uint8_t> command) {
  auto found = std::ranges::find_if(select_file, [&](const Step& step) { return is(command, step); });
  return found == select_file.end() ? nullptr : &*found;
}

/// The one command that makes use of what is selected, or null.
const Step* use_of(Place place) {
  switch (place) {
    case Place::token:
      return &read_token;
    case Place::certificate_list:
      return &read_list;
    case Place::authentication_pin:
    case Place::signature_password:
      return &ask_counter;
    case Place::start:
    case Place::application:
      break;
  }
  return nullptr;
}

const Step* allowed_step(Place place, std::span<const std::uint8_t> command) {
  if (is(command, select_application)) return &select_application;
  if (place == Place::start) return nullptr;
  if (const Step* use = use_of(place); use != nullptr && is(command, *use)) return use;
  return selection(command);
}

bool is_good(std::span<const std::uint8_t> response) {
  return response.size() >= 2 && response[response.size() - 2] == 0x90 && response.back() == 0x00;
}

}  // namespace

bool CardGate::admit(std::span<const std::uint8_t> command) {
  const Step* step = allowed_step(place_, command);
  restart();
  if (step == nullptr) return false;
  if_good_ = step->if_good;
  otherwise_ = step->otherwise;
  return true;
}

void CardGate::answered(std::span<const std::uint8_t> response) {
  place_ = is_good(response) ? if_good_ : otherwise_;
  if_good_ = otherwise_ = Place::start;
}

void CardGate::restart() { place_ = if_good_ = otherwise_ = Place::start; }

}  // namespace onshi
