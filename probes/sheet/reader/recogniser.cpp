// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/recogniser.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

// Of the library that Tesseract brings along: its header is the compiler's, and not every compiler has one.
extern "C" void omp_set_max_active_levels(int levels);

namespace onshi::sheet_reader {
namespace {

constexpr double kLongSide = 842;      // points of A4 paper
constexpr int kBestHeight = 3508;      // dots of A4 paper at 300 to the inch
constexpr int kSmallest = 100;         // dots; nothing can be read in less
constexpr float kSureOfDirection = 2;  // as Tesseract rates it
constexpr int kQuarter = 90;           // degrees

int width_of(const Picture& picture) { return pixGetWidth(picture.get()); }
int height_of(const Picture& picture) { return pixGetHeight(picture.get()); }
int long_side(const Picture& picture) { return std::max(width_of(picture), height_of(picture)); }

/// Grey, and no larger than helps; the recogniser's time grows with the number of dots.
Picture prepared(const Picture& picture) {
  Picture grey(pixConvertTo8(picture.get(), 0));
  if (!grey || long_side(grey) <= kBestHeight) return grey;
  const auto scale = static_cast<float>(kBestHeight) / static_cast<float>(long_side(grey));
  return Picture(pixScale(grey.get(), scale, scale));
}

/// A sheet that lay askew in the scanner; left as it is when that cannot be told.
Picture straight(Picture picture) {
  Picture turned(pixDeskew(picture.get(), 0));
  return turned ? std::move(turned) : std::move(picture);
}

Picture turned(const Picture& picture, int quarters) {
  return Picture(pixRotateOrth(picture.get(), quarters));
}

/// How the lines of a table come out.
bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

/// The words of one line share its upper and lower edge: a mark such as a long vowel is far lower than the
/// characters beside it.
class Words {
 public:
  Words(tesseract::TessBaseAPI& api, double scale) : iterator_(api.GetIterator()), scale_(scale) {}

  std::vector<RecognisedWord> all() {
    std::vector<RecognisedWord> words;
    if (!iterator_) return words;
    do {
      if (auto word = current()) words.push_back(std::move(*word));
    } while (iterator_->Next(tesseract::RIL_WORD));
    return words;
  }

 private:
  std::optional<RecognisedWord> current() {
    const std::unique_ptr<char[]> text(iterator_->GetUTF8Text(tesseract::RIL_WORD));
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    int unused = 0;
    const bool placed = iterator_->BoundingBox(tesseract::RIL_TEXTLINE, &unused, &top, &unused, &bottom) &&
                        iterator_->BoundingBox(tesseract::RIL_WORD, &left, &unused, &right, &unused);
    if (!text || is_blank(text.get()) || !placed) return std::nullopt;
    return RecognisedWord{{left * scale_, top * scale_, right * scale_, bottom * scale_}, text.get()};
  }

  std::unique_ptr<tesseract::ResultIterator> iterator_;
  double scale_;
};

}  // namespace

void FreePicture::operator()(Pix* picture) const { pixDestroy(&picture); }

Recogniser::Recogniser()
    : text_(std::make_unique<tesseract::TessBaseAPI>()),
      direction_(std::make_unique<tesseract::TessBaseAPI>()) {
  omp_set_max_active_levels(0);  // a confined program cannot start threads
  setMsgSeverity(L_SEVERITY_NONE);
  ready_ = text_->Init(nullptr, "jpn+eng", tesseract::OEM_LSTM_ONLY) == 0;
  knows_direction_ = direction_->Init(nullptr, "osd", tesseract::OEM_TESSERACT_ONLY) == 0;
  text_->SetVariable("debug_file", "/dev/null");
}

Recogniser::~Recogniser() = default;

Picture Recogniser::upright(Picture picture) {
  if (!knows_direction_) return picture;
  direction_->SetPageSegMode(tesseract::PSM_OSD_ONLY);
  direction_->SetImage(picture.get());
  int degrees = 0;
  float sureness = 0;
  const char* script = nullptr;
  float script_sureness = 0;
  const bool told = direction_->DetectOrientationScript(&degrees, &sureness, &script, &script_sureness);
  direction_->Clear();
  if (!told || degrees == 0 || sureness < kSureOfDirection) return picture;
  return turned(picture, (4 - degrees / kQuarter) % 4);
}

std::vector<RecognisedWord> Recogniser::words_of(Picture picture) {
  Picture grey = picture ? prepared(picture) : nullptr;
  picture.reset();
  if (!grey || std::min(width_of(grey), height_of(grey)) < kSmallest) return {};
  grey = straight(upright(std::move(grey)));
  const double scale = kLongSide / long_side(grey);
  page_ = {width_of(grey) * scale, height_of(grey) * scale};
  text_->SetPageSegMode(tesseract::PSM_AUTO);
  text_->SetImage(grey.get());
  text_->SetSourceResolution(static_cast<int>(std::lround(72 / scale)));
  if (text_->Recognize(nullptr) != 0) return {};
  auto words = Words(*text_, scale).all();
  text_->Clear();
  return words;
}

}  // namespace onshi::sheet_reader
