// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/linux/face_registry.h"

BOOST_AUTO_TEST_SUITE(face_registry_tests)

using onshi::sections_in;

BOOST_AUTO_TEST_CASE(the_names_of_the_sections_are_read_and_nothing_in_them) {
  const auto registry =
      sections_in("; readers\r\n[Reader1]\r\ndeviceId=kakuF13S0001\r\n\r\n  [Reader 2] \ndeviceId=[x]\n");
  const std::vector<std::string> expected{"Reader1", "Reader 2"};
  BOOST_TEST(registry.sections == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_hides_no_section) {
  BOOST_TEST(sections_in("\xEF\xBB\xBF[Reader1]\n[Reader2]").sections.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_damaged_file_has_only_the_sections_that_are_whole) {
  BOOST_TEST(sections_in("").sections.empty());
  BOOST_TEST(sections_in("[").sections.empty());
  BOOST_TEST(sections_in("[]\n[unended").sections.empty());
  BOOST_TEST(sections_in("deviceId=a\n[Last]").sections.size() == 1U);
}

BOOST_AUTO_TEST_CASE(letters_of_an_unknown_encoding_and_endless_names_do_no_harm) {
  BOOST_TEST(sections_in("[\x83\x8A"
                         "A]")
                 .sections.at(0) == "??A");
  BOOST_TEST(sections_in("[" + std::string(9000, 'x') + "]").sections.at(0).size() == 64U);
}

BOOST_AUTO_TEST_SUITE_END()
