// SPDX-License-Identifier: GPL-3.0-or-later
#include <any>
#include <cstring>
#include <filesystem>
#include <new>
#include <ostream>
#include <type_traits>

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "probes/check/facts.h"
#include "probes/site/master_account_sheet.h"
#include "probes/site/secret.h"
#include "probes/site/site.h"

using namespace onshi;

namespace {

template <typename Value>
concept Streamable = requires(std::ostream& stream, const Value& value) { stream << value; };
template <typename Value>
concept AddableToText = requires(std::string text, const Value& value) { text + value; };
template <typename Value>
concept HasCharacters = requires(const Value& value) { value.c_str(); } || requires(const Value& value) {
  value.data();
} || requires(const Value& value) { value.begin(); };

template <typename Value>
constexpr bool kCanBeShown =
    Streamable<Value> || fmt::is_formattable<Value>::value || AddableToText<Value> || HasCharacters<Value> ||
    std::is_convertible_v<Value, std::string> || std::is_convertible_v<Value, std::string_view> ||
    std::is_constructible_v<std::string, Value> || std::is_constructible_v<std::string_view, Value> ||
    std::is_constructible_v<std::filesystem::path, Value>;

static_assert(kCanBeShown<std::string>, "the question can be answered with yes");
static_assert(!kCanBeShown<Secret>);
static_assert(!kCanBeShown<SheetWithPassword>);
static_assert(!kCanBeShown<SiteSecrets>);
static_assert(!std::is_constructible_v<Fact, std::string, Secret>);
static_assert(!std::is_constructible_v<Secret, std::string>, "only take() makes one, and wipes what it took");
static_assert(!std::is_constructible_v<Secret, const char*>);

const char* const kWord = "Gizo-Password-2025-xyz-0123456789";  // longer than a string keeps inside itself

Secret secret_of(const char* word) { return Secret::take(std::string(word)); }

std::string revealed(const Secret& secret) {
  return secret.reveal([](std::string_view characters) { return std::string(characters); });
}

bool holds(const void* memory, std::size_t size, std::string_view word) {
  return std::string_view(static_cast<const char*>(memory), size).find(word) != std::string_view::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(secret_tests)

BOOST_AUTO_TEST_CASE(it_gives_its_characters_only_inside_reveal) {
  Secret secret = secret_of(kWord);
  BOOST_TEST(revealed(secret) == kWord);
  BOOST_TEST(secret.length() == std::strlen(kWord));
  BOOST_TEST(!secret.empty());
  BOOST_TEST(Secret().empty());
}

BOOST_AUTO_TEST_CASE(what_was_taken_is_wiped_where_it_stood) {
  std::string typed(kWord);
  const char* place = typed.data();
  Secret secret = Secret::take(std::move(typed));
  BOOST_TEST(typed.empty());
  BOOST_TEST(typed.data() == place);  // still the same memory, so it may be looked at
  BOOST_TEST(!holds(place, typed.capacity(), "Gizo"));
}

BOOST_AUTO_TEST_CASE(a_short_one_is_wiped_too) {
  std::string typed("ab12");
  Secret secret = Secret::take(std::move(typed));
  BOOST_TEST(!holds(&typed, sizeof typed, "ab12"));
  BOOST_TEST(revealed(secret) == "ab12");
}

BOOST_AUTO_TEST_CASE(a_short_one_leaves_nothing_where_it_lived) {
  alignas(Secret) unsigned char room[sizeof(Secret)];
  auto* secret = new (room) Secret(secret_of("ab12"));
  BOOST_TEST(holds(room, sizeof room, "ab12"));
  secret->~Secret();
  BOOST_TEST(!holds(room, sizeof room, "ab12"));
}

BOOST_AUTO_TEST_CASE(moving_leaves_the_old_place_wiped) {
  Secret first = secret_of("ab12");
  Secret second = std::move(first);
  BOOST_TEST(revealed(second) == "ab12");
  BOOST_TEST(!holds(&first, sizeof first, "ab12"));
  Secret third = secret_of("zz");
  third = std::move(second);
  BOOST_TEST(revealed(third) == "ab12");
  BOOST_TEST(!holds(&second, sizeof second, "ab12"));
}

BOOST_AUTO_TEST_CASE(copies_are_independent) {
  Secret first = secret_of(kWord);
  Secret second = first;
  first = secret_of("other");
  BOOST_TEST(revealed(second) == kWord);
  BOOST_TEST(revealed(first) == "other");
}

BOOST_AUTO_TEST_CASE(assigning_to_itself_keeps_the_characters) {
  Secret secret = secret_of(kWord);
  Secret& same = secret;
  secret = same;
  BOOST_TEST(revealed(secret) == kWord);
}

BOOST_AUTO_TEST_SUITE_END()
