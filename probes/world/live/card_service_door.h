// SPDX-License-Identifier: GPL-3.0-or-later
// PC/SC calls a service that it may not talk to "not running". Each system has its own way to tell the two
// apart, and may have none. Any thread.
#pragma once

namespace onshi {

/// The card service has a door, and it is shut for who runs this.
bool card_service_shut();

}  // namespace onshi
