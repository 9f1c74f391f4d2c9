// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an observations file for every choice that a world can answer with. Constants; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/name_table.h"
#include "probes/world/world.h"

namespace onshi {

inline constexpr NameTable<Link::Kind, 6> link_kinds{{{Link::Kind::ethernet, "ethernet"},
                                                      {Link::Kind::wireless, "wireless"},
                                                      {Link::Kind::ppp, "ppp"},
                                                      {Link::Kind::tunnel, "tunnel"},
                                                      {Link::Kind::loopback, "loopback"},
                                                      {Link::Kind::other, "other"}}};
inline constexpr NameTable<Route::Origin, 5> route_origins{
    {{Route::Origin::router_advertisement, "router_advertisement"},
     {Route::Origin::manual, "manual"},
     {Route::Origin::dhcp, "dhcp"},
     {Route::Origin::kernel, "kernel"},
     {Route::Origin::other, "other"}}};
inline constexpr NameTable<NameQuestion::Type, 2> question_types{
    {{NameQuestion::Type::a, "a"}, {NameQuestion::Type::aaaa, "aaaa"}}};
inline constexpr NameTable<NameQuestion::Way, 5> question_ways{
    {{NameQuestion::Way::udp_edns, "udp_edns"},
     {NameQuestion::Way::udp_edns_alone, "udp_edns_alone"},
     {NameQuestion::Way::udp_plain, "udp_plain"},
     {NameQuestion::Way::udp_repeated, "udp_repeated"},
     {NameQuestion::Way::tcp, "tcp"}}};

inline std::string_view word_of(Link::Kind kind) { return name_in(link_kinds, kind); }
inline std::string_view word_of(Route::Origin origin) { return name_in(route_origins, origin); }
inline std::string_view word_of(NameQuestion::Type type) { return name_in(question_types, type); }
inline std::string_view word_of(NameQuestion::Way way) { return name_in(question_ways, way); }
template <typename Choice>
std::string_view word_of(Choice choice) {
  return name_of(choice);
}

template <typename Choice>
inline constexpr Choice last_of = Choice::failed;  // of the results, which all end so
template <>
inline constexpr Link::Kind last_of<Link::Kind> = Link::Kind::other;
template <>
inline constexpr Route::Origin last_of<Route::Origin> = Route::Origin::other;
template <>
inline constexpr NameQuestion::Type last_of<NameQuestion::Type> = NameQuestion::Type::aaaa;
template <>
inline constexpr NameQuestion::Way last_of<NameQuestion::Way> = NameQuestion::Way::tcp;

template <typename Choice>
std::vector<std::string> words_of() {
  std::vector<std::string> words;
  for (int i = 0; i <= static_cast<int>(last_of<Choice>); ++i) {
    words.emplace_back(word_of(static_cast<Choice>(i)));
  }
  return words;
}

template <typename Choice>
std::optional<Choice> choice_named(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(last_of<Choice>); ++i) {
    if (word_of(static_cast<Choice>(i)) == word) return static_cast<Choice>(i);
  }
  return {};
}

}  // namespace onshi
