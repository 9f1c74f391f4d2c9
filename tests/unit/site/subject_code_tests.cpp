// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/subject_code.h"
#include "tests/unit/certificate/made_certificate.h"

namespace onshi {
namespace {

using Subject = std::vector<std::pair<std::string, std::string>>;

std::string found_in(const Subject& subject) {
  test::Wish wish;
  wish.subject = subject;
  const test::Signed made = test::authority(wish);
  const auto code = code_in_subject(*made.certificate);
  return code ? code->place + " " + code->code : "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(subject_code_tests)

BOOST_AUTO_TEST_CASE(ten_digits_are_found_wherever_they_stand) {
  BOOST_TEST(found_in({{"CN", "terminal"}, {"OU", "0110113719"}}) == "OU 0110113719");
  BOOST_TEST(found_in({{"CN", "0110113719-01"}}) == "CN 0110113719");
  BOOST_TEST(found_in({{"CN", "terminal"}, {"serialNumber", "0110113719"}}) == "serialNumber 0110113719");
  BOOST_TEST(found_in({{"OU", "first"}, {"OU", "code:0110113719"}, {"CN", "x"}}) == "OU 0110113719");
  BOOST_TEST(found_in({{"CN", "０１１０１１３７１９"}}) == "CN 0110113719");
}

BOOST_AUTO_TEST_CASE(other_numbers_are_no_code) {
  BOOST_TEST(found_in({{"CN", "terminal"}}) == "none");
  BOOST_TEST(found_in({{"CN", "01101137190"}}) == "none");
  BOOST_TEST(found_in({{"CN", "011011371"}}) == "none");
  BOOST_TEST(found_in({{"CN", "9910113719"}}) == "none");
  BOOST_TEST(found_in({{"O", "0110113719"}, {"CN", "x"}}) == "none");
}

BOOST_AUTO_TEST_CASE(of_two_the_one_whose_check_digit_holds_is_the_code) {
  BOOST_TEST(found_in({{"OU", "0110113718"}, {"CN", "0110113719"}}) == "CN 0110113719");
  BOOST_TEST(found_in({{"OU", "0110113719"}, {"CN", "0110113719"}}) == "OU 0110113719");
  BOOST_TEST(found_in({{"OU", "0110113719"}, {"CN", "2719900249"}}) == "none");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
