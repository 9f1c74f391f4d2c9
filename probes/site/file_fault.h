// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file that a person wrote (profile, answers, site): where it is and what would be
// allowed there. Rendered by wizard/words in the reader's language. A value, any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace onshi {

struct FileFault {
  enum class What {
    missing,
    unreadable,
    folder,  // where a file is wanted
    too_large,
    not_xml,  // `value` says why: a word of assets/locale/common.xml under xml_fault
    not_utf8,
    unknown_key,
    missing_key,
    bad_value,
    wrong_version,
    twice,             // an element that may stand there once
    text_not_allowed,  // words between elements
    password_here,     // a password has no place in a file
    named_missing,     // the file `value` that `key` names; so the next two
    named_unreadable,
    named_too_large
  };
  What what = What::unreadable;
  std::filesystem::path file;
  int line = 0;  // from 1; 0 when the whole file is meant
  std::string key;
  std::string value;                 // never a secret
  std::vector<std::string> allowed;  // a word of assets/locale/common.xml under allowed, or said as it is
  bool examples = false;             // `allowed` shows what such a value looks like
};

std::string_view name_of(FileFault::What what);

}  // namespace onshi
