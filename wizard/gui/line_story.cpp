// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/line_story.h"

#include <fmt/format.h>

#include "wizard/gui/row_of.h"

namespace onshi::gui {
namespace {

std::string word(const std::string& key, const std::string& value, const Face& face) {
  return face.words.fact_value({key, value}, face.language);
}

wxString seen_line(const Facts& facts, const Face& face) {
  const Facts seen{{"line", word("line_kind", *facts.value("line_kind"), face)},
                   {"score", facts.value("score").value_or("0")}};
  return face.text("line.story.seen", seen);
}

wxString declared_line(const Site& site, const Face& face) {
  const std::string type =
      site.line.type ? word("declared_type", fmt::format("line_type_{}", name_of(*site.line.type)), face)
                     : face.words.text("line.story.none", face.language);
  return face.text("line.story.declared", Facts{{"type", type}});
}

/// Each thing that was seen is followed by where it was seen and by its points.
void add_points(std::vector<wxString>& story, const std::vector<Fact>& facts, const Face& face) {
  for (std::size_t i = 0; i + 2 < facts.size(); ++i) {
    const bool speaks_for = facts[i].key == "speaks_for";
    if (!speaks_for && facts[i].key != "speaks_against") continue;
    const Facts point{{"what", word(facts[i].key, facts[i].value, face)},
                      {"seen", facts[i + 1].value},
                      {"points", facts[i + 2].value}};
    story.push_back(face.text(speaks_for ? "line.story.for" : "line.story.against", point));
  }
}

}  // namespace

wxString stated_line(const LineOverride& stated, const Face& face) {
  return face.text("line.story.stated",
                   Facts{{"line", word("stated_kind", std::string(name_of(stated.kind)), face)},
                         {"by", stated.by},
                         {"when", utf8_of(day_and_time(stated.when, face))},
                         {"reason", stated.reason}});
}

std::vector<wxString> line_story(const Finding& verdict, const Site& site, const Face& face) {
  if (!verdict.facts.value("line_kind")) return {};
  std::vector<wxString> story{seen_line(verdict.facts, face), declared_line(site, face)};
  if (site.line_override) story.push_back(stated_line(*site.line_override, face));
  add_points(story, verdict.facts.all(), face);
  for (const Fact& fact : verdict.facts.all()) {
    if (fact.key != "other_line") continue;
    story.push_back(face.text("line.story.other", Facts{{"line", word(fact.key, fact.value, face)}}));
  }
  return story;
}

}  // namespace onshi::gui
