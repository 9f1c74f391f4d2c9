// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/preparation/secret_number.h"
#include "tests/unit/preparation/office.h"

namespace onshi {
namespace {

using namespace onshi::test;

Secret secret(const char* text) { return Secret::take(std::string(text)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(secret_number_tests)

BOOST_AUTO_TEST_CASE(four_half_width_digits_typed_twice_alike) {
  struct Row {
    const char* first;
    const char* again;
    SecretNumberFault fault;
  };
  using enum SecretNumberFault;
  const Row rows[] = {
      {"7391", "7391", none},      {"0052", "0052", none},      {"", "", form},
      {"739", "739", form},        {"73910", "73910", form},    {"７３９１", "７３９１", form},
      {"73a1", "73a1", form},      {"73-1", "73-1", form},      {" 7391", "7391", form},
      {"7391", "7319", differ},    {"7391", "", differ},        {"7391", "7391 ", differ},
      {"0000", "0000", guessable}, {"1234", "1234", guessable}, {"9876", "9876", guessable},
      {"1357", "1357", none},      {"1233", "1233", none}};
  for (const Row& row : rows) {
    const auto fault = fault_of_secret_number(secret(row.first), secret(row.again));
    BOOST_TEST(name_of(fault) == name_of(row.fault), row.first << " " << row.again);
  }
}

BOOST_FIXTURE_TEST_CASE(it_is_asked_only_when_it_was_typed_and_leaves_no_fact, Office) {
  BOOST_TEST(!has("preparation.secret_number"));
  const std::pair<const char*, FindingNumber> rows[] = {{"7391", FindingNumber::secret_number},
                                                        {"739", FindingNumber::secret_number_form},
                                                        {"1111", FindingNumber::secret_number_guessable}};
  for (const auto& [typed, number] : rows) {
    situation.secrets.secret_number = std::array<Secret, 2>{secret(typed), secret(typed)};
    const Finding finding = ask_for("preparation.secret_number");
    BOOST_TEST((finding.number == number), typed);
    BOOST_TEST(finding.facts.empty());
  }
  situation.secrets.secret_number = std::array<Secret, 2>{secret("7391"), secret("1937")};
  BOOST_TEST((ask_for("preparation.secret_number").number == FindingNumber::secret_numbers_differ));
  only(InstitutionCase::new_with_provisional_code);
  BOOST_TEST(!has("preparation.secret_number"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
