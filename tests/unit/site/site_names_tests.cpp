// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <boost/test/unit_test.hpp>

#include "probes/site/file_fault.h"
#include "probes/site/master_account_sheet.h"
#include "probes/site/profile.h"
#include "probes/site/site.h"

using namespace onshi;

namespace {

template <typename Value>
void leads_back(std::initializer_list<Value> values, std::optional<Value> (*named)(std::string_view)) {
  std::set<std::string_view> words;
  for (Value value : values) {
    BOOST_TEST((named(name_of(value)) == std::optional(value)));
    BOOST_TEST(words.insert(name_of(value)).second);
  }
  for (const char* stranger : {"", " ", "0", "unknown", "East", "PRODUCTION"})
    BOOST_TEST(!named(stranger).has_value());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(site_names_tests)

BOOST_AUTO_TEST_CASE(every_word_leads_back_to_its_value) {
  leads_back({Environment::production, Environment::verification}, environment_named);
  leads_back({SheetEntry::environment, SheetEntry::institution_code, SheetEntry::institution_name,
              SheetEntry::master_user_id, SheetEntry::reset_user_id},
             sheet_entry_named);
  leads_back({LineType::ip_vpn_ntt, LineType::ip_vpn_ctc_qtnet, LineType::ipsec_ike}, line_type_named);
  leads_back({V6Declaration::none, V6Declaration::contracted, V6Declaration::planned}, v6_declaration_named);
  leads_back({Region::east, Region::west}, region_named);
}

BOOST_AUTO_TEST_CASE(every_role_has_a_word_and_is_listed) {
  BOOST_TEST(role_names().size() == 14U);
  for (const std::string& name : role_names()) {
    BOOST_TEST_REQUIRE(role_named(name).has_value());
    BOOST_TEST(name_of(*role_named(name)) == name);
  }
}

BOOST_AUTO_TEST_CASE(the_line_types_carry_the_numbers_of_the_form) {
  BOOST_TEST(name_of(LineType::ip_vpn_ntt) == "1");
  BOOST_TEST(name_of(LineType::ip_vpn_ctc_qtnet) == "2");
  BOOST_TEST(name_of(LineType::ipsec_ike) == "3");
}

BOOST_AUTO_TEST_CASE(passwords_and_file_faults_have_words) {
  BOOST_TEST(name_of(MasterAccountSheet::Password::must_be_typed) == "must_be_typed");
  BOOST_TEST(name_of(MasterAccountSheet::Password::empty) == "empty");
  BOOST_TEST(name_of(FileFault::What::wrong_version) == "wrong_version");
  BOOST_TEST(name_of(FileFault::What::missing) == "missing");
}

BOOST_AUTO_TEST_SUITE_END()
