// SPDX-License-Identifier: GPL-3.0-or-later
// The reader driver (IFD handler) that pcscd loads for the practice readers: one slot each, card events
// without polling. pcscd names a reader "usb:054c/0dc9:libudev:0:/dev/bus/usb/practice/1-1"; its last part is
// the port, which is also the name of the card's file in $PRACTICE_CARDS. $PRACTICE_CARD_LOG takes what was
// said to the cards.
extern "C" {
#include <ifdhandler.h>
}
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include <reader.h>

#include "tests/lab/pcsc/reader.h"

namespace {

using onshi::lab::Bytes;
using ReaderPointer = std::shared_ptr<onshi::lab::Reader>;

std::mutex readers_lock;
std::map<DWORD, ReaderPointer> readers;

ReaderPointer find(DWORD lun) {
  const std::lock_guard guard(readers_lock);
  const auto found = readers.find(lun);
  return found == readers.end() ? nullptr : found->second;
}

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

RESPONSECODE give(PDWORD length, PUCHAR value, const void* data, std::size_t size) {
  if (*length < size) return IFD_ERROR_INSUFFICIENT_BUFFER;
  std::memcpy(value, data, size);
  *length = size;
  return IFD_SUCCESS;
}

RESPONSECODE give_byte(PDWORD length, PUCHAR value, std::uint8_t byte) {
  return give(length, value, &byte, 1);
}

RESPONSECODE wait_for_card(DWORD lun, int milliseconds) {
  const auto reader = find(lun);
  if (!reader) return IFD_NO_SUCH_DEVICE;
  reader->wait_for_card(milliseconds);
  return IFD_SUCCESS;
}

RESPONSECODE stop_waiting(DWORD lun) {
  if (const auto reader = find(lun)) reader->stop_waiting();
  return IFD_SUCCESS;
}

RESPONSECODE power_down(onshi::lab::Reader& reader) {
  reader.atr.clear();
  return IFD_SUCCESS;
}

RESPONSECODE power_up(onshi::lab::Reader& reader, PUCHAR atr, PDWORD length) {
  const auto answer = reader.card.answer_to_reset();
  if (!answer) return IFD_ERROR_POWER_ACTION;
  reader.atr = *answer;
  std::memcpy(atr, answer->data(), answer->size());
  *length = answer->size();
  return IFD_SUCCESS;
}

}  // namespace

extern "C" {

RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR device) {
  const std::string_view name = device;
  const auto slash = name.rfind('/');
  if (!name.starts_with("usb:") || slash == std::string_view::npos) return IFD_NO_SUCH_DEVICE;
  const bool contactless = name.substr(4, 4) == "054c";
  auto reader =
      std::make_shared<onshi::lab::Reader>(setting("PRACTICE_CARDS"), std::string(name.substr(slash + 1)),
                                           setting("PRACTICE_CARD_LOG"), contactless);
  const std::lock_guard guard(readers_lock);
  readers[lun] = std::move(reader);
  return IFD_SUCCESS;
}

RESPONSECODE IFDHCreateChannel(DWORD, DWORD) { return IFD_NO_SUCH_DEVICE; }

RESPONSECODE IFDHCloseChannel(DWORD lun) {
  const std::lock_guard guard(readers_lock);
  return readers.erase(lun) == 1 ? IFD_SUCCESS : IFD_COMMUNICATION_ERROR;
}

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value) {
  const auto reader = find(lun);
  switch (tag) {
    case TAG_IFD_SLOTS_NUMBER:
    case TAG_IFD_THREAD_SAFE:
      return give_byte(length, value, 1);
    case TAG_IFD_SLOT_THREAD_SAFE:
      return give_byte(length, value, 0);
    case TAG_IFD_SIMULTANEOUS_ACCESS:
      return give_byte(length, value, 16);
    case TAG_IFD_POLLING_THREAD_WITH_TIMEOUT: {
      const auto function = &wait_for_card;
      return give(length, value, &function, sizeof function);
    }
    case TAG_IFD_STOP_POLLING_THREAD: {
      const auto function = &stop_waiting;
      return give(length, value, &function, sizeof function);
    }
    case SCARD_ATTR_VENDOR_NAME:
      return give(length, value, "Practice", sizeof "Practice");
    case TAG_IFD_ATR:
    case SCARD_ATTR_ATR_STRING:
      if (!reader || reader->atr.empty()) return IFD_COMMUNICATION_ERROR;
      return give(length, value, reader->atr.data(), reader->atr.size());
    default:
      *length = 0;
      return IFD_ERROR_TAG;
  }
}

RESPONSECODE IFDHSetCapabilities(DWORD, DWORD, DWORD, PUCHAR) { return IFD_NOT_SUPPORTED; }

RESPONSECODE IFDHSetProtocolParameters(DWORD, DWORD, UCHAR, UCHAR, UCHAR, UCHAR) { return IFD_SUCCESS; }

RESPONSECODE IFDHPowerICC(DWORD lun, DWORD action, PUCHAR atr, PDWORD length) {
  const auto reader = find(lun);
  *length = 0;
  if (!reader) return IFD_NO_SUCH_DEVICE;
  const std::lock_guard guard(reader->lock);
  if (action == IFD_POWER_DOWN) return power_down(*reader);
  if (!reader->card.inserted()) return IFD_ICC_NOT_PRESENT;
  return power_up(*reader, atr, length);
}

RESPONSECODE IFDHTransmitToICC(DWORD lun, SCARD_IO_HEADER send, PUCHAR command, DWORD command_length,
                               PUCHAR response, PDWORD response_length, PSCARD_IO_HEADER receive) {
  const auto reader = find(lun);
  if (!reader) return IFD_NO_SUCH_DEVICE;
  const std::lock_guard guard(reader->lock);
  const auto answer = reader->card.answer(Bytes(command, command + command_length));
  if (answer.empty() || answer.size() > *response_length) {
    *response_length = 0;
    return IFD_COMMUNICATION_ERROR;
  }
  std::memcpy(response, answer.data(), answer.size());
  *response_length = answer.size();
  receive->Protocol = send.Protocol;
  return IFD_SUCCESS;
}

RESPONSECODE IFDHControl(DWORD, DWORD, PUCHAR, DWORD, PUCHAR, DWORD, LPDWORD returned) {
  *returned = 0;
  return IFD_ERROR_NOT_SUPPORTED;
}

RESPONSECODE IFDHICCPresence(DWORD lun) {
  const auto reader = find(lun);
  if (!reader) return IFD_NO_SUCH_DEVICE;
  return reader->card.inserted() ? IFD_ICC_PRESENT : IFD_ICC_NOT_PRESENT;
}

}  // extern "C"
