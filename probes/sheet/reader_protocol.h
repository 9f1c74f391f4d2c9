// SPDX-License-Identifier: GPL-3.0-or-later
// How the small programs answer: the one thing that they and their parent share. A PDF or picture becomes
//   onshi-sheet-words 1
//   fault WORD DETAIL
//   page NUMBER WIDTH HEIGHT               from 1; points
//   word LEFT TOP RIGHT BOTTOM FONT TEXT   FONT is "embedded", "outside" or "picture"
//   more PAGES                             so many pages were not looked at, or not to their end
//   end
// and a ZIP becomes its entries, of which each is then read by a small program of its own, so that no
// document can cost or forge what its neighbour holds:
//   onshi-sheet-entries 1
//   fault WORD DETAIL
//   entry NAME SIZE                        and then so many bytes as they are, and a line feed
//   end
// What a document holds beyond these bounds is left out by the small program; its parent takes a line beyond
// them for an attack.
// Text stands in percent escapes, so every line is printable ASCII and every field is free of spaces.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace onshi::reader_protocol {

inline constexpr std::string_view kFirstLine = "onshi-sheet-words 1";
inline constexpr std::string_view kFirstLineOfEntries = "onshi-sheet-entries 1";
inline constexpr int kMostPages = 20;         // of one PDF
inline constexpr int kMostPictures = 4;       // of one PDF or TIFF
inline constexpr int kMostLeftOut = 1000000;  // pages
inline constexpr int kMostEntries = 50;       // of a ZIP
inline constexpr int kMostWords = 20000;      // of one document
inline constexpr std::size_t kLongestWord = 4096;
inline constexpr std::size_t kLongestName = 255;
inline constexpr double kFarthest = 20000;  // points; larger than any page
inline constexpr std::size_t kMostUnpacked = std::size_t{40} << 20;
inline constexpr std::size_t kMostXml = std::size_t{256} << 10;
inline constexpr std::size_t kMostOfDocument = std::size_t{1} << 20;  // of lines about words
inline constexpr std::size_t kMostOutput = 2 * kMostOfDocument;
inline constexpr std::size_t kMostOfEntries = kMostUnpacked + kMostOfDocument;

// What recognising characters may take; a page takes two seconds of a processor.
inline constexpr std::size_t kPictureMemory = std::size_t{1} << 30;
inline constexpr std::chrono::seconds kPictureWork{60};
inline constexpr std::chrono::seconds kPictureTime{150};

/// How a small program ends when it cannot answer at all.
enum class Exit : int {
  answered = 0,
  usage = 2,
  not_confined = 3,
  no_output = 4,
  no_memory = 5,
  not_prepared = 6,
  no_language = 7
};

inline bool stands_for_itself(char character) {
  return character > ' ' && character < 0x7f && character != '%';
}

inline std::string escaped(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (char character : bytes) {
    if (stands_for_itself(character)) {
      text += character;
      continue;
    }
    const auto value = static_cast<unsigned char>(character);
    text += '%';
    text += kDigits[value >> 4U];
    text += kDigits[value & 15U];
  }
  return text;
}

}  // namespace onshi::reader_protocol
