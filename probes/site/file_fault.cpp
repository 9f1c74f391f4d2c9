// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/file_fault.h"

#include "probes/site/name_table.h"

namespace onshi {
namespace {

constexpr NameTable<FileFault::What, 16> kNames{{{FileFault::What::missing, "missing"},
                                                 {FileFault::What::unreadable, "unreadable"},
                                                 {FileFault::What::folder, "folder"},
                                                 {FileFault::What::too_large, "too_large"},
                                                 {FileFault::What::not_xml, "not_xml"},
                                                 {FileFault::What::not_utf8, "not_utf8"},
                                                 {FileFault::What::unknown_key, "unknown_key"},
                                                 {FileFault::What::missing_key, "missing_key"},
                                                 {FileFault::What::bad_value, "bad_value"},
                                                 {FileFault::What::wrong_version, "wrong_version"},
                                                 {FileFault::What::twice, "twice"},
                                                 {FileFault::What::text_not_allowed, "text_not_allowed"},
                                                 {FileFault::What::password_here, "password_here"},
                                                 {FileFault::What::named_missing, "named_missing"},
                                                 {FileFault::What::named_unreadable, "named_unreadable"},
                                                 {FileFault::What::named_too_large, "named_too_large"}}};

}  // namespace

std::string_view name_of(FileFault::What what) { return name_in(kNames, what); }

}  // namespace onshi
