// SPDX-License-Identifier: GPL-3.0-or-later
// One question with its answer: shape, number, label, result, seconds, and the engineer's facts beneath when
// they are open. Stands from the start as 確認中 and turns in place. Window thread only.
#pragma once

#include <string>

#include "wizard/gui/mark.h"
#include "wizard/gui/widgets/flow_text.h"
#include "wizard/gui/widgets/focus_row.h"

namespace onshi::gui {

struct RowContent {
  std::string key;  // name of the check or group; stable
  Mark mark = Mark::open;
  wxString number;
  wxString title;
  wxString result;
  wxString time;
  wxString facts;  // lines
  bool operator==(const RowContent&) const = default;
};

class FindingRow : public FocusRow {
 public:
  FindingRow(wxWindow* parent, const Face& face);
  void show(const RowContent& content);
  [[nodiscard]] const RowContent& content() const { return content_; }
  int fit(int width);

 private:
  struct Columns {
    int number = 0;
    int title = 0;
    int result = 0;
    int time = 0;
    bool stacked = false;  // the result stands under the title
  };
  [[nodiscard]] Columns columns(int width) const;
  int place_texts(const Columns& columns, int width);
  void paint_on(wxGraphicsContext& canvas) override;

  RowContent content_;
  FlowText* number_;
  FlowText* title_;
  FlowText* result_;
  FlowText* time_;
  FlowText* facts_;
};

}  // namespace onshi::gui
