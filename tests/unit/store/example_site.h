// SPDX-License-Identifier: GPL-3.0-or-later
// A site in which everything that can be stored has a value. Everything in it is invented.
#pragma once

#include "probes/site/japan_time.h"
#include "probes/site/site.h"

namespace onshi::test {

inline MasterAccountSheet example_sheet(Environment environment) {
  const bool production = environment == Environment::production;
  return {.environment = environment,
          .footer_environment = environment,
          .institution_code = "1319999129",
          .institution_name = "架空医院",
          .master_user_id = production ? "kakuM13S0001" : "kakuM13T0001",
          .master_user_name = "マスタアカウント",
          .master_password = MasterAccountSheet::Password::present,
          .reset_user_id = production ? "kakuR13S0001" : "kakuR13T0001",
          .file = "sheets.zip",
          .page = 1,
          .unconfirmed = {}};
}

inline Site example_site() {
  Site site;
  site.institution = {InstitutionKind::institution_code, "1319999129", "架空医院 & \"分院\" <東>",
                      "受付1号機"};
  site.line = {LineType::ip_vpn_ntt, "CAF0000012345", V6Declaration::contracted};
  site.line_override = LineOverride{LineKind::ntt_west, "転居の途中です。\"仮\" の回線 <西>",
                                    "架空システム 山田", *parse_iso_time("2026-11-21T07:40:00+09:00")};
  site.readers = {{.name = "SONY FeliCa RC-S300/P", .serial = "0123456", .usb_path = "1-2"},
                  {.name = "Maker \"Quoted\" & Co"}};
  site.sheets[Environment::production] = example_sheet(Environment::production);
  site.sheets[Environment::verification] = example_sheet(Environment::verification);
  site.password_stories[Environment::verification] = PasswordStory::forgotten;
  site.accounts = {{Environment::production, AccountRole::administrator, "kanri01"},
                   {Environment::production, AccountRole::face_reader, "kao & 01"}};
  site.certificate = CertificateRecord{.file = "certificate.p12",
                                       .source = "配布 certificate.p12",
                                       .fingerprint = std::string(64, 'a'),
                                       .issuer = "O=Kaku Practice Online Billing NW System",
                                       .institution_code = "1319999129",
                                       .not_before = *parse_iso_time("2026-01-31T09:00:00+09:00"),
                                       .not_after = *parse_iso_time("2029-03-01T08:59:59+09:00")};
  using std::chrono::year;
  site.certificate_dates = {.applied = year{2026} / 1 / 15, .code_changed = year{2026} / 12 / 31};
  site.waivers["reader"] = {"カードが届いていません。\n来週の月曜に確かめます。",
                            *parse_iso_time("2026-11-21T07:30:00+09:00")};
  site.preparation = {.cases = {InstitutionCase::move_with_new_line, InstitutionCase::on_paper},
                      .form = {.terms_agreed = true,
                               .prescription_agreed = false,
                               .customer_id_again = "CAF0000012345",
                               .start = std::chrono::year{2026} / std::chrono::December,
                               .test = std::chrono::year{2026} / std::chrono::November,
                               .fee = FeePayment::transfer},
                      .days = {{Milestone::application, {std::chrono::year{2026} / 11 / 2, true}},
                               {Milestone::installation, {std::chrono::year{2026} / 12 / 21, false}}},
                      .papers = {"attendant", "line_papers"}};
  return site;
}

}  // namespace onshi::test
