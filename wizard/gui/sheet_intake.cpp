// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/sheet_intake.h"

namespace onshi::gui {
namespace {

SheetReading read_files(World& world, const std::vector<std::filesystem::path>& files, const Limit& limit) {
  std::vector<SheetInput> inputs;
  SheetReading reading;
  for (const auto& file : files) {
    auto input = load_sheet_file(file);
    if (input) {
      inputs.push_back(std::move(*input));
    } else {
      reading.faults.push_back(std::move(input.error()));
    }
  }
  SheetReading read = read_sheets(world.programs(), inputs, limit);
  read.faults.insert(read.faults.begin(), reading.faults.begin(), reading.faults.end());
  return read;
}

}  // namespace

void SheetIntake::read(std::vector<std::filesystem::path> files, Environment page) {
  faults_.clear();
  latest_.clear();
  background_.run<SheetReading>(
      [world = world_, files = std::move(files)](std::stop_token stop) {
        return read_files(*world, files, Limit::of(kLongestReading, std::move(stop)));
      },
      [this, page](SheetReading reading) { take(std::move(reading), page); });
  on_change();
}

void SheetIntake::cancel() {
  background_.cancel();
  on_change();
}

void SheetIntake::take(SheetReading reading, Environment page) {
  ++readings_;
  for (Finding& finding : findings_of(reading)) {
    if (!carries_on(finding.verdict)) faults_.push_back(std::move(finding));
  }
  for (SheetWithPassword& read : reading.sheets) {
    latest_.push_back(read.sheet);
    const Environment slot = read.sheet.environment.value_or(page);
    if (!read.sheet.unconfirmed.empty() && !read.sheet.environment) {
      read.sheet.environment = slot;  // for a person to say
      read.sheet.unconfirmed.insert(SheetEntry::environment);
    }
    put_draft(slot, std::move(read));
  }
  on_change();
}

const SheetWithPassword* SheetIntake::draft(Environment slot) const {
  auto found = drafts_.find(slot);
  return found == drafts_.end() ? nullptr : &found->second;
}

void SheetIntake::put_draft(Environment slot, SheetWithPassword draft) { drafts_[slot] = std::move(draft); }

void SheetIntake::drop_draft(Environment slot) { drafts_.erase(slot); }

}  // namespace onshi::gui
