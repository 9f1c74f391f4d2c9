// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/welcome_page.h"

#include <fmt/format.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/widgets/page_header.h"

namespace onshi::gui {

WelcomePage::WelcomePage(wxWindow* parent, Desk& desk) : Page(parent, desk) {
  describe(this, "page.welcome", face().text("page.welcome.title"));
  const Session& session = desk.session;
  add(make_child<PageHeader>(content(), face(), face().text("page.welcome.title"),
                             face().text("page.welcome.about"), std::nullopt));
  const bool begun = !session.progress().step.empty();
  const bool finished = begun && session.current() == StepId::done;
  BigChoice* go_on = nullptr;
  if (begun) {
    const Step& step = step_of(session.current());
    const Facts page{{"page", face().words.text(fmt::format("page.{}.title", step.name), face().language)}};
    go_on = offer("continue", page, [this] { this->desk().go_to(this->desk().session.current()); });
  }
  BigChoice* set_up =
      offer(begun ? "from_start" : "new", {}, [this] { this->desk().go_to(StepId::preparation); });
  BigChoice* health = offer("health", {}, [this] { this->desk().begin("health"); });
  first_ = finished ? health : begun ? go_on : set_up;
}

BigChoice* WelcomePage::offer(const std::string& id, const Facts& facts, const std::function<void()>& press) {
  auto* choice =
      make_child<BigChoice>(content(), face(), "welcome." + id, face().text("welcome." + id, facts),
                            face().text("welcome." + id + ".about", facts));
  choice->on_press = press;
  add(choice);
  return choice;
}

}  // namespace onshi::gui
