// SPDX-License-Identifier: GPL-3.0-or-later
// What desktops and Windows say about proxies, from their own texts, and GNOME's own program on a file of
// settings.
#include <cstdlib>
#include <filesystem>
#include <map>

#include <boost/test/unit_test.hpp>

#include "probes/world/linux/desktop_proxy.h"
#include "probes/world/linux/desktop_proxy_text.h"
#include "probes/world/live/windows_proxy_text.h"
#include "tests/unit/support/practice.h"

using namespace onshi;
using namespace std::chrono_literals;

namespace {

using Keys = std::map<std::string, std::string>;
using Texts = std::vector<std::string>;

std::optional<ProxySettings> gnome(const Keys& keys) {
  return gnome_proxy([&](const std::string& schema, const std::string& key) {
    const auto found = keys.find(schema.substr(std::string(kGnomeProxy).size()) + "/" + key);
    return found == keys.end() ? std::string{} : found->second;
  });
}

std::string server_in(const std::optional<ProxySettings>& set) {
  if (!set) return "none";
  return set->https ? set->https->host + "|" + std::to_string(set->https->port) : "unread " + set->unread;
}

/// A variable of this process, as it was again afterwards.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    ::setenv(name, value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (old_) ::setenv(name_, old_->c_str(), 1);
    if (!old_) ::unsetenv(name_);
  }

 private:
  const char* name_;
  std::optional<std::string> old_{};
};

const std::string kKeyfile =
    "[system/proxy]\nmode='manual'\nignore-hosts=['localhost', '*.Verification.example']\n"
    "[system/proxy/http]\nauthentication-password='kaku-secret'\n"
    "[system/proxy/https]\nhost='kaku:kaku-secret@proxy.example'\nport=8080\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(desktop_proxy_tests)

BOOST_AUTO_TEST_CASE(printed_values_give_their_texts) {
  BOOST_TEST(gsettings_texts("'manual'") == Texts{"manual"});
  BOOST_TEST(gsettings_texts("''") == Texts{""});
  BOOST_TEST(gsettings_texts("@as []").empty());
  BOOST_TEST(gsettings_texts("") == Texts{});
  BOOST_TEST(gsettings_texts("['a', \"it's\", 'b\\'c', 'd") == (Texts{"a", "it's", "b'c", "d"}));
  BOOST_TEST(gsettings_texts("8080").empty());
}

BOOST_AUTO_TEST_CASE(the_mode_of_gnome_decides_what_is_set) {
  const Keys server{{".https/host", "'Proxy.example'"}, {".https/port", "8080"}};
  const auto in_mode = [](const std::string& mode, Keys keys) {
    keys["/mode"] = mode;
    return server_in(gnome(keys));
  };
  BOOST_TEST(in_mode("'none'", server) == "none");
  BOOST_TEST(in_mode("", server) == "none");
  BOOST_TEST(in_mode("'manual'", server) == "proxy.example|8080");
  BOOST_TEST(in_mode("'manual'", {{".https/host", "''"}}) == "none");
  BOOST_TEST(in_mode("'manual'", {{".https/host", "'p.example'"}, {".https/port", "0"}}) ==
             "unread http://p.example:0");
  BOOST_TEST(in_mode("'manual'", {{".socks/host", "'s.example'"}, {".socks/port", "1080"}}) ==
             "unread socks://s.example:1080");
  BOOST_TEST(in_mode("'auto'", server) == "unread wpad");
  BOOST_TEST(in_mode("'auto'", {{"/autoconfig-url", "'http://u:pass-word@s.example/a.pac'"}}) ==
             "unread script s.example");
}

BOOST_AUTO_TEST_CASE(gnomes_own_program_is_asked_and_the_password_stays_with_it) {
  const test::ScratchFolder folder;
  std::filesystem::create_directories(folder.path() / "glib-2.0/settings");
  folder.write("glib-2.0/settings/keyfile", kKeyfile);
  const Variable home("XDG_CONFIG_HOME", folder.path().string());
  const Variable kind("GSETTINGS_BACKEND", "keyfile");
  const auto set = gnome_proxy_settings(Limit::of(1min));
  BOOST_REQUIRE(set.has_value());
  BOOST_REQUIRE(set->has_value());
  BOOST_TEST(server_in(*set) == "proxy.example|8080");
  BOOST_TEST((*set)->bypass == (Texts{"localhost", "*.verification.example"}));
  BOOST_TEST((*set)->place == kGnomeProxy);
  folder.write("glib-2.0/settings/keyfile", "[system/proxy]\nmode='none'\n");
  BOOST_TEST(!gnome_proxy_settings(Limit::of(1min))->has_value());
}

BOOST_AUTO_TEST_CASE(a_wait_for_gnomes_program_has_its_end) {
  std::stop_source stop;
  stop.request_stop();
  const auto stopped = gnome_proxy_settings(Limit::of(1min, stop.get_token()));
  BOOST_TEST(!stopped.has_value());
  const auto late = gnome_proxy_settings(Limit::of(0ms));
  BOOST_TEST(!late.has_value());
}

BOOST_AUTO_TEST_CASE(kdes_file_is_read_by_its_type) {
  const auto of = [](const std::string& lines) {
    return server_in(kde_proxy("[Other]\nProxyType=1\n[Proxy Settings]\n" + lines));
  };
  const std::string server = "httpsProxy=http://Proxy.example 8080\n";
  BOOST_TEST(of(server) == "none");
  BOOST_TEST(of("ProxyType=0\n" + server) == "none");
  BOOST_TEST(of("ProxyType=4\n" + server) == "none");
  BOOST_TEST(of("ProxyType=1\r\n" + server) == "proxy.example|8080");
  BOOST_TEST(of("ProxyType=1\nhttpsProxy[$e]=http://u:pass-word@p.example:3128\n") == "p.example|3128");
  BOOST_TEST(of("ProxyType=1\nhttpProxy=http://p.example 1\n") == "none");
  BOOST_TEST(of("ProxyType=1\nsocksProxy=socks://s.example 1080\n") == "unread socks://s.example:1080");
  BOOST_TEST(of("ProxyType=1\nReversedException=true\n" + server) == "unread reversed exceptions");
  BOOST_TEST(of("ProxyType=2\nProxy Config Script=file:///home/kaku/p.pac\n") == "unread script file://");
  BOOST_TEST(of("ProxyType=3\n") == "unread wpad");
  const auto set = kde_proxy("[Proxy Settings]\nProxyType=1\nNoProxyFor=A.example,.b.example\n" + server);
  BOOST_TEST(set->bypass == (Texts{"a.example", ".b.example"}));
  BOOST_TEST(set->place == kKdeProxy);
}

BOOST_AUTO_TEST_CASE(windows_writes_one_server_for_all_or_one_for_each_kind) {
  const auto of = [](const std::string& servers) { return server_in(windows_proxy(servers, "", "WinINET")); };
  BOOST_TEST(of("") == "none");
  BOOST_TEST(of("Proxy.example:8080") == "proxy.example|8080");
  BOOST_TEST(of("http=a.example:80;https=b.example:8080") == "b.example|8080");
  BOOST_TEST(of("http=a.example:80") == "none");
  BOOST_TEST(of("http=a.example:80;socks=s.example:1080") == "unread socks://s.example:1080");
  for (const char* servers : {"kaku:pass;word@p.example:1", "https=kaku:pa ss;word@p.example:1"}) {
    BOOST_TEST(of(servers) == "p.example|1");
  }
  const auto set = windows_proxy("p:1", "*.A.example;<local>", "WinHTTP");
  BOOST_TEST(set->bypass == (Texts{"*.a.example", "<local>"}));
  BOOST_TEST(set->place == "WinHTTP");
}

BOOST_AUTO_TEST_CASE(each_server_that_windows_names_loses_its_own_password_and_keeps_its_kind) {
  struct Row {
    std::string servers;
    std::string https;
  };
  for (const Row& row :
       std::vector<Row>{{"http=u:p@a.example:80;https=b.example:443", "b.example|443"},
                        {"https=u:p@b.example:443 http=u:p@a.example:80", "b.example|443"},
                        {"https=b.example:443;http=u:p@a.example:80", "b.example|443"},
                        {"https=http://u:p@b.example:443;http=a.example:80", "b.example|443"},
                        {"http=u:p@a.example:80", "none"},
                        {"http=u:p@a.example:80;socks=u:p@s.example:1080", "unread socks://s.example:1080"},
                        {"https=socks5://u:p@s.example:1080", "unread socks5://s.example:1080"},
                        {"HTTPS=U:P@ss@B.example:443", "b.example|443"},
                        {"kaku:1;http=se@b.example:443", "b.example|443"},
                        {"u:pa=ss@b.example:443", "b.example|443"}}) {
    BOOST_TEST(server_in(windows_proxy(row.servers, "", "WinINET")) == row.https, row.servers);
  }
  // However it is parted, nothing of the password is left.
  for (const std::string password : {"se;cret", "se cret", "1;cret", "1 2 cret", "se;http=cret", "se,cr@et",
                                     ";cret", "cret;", "se://cr;et", "se;a:1;cret", "1;se=cret"}) {
    for (const char* kind : {"", "https=", "http=a.example:80;https=", "https=http://"}) {
      const std::string servers = kind + ("kaku:" + password) + "@p.example:1";
      BOOST_TEST(server_in(windows_proxy(servers, "", "WinINET")) == "p.example|1", servers);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
