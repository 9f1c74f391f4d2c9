// SPDX-License-Identifier: GPL-3.0-or-later
// Our own exchange format for sheets that somebody typed already (the portal delivers PDF, never XML):
//   <sheets version="1">
//     <sheet environment="本番環境" institution_code="0110113719" institution_name="架空医院"
//            master_user_id="M0123" reset_user_id="R0123"/>
//   </sheets>
// `environment` is 本番環境 or 接続検証環境 (or production, verification); `master_user_name` may be given.
// UTF-8 or CP932. A password never travels in a file: an attribute `password` or `master_password` is a
// fault. Pure, any thread.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "probes/sheet/sheet_fault.h"
#include "probes/site/master_account_sheet.h"

namespace onshi {

/// The sheets, every password state `must_be_typed`; `page` counts the sheets from 1.
std::expected<std::vector<MasterAccountSheet>, SheetFault> sheets_from_xml(std::string_view bytes,
                                                                           const std::string& file);

}  // namespace onshi
