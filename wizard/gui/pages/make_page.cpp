// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/make_page.h"

#include "wizard/gui/child.h"
#include "wizard/gui/pages/certificate_page.h"
#include "wizard/gui/pages/check_page.h"
#include "wizard/gui/pages/done_page.h"
#include "wizard/gui/pages/health_page.h"
#include "wizard/gui/pages/line_page.h"
#include "wizard/gui/pages/preparation_page.h"
#include "wizard/gui/pages/reader_page.h"
#include "wizard/gui/pages/sheet_page.h"
#include "wizard/gui/pages/welcome_page.h"

namespace onshi::gui {
namespace {

Page* make_step_page(wxWindow* parent, Desk& desk, StepId step) {
  switch (step) {
    case StepId::preparation:
      return make_child<PreparationPage>(parent, desk);
    case StepId::reader:
      return make_child<ReaderPage>(parent, desk);
    case StepId::production_sheet:
    case StepId::verification_sheet:
      return make_child<SheetPage>(parent, desk, step);
    case StepId::certificate:
      return make_child<CertificatePage>(parent, desk);
    case StepId::line:
      return make_child<LinePage>(parent, desk);
    case StepId::v6_option:
    case StepId::connectivity:
    case StepId::terminal:
      return make_child<CheckPage>(parent, desk, step);
    case StepId::done:
      break;
  }
  return make_child<DonePage>(parent, desk);
}

}  // namespace

Page* make_page(wxWindow* parent, Desk& desk) {
  const std::string& mode = desk.session.progress().mode;
  if (mode == "setup") return make_step_page(parent, desk, desk.session.current());
  if (mode == "health") return make_child<HealthPage>(parent, desk);
  return make_child<WelcomePage>(parent, desk);
}

}  // namespace onshi::gui
