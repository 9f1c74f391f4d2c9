// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <boost/test/unit_test.hpp>

#include "wizard/gui/look.h"
#include "wizard/gui/mark.h"

namespace onshi::gui {
namespace {

constexpr std::array kMarks{Mark::open,    Mark::running, Mark::good,      Mark::attention, Mark::fault,
                            Mark::unknown, Mark::not_run, Mark::cancelled, Mark::waived};

double part(unsigned char value) {
  const double share = value / 255.0;
  return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double brightness(const wxColour& colour) {
  return 0.2126 * part(colour.Red()) + 0.7152 * part(colour.Green()) + 0.0722 * part(colour.Blue());
}

/// WCAG contrast of two colours, 1 to 21.
double contrast(const wxColour& left, const wxColour& right) {
  const double high = std::max(brightness(left), brightness(right));
  const double low = std::min(brightness(left), brightness(right));
  return (high + 0.05) / (low + 0.05);
}

void expect_readable(const Palette& palette) {
  for (const Mark mark : kMarks) {
    BOOST_TEST(contrast(colour_of(mark, palette), back_of(mark, palette)) >= 4.5, word_of(mark));
    BOOST_TEST(contrast(colour_of(mark, palette), palette.card) >= 4.5, word_of(mark));
    BOOST_TEST(contrast(palette.text, back_of(mark, palette)) >= 4.5, word_of(mark));
  }
  BOOST_TEST(contrast(palette.muted, palette.card) >= 4.5);
}

BOOST_AUTO_TEST_SUITE(mark_tests)

BOOST_AUTO_TEST_CASE(every_mark_has_a_word_of_its_own) {
  std::set<std::string_view> words;
  for (const Mark mark : kMarks) words.insert(word_of(mark));
  BOOST_TEST(words.size() == kMarks.size());
}

BOOST_AUTO_TEST_CASE(every_colour_can_be_read_in_the_light) { expect_readable(light_palette()); }

BOOST_AUTO_TEST_CASE(every_colour_can_be_read_in_the_dark) { expect_readable(dark_palette()); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace onshi::gui
