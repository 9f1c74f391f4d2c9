// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/picture_input.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "probes/sheet/file_kind.h"
#include "probes/sheet/reader/open_pdf.h"
#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {
namespace {

constexpr double kMostDots = 40e6;       // of a picture: A4 paper at 600 to the inch, and a little
constexpr double kMostDrawnDots = 18e6;  // of a page that is drawn: A3 paper at 300
constexpr double kDotsToTheInch = 300;
constexpr double kPointsToTheInch = 72;

using reader_protocol::kMostPictures;

void add_words(Picture picture, int number, Recogniser& recogniser, Answer& answer) {
  const auto words = recogniser.words_of(std::move(picture));
  const PageSize size = recogniser.page_size();
  answer.page(number, size.width, size.height);
  for (const RecognisedWord& word : words) answer.word(word.place, WordSource::picture, word.text);
}

bool is_too_large(double width, double height) { return width * height > kMostDots; }

/// One picture of the file, without unpacking any when it would be too large.
class PictureFile {
 public:
  explicit PictureFile(const std::string& bytes)
      : bytes_(reinterpret_cast<const l_uint8*>(bytes.data())), size_(bytes.size()) {
    int depth = 0;
    int samples = 0;
    readable_ = pixReadHeaderMem(bytes_, size_, &format_, &width_, &height_, &depth, &samples, nullptr) == 0;
  }

  [[nodiscard]] bool readable() const { return readable_; }
  [[nodiscard]] std::string too_large() const {
    return is_too_large(width_, height_) ? fmt::format("{}x{}", width_, height_) : std::string{};
  }

  void add_to(Answer& answer, Recogniser& recogniser) const {
    if (!is_tiff()) {
      Picture picture(pixReadMem(bytes_, size_));
      if (!picture) return answer.fault("pdf_damaged", "not_loaded");
      return add_words(std::move(picture), 1, recogniser, answer);
    }
    std::size_t place = 0;  // of the next picture; 0 again after the last
    int number = 0;
    int left_out = 0;
    do {
      Picture picture(pixReadMemFromMultipageTiff(bytes_, size_, &place));
      if (!picture) return answer.fault("pdf_damaged", "not_loaded");
      ++number;
      if (is_too_large(pixGetWidth(picture.get()), pixGetHeight(picture.get()))) {
        ++left_out;
      } else {
        add_words(std::move(picture), number, recogniser, answer);
      }
    } while (place != 0 && number < kMostPictures);
    if (place != 0) ++left_out;  // at least
    if (left_out > 0) answer.more_pages(left_out);
  }

 private:
  [[nodiscard]] bool is_tiff() const { return format_ >= IFF_TIFF && format_ <= IFF_TIFF_ZIP; }

  const l_uint8* bytes_;
  std::size_t size_;
  int format_ = IFF_UNKNOWN;
  int width_ = 0;
  int height_ = 0;
  bool readable_ = false;
};

void add_picture(const std::string& bytes, Recogniser& recogniser, Answer& answer) {
  const PictureFile file(bytes);
  if (!file.readable()) return answer.fault("pdf_damaged", "not_loaded");
  const std::string too_large = file.too_large();
  if (!too_large.empty()) return answer.fault("too_large", too_large);
  file.add_to(answer, recogniser);
}

Picture picture_of(const poppler::image& drawn) {
  Picture picture(pixCreate(drawn.width(), drawn.height(), 8));
  if (!picture) return picture;
  for (int row = 0; row < drawn.height(); ++row) {
    const char* dots = drawn.const_data() + static_cast<std::ptrdiff_t>(row) * drawn.bytes_per_row();
    l_uint32* line = pixGetData(picture.get()) + static_cast<std::ptrdiff_t>(row) * pixGetWpl(picture.get());
    for (int column = 0; column < drawn.width(); ++column) {
      SET_DATA_BYTE(line, column, static_cast<unsigned char>(dots[column]));
    }
  }
  return picture;
}

/// However large the page says it is, only so many dots are drawn.
double dots_to_the_inch(const poppler::page& page) {
  const poppler::rectf size = page.page_rect();
  const double inches = size.width() * size.height() / (kPointsToTheInch * kPointsToTheInch);
  return inches > 0 ? std::min(kDotsToTheInch, std::sqrt(kMostDrawnDots / inches)) : 0;
}

void add_drawn_page(const poppler::page& page, int number, Recogniser& recogniser, Answer& answer) {
  const double dots = dots_to_the_inch(page);
  if (dots < 1) return;  // nothing can stand on it
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  const poppler::image drawn = renderer.render_page(&page, dots, dots);
  if (drawn.is_valid()) add_words(picture_of(drawn), number, recogniser, answer);
}

void add_drawn_pdf(std::string& bytes, Recogniser& recogniser, Answer& answer) {
  const auto document = open_pdf(bytes, answer);
  if (!document) return;
  const int pages = std::min(document->pages(), kMostPictures);
  for (int index = 0; index < pages; ++index) {
    const auto page = std::unique_ptr<poppler::page>(document->create_page(index));
    if (page) add_drawn_page(*page, index + 1, recogniser, answer);
  }
  if (document->pages() > pages) {
    answer.more_pages(std::min(document->pages(), reader_protocol::kMostLeftOut) - pages);
  }
}

}  // namespace

Confinement picture_confinement() {
  return {.readable = {"/usr/share/poppler"},
          .memory_bytes = reader_protocol::kPictureMemory,
          .processor_time = reader_protocol::kPictureWork};
}

std::string picture_answer_to(std::string bytes, Recogniser& recogniser) {
  Answer answer;
  switch (kind_of_file(bytes)) {
    case FileKind::pdf:
      add_drawn_pdf(bytes, recogniser, answer);
      break;
    case FileKind::picture:
      add_picture(bytes, recogniser, answer);
      break;
    default:
      answer.fault("unknown_kind");
  }
  return std::move(answer).finished();
}

}  // namespace onshi::sheet_reader
