// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/visible_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <poppler-page-renderer.h>

namespace onshi::sheet_reader {
namespace {

constexpr double kPointsToTheInch = 72;
constexpr double kDotsToTheInch = 120;
constexpr double kMostDots = 6e6;  // A3 paper at 150 to the inch, and a little

double dots_to_the_inch(const poppler::page& page) {
  const poppler::rectf size = page.page_rect();
  const double inches = size.width() * size.height() / (kPointsToTheInch * kPointsToTheInch);
  return inches > 0 ? std::min(kDotsToTheInch, std::sqrt(kMostDots / inches)) : 0;
}

poppler::image drawn(const poppler::page& page, double dots, bool soft) {
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, soft);
  return renderer.render_page(&page, dots, dots);
}

bool are_alike(const poppler::image& one, const poppler::image& other) {
  return one.is_valid() && other.is_valid() && one.width() == other.width() && one.height() == other.height();
}

unsigned char dot_at(const poppler::image& image, int column, int row) {
  const char* line = image.const_data() + static_cast<std::ptrdiff_t>(row) * image.bytes_per_row();
  return static_cast<unsigned char>(line[column]);
}

}  // namespace

VisibleText::VisibleText(const poppler::page& page) {
  const double dots = dots_to_the_inch(page);
  if (dots < 1) return;
  soft_ = drawn(page, dots, true);
  hard_ = drawn(page, dots, false);
  if (are_alike(soft_, hard_)) scale_ = dots / kPointsToTheInch;
}

bool VisibleText::is_picture(const poppler::rectf& place) const {
  if (scale_ == 0) return false;
  const auto dot = [this](double points, int most) {
    return static_cast<int>(std::clamp(points * scale_, 0.0, static_cast<double>(most)));
  };
  const int left = dot(place.left(), soft_.width());
  const int top = dot(place.top(), soft_.height());
  const int right = dot(place.right(), soft_.width());
  const int bottom = dot(place.bottom(), soft_.height());
  bool something = false;
  for (int row = top; row < bottom; ++row) {
    for (int column = left; column < right; ++column) {
      if (dot_at(soft_, column, row) != dot_at(hard_, column, row)) return false;
      something = something || dot_at(hard_, column, row) != dot_at(hard_, left, top);
    }
  }
  return something;
}

}  // namespace onshi::sheet_reader
