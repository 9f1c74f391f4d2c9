// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/reader/desk.h"

#include <filesystem>
#include <stdexcept>

#include <fmt/format.h>

namespace onshi::test {

const ReaderCatalogue& shipped_catalogue() {
  static const ReaderCatalogue catalogue =
      load_reader_catalogue(std::filesystem::path(ONSHI_SOURCE_DIR) / "assets/readers.xml").value();
  return catalogue;
}

ReaderState reader_with_card(const std::string& name) {
  ReaderState reader = empty_reader(name);
  reader.card_present = true;
  reader.atr = "3BDA13FF8131FB468012392F31C173C601C03B";
  return reader;
}

ReaderState empty_reader(const std::string& name) {
  ReaderState reader;
  reader.name = name;
  return reader;
}

std::string token_answer(std::string name) {
  name.resize(32, ' ');
  std::string bytes;
  for (char letter : name) bytes += fmt::format("{:02X}", static_cast<unsigned char>(letter));
  return bytes + "9000";
}

RecordedCard my_number_card() {
  RecordedCard card;
  card.responses = {{kSelectApplication, "9000"},
                    {kSelectToken, "9000"},
                    {kReadToken, token_answer("JPKIAPICCTOKEN2")},
                    {kSelectPin, "9000"},
                    {kAskCounter, "63C3"}};
  return card;
}

Situation healthy_desk() {
  Situation situation;
  situation.seen.readers = std::vector{reader_with_card(kSony)};
  situation.seen.cards[kSony] = my_number_card();
  situation.seen.usb = std::vector{UsbDevice{0x054C, 0x0DC9, "FeliCa Port/PaSoRi 4.0", "0123456", "1-1"}};
  return situation;
}

Situation desk_where(const std::string& command, const std::string& answer) {
  Situation situation = healthy_desk();
  situation.seen.cards[kSony].responses[command] = answer;
  return situation;
}

Situation desk_without_service(CardTrouble::What what) {
  Situation situation = healthy_desk();
  situation.seen.readers = std::unexpected(CardTrouble{what, 0x8010001D});
  return situation;
}

Run check_desk(const Situation& situation) { return check_desk(situation, shipped_catalogue()); }

Run check_desk(const Situation& situation, const ReaderCatalogue& catalogue) {
  return run_all(reader_checks(situation.site, situation.profile, catalogue), situation);
}

const Finding& of(const Run& run, const std::string& check) {
  const Finding* finding = run.of(check);
  if (finding == nullptr) throw std::logic_error("not in the run: " + check);
  return *finding;
}

}  // namespace onshi::test
