// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/done_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/preparation_state.h"
#include "wizard/gui/row_of.h"
#include "wizard/gui/widgets/page_header.h"

namespace onshi::gui {
namespace {

/// Everything that is known, as one run.
Run whole_result(const Session& session) {
  Run run;
  if (session.latest_run()) run.started = session.latest_run()->started;
  for (const Step* step : steps_for(session.site())) {
    for (Finding& finding : session.findings(step->id)) {
      run.elapsed += finding.elapsed;
      run.findings.push_back(std::move(finding));
    }
  }
  return run;
}

std::string key_of(const Step& step) { return fmt::format("done.{}", step.name); }

}  // namespace

DonePage::DonePage(wxWindow* parent, Desk& desk) : Page(parent, desk) {
  describe(this, "page.done", face().text("page.done.title"));
  add(make_child<PageHeader>(content(), face(), face().text("page.done.title"),
                             face().text("page.done.about"), step_of(StepId::done).page));
  banner_ = make_child<Banner>(content(), face());
  pages_ = make_child<FindingsView>(content(), face(), face().text("steps.name"));
  report_ = make_child<ReportBar>(content(), desk, [this] { return whole_result(this->desk().session); });
  add(banner_);
  add(pages_);
  add(report_);
}

RowContent DonePage::row_of_step(const Step& step) const {
  const Session& session = desk().session;
  wxString left;
  for (const Duty& duty : session.duties(step.id))
    left += (left.empty() ? wxString() : wxString(" ")) + face().text(duty.text);
  const auto waiver = session.site().waivers.find(std::string(step.name));
  const bool waived = waiver != session.site().waivers.end() && !left.empty();
  const Mark mark = mark_of(state_with_planning(session, desk().tables, step.id));
  RowContent row{.key = key_of(step),
                 .mark = mark,
                 .number = wxString::Format("%d", step.page),
                 .title = face().text(fmt::format("page.{}.title", step.name)),
                 .result = left.empty() ? face().text(word_of(mark)) : left,
                 .time = {},
                 .facts = {}};
  if (waived) row.result = face().text("done.waived", Facts{{"reason", waiver->second.reason}});
  return row;
}

BannerContent DonePage::banner_content() const {
  const Session& session = desk().session;
  if (busy()) return running_banner(desk().checker.elapsed(), face());
  const bool waived = std::ranges::any_of(steps_for(session.site()), [&](const Step* step) {
    return session.state(step->id) == StepState::waived;
  });
  if (!session.duties(StepId::done).empty())
    return {Mark::open, face().text("done.left"), face().text("done.left.detail"), {}};
  if (waived)
    return {Mark::attention, face().text("done.with_waivers"), face().text("done.with_waivers.detail"), {}};
  return {Mark::good, face().text("done.all"), face().text("done.all.detail"), {}};
}

void DonePage::recheck() { desk().checker.check_everything(); }

void DonePage::refresh() {
  std::vector<RowContent> rows;
  for (const Step* step : steps_for(desk().session.site())) {
    if (step->id != StepId::done) rows.push_back(row_of_step(*step));
  }
  banner_->show(banner_content());
  pages_->show(rows);
  settle();
}

}  // namespace onshi::gui
