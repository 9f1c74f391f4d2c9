// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <boost/test/unit_test.hpp>

#include "wizard/gui/line_break.h"

namespace onshi::gui {
namespace {

/// Every character is as wide as 1, so a width is a number of characters.
std::vector<std::wstring> broken(std::wstring_view text, int width) {
  std::vector<int> ends(text.size());
  std::iota(ends.begin(), ends.end(), 1);
  return broken_lines(text, ends, width);
}

void expect(const std::vector<std::wstring>& lines, const std::vector<std::wstring>& wanted) {
  BOOST_TEST_REQUIRE(lines.size() == wanted.size());
  for (std::size_t i = 0; i < lines.size(); ++i) BOOST_TEST((lines[i] == wanted[i]), "line " << i);
}

BOOST_AUTO_TEST_SUITE(line_break_tests)

BOOST_AUTO_TEST_CASE(what_fits_stays_on_one_line) {
  expect(broken(L"回線", 2), {L"回線"});
  expect(broken(L"", 5), {L""});
}

BOOST_AUTO_TEST_CASE(japanese_breaks_between_any_two_characters) {
  expect(broken(L"電子証明書", 3), {L"電子証", L"明書"});
}

BOOST_AUTO_TEST_CASE(english_breaks_after_a_space_and_drops_it) {
  expect(broken(L"check again", 8), {L"check", L"again"});
}

BOOST_AUTO_TEST_CASE(a_word_wider_than_the_line_is_cut) {
  expect(broken(L"abcdefgh", 3), {L"abc", L"def", L"gh"});
}

BOOST_AUTO_TEST_CASE(closing_marks_never_begin_a_line) {
  for (const wchar_t mark : std::wstring_view(L"。、」）ー！？ょっ")) {
    const std::wstring text = std::wstring(L"回線と") + mark;
    const auto lines = broken(text, 3);
    BOOST_TEST_REQUIRE(lines.size() == 2U);
    BOOST_TEST((lines[1] == std::wstring(L"と") + mark));
  }
}

BOOST_AUTO_TEST_CASE(opening_marks_never_end_a_line) {
  expect(broken(L"回線（光）", 3), {L"回線", L"（光）"});
  expect(broken(L"回線「光」", 3), {L"回線", L"「光」"});
}

BOOST_AUTO_TEST_CASE(words_inside_japanese_stay_whole) {
  expect(broken(L"端末はLANで", 5), {L"端末は", L"LANで"});
}

BOOST_AUTO_TEST_CASE(a_host_name_longer_than_the_line_goes_on_after_a_dot) {
  expect(broken(L"（web.verification.example）", 16), {L"（web.", L"verification.", L"example）"});
}

BOOST_AUTO_TEST_CASE(newlines_of_the_text_stay) { expect(broken(L"一\n二三四", 2), {L"一", L"二三", L"四"}); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace onshi::gui
