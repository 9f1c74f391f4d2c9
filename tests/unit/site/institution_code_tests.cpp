// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/institution_code.h"

using namespace onshi;

namespace {

using enum CodeStructure;

struct Structured {
  const char* code;
  CodeStructure structure;
};

// institution-code.md §4, and the neighbours of every border.
const Structured kStructures[] = {
    {"", empty},
    {"0110113719", good},
    {"2739900021", good},
    {"1342222226", good},
    {"1364444443", good},
    {"0010113719", wrong_prefecture},
    {"4810113719", wrong_prefecture},
    {"9910113719", wrong_prefecture},
    {"4710113719", good},
    {"0120113719", wrong_table},
    {"0100113719", wrong_table},
    {"0150113719", wrong_table},
    {"0190113719", wrong_table},
    {"0113719", seven_digits},
    {"011011371", nine_digits},
    {"01101137", wrong_length},
    {"01101137190", wrong_length},
    {"1", wrong_length},
    {"011011371O", not_digits},
    {"01101137 9", not_digits},
    {"-110113719", not_digits},
    {"０１１０１１３７１９", not_digits},  // before normalising
};

struct Typed {
  const char* typed;
  const char* code;
};

const Typed kTyped[] = {
    {"0110113719", "0110113719"},
    {"０１１０１１３７１９", "0110113719"},
    {"01-1-0113719", "0110113719"},
    {"01ー1ー0113719", "0110113719"},
    {"01−1－0113719", "0110113719"},
    {" 01 1　0113719\t", "0110113719"},
    {"01.1.011.3719", "0110113719"},
    {"０１・１・０１１３７１９", "0110113719"},
    {"", ""},
    {"①１", "①1"},  // a circled digit is not a digit that somebody typed on purpose
    {"O11O113719", "O11O113719"},
    {"仮１２", "仮12"},
    {"\xFF１",
     "\xFF"
     "1"},  // broken UTF-8 stays visible
};

}  // namespace

BOOST_AUTO_TEST_SUITE(institution_code_tests)

BOOST_AUTO_TEST_CASE(every_form_of_a_code_has_its_own_verdict) {
  for (const auto& row : kStructures) {
    BOOST_TEST_CONTEXT(row.code) { BOOST_TEST((structure_of(row.code) == row.structure)); }
  }
}

BOOST_AUTO_TEST_CASE(widths_and_separators_go_and_nothing_else) {
  for (const auto& row : kTyped) {
    BOOST_TEST_CONTEXT(row.typed) { BOOST_TEST(normalise_code(row.typed) == row.code); }
  }
}

BOOST_AUTO_TEST_CASE(a_leading_zero_stays) { BOOST_TEST(normalise_code("0110113719").front() == '0'); }

BOOST_AUTO_TEST_CASE(the_check_digit_holds_for_the_published_vectors) {
  for (const char* code : {"0110113719", "2719900249", "2739900021", "1318814790", "1410803304", "1219210014",
                           "1112401966", "1338814790"}) {
    BOOST_TEST_CONTEXT(code) { BOOST_TEST(check_digit_holds(code)); }
  }
}

BOOST_AUTO_TEST_CASE(the_check_digit_fails_for_the_others) {
  for (const char* code : {"2719900021", "0110113718", "1318814791", "1410803303"}) {
    BOOST_TEST_CONTEXT(code) { BOOST_TEST(!check_digit_holds(code)); }
  }
}

BOOST_AUTO_TEST_CASE(a_code_without_structure_has_no_check_digit) {
  for (const char* code : {"", "0010113719", "0120113719", "011011371", "abcdefghij"}) {
    BOOST_TEST_CONTEXT(code) { BOOST_TEST(!check_digit_holds(code)); }
  }
}

BOOST_AUTO_TEST_CASE(one_wrong_digit_among_the_last_seven_is_always_caught) {
  for (const std::string code : {"0110113719", "1318814790"}) {
    for (std::size_t place = 3; place < code.size(); ++place) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string other = code;
        other[place] = digit;
        BOOST_TEST_CONTEXT(other) { BOOST_TEST(check_digit_holds(other) == (other == code)); }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_table_is_caught_outside_the_four_prefectures_and_never_inside) {
  for (const char* code : {"0130113719", "0140113719", "0160113719"}) BOOST_TEST(!check_digit_holds(code));
  for (const char* code : {"1318814790", "1338814790", "1348814790", "1368814790"})
    BOOST_TEST(check_digit_holds(code));
}

BOOST_AUTO_TEST_CASE(the_likely_table_is_named_when_one_fits) {
  BOOST_TEST((likely_table("2719900021") == std::optional('3')));
  BOOST_TEST((likely_table("0130113719") == std::optional('1')));
}

BOOST_AUTO_TEST_CASE(no_table_is_named_when_the_code_is_good_or_covered_by_the_short_rule_or_broken) {
  for (const char* code : {"0110113719", "1318814791", "0110113710", "", "0010113719"}) {
    BOOST_TEST_CONTEXT(code) { BOOST_TEST(!likely_table(code).has_value()); }
  }
}

BOOST_AUTO_TEST_CASE(each_kind_has_a_word_that_leads_back) {
  for (auto kind : {InstitutionKind::institution_code, InstitutionKind::reception_number,
                    InstitutionKind::provisional_code, InstitutionKind::workplace_clinic}) {
    BOOST_TEST((institution_kind_named(name_of(kind)) == std::optional(kind)));
  }
  BOOST_TEST(!institution_kind_named("").has_value());
  BOOST_TEST(!institution_kind_named("Institution_code").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
