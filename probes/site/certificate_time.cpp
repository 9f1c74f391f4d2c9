// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/certificate_time.h"

#include <ctime>

#include "probes/site/japan_time.h"

namespace onshi {

std::chrono::system_clock::time_point time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  const std::chrono::year_month_day day{std::chrono::year{parts.tm_year + 1900},
                                        std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
                                        std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
  return nearest_time(std::chrono::sys_days{day} + std::chrono::hours{parts.tm_hour} +
                      std::chrono::minutes{parts.tm_min} + std::chrono::seconds{parts.tm_sec});
}

}  // namespace onshi
