// SPDX-License-Identifier: GPL-3.0-or-later
// One change to the terminal: it says before and after, applies, and undoes exactly that. Nothing else in
// this program changes the terminal. What was before is written into the site's folder before anything is
// touched, so that an action that a crash has cut in two is finished or undone the next time. Blocks for
// files; used by one thread.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace onshi {

/// One thing that becomes another. `what`, `before` and `after` are words of assets/locale/actions.xml.
struct Change {
  std::string what;    // "certificate", "authority", "root", "policy"
  std::string item;    // which one: the end of a serial number, a file
  std::string before;  // "absent", "there", "trusted", "ours", "other"
  std::string after;
  [[nodiscard]] bool changes() const { return before != after; }
};

struct ActionFault {
  enum class What {
    no_home,          // nobody knows whose browser it is
    store_locked,     // it has a password of its own
    store_forbidden,  // it is somebody else's, or this user has no right to it
    store_refused,    // it cannot be read or written
    slip_refused,     // what was before cannot be written down, so nothing was touched
    slip_damaged,     // what was before cannot be read
    other_installed,  // another certificate, which has to be taken out first
    browser_absent,   // no browser that could take the certificate
    policy_by_other,  // another file chooses certificates already
    policy_refused,   // everything but the policy is done: an administrator must put `offered` at `place`
    policy_left,      // everything but the policy is undone: an administrator must take `place` away
    nothing_to_undo
  };
  What what = What::store_refused;
  std::filesystem::path place{};
  std::filesystem::path offered{};
  std::string detail{};  // technical
};

std::string_view name_of(ActionFault::What what);

using Changes = std::expected<std::vector<Change>, ActionFault>;
using Done = std::expected<void, ActionFault>;

class Action {
 public:
  virtual ~Action() = default;
  /// What `apply` would do now; also when it would do nothing.
  virtual Changes preview() = 0;
  virtual Done apply() = 0;
  /// What `undo` would do now.
  virtual Changes preview_undo() = 0;
  virtual Done undo() = 0;
};

}  // namespace onshi
