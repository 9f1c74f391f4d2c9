// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/reader/new_usb_device.h"
#include "tests/unit/support/ask.h"

BOOST_AUTO_TEST_SUITE(new_usb_device_tests)

using namespace onshi;
using namespace std::chrono_literals;
using Looks = std::vector<Seen<std::vector<UsbDevice>>>;

namespace {

const UsbDevice kKeyboard{0x046D, 0xC31C, "Keyboard", "", "1-3"};
const UsbDevice kStranger{0xABCD, 0x0001, "Smart Reader", "", "1-7", true};

/// Sees something else on USB with each look, and the last thing from then on.
class ChangingMachine : public Machine {
 public:
  explicit ChangingMachine(Looks looks) : Machine({}), looks_(std::move(looks)), rest_(test::empty_world()) {}
  Seen<std::vector<UsbDevice>> usb_devices() override { return looks_[std::min(next_++, looks_.size() - 1)]; }
  std::chrono::system_clock::time_point now() override { return {}; }
  Seen<CardPrograms> card_programs() override { return rest_->machine().card_programs(); }
  Seen<DiskSpace> disk_space(const std::filesystem::path& folder) override {
    return rest_->machine().disk_space(folder);
  }
  Seen<SystemFacts> system() override { return rest_->machine().system(); }
  Seen<ProxySettings> proxy_settings(const Limit& limit) override {
    return rest_->machine().proxy_settings(limit);
  }
  Seen<ConnectionSettings> connection_settings(const std::string& file) override {
    return rest_->machine().connection_settings(file);
  }
  Seen<bool> holds_file_like(const std::string& folder, const std::string& name) override {
    return rest_->machine().holds_file_like(folder, name);
  }

 protected:
  Seen<std::chrono::milliseconds> do_clock_offset(const Target&, const Limit&) override { return 0ms; }

 private:
  Looks looks_;
  std::shared_ptr<World> rest_;
  std::size_t next_ = 0;
};

Seen<std::vector<UsbDevice>> found(const Looks& looks, const Limit& limit = Limit::of(24h)) {
  ChangingMachine machine(looks);
  return wait_for_new_devices(machine, limit, 1ms);
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_plugged_in_while_it_waits_is_named) {
  const auto devices =
      found({std::vector{kKeyboard}, std::vector{kKeyboard}, std::vector{kKeyboard, kStranger}});
  BOOST_TEST((devices.value() == std::vector{kStranger}));
}

BOOST_AUTO_TEST_CASE(what_was_pulled_out_and_plugged_in_again_is_named) {
  const auto devices = found({std::vector{kStranger}, std::vector<UsbDevice>{}, std::vector{kStranger}});
  BOOST_TEST((devices.value() == std::vector{kStranger}));
}

BOOST_AUTO_TEST_CASE(nothing_new_and_a_person_who_stops_end_the_wait) {
  BOOST_TEST(found({std::vector{kKeyboard}}, Limit::of(5ms)).value().empty());
  std::stop_source stop;
  stop.request_stop();
  BOOST_TEST(found({std::vector{kKeyboard}}, Limit::of(24h, stop.get_token())).value().empty());
}

BOOST_AUTO_TEST_CASE(usb_that_cannot_be_seen_is_said) {
  const auto refused = std::unexpected(CannotSee{CannotSee::Why::refused, 13, {}});
  BOOST_TEST(!found({refused}).has_value());
  BOOST_TEST(!found({std::vector{kKeyboard}, refused}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
