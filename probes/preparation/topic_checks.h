// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of preparation_checks, one source a topic. Makes plain values; call it on any thread.
#pragma once

#include <vector>

#include "probes/preparation/preparation_checks.h"

namespace onshi {

std::vector<Check> case_checks(const Site& site, const SharedTables& tables);
std::vector<Check> form_checks(const Site& site, const SharedTables& tables, bool secret_number);
std::vector<Check> date_checks(const Site& site, const SharedTables& tables);
std::vector<Check> paper_checks(const SharedTables& tables);

/// Of a form that asks for it: the お客さまID and its second entry.
Answer customer_id_answer(const Site& site);

/// The day in Japan on which the check is made.
std::chrono::year_month_day today_of(const Inquiry& inquiry);

}  // namespace onshi
