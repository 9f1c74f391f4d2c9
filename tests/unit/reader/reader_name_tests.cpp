// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/reader/reader_name.h"

BOOST_AUTO_TEST_SUITE(reader_name_tests)

using namespace onshi;

BOOST_AUTO_TEST_CASE(the_index_that_each_system_appends_is_taken_away) {
  const std::pair<const char*, const char*> table[]{
      {"SONY FeliCa RC-S300/P (0123456) 00 00", "SONY FeliCa RC-S300/P (0123456)"},
      {"SCM Microsystems Inc. SCR 3310 (ABC) 01 00", "SCM Microsystems Inc. SCR 3310 (ABC)"},
      {"Virtual PCD 00 01", "Virtual PCD"},
      {"Circle CIR115 ICC [CCID Interface] (9) 0A 00", "Circle CIR115 ICC [CCID Interface] (9)"},
      {"SONY FeliCa Port/PaSoRi 4.0 0", "SONY FeliCa Port/PaSoRi 4.0"},
      {"NTTCom SCR3310-NTTCom USB SmartCard Reader 12", "NTTCom SCR3310-NTTCom USB SmartCard Reader"},
      {"Reader without an index", "Reader without an index"},
      {"", ""}};
  for (const auto& [name, expected] : table) BOOST_TEST(without_index(name) == expected);
}

BOOST_AUTO_TEST_CASE(the_index_is_taken_away_once_only) {
  BOOST_TEST(without_index("Reader 3310 0") == "Reader 3310");
  BOOST_TEST(without_index("Virtual PCD 00 01 00 01") == "Virtual PCD 00 01");
}

BOOST_AUTO_TEST_CASE(a_model_has_neither_interface_nor_serial) {
  const std::pair<const char*, const char*> table[]{
      {"SONY FeliCa RC-S300/P (0123456)", "SONY FeliCa RC-S300/P"},
      {"Circle CIR115 ICC [CCID Interface] (9)", "Circle CIR115 ICC"},
      {"ACS ACR1252 Dual Reader [ACR1252 SAM]", "ACS ACR1252 Dual Reader"},
      {"SONY FeliCa Port/PaSoRi 4.0", "SONY FeliCa Port/PaSoRi 4.0"},
      {"Maker (Japan) Reader", "Maker (Japan) Reader"},
      {"", ""}};
  for (const auto& [name, expected] : table) BOOST_TEST(model_of(name) == expected);
}

BOOST_AUTO_TEST_SUITE_END()
