// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/sheet_xml.h"

namespace onshi {
namespace {

using What = SheetFault::What;

constexpr const char* kBoth = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- two sheets -->
<sheets version="1">
  <sheet environment="本番環境" institution_code="０１１０１１３７１９" institution_name="架空医院" master_user_id="Ｍ１" reset_user_id="R1"/>
  <sheet environment="verification" institution_code="01-1-0113719" institution_name="架空医院" master_user_id="K1"
         master_user_name="マスタアカウント" reset_user_id="S1"/>
</sheets>
)";

SheetFault fault_of(std::string_view xml) {
  auto sheets = sheets_from_xml(xml, "a.xml");
  BOOST_TEST_REQUIRE(!sheets.has_value(), xml);
  return sheets.error();
}

std::string with_sheet(const std::string& sheet) {
  return "<sheets version=\"1\">\n" + sheet + "\n</sheets>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_xml_tests)

BOOST_AUTO_TEST_CASE(both_sheets_of_a_file_are_read_and_normalised) {
  const auto sheets = sheets_from_xml(kBoth, "a.xml");
  BOOST_TEST_REQUIRE(sheets.has_value());
  BOOST_TEST_REQUIRE(sheets->size() == 2);
  const MasterAccountSheet& first = sheets->front();
  BOOST_TEST((first.environment == Environment::production));
  BOOST_TEST(first.institution_code == "0110113719");
  BOOST_TEST(first.institution_name == "架空医院");
  BOOST_TEST(first.master_user_id == "M1");
  BOOST_TEST(first.reset_user_id == "R1");
  BOOST_TEST((first.master_password == MasterAccountSheet::Password::must_be_typed));
  BOOST_TEST(first.file == "a.xml");
  BOOST_TEST(first.page == 1);
  BOOST_TEST((sheets->back().environment == Environment::verification));
  BOOST_TEST(sheets->back().institution_code == "0110113719");
  BOOST_TEST(sheets->back().page == 2);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_does_no_harm) {
  BOOST_TEST(sheets_from_xml("\xEF\xBB\xBF" + std::string(kBoth), "a.xml").has_value());
}

BOOST_AUTO_TEST_CASE(the_encoding_of_windows_is_understood_when_declared) {
  const std::string xml =
      "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" +
      with_sheet(
          "<sheet environment=\"\x96\x7B\x94\xD4\x8A\xC2\x8B\xAB\" institution_name=\"\xFB\xFC\x8B\xB4\"/>");
  const auto sheets = sheets_from_xml(xml, "a.xml");
  BOOST_TEST_REQUIRE(sheets.has_value());
  BOOST_TEST((sheets->front().environment == Environment::production));
  BOOST_TEST(sheets->front().institution_name == "髙橋");
}

BOOST_AUTO_TEST_CASE(a_password_in_a_file_is_refused_and_not_repeated) {
  for (const std::string sheet :
       {R"(<sheet environment="production" password="topsecret"/>)",
        R"(<sheet environment="production" master_password="topsecret"/>)",
        R"(<sheet environment="production"><password>topsecret</password></sheet>)"}) {
    const SheetFault fault = fault_of(with_sheet(sheet));
    BOOST_TEST((fault.what == What::xml_password));
    BOOST_TEST(fault.detail == "line 2");
  }
}

BOOST_AUTO_TEST_CASE(whatever_means_a_password_is_refused_as_one_wherever_it_stands) {
  for (const std::string key :
       {"Password", "passwd", "pass", "パスワード", "ﾊﾟｽﾜｰﾄﾞ", "マスタパスワード", "pw", "master_pw", "PWD",
        "secret", "秘密の番号", "暗証番号", "pin", "user-pin"}) {
    BOOST_TEST_CONTEXT(key) {
      const std::string attribute = " " + key + "=\"1234\"";
      const SheetFault inside = fault_of(with_sheet("<sheet environment=\"production\"" + attribute + "/>"));
      BOOST_TEST((inside.what == What::xml_password));
      BOOST_TEST(inside.detail == "line 2");
      const SheetFault deep = fault_of(with_sheet("<x><y><" + key + ">1234</" + key + "></y></x>"));
      BOOST_TEST((deep.what == What::xml_password));
      BOOST_TEST((fault_of("<sheets version=\"1\"" + attribute + "/>").what == What::xml_password));
    }
  }
  for (const std::string key : {"spinning", "pwned", "compare"}) {
    BOOST_TEST((fault_of(with_sheet("<sheet " + key + "=\"1\"/>")).what == What::xml_not_sheets), key);
  }
}

BOOST_AUTO_TEST_CASE(endless_nesting_does_not_exhaust_the_stack) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<x>";
  for (int i = 0; i < 20000; ++i) deep += "</x>";
  BOOST_TEST((fault_of(with_sheet(deep)).what == What::xml_not_sheets));
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_named_with_its_line) {
  struct Row {
    std::string xml;
    std::string detail;
  };
  for (const Row& row :
       {Row{"<html/>", "<html>"}, Row{"<sheets/>", "line 1: version"},
        Row{"<sheets version=\"2\"/>", "line 1: version"}, Row{"<sheets version=\"1\"/>", "line 1: sheet"},
        Row{with_sheet("<page/>"), "line 2: page"},
        Row{with_sheet("<sheet environment=\"production\" code=\"1\"/>"), "line 2: code"},
        Row{with_sheet("<sheet/>"), "line 2: environment"},
        Row{with_sheet("<sheet environment=\"練習環境\"/>"), "line 2: environment"},
        Row{with_sheet("<sheet environment=\"production\"><x/></sheet>"), "line 2: x"}}) {
    const SheetFault fault = fault_of(row.xml);
    BOOST_TEST((fault.what == What::xml_not_sheets), row.xml);
    BOOST_TEST(fault.detail == row.detail);
  }
}

BOOST_AUTO_TEST_CASE(broken_xml_and_unknown_encodings_are_told) {
  BOOST_TEST((fault_of("<sheets version=\"1\"><sheet></sheets>").what == What::xml_broken));
  BOOST_TEST((fault_of("<sheets").what == What::xml_broken));
  BOOST_TEST((fault_of("<?xml version=\"1.0\" encoding=\"EUC-JP\"?><sheets version=\"1\"/>").what ==
              What::xml_broken));
  BOOST_TEST((fault_of("<?xml encoding=").what == What::xml_broken));
  BOOST_TEST((fault_of(with_sheet("<sheet environment=\"\x96\x7B\"/>")).what == What::xml_broken));
  const SheetFault fault = fault_of("<?xml version=\"1.0\" encoding=\"CP932\"?><sheets a=\"\x81\"/>");
  BOOST_TEST((fault.what == What::xml_broken));
  BOOST_TEST(fault.detail == "byte 49 is not cp932");
}

BOOST_AUTO_TEST_CASE(entities_from_outside_are_not_fetched) {
  const std::string xml = R"(<!DOCTYPE sheets [<!ENTITY x SYSTEM "file:///etc/passwd">]>)" +
                          with_sheet(R"(<sheet environment="production" institution_name="&x;"/>)");
  const auto sheets = sheets_from_xml(xml, "a.xml");
  BOOST_TEST((!sheets.has_value() || sheets->front().institution_name == "&x;"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
