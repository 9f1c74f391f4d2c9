// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/typed_sheet.h"
#include "probes/site/strong_password.h"

namespace onshi {

BOOST_AUTO_TEST_SUITE(strong_password_tests)

BOOST_AUTO_TEST_CASE(an_initial_password_is_strong_and_cannot_be_misread) {
  for (int round = 0; round < 200; ++round) {
    const auto password = strong_password();
    BOOST_TEST_REQUIRE(password.has_value());
    password->reveal([](std::string_view text) {
      BOOST_TEST(text.size() == kStrongPasswordLength);
      for (const char* kind :
           {"0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "#$%&*+=?@"}) {
        BOOST_TEST((text.find_first_of(kind) != std::string_view::npos), kind);
      }
      BOOST_TEST(look_alikes(text).empty());
      BOOST_TEST((text.find_first_of("0Oo1lIi2Zz5Ss8B|!'\"`.,;:-_~^ ") == std::string_view::npos));
    });
  }
}

BOOST_AUTO_TEST_CASE(no_two_initial_passwords_are_the_same) {
  const auto one = strong_password();
  const auto other = strong_password();
  BOOST_TEST_REQUIRE((one && other));
  BOOST_TEST(!one->reveal([&](std::string_view left) {
    return other->reveal([&](std::string_view right) { return left == right; });
  }));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
