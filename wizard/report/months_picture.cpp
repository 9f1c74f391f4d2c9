// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "probes/site/iso_day.h"
#include "probes/site/japan_calendar.h"
#include "wizard/report/html_report.h"
#include "wizard/report/preparation_pages.h"

namespace onshi {
namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr int kCell = 26;
constexpr int kRow = 24;
constexpr int kMonthWidth = 7 * kCell + 18;
constexpr int kHead = 42;
constexpr int kMonthHeight = kHead + 6 * kRow + 12;
constexpr int kAcross = 3;
constexpr std::size_t kMostMonths = 9;  // what one sheet holds above the list

struct Mark {
  std::string numbers;  // of the lines in the list
  bool late = false;
};
using Marks = std::map<year_month_day, Mark>;

Marks marks_of(const PreparationView& view) {
  Marks marks;
  int number = 0;
  for (const PlannedDay& line : view.days()) {
    Mark& mark = marks[line.day];
    mark.numbers += (mark.numbers.empty() ? "" : ",") + std::to_string(++number);
    mark.late = mark.late || line.late > 0;
  }
  return marks;
}

std::vector<year_month> months_of(const Marks& marks) {
  std::vector<year_month> months;
  for (const auto& [day, mark] : marks) {
    const year_month month = day.year() / day.month();
    if (months.empty() || months.back() != month) months.push_back(month);
  }
  if (months.size() > kMostMonths) months.resize(kMostMonths);
  return months;
}

std::string_view colour_of(year_month_day day) { return is_working_day(day) ? "#1f2530" : "#a06a6a"; }

std::string day_cell(year_month_day day, int x, int y, const Marks& marks) {
  const auto found = marks.find(day);
  std::string cell;
  if (found != marks.end()) {
    const char* fill = found->second.late ? "#fdeaea" : "#e3edfb";
    const char* line = found->second.late ? "#a51c1c" : "#1d4f9c";
    cell += fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"{}\" stroke=\"{}\"/>"
        "<text x=\"{}\" y=\"{}\" font-size=\"8\" font-weight=\"bold\" fill=\"{}\" "
        "text-anchor=\"middle\">{}</text>",
        x, y, kCell - 2, kRow - 2, fill, line, x + kCell / 2 - 1, y + 20, line, found->second.numbers);
  }
  return cell + fmt::format(
                    "<text x=\"{}\" y=\"{}\" font-size=\"10\" fill=\"{}\" text-anchor=\"middle\">{}</text>\n",
                    x + kCell / 2 - 1, y + 11, colour_of(day), static_cast<unsigned>(day.day()));
}

std::string month_head(const PreparationView& view, year_month month, int left, int top) {
  std::string head = fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"13\" font-weight=\"bold\">{}</text>\n",
                                 left, top + 14, iso_month(month));
  for (int column = 0; column < 7; ++column) {
    head += fmt::format(
        "<text x=\"{}\" y=\"{}\" font-size=\"9\" fill=\"#4c5563\" text-anchor=\"middle\">{}</text>\n",
        left + column * kCell + kCell / 2 - 1, top + 32,
        escape_html(view.say(fmt::format("prepare.weekday.{}", column))));
  }
  return head;
}

std::string month_grid(const PreparationView& view, year_month month, int left, int top, const Marks& marks) {
  std::string grid = month_head(view, month, left, top);
  const auto first = std::chrono::sys_days{month / std::chrono::day{1}};
  const int offset = static_cast<int>(std::chrono::weekday{first}.c_encoding());
  const auto last = static_cast<unsigned>(year_month_day{month / std::chrono::last}.day());
  for (unsigned day = 1; day <= last; ++day) {
    const int at = offset + static_cast<int>(day) - 1;
    grid += day_cell(month / std::chrono::day{day}, left + at % 7 * kCell, top + kHead - 4 + at / 7 * kRow,
                     marks);
  }
  return grid;
}

}  // namespace

std::string months_picture(const PreparationView& view) {
  const Marks marks = marks_of(view);
  const auto months = months_of(marks);
  if (months.empty()) return {};
  const int rows = (static_cast<int>(months.size()) + kAcross - 1) / kAcross;
  std::string picture =
      fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\">\n",
                  kAcross * kMonthWidth, rows * kMonthHeight);
  for (int at = 0; at < static_cast<int>(months.size()); ++at) {
    picture += month_grid(view, months[static_cast<std::size_t>(at)], at % kAcross * kMonthWidth,
                          at / kAcross * kMonthHeight, marks);
  }
  return picture + "</svg>\n";
}

}  // namespace onshi
