// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/preparation/office.h"

#include <algorithm>
#include <stdexcept>

#include "probes/site/iso_day.h"
#include "probes/site/japan_time.h"

namespace onshi::test {

std::chrono::year_month_day day(const char* text) { return parse_iso_day(text).value(); }

SharedTables shipped_tables() {
  auto tables = load_preparation_tables(std::string(ONSHI_SOURCE_DIR) + "/assets/preparation");
  if (!tables)
    throw std::logic_error("the shipped tables: " + tables.error().key + " " + tables.error().value);
  return std::make_shared<const PreparationTables>(*std::move(tables));
}

Office::Office() {
  site().institution = {InstitutionKind::institution_code, "1319999129", "架空医院", "受付1号機"};
  site().line = {LineType::ip_vpn_ntt, "CAF0000012345", V6Declaration::contracted};
  site().preparation.cases = {InstitutionCase::in_operation};
  form() = {.terms_agreed = true,
            .customer_id_again = "CAF0000012345",
            .start = std::chrono::year{2026} / std::chrono::December,
            .fee = FeePayment::deducted};
  today("2026-11-02");
}

void Office::today(const char* text) {
  situation.seen.now = parse_iso_time(std::string(text) + "T10:00:00+09:00").value();
}

DayPlan Office::plan() const { return {*tables, situation.site.preparation, japan_day(situation.seen.now)}; }

Finding Office::ask_for(const std::string& check) {
  const bool secret = situation.secrets.secret_number.has_value();
  return run_one(check_named(preparation_checks(site(), tables, secret), check), situation);
}

bool Office::has(const std::string& check) {
  const auto checks = preparation_checks(site(), tables, situation.secrets.secret_number.has_value());
  return std::ranges::any_of(checks, [&](const Check& one) { return one.name == check; });
}

}  // namespace onshi::test
