// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of any Linux machine, without a packet.
#include <algorithm>
#include <array>
#include <fstream>
#include <thread>

#include <boost/test/unit_test.hpp>
#include <fcntl.h>
#include <unistd.h>

#include "probes/world/linux/descriptor.h"
#include "probes/world/linux/firewall_state.h"
#include "probes/world/linux/usb_devices.h"
#include "probes/world/linux/wait_descriptors.h"
#include "probes/world/live/system_parts.h"

using namespace onshi;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const Limit limit = Limit::of(24h);

class TemporaryFolder {
 public:
  TemporaryFolder() : path_(fs::temp_directory_path() / ("onshi-world-tests-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { fs::remove_all(path_); }
  void write(const fs::path& file, const std::string& text) const {
    fs::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file) << text;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(linux_system_tests)

BOOST_AUTO_TEST_CASE(the_loopback_link_is_seen_with_its_kind) {
  auto view = system_links()->look(limit);
  BOOST_REQUIRE(view.has_value());
  auto loopback = std::ranges::find(view->links, "lo", &Link::name);
  BOOST_REQUIRE((loopback != view->links.end()));
  BOOST_TEST((loopback->kind == Link::Kind::loopback));
  BOOST_TEST(loopback->mtu > 0);
}

BOOST_AUTO_TEST_CASE(looking_stops_when_a_person_wishes_so) {
  std::stop_source source;
  source.request_stop();
  auto view = system_links()->look(Limit::of(10s, source.get_token()));
  BOOST_REQUIRE(!view.has_value());
  BOOST_TEST((view.error().why == CannotSee::Why::cancelled));
}

BOOST_AUTO_TEST_CASE(another_view_than_the_known_one_is_told_without_waiting) {
  const auto links = system_links();
  const auto view = links->wait_for_change({}, Limit::of(24h));
  BOOST_REQUIRE(view.has_value());
  BOOST_TEST(!view->links.empty());
}

BOOST_AUTO_TEST_CASE(a_wait_for_a_change_ends_with_its_limit_and_tells_the_view_as_it_is) {
  const auto links = system_links();
  const auto known = links->look(limit);
  BOOST_REQUIRE(known.has_value());
  BOOST_TEST(links->wait_for_change(*known, Limit::of(1ms)).has_value());
}

BOOST_AUTO_TEST_CASE(a_wait_for_a_change_ends_when_a_person_wishes_so) {
  const auto links = system_links();
  const auto known = links->look(limit);
  BOOST_REQUIRE(known.has_value());
  std::stop_source source;
  const std::jthread person([&] { source.request_stop(); });
  const auto view = links->wait_for_change(*known, Limit::of(24h, source.get_token()));
  BOOST_REQUIRE(!view.has_value());
  BOOST_TEST((view.error().why == CannotSee::Why::cancelled));
}

BOOST_AUTO_TEST_CASE(data_without_end_does_not_prolong_a_wait) {
  const Descriptor zeroes(::open("/dev/zero", O_RDONLY | O_CLOEXEC));
  std::array wanted = {pollfd{zeroes.get(), POLLIN, 0}};
  BOOST_TEST(wait_descriptors(wanted, Limit::of(10s)));
  BOOST_TEST(wanted[0].revents == POLLIN);
  BOOST_TEST(!wait_descriptors(wanted, Limit::of(0ms)));
}

BOOST_AUTO_TEST_CASE(a_source_is_only_told_towards_a_numeric_address) {
  BOOST_TEST(!system_links()->source_towards("portal.verification.example").has_value());
  BOOST_TEST(!system_links()->source_towards("").has_value());
}

BOOST_AUTO_TEST_CASE(usb_devices_are_listed_without_hubs_and_interfaces) {
  TemporaryFolder folder;
  folder.write("1-2/idVendor", "054c\n");
  folder.write("1-2/idProduct", "0dc9\n");
  folder.write("1-2/product", "FeliCa Port/PaSoRi 4.0\n");
  folder.write("1-2/serial", "0123456\n");
  folder.write("1-2/bDeviceClass", "00\n");
  folder.write("1-2:1.0/bInterfaceClass", "0b\n");
  folder.write("usb1/idVendor", "1d6b\n");
  folder.write("usb1/idProduct", "0002\n");
  folder.write("usb1/bDeviceClass", "09\n");
  folder.write("1-3/idVendor", "nonsense\n");
  folder.write("1-3/idProduct", "0001\n");
  auto devices = usb_devices_in(folder.path());
  BOOST_REQUIRE(devices.size() == 1U);
  BOOST_TEST((devices[0] == UsbDevice{0x054C, 0x0DC9, "FeliCa Port/PaSoRi 4.0", "0123456", "1-2", true}));
  folder.write("1-2:1.0/bInterfaceClass", "03\n");
  BOOST_TEST(!usb_devices_in(folder.path()).at(0).card_reader);
  BOOST_TEST(usb_devices_in(folder.path() / "absent").empty());
}

BOOST_AUTO_TEST_CASE(a_firewall_is_on_only_when_something_shows_that_it_is) {
  const fs::path active = "run/systemd/units/invocation:";
  const std::string opens_all =
      "table inet filter {\n chain input { type filter hook input priority 0; }\n}\n";
  const std::string guards = "chain input { type filter hook input priority 0; policy drop; }\n";
  struct Row {
    std::vector<std::pair<std::string, std::string>> files;
    std::optional<bool> on;
  };
  for (const auto& [files, on] :
       {Row{{}, std::nullopt}, Row{{{"etc/ufw/ufw.conf", "ENABLED=yes\n"}}, true},
        Row{{{"etc/ufw/ufw.conf", "ENABLED=no\n"}}, false},
        Row{{{active.string() + "firewalld.service", ""}}, true},
        Row{{{active.string() + "firewalld.service", ""}, {"etc/ufw/ufw.conf", "ENABLED=no\n"}}, true},
        Row{{{"etc/nftables.conf", guards}}, std::nullopt},
        Row{{{active.string() + "nftables.service", ""}}, std::nullopt},
        Row{{{active.string() + "nftables.service", ""}, {"etc/nftables.conf", opens_all}}, std::nullopt},
        Row{{{active.string() + "nftables.service", ""}, {"etc/nftables.conf", "# policy drop\n"}},
            std::nullopt},
        Row{{{active.string() + "nftables.service", ""}, {"etc/nftables.conf", opens_all + guards}}, true}}) {
    const TemporaryFolder root;
    for (const auto& [file, text] : files) root.write(file, text);
    BOOST_TEST((firewall_state(root.path()) == on), (files.empty() ? "" : files.back().second));
  }
}

BOOST_AUTO_TEST_CASE(the_disk_of_a_folder_that_does_not_exist_yet_is_that_of_its_parent) {
  auto disk = system_machine({})->disk_space("/tmp/not/yet/here");
  BOOST_REQUIRE(disk.has_value());
  BOOST_TEST(disk->total_bytes > 0U);
  BOOST_TEST(disk->free_bytes <= disk->total_bytes);
}

BOOST_AUTO_TEST_CASE(the_system_says_who_and_what_it_is) {
  auto facts = system_machine({})->system();
  BOOST_REQUIRE(facts.has_value());
  BOOST_TEST(!facts->name.empty());
  BOOST_TEST(facts->kernel.starts_with("Linux "));
  BOOST_TEST(!facts->user.empty());
  BOOST_TEST(facts->administrator == (::geteuid() == 0));
  BOOST_TEST(facts->memory_bytes > 0U);
}

BOOST_AUTO_TEST_CASE(a_time_server_must_be_given_as_an_address) {
  auto offset = system_machine({"ntp.example"})->clock_offset({"ntp.example", "ntp.example", 123}, limit);
  BOOST_REQUIRE(!offset.has_value());
  BOOST_TEST((offset.error().why == CannotSee::Why::failed));
}

BOOST_AUTO_TEST_CASE(a_time_server_that_is_not_listed_gets_no_packet) {
  auto offset =
      system_machine({"ntp.example"})->clock_offset({"ntp.production.example", "127.0.0.1", 123}, limit);
  BOOST_REQUIRE(!offset.has_value());
  BOOST_TEST(offset.error().detail == "not_allowed");
}

BOOST_AUTO_TEST_CASE(a_session_on_another_computers_screen_is_remote) {
  for (const char* sign : {"SSH_CONNECTION", "SSH_TTY", "XRDP_SESSION"}) {
    const char* before = ::getenv(sign);
    const std::string kept = before == nullptr ? "" : before;
    ::setenv(sign, "somewhere", 1);
    BOOST_TEST(system_machine({})->system()->remote_session, sign);
    before == nullptr ? ::unsetenv(sign) : ::setenv(sign, kept.c_str(), 1);
  }
}

BOOST_AUTO_TEST_SUITE_END()
