// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/file_fault.h"

#include "probes/site/name_table.h"

namespace onshi {
namespace {

constexpr NameTable<FileFault::What, 9> kNames{{{FileFault::What::missing, "missing"},
                                                {FileFault::What::unreadable, "unreadable"},
                                                {FileFault::What::too_large, "too_large"},
                                                {FileFault::What::not_xml, "not_xml"},
                                                {FileFault::What::not_utf8, "not_utf8"},
                                                {FileFault::What::unknown_key, "unknown_key"},
                                                {FileFault::What::missing_key, "missing_key"},
                                                {FileFault::What::bad_value, "bad_value"},
                                                {FileFault::What::wrong_version, "wrong_version"}}};

}  // namespace

std::string_view name_of(FileFault::What what) { return name_in(kNames, what); }

}  // namespace onshi
