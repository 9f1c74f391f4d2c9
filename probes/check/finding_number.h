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
  card_service = 400,
  reader_remote_session = 401,
  card_service_missing = 402,
  card_service_refused = 403,
  card_service_failed = 404,
  card_readers = 410,
  no_reader = 411,
  reader_without_driver = 412,
  reader_unsupported = 413,
  face_reader_alone = 414,
  card_on_reader = 420,
  card_held_elsewhere = 421,
  no_card = 422,
  mute_card = 423,
  reader_lost = 424,
  card_test_failed = 425,
  card_kind = 430,
  not_my_number_card = 431,
  old_resident_card = 432,
  unknown_card_token = 433,
  card_answer_unclear = 434,
  pin_counter = 440,
  pin_locked = 441,
  pin_last_try = 442,
  pin_counter_unclear = 443,
  paired_readers = 450,
  paired_reader_missing = 451,
  paired_reader_exchanged = 452,
  reader_not_paired = 453,
  // 5xx master account sheets
  // 6xx client certificate
  // 7xx connectivity test against the verification environment
  // 8xx the terminal itself
  terminal_clock = 800,
  clock_wrong = 801,
  clock_inexact = 802,
  time_name_unknown = 803,
  time_host_silent = 804,
  clock_impossible = 805,
  clock_not_compared = 806,
  terminal_disk = 810,
  disk_full = 811,
  disk_read_only = 812,
  disk_nearly_full = 813,
  disk_not_seen = 814,
  terminal_rights = 820,
  folder_not_writable = 821,
  terminal_protection = 830,
  firewall_off = 831,
  terminal_system = 840,
  system_not_listed = 841,
  system_not_seen = 842,
  // 9xx this program
  check_crashed = 901,
  budget_exceeded = 902,
};

}  // namespace onshi
