// SPDX-License-Identifier: GPL-3.0-or-later
// XML that people edit or send: the first byte chooses who reads the rest. What was read and can be written
// is written, read and written again, and must stay as it is.
#include <fstream>

#include "probes/reader/reader_catalogue.h"
#include "probes/sheet/sheet_xml.h"
#include "probes/site/profile.h"
#include "probes/world/recorded/observations_file.h"
#include "tests/fuzz/target.h"
#include "tests/unit/support/practice.h"
#include "wizard/flow/answers.h"
#include "wizard/store/progress_xml.h"
#include "wizard/store/site_xml.h"

using namespace onshi;
using onshi::fuzz::promise;

namespace {

/// With the files that answers name.
const test::ScratchFolder& folder() {
  static const test::ScratchFolder one;
  static const bool filled = [] {
    for (const char* file : {"sheets.zip", "certificate.p12", "ca.crt"}) one.write(file, "invented");
    return true;
  }();
  (void)filled;
  return one;
}

std::filesystem::path file_of(std::string_view bytes) {
  return folder().write("input.xml", std::string(bytes));
}

template <typename Seen>
void look_at_fault(const Seen& seen) {
  if (!seen) promise(!seen.error().file.empty(), "a fault names its file");
}

void read_site_twice(std::string_view bytes) {
  const auto site = read_site(file_of(bytes));
  look_at_fault(site);
  if (!site) return;
  const std::string written = site_xml(*site);
  const auto again = read_site(file_of(written));
  promise(again.has_value(), "a site that was written can be read");
  promise(site_xml(*again) == written, "a site stays as it was written");
}

void read_record_twice(std::string_view bytes) {
  const auto seen = load_observations(file_of(bytes));
  look_at_fault(seen);
  if (!seen) return;
  const std::string written = observations_text(*seen);
  const auto again = load_observations(file_of(written));
  promise(again.has_value(), "a record that was written can be read");
  promise(observations_text(*again) == written, "a record stays as it was written");
}

void read_as(char kind, std::string_view bytes) {
  switch (kind) {
    case 'p':
      return look_at_fault(load_profile(file_of(bytes)));
    case 'a':
      return look_at_fault(load_answers(file_of(bytes)));
    case 's':
      return read_site_twice(bytes);
    case 'w':
      return read_record_twice(bytes);
    case 'r':
      return look_at_fault(load_reader_catalogue(file_of(bytes)));
    case 'g':
      return (void)read_progress(file_of(bytes));
    default:
      return (void)sheets_from_xml(bytes, "input.xml");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0) read_as(static_cast<char>(data[0]), onshi::fuzz::text_of(data + 1, size - 1));
  return 0;
}
