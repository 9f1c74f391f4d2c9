// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>

#include <boost/test/unit_test.hpp>

#include "probes/world/live/error_number.h"

using namespace onshi;
using Result = TcpAnswer::Result;

BOOST_AUTO_TEST_SUITE(error_number_tests)

BOOST_AUTO_TEST_CASE(errors_of_a_connection_keep_their_name_and_meaning) {
  struct Row {
    int number;
    const char* name;
    Result result;
  };
  for (const Row& row :
       {Row{ECONNREFUSED, "ECONNREFUSED", Result::refused}, Row{ETIMEDOUT, "ETIMEDOUT", Result::timeout},
        Row{ENETUNREACH, "ENETUNREACH", Result::unreachable},
        Row{EHOSTUNREACH, "EHOSTUNREACH", Result::unreachable}, Row{EACCES, "EACCES", Result::prohibited},
        Row{EPERM, "EPERM", Result::prohibited}, Row{ECONNRESET, "ECONNRESET", Result::reset},
        Row{EINVAL, "EINVAL", Result::failed}}) {
    BOOST_TEST(error_name(row.number) == row.name);
    BOOST_TEST((result_of_error(row.number) == row.result));
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_error_is_told_by_its_number_and_none_is_empty) {
  BOOST_TEST(error_name(ENOSPC) == "error 28");
  BOOST_TEST((result_of_error(ENOSPC) == Result::failed));
  BOOST_TEST(error_name(0).empty());
}

BOOST_AUTO_TEST_SUITE_END()
