// SPDX-License-Identifier: GPL-3.0-or-later
// One オンライン資格確認等システムユーザ設定情報: the master account sheet of one environment (accounts.md
// §1). The password is a Secret and lies beside the sheet, never in it; 秘密の番号 has no place here at all.
// Values, any thread.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "probes/site/secret.h"

namespace onshi {

enum class Environment { production, verification };  // 本番環境, 接続検証環境

std::string_view name_of(Environment environment);  // "production", "verification"
std::optional<Environment> environment_named(std::string_view name);

/// What a person compares with the paper; the password is always typed or printed beyond doubt.
enum class SheetEntry { environment, institution_code, institution_name, master_user_id, reset_user_id };

std::string_view name_of(SheetEntry entry);
std::optional<SheetEntry> sheet_entry_named(std::string_view name);

struct MasterAccountSheet {
  enum class Password { present, empty, must_be_typed };  // empty is a normal sheet after 変更申請

  std::optional<Environment> environment;         // as the sheet's 利用環境 says
  std::optional<Environment> footer_environment;  // as its footer says
  std::string institution_code;
  std::string institution_name;
  std::string master_user_id;
  std::string master_user_name;
  Password master_password = Password::must_be_typed;
  std::string reset_user_id;

  std::string file;                  // where it came from: file name, or "typed"
  int page = 0;                      // from 1; 0 when typed
  std::set<SheetEntry> unconfirmed;  // recognised in a picture, and nobody has compared it with the paper yet
  bool operator==(const MasterAccountSheet&) const = default;
};

std::string_view name_of(MasterAccountSheet::Password password);

/// A sheet as read or typed, with its password still in hand.
struct SheetWithPassword {
  MasterAccountSheet sheet;
  Secret password;
};

}  // namespace onshi
