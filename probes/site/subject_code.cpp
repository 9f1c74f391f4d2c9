// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/subject_code.h"

#include <algorithm>
#include <memory>

#include "probes/site/institution_code.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

constexpr std::size_t kCodeLength = 10;

struct FreeOpenssl {
  void operator()(unsigned char* text) const { OPENSSL_free(text); }
};

bool is_digit(char character) { return character >= '0' && character <= '9'; }

std::string utf8_of(const ASN1_STRING* value) {
  unsigned char* raw = nullptr;
  const int length = ASN1_STRING_to_UTF8(&raw, value);
  const std::unique_ptr<unsigned char, FreeOpenssl> owner(raw);
  return length < 0 ? std::string{}
                    : std::string(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length));
}

void collect(const X509_NAME* subject, int nid, std::vector<SubjectCode>& found) {
  for (int index = X509_NAME_get_index_by_NID(subject, nid, -1); index >= 0;
       index = X509_NAME_get_index_by_NID(subject, nid, index)) {
    const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index));
    for (std::string& code : ten_digit_runs(utf8_of(value))) {
      if (structure_of(code) == CodeStructure::good) found.push_back({std::move(code), OBJ_nid2sn(nid)});
    }
  }
}

/// The only different code among `codes`, if there is just one.
std::optional<SubjectCode> only_one(const std::vector<SubjectCode>& codes) {
  const bool same =
      std::ranges::all_of(codes, [&](const auto& each) { return each.code == codes.front().code; });
  return codes.empty() || !same ? std::nullopt : std::optional(codes.front());
}

}  // namespace

std::vector<std::string> ten_digit_runs(std::string_view text) {
  const std::string plain = normalise_text(text);
  std::vector<std::string> runs;
  for (auto first = std::ranges::find_if(plain, is_digit); first != plain.end();) {
    const auto last = std::find_if_not(first, plain.end(), is_digit);
    if (std::distance(first, last) == static_cast<std::ptrdiff_t>(kCodeLength)) {
      runs.emplace_back(first, last);
    }
    first = std::find_if(last, plain.end(), is_digit);
  }
  return runs;
}

std::optional<SubjectCode> code_in_subject(const X509& certificate) {
  const X509_NAME* subject = X509_get_subject_name(&certificate);
  std::vector<SubjectCode> found;
  for (int nid : {NID_organizationalUnitName, NID_commonName, NID_serialNumber}) collect(subject, nid, found);
  std::vector<SubjectCode> proved;
  std::ranges::copy_if(found, std::back_inserter(proved),
                       [](const auto& each) { return check_digit_holds(each.code); });
  return only_one(proved.empty() ? found : proved);
}

}  // namespace onshi
