// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about the terminal's 電子証明書: it opens, its days, its key, its issuer, its chain, whose it
// is, what browsers have of it (certificate.md §3, §6). They read `SiteSecrets`, the world's clock and its
// browsers and send nothing.
// "certificate.opens" hands on an `OpenedCertificate`; the chain is asked only when the profile knows the
// roots.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "probes/certificate/open_certificate.h"
#include "probes/check/check.h"

namespace onshi {

inline constexpr const char* kCertificateOpens = "certificate.opens";

/// The row that "certificate.opens" would show for a file that was refused before it could become the site's.
Finding finding_of(const CertificateFault& fault, const std::string& source);

/// What became of the wish that this user's browsers present the certificate, as the undo slip tells it.
enum class BrowserWish { none, unfinished, installed };

/// `opened` is what the site's file opened as with its password, when the caller has done so already: making
/// the keys a second time costs more than all other questions together. Null: "certificate.opens" does it.
std::vector<Check> certificate_checks(const Site& site, const Profile& profile,
                                      std::shared_ptr<const OpenedCertificate> opened = nullptr,
                                      BrowserWish browser = BrowserWish::none);

}  // namespace onshi
