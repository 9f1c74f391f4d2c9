// SPDX-License-Identifier: GPL-3.0-or-later
// An invented desk with card readers: the healthy one, and the checks of the page asked about it.
#pragma once

#include <string>
#include <vector>

#include "probes/reader/reader_checks.h"
#include "tests/unit/support/ask.h"

namespace onshi::test {

inline const std::string kSony = "SONY FeliCa RC-S300/P (0123456) 00 00";
inline const std::string kScm = "SCM Microsystems Inc. SCR 3310 (ABC) 01 00";

/// The catalogue as it is shipped.
const ReaderCatalogue& shipped_catalogue();

ReaderState reader_with_card(const std::string& name);
ReaderState empty_reader(const std::string& name);

/// What a My Number card answers; a test overwrites what its card does otherwise.
RecordedCard my_number_card();
/// The 32 bytes of a token file with a good status word, as hexadecimal.
std::string token_answer(std::string name);

inline const std::string kSelectApplication = "00A4040C0AD392F000260100000001";
inline const std::string kSelectToken = "00A4020C020006";
inline const std::string kReadToken = "00B0000020";
inline const std::string kSelectPin = "00A4020C020018";
inline const std::string kAskCounter = "00200080";

/// One reader with a My Number card in it.
Situation healthy_desk();
/// The healthy desk whose card answers `command` so.
Situation desk_where(const std::string& command, const std::string& answer);
/// The healthy desk whose readers cannot be listed.
Situation desk_without_service(CardTrouble::What what);

Run check_desk(const Situation& situation);
Run check_desk(const Situation& situation, const ReaderCatalogue& catalogue);
/// What that check said; throws std::logic_error when it is not in the run.
const Finding& of(const Run& run, const std::string& check);

}  // namespace onshi::test
