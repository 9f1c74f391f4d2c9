// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for a 医療機関等コード in a certificate's subject. Where it really stands is 未確認 (certificate.md
// §1), so every organisational unit, common name and serial number is searched for ten digits of good
// structure. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <openssl/x509.h>

namespace onshi {

struct SubjectCode {
  std::string code;
  std::string place;  // "OU", "CN", "serialNumber"
};

/// The code whose check digit holds, else the first of good structure; none when two are equally likely.
std::optional<SubjectCode> code_in_subject(const X509& certificate);

/// Every run of exactly ten digits, after NFKC.
std::vector<std::string> ten_digit_runs(std::string_view text);

}  // namespace onshi
