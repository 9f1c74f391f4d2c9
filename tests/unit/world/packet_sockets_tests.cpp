// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/linux/packet_sockets.h"

using namespace onshi;
using Names = std::vector<std::string>;

namespace {

const std::string kHead = "sk               RefCnt Type Proto  Iface R Rmem   User   Inode\n";

std::string line(const std::string& protocol, const std::string& link) {
  return "00000000d0a1b2c3 3      3    " + protocol + "   " + link + "     1 0      0      12345 \n";
}

AddressCalls calls(const std::string& lines) {
  return calls_in(kHead + lines, [](unsigned index) { return "link" + std::to_string(index); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(packet_sockets_tests)

BOOST_AUTO_TEST_CASE(each_client_is_known_by_what_it_listens_for) {
  BOOST_TEST((calls(line("0800", "2")) == AddressCalls{{"link2"}, {}}));  // udhcpc, NetworkManager, networkd
  BOOST_TEST((calls(line("8863", "3")) == AddressCalls{{}, {"link3"}}));
  BOOST_TEST((calls(line("0800", "2") + line("8863", "3") + line("0800", "2")) ==
              AddressCalls{{"link2"}, {"link3"}}));
}

BOOST_AUTO_TEST_CASE(others_and_nonsense_are_passed_over) {
  for (const std::string& text :
       {std::string(), line("88cc", "2"), line("888e", "2"), line("0003", "2"), line("0800", "0"),
        line("zzzz", "2"), line("0800", "two"), std::string("0800 2\n")}) {
    BOOST_TEST((calls(text) == AddressCalls{}), text);
  }
  BOOST_TEST((calls_in(kHead + line("0800", "9"), [](unsigned) { return std::string(); }) == AddressCalls{}));
}

BOOST_AUTO_TEST_SUITE_END()
