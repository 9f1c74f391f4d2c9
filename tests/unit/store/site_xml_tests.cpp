// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/store/example_site.h"
#include "tests/unit/store/file_bytes.h"
#include "tests/unit/support/practice.h"
#include "wizard/store/site_xml.h"

using namespace onshi;
using namespace onshi::test;
using What = FileFault::What;

namespace {

std::expected<Site, FileFault> read_text(const std::string& text) {
  const ScratchFolder folder;
  put_bytes(folder.path() / "site.xml", text);
  return read_site(folder.path() / "site.xml");
}

/// The example with `old` replaced by `fresh`.
std::string changed(const std::string& old, const std::string& fresh) {
  std::string text = site_xml(example_site());
  const std::size_t at = text.find(old);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the example holds no " << old);
  return text.replace(at, old.size(), fresh);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(site_xml_tests)

BOOST_AUTO_TEST_CASE(a_site_comes_back_as_it_was) {
  BOOST_CHECK(read_text(site_xml(example_site())).value() == example_site());
  BOOST_CHECK(read_text(site_xml(Site{})).value() == Site{});
}

BOOST_AUTO_TEST_CASE(every_choice_comes_back_as_it_was) {
  for (const auto kind : {InstitutionKind::reception_number, InstitutionKind::provisional_code,
                          InstitutionKind::workplace_clinic}) {
    Site site;
    site.institution.kind = kind;
    BOOST_CHECK(read_text(site_xml(site)).value() == site);
  }
  for (const auto type : {LineType::ip_vpn_ctc_qtnet, LineType::ipsec_ike}) {
    Site site;
    site.line = {type, "", V6Declaration::planned};
    BOOST_CHECK(read_text(site_xml(site)).value() == site);
  }
  for (const auto password :
       {MasterAccountSheet::Password::empty, MasterAccountSheet::Password::must_be_typed}) {
    Site site;
    site.sheets[Environment::verification].master_password = password;
    BOOST_CHECK(read_text(site_xml(site)).value() == site);
  }
}

BOOST_AUTO_TEST_CASE(what_waits_for_a_person_comes_back_and_stands_in_the_file_only_then) {
  Site site = example_site();
  BOOST_CHECK(site_xml(site).find("unconfirmed") == std::string::npos);
  site.sheets[Environment::production].unconfirmed = {SheetEntry::environment, SheetEntry::reset_user_id};
  BOOST_CHECK(read_text(site_xml(site)).value() == site);
  const auto strange = read_text(changed("page=\"1\"", "page=\"1\" unconfirmed=\"password\""));
  BOOST_REQUIRE(!strange.has_value());
  BOOST_CHECK_EQUAL(strange.error().key, "unconfirmed");
}

BOOST_AUTO_TEST_CASE(times_stand_in_the_file_in_japans_time) {
  BOOST_CHECK(site_xml(example_site()).find("when=\"2026-11-21T07:30:00+09:00\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_fault_names_line_key_and_what_is_allowed) {
  struct Row {
    std::string old, fresh;
    What what;
    std::string key;
    std::vector<std::string> allowed;
    std::string marker{};  // what stands in the line of the fault; empty: `fresh`
  };
  const std::vector<Row> rows{
      {"version=\"1\">", "version=\"2\">", What::wrong_version, "version", {"1"}},
      {" version=\"1\">", ">", What::missing_key, "version", {"1"}, "<site"},
      {"kind=\"institution_code\"",
       "kind=\"code\"",
       What::bad_value,
       "kind",
       {"institution_code", "reception_number", "provisional_code", "workplace_clinic"}},
      {"<line type=\"1\"", "<line type=\"4\"", What::bad_value, "type", {"1", "2", "3"}},
      {"v6_option=\"contracted\"",
       "v6_option=\"yes\"",
       What::bad_value,
       "v6_option",
       {"none", "contracted", "planned"}},
      {"<line ", "<line colour=\"red\" ", What::unknown_key, "colour", {"type", "customer_id", "v6_option"}},
      {"<reader ",
       "<raeder ",
       What::unknown_key,
       "raeder",
       {"institution", "line", "line_override", "reader", "sheet", "master_account", "account", "certificate",
        "certificate_dates", "waiver", "preparation"}},
      {"applied=\"2026-01-15\"", "applied=\"soon\"", What::bad_value, "applied", {"2026-04-01"}},
      {"kind=\"ntt_west\"",
       "kind=\"internet\"",
       What::bad_value,
       "kind",
       {"ntt_east", "ntt_west", "ctc_qtnet", "ipsec"}},
      {" by=\"", " from=\"", What::unknown_key, "from", {"kind", "reason", "by", "when"}},
      {"page=\"1\"", "page=\"-1\"", What::bad_value, "page", {"0-100000"}},
      {"page=\"1\"", "page=\"1x\"", What::bad_value, "page", {"0-100000"}},
      {"slot=\"verification\"",
       "slot=\"production\"",
       What::bad_value,
       "slot",
       {},
       "environment=\"verification"},
      {"file=\"certificate.p12\"", "file=\"../../etc/passwd\"", What::bad_value, "file", {"certificate.p12"}},
      {"2026-11-21T07:30:00+09:00",
       "2026-11-21T07:30:00Z",
       What::bad_value,
       "when",
       {"2026-04-01T09:00:00+09:00"}},
      {" when=\"2026-11-21T07:30",
       " then=\"2026-11-21T07:30",
       What::unknown_key,
       "then",
       {"step", "reason", "when"}},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.fresh) {
      const std::string text = changed(row.old, row.fresh);
      const auto site = read_text(text);
      BOOST_REQUIRE(!site);
      const FileFault& fault = site.error();
      BOOST_CHECK(fault.what == row.what);
      BOOST_CHECK_EQUAL(fault.key, row.key);
      BOOST_TEST(fault.allowed == row.allowed, boost::test_tools::per_element());
      BOOST_CHECK_EQUAL(fault.file.filename(), "site.xml");
      const auto at = static_cast<std::ptrdiff_t>(text.find(row.marker.empty() ? row.fresh : row.marker));
      BOOST_CHECK_EQUAL(fault.line, 1 + std::count(text.begin(), text.begin() + at, '\n'));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_line_of_a_fault_is_that_of_the_attribute) {
  const auto site = read_text(changed("<line type=\"1\"", "<line\n  customer_type=\"x\"\n  type=\"9\""));
  BOOST_REQUIRE(!site);
  BOOST_CHECK_EQUAL(site.error().key, "customer_type");
  const auto typed = read_text(changed("<line type=\"1\"", "<line\n\n  type=\"9\""));
  BOOST_REQUIRE(!typed);
  BOOST_CHECK_EQUAL(typed.error().line, 6);
}

BOOST_AUTO_TEST_CASE(a_cut_file_is_not_xml) {
  const std::string text = site_xml(example_site());
  for (std::size_t length = 0; length + 2 < text.size(); length += 97) {
    const auto site = read_text(text.substr(0, length));
    BOOST_REQUIRE_MESSAGE(!site, "cut after " << length << " bytes");
  }
}

BOOST_AUTO_TEST_CASE(text_between_elements_and_a_second_line_are_refused) {
  BOOST_CHECK(read_text(changed("<line ", "hello<line ")).error().what == What::text_not_allowed);
  const auto twice = read_text(changed("<line ", "<line customer_id=\"\" v6_option=\"none\"/><line "));
  BOOST_REQUIRE(!twice);
  BOOST_CHECK_EQUAL(twice.error().key, "line");
  BOOST_CHECK(twice.error().what == What::twice);
}

BOOST_AUTO_TEST_CASE(stray_text_is_told_at_the_line_of_its_first_word) {
  const auto stray = read_text("<site version=\"1\">\n\n  hello\n</site>");
  BOOST_REQUIRE(!stray);
  BOOST_CHECK(stray.error().what == What::text_not_allowed);
  BOOST_CHECK_EQUAL(stray.error().line, 3);
}

BOOST_AUTO_TEST_SUITE_END()
