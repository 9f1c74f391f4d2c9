// SPDX-License-Identifier: GPL-3.0-or-later
// Every number that people can say over the phone. The hundreds are the wizard's page; a number that ends in 0 is a
// question (the name of a check's row, and its good answer), the numbers after it are the causes that can answer it.
// A number is never reused and never renumbered. Each has assets/findings/NUMBER.xml and is raised in one place only.
#pragma once

namespace onshi {

enum class FindingNumber : int {
  // 1xx preparation: application data, dates, documents
  // 2xx line
  // 3xx v6 option
  // 4xx card reader
  // 5xx master account sheets
  // 6xx client certificate
  // 7xx connectivity test against the verification environment
  // 8xx the terminal itself
  // 9xx this program
  check_crashed = 901,
  budget_exceeded = 902,
};

}  // namespace onshi
