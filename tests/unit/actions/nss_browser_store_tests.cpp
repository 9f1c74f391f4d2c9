// SPDX-License-Identifier: GPL-3.0-or-later
#include <tuple>

#include <boost/test/unit_test.hpp>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include "probes/certificate/certificate_facts.h"
#include "probes/site/small_file.h"
#include "probes/world/files.h"
#include "probes/world/linux/linux_browsers.h"
#include "probes/world/linux/nss_database.h"
#include "tests/unit/actions/key_traces.h"
#include "tests/unit/certificate/made_certificate.h"
#include "tests/unit/support/practice.h"
#include "wizard/actions/linux/nss_browser_store.h"

namespace onshi {
namespace {

namespace fs = std::filesystem;
using test::authority;
using test::authority_wish;
using test::issued_by;
using test::Signed;
using test::Wish;

const Signed& root() {
  static const Signed made = authority(authority_wish("Online Billing NW System Root"));
  return made;
}

ClientCertificate client_with(KeyPointer key, const std::string& code = "0110113719") {
  Wish wish;
  wish.subject = {{"OU", code}, {"CN", "端末"}};
  Signed made = issued_by(root(), std::move(key), wish);
  ClientCertificate client;
  client.certificate = std::move(made.certificate);
  client.key = std::move(made.key);
  client.chain.push_back(test::again(*root().certificate));
  return client;
}

std::vector<X509Pointer> roots() {
  std::vector<X509Pointer> all;
  all.push_back(test::again(*root().certificate));
  return all;
}

/// What a check asks for.
BrowserQuestion of_the_service() {
  return {{"Online Billing NW System"}, {certificate_fingerprint(*root().certificate)}};
}

/// While it lives, this process has no rights but those of everybody. Empty where it cannot give its own up.
class AsNobody {
 public:
  AsNobody() : root_(geteuid() == 0), good_(!root_ || seteuid(kNobody) == 0) {}
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody() {
    if (root_) std::ignore = seteuid(0);
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  static constexpr uid_t kNobody = 65534;
  bool root_;
  bool good_;
};

/// A home with a place for the store, which is not there yet.
struct Home {
  test::ScratchFolder folder;
  NssBrowserStore store{browser_store_folder(folder.path())};
  Home() { BOOST_REQUIRE(make_private_folder(store.place()).has_value()); }

  [[nodiscard]] BrowserView view() const {
    auto seen = look();
    BOOST_REQUIRE(seen.has_value());
    return *std::move(seen);
  }
  [[nodiscard]] Seen<BrowserView> look(const BrowserQuestion& question = of_the_service()) const {
    return LinuxBrowsers(folder.path(), folder.path()).look(question, Limit::of(std::chrono::hours{1}));
  }
  [[nodiscard]] std::vector<HeldCertificate> held(const ClientCertificate& client) {
    auto seen = store.look(
        {certificate_fingerprint(*client.certificate), certificate_fingerprint(*root().certificate)});
    BOOST_REQUIRE(seen.has_value());
    return *std::move(seen);
  }
};

bool is_private(const fs::path& file) {
  struct stat facts{};
  return stat(file.c_str(), &facts) == 0 && (facts.st_mode & 077U) == 0;
}

void give_password(const fs::path& store) {
  const auto database = NssDatabase::open(store, NssDatabase::Way::change);
  BOOST_REQUIRE(database.has_value());
  BOOST_REQUIRE(PK11_ChangePW((*database)->slot(), "", "another") == SECSuccess);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nss_browser_store_tests)

BOOST_AUTO_TEST_CASE(what_was_added_is_seen_and_what_is_restored_is_as_before) {
  for (const bool rsa : {false, true}) {
    Home home;
    const ClientCertificate client = client_with(rsa ? test::rsa_key(2048) : test::ec_key());
    BOOST_TEST(!home.store.there());
    const auto before = home.held(client);
    BOOST_REQUIRE(home.store.add(client, roots()).has_value());
    const BrowserView view = home.view();
    BOOST_REQUIRE(view.certificates.size() == 2U);
    const auto own = std::ranges::find(view.certificates, certificate_fingerprint(*client.certificate),
                                       &StoredCertificate::fingerprint);
    BOOST_REQUIRE((own != view.certificates.end()));
    BOOST_TEST(own->has_key);
    BOOST_TEST(!own->trusted);
    BOOST_TEST(own->code == "0110113719");
    BOOST_TEST((own->not_after == test::kInThreeYears));
    BOOST_TEST(home.held(client).at(1).trust != "");
    BOOST_REQUIRE(home.store.restore(before).has_value());
    BOOST_TEST(home.view().certificates.empty());
    BOOST_REQUIRE(home.store.discard_if_empty().has_value());
    BOOST_TEST(!home.store.there());
    BOOST_TEST(fs::is_empty(home.store.place()));
  }
}

BOOST_AUTO_TEST_CASE(adding_and_restoring_twice_is_adding_and_restoring_once) {
  Home home;
  const ClientCertificate client = client_with(test::ec_key());
  const auto before = home.held(client);
  BOOST_REQUIRE(home.store.add(client, roots()).has_value());
  const auto after = home.held(client);
  BOOST_REQUIRE(home.store.add(client, roots()).has_value());
  BOOST_TEST((home.held(client) == after));
  BOOST_REQUIRE(home.store.restore(before).has_value());
  BOOST_REQUIRE(home.store.restore(before).has_value());
  BOOST_TEST((home.held(client) == before));
}

BOOST_AUTO_TEST_CASE(what_lay_there_before_stays_with_its_own_trust) {
  Home home;
  const ClientCertificate older = client_with(test::ec_key(), "1319999129");
  BOOST_REQUIRE(home.store.add(older, {}).has_value());  // the root lies there too, and is not trusted
  const ClientCertificate client = client_with(test::ec_key());
  const auto before = home.held(client);
  BOOST_TEST(before.at(1).there);
  BOOST_REQUIRE(home.store.add(client, roots()).has_value());
  BOOST_TEST(home.view().certificates.size() == 3U);
  BOOST_REQUIRE(home.store.restore(before).has_value());
  BOOST_TEST((home.held(client) == before));
  BOOST_REQUIRE(home.store.discard_if_empty().has_value());
  const BrowserView view = home.view();
  BOOST_REQUIRE(view.certificates.size() == 1U);
  BOOST_TEST(view.certificates.front().code == "1319999129");
}

BOOST_AUTO_TEST_CASE(a_certificate_without_its_key_gets_it_and_loses_only_that) {
  Home home;
  const ClientCertificate client = client_with(test::ec_key());
  BOOST_REQUIRE(home.store.add(client, {}).has_value());
  const std::string own = certificate_fingerprint(*client.certificate);
  BOOST_REQUIRE(home.store.restore({{own, true, false, home.held(client).front().trust}}).has_value());
  const auto without_key = home.held(client);
  BOOST_TEST(without_key.front().there);
  BOOST_TEST(!without_key.front().key);
  BOOST_REQUIRE(home.store.add(client, {}).has_value());
  BOOST_TEST(home.held(client).front().key);
  BOOST_REQUIRE(home.store.restore(without_key).has_value());
  BOOST_TEST((home.held(client) == without_key));
}

BOOST_AUTO_TEST_CASE(a_store_with_a_password_is_left_alone) {
  Home home;
  BOOST_REQUIRE(home.store.add(client_with(test::ec_key()), {}).has_value());
  give_password(home.store.place());
  BOOST_TEST(home.view().locked);
  const auto added = home.store.add(client_with(test::ec_key()), roots());
  BOOST_REQUIRE(!added.has_value());
  BOOST_TEST((added.error().why == CannotSee::Why::refused));
  BOOST_TEST((home.store.look({"ab"}).error().why == CannotSee::Why::refused));
}

BOOST_AUTO_TEST_CASE(a_damaged_store_is_a_fault_and_no_empty_one) {
  Home home;
  home.folder.write(".pki/nssdb/cert9.db", "this is no database, and longer than its header would be");
  const auto seen = home.look();
  BOOST_REQUIRE(!seen.has_value());
  BOOST_TEST((seen.error().why == CannotSee::Why::failed));
  BOOST_TEST(!home.store.look({"ab"}).has_value());
}

BOOST_AUTO_TEST_CASE(a_store_that_may_not_be_read_is_told_apart_from_a_damaged_one) {
  Home home;
  BOOST_REQUIRE(home.store.add(client_with(test::ec_key()), {}).has_value());
  for (const char* name : {"key4.db", "cert9.db"}) {
    for (const char* each : {"key4.db", "cert9.db"}) {
      const bool kept = std::string_view(each) == name;
      fs::permissions(home.store.place() / each, kept ? fs::perms::none : fs::perms(0644));
    }
    const fs::path end = home.folder.path().parent_path();
    for (fs::path above = home.store.place(); above != end; above = above.parent_path()) {
      fs::permissions(above, fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add);
    }
    const AsNobody nobody;
    if (!nobody.good()) continue;  // in a room of one user nobody can be kept out
    const auto seen = home.look();
    BOOST_REQUIRE(!seen.has_value());
    BOOST_TEST((seen.error().why == CannotSee::Why::refused));
    BOOST_TEST(seen.error().detail == name);
  }
}

BOOST_AUTO_TEST_CASE(only_what_was_asked_for_is_told_and_the_home_is_not_named) {
  Home home;
  const ClientCertificate ours = client_with(test::ec_key());
  BOOST_REQUIRE(home.store.add(ours, roots()).has_value());
  const Signed stranger = authority(authority_wish("Somebody's own authority"));
  Signed made = issued_by(stranger, test::ec_key(), {});
  ClientCertificate personal;
  personal.certificate = std::move(made.certificate);
  personal.key = std::move(made.key);
  std::vector<X509Pointer> other_roots;
  other_roots.push_back(test::again(*stranger.certificate));
  BOOST_REQUIRE(home.store.add(personal, other_roots).has_value());
  BOOST_TEST(home.view().certificates.size() == 2U);
  BOOST_TEST(home.view().place == "~/.pki/nssdb");
  BOOST_TEST(home.look(BrowserQuestion{})->certificates.empty());
  const BrowserQuestion own{{}, {certificate_fingerprint(*ours.certificate)}};
  BOOST_TEST(home.look(own)->certificates.size() == 1U);
}

BOOST_AUTO_TEST_CASE(without_a_home_nothing_is_known) {
  const auto seen = LinuxBrowsers({}).look({}, Limit::of(std::chrono::hours{1}));
  BOOST_REQUIRE(!seen.has_value());
  BOOST_TEST((seen.error().why == CannotSee::Why::not_supported));
}

BOOST_AUTO_TEST_CASE(looking_makes_nothing) {
  const test::ScratchFolder home;
  const auto seen = LinuxBrowsers(home.path(), home.path()).look({}, Limit::of(std::chrono::hours{1}));
  BOOST_REQUIRE(seen.has_value());
  BOOST_TEST(!seen->there);
  BOOST_TEST(fs::is_empty(home.path()));
}

BOOST_AUTO_TEST_CASE(policies_of_the_browsers_that_are_there_are_seen) {
  const test::ScratchFolder root_folder;
  fs::create_directories(root_folder.path() / "usr/bin");
  const fs::path policies = root_folder.path() / "etc/chromium/policies/managed";
  fs::create_directories(policies);
  fs::create_directories(root_folder.path() / "etc/opt/edge/policies/managed");
  root_folder.write("usr/bin/chromium", "");
  root_folder.write("etc/chromium/policies/managed/a.json", "{\"AutoSelectCertificateForUrls\": []}");
  root_folder.write("etc/chromium/policies/managed/b.json", "{\"HomepageLocation\": \"x\"}");
  root_folder.write("etc/chromium/policies/managed/c.txt", "AutoSelectCertificateForUrls");
  const auto seen = LinuxBrowsers(root_folder.path() / "home", root_folder.path())
                        .look({}, Limit::of(std::chrono::hours{1}));
  BOOST_REQUIRE(seen.has_value());
  BOOST_TEST(seen->policy_folders == std::vector{policies.string()}, boost::test_tools::per_element());
  BOOST_REQUIRE(seen->policies.size() == 1U);
  BOOST_TEST(seen->policies.front().file == (policies / "a.json").string());
  BOOST_TEST(seen->policies.front().sha256 == sha256_of("{\"AutoSelectCertificateForUrls\": []}"));
}

BOOST_AUTO_TEST_CASE(the_key_lies_nowhere_unencrypted_and_the_search_would_find_it) {
  for (const bool rsa : {false, true}) {
    Home home;
    const ClientCertificate client = client_with(rsa ? test::rsa_key(2048) : test::ec_key());
    const auto faces = test::faces_of(*client.key);
    const auto before = home.held(client);
    BOOST_REQUIRE(home.store.add(client, roots()).has_value());
    std::size_t bytes = 0;
    BOOST_TEST(test::files_with(faces, home.folder.path(), bytes).empty());
    BOOST_TEST(bytes > 10000U);  // the store was really looked at
    BOOST_TEST(is_private(home.store.place() / "key4.db"));
    BOOST_REQUIRE(home.store.restore(before).has_value());
    BOOST_TEST(test::files_with(faces, home.folder.path(), bytes).empty());
    // The search itself: each way in which the key could lie there is found.
    home.folder.write("pem", test::pem_of(*client.key));
    for (std::size_t face = 0; face < faces.size(); ++face) {
      home.folder.write("face" + std::to_string(face), "before" + faces[face] + "after");
    }
    BOOST_TEST(test::files_with(faces, home.folder.path(), bytes).size() == faces.size() + 1);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
