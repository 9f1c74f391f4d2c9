// SPDX-License-Identifier: GPL-3.0-or-later
#include <regex>
#include <set>

#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>

#include "tests/unit/store/file_bytes.h"

using namespace onshi::test;

namespace {

const std::filesystem::path source = ONSHI_SOURCE_DIR;

std::set<std::string> ids_in_code() {
  const std::string code =
      bytes_of(source / "wizard/flow/duty.cpp") + bytes_of(source / "wizard/flow/session_checks.cpp");
  static const std::regex shape("\"(duty\\.[a-z_.]+)\"");
  std::set<std::string> ids;
  for (std::sregex_iterator at(code.begin(), code.end(), shape), end; at != end; ++at) ids.insert((*at)[1]);
  return ids;
}

std::set<std::string> ids_in_texts(const std::string& prefix) {
  pugi::xml_document document;
  BOOST_REQUIRE(document.load_file((source / "assets/locale/flow.xml").c_str()));
  std::set<std::string> ids;
  for (const auto& text : document.child("texts")) {
    const std::string id = text.attribute("id").value();
    if (id.starts_with(prefix)) ids.insert(id);
  }
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(flow_texts_tests)

BOOST_AUTO_TEST_CASE(every_duty_has_a_text_and_every_text_a_duty) {
  BOOST_CHECK(ids_in_code() == ids_in_texts("duty."));
}

BOOST_AUTO_TEST_CASE(every_trouble_of_the_store_has_a_text) {
  const std::set<std::string> expected{"store.read_only", "store.full", "store.not_found", "store.damaged",
                                       "store.failed"};
  BOOST_CHECK(ids_in_texts("store.") == expected);
}

BOOST_AUTO_TEST_SUITE_END()
