// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which a master account sheet is recognised: its labels, headings, environments and the fixed
// user name. They are data (assets/sheet_form.xml), built into the program, because without them no sheet can
// be read at all. Immutable, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/master_account_sheet.h"

namespace onshi {

enum class SheetField { environment, institution_code, institution_name, user_id, user_name, password };

struct SheetLabel {
  SheetField field = SheetField::environment;
  bool wraps = false;  // its value may take several lines
  std::vector<std::string> texts;
};

struct SheetEnvironment {
  Environment environment = Environment::production;
  std::string text;    // as the value of 利用環境
  std::string footer;  // as the line at the foot
};

/// The two accounts whose fields bear the same labels.
enum class SheetBlock { master, reset };

struct SheetHeading {
  std::optional<SheetBlock> block;  // what its fields belong to
  std::string text;
};

struct SheetForm {
  std::vector<SheetLabel> labels;
  std::vector<SheetHeading> headings;
  std::vector<SheetEnvironment> environments;
  std::string user_name;      // the same on every sheet
  std::string heading_marks;  // characters that may stand before a heading
  std::string note_mark;      // begins a footnote, and its mark beside a label
  // What names a password or 秘密の番号 in somebody's own XML, which has no business there.
  std::vector<std::string> secret_parts;  // anywhere in the name
  std::vector<std::string> secret_words;  // as a word of its own

  /// The environment that `text` names, when it names exactly one.
  [[nodiscard]] std::optional<Environment> environment_in(std::string_view text) const;
  /// The same for a line at the foot, which must be that text and nothing else.
  [[nodiscard]] std::optional<Environment> footer_environment(std::string_view line) const;
  [[nodiscard]] const SheetEnvironment& of(Environment environment) const;
};

const SheetForm& sheet_form();

}  // namespace onshi
