// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/cp932.h"

namespace onshi {

BOOST_AUTO_TEST_SUITE(cp932_tests)

BOOST_AUTO_TEST_CASE(characters_that_only_windows_has_are_read) {
  BOOST_TEST(utf8_from_cp932("\x87\x40\x87\x8A\xFB\xFC\xFA\xB1").value_or("") == "①㈱髙﨑");
  BOOST_TEST(utf8_from_cp932("\x81\x60\x81\x7C\xB1\x5C").value_or("") == "～－ｱ\\");
  BOOST_TEST(utf8_from_cp932("").value_or("x").empty());
}

BOOST_AUTO_TEST_CASE(long_text_is_read_to_its_end) {
  std::string bytes;
  std::string text;
  for (int index = 0; index < 5000; ++index) {
    bytes += "\x96\x7B";
    text += "本";
  }
  BOOST_TEST((utf8_from_cp932(bytes) == text));
}

BOOST_AUTO_TEST_CASE(the_first_byte_that_does_not_fit_is_named) {
  BOOST_TEST(utf8_from_cp932("ab\x81").error() == 2U);
  BOOST_TEST(utf8_from_cp932("abc\xFF"
                             "def")
                 .error() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
