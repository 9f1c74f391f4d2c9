// SPDX-License-Identifier: GPL-3.0-or-later
// A Site as XML, version 1, and back. Reading is strict: a fault names line, key and what is allowed. A
// password has no place in a Site, so none can be written. Pure functions, any thread.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "probes/site/file_fault.h"
#include "probes/site/site.h"

namespace onshi {

/// The one name that the stored PKCS#12 has in a site's folder.
inline constexpr const char* kCertificateFile = "certificate.p12";

std::string site_xml(const Site& site);

std::expected<Site, FileFault> read_site(const std::filesystem::path& file);

}  // namespace onshi
