// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "probes/certificate/browser_policy.h"
#include "probes/certificate/certificate_facts.h"
#include "probes/world/linux/linux_browsers.h"
#include "probes/world/linux/nss_database.h"
#include "tests/unit/actions/key_traces.h"
#include "tests/unit/certificate/made_certificate.h"
#include "tests/unit/support/practice.h"
#include "wizard/actions/browser_installation.h"
#include "wizard/actions/linux/nss_browser_store.h"
#include "wizard/actions/policy_files.h"

namespace onshi {
namespace {

namespace fs = std::filesystem;
using What = ActionFault::What;

const test::Signed& root() {
  static const test::Signed made = test::authority(test::authority_wish("Online Billing NW System Root"));
  return made;
}

std::shared_ptr<const OpenedCertificate> opened() {
  test::Signed made = issued_by(root(), test::ec_key(), {});
  auto client = std::make_shared<ClientCertificate>();
  client->certificate = std::move(made.certificate);
  client->key = std::move(made.key);
  client->chain.push_back(test::again(*root().certificate));
  auto certificate = std::make_shared<OpenedCertificate>();
  certificate->client = client;
  certificate->facts = facts_of(*client);
  return certificate;
}

const std::shared_ptr<const OpenedCertificate>& ours() {
  static const auto made = opened();
  return made;
}

/// A store that fails as wanted before it does anything, after what was done to it so far.
class FailingStore : public NssBrowserStore {
 public:
  using NssBrowserStore::NssBrowserStore;
  Seen<void> add(const ClientCertificate& client, const std::vector<X509Pointer>& roots) override {
    if (after_roots) {
      ClientCertificate chain_alone;
      chain_alone.certificate = test::again(*root().certificate);
      chain_alone.key.reset(EVP_PKEY_dup(root().key.get()));
      std::ignore = NssBrowserStore::add(chain_alone, roots);
    }
    if (fails) return std::unexpected(CannotSee{CannotSee::Why::failed, -1, "SEC_ERROR_IO"});
    return NssBrowserStore::add(client, roots);
  }
  Seen<void> restore(const std::vector<HeldCertificate>& before) override {
    if (fails) return std::unexpected(CannotSee{CannotSee::Why::failed, -1, "SEC_ERROR_IO"});
    return NssBrowserStore::restore(before);
  }
  bool fails = false;
  bool after_roots = false;
};

/// A whole terminal in a folder: home, /etc with Chromium, and the site.
struct Terminal {
  test::ScratchFolder folder;
  fs::path home = folder.path() / "home";
  fs::path site = folder.path() / "site";
  fs::path policy = folder.path() / "etc/chromium/policies/managed" / kBrowserPolicyFile;
  FailingStore store{browser_store_folder(home)};
  X509Pointer later_root;

  Terminal() {
    fs::create_directories(home);
    fs::create_directories(folder.path() / "usr/bin");
    folder.write("usr/bin/chromium", "");
  }
  /// With the certificates and roots of this terminal, whoever issued them.
  [[nodiscard]] Seen<BrowserView> look() const {
    BrowserQuestion question{{"Online Billing NW System"}, {certificate_fingerprint(*root().certificate)}};
    if (later_root) question.fingerprints.push_back(certificate_fingerprint(*later_root));
    return LinuxBrowsers(home, folder.path()).look(question, Limit::of(std::chrono::hours{1}));
  }
  [[nodiscard]] BrowserView view() const {
    auto seen = look();
    BOOST_REQUIRE(seen.has_value());
    return *std::move(seen);
  }
  BrowserInstallation action(std::shared_ptr<const OpenedCertificate> certificate = ours()) {
    Profile profile;
    profile.server_roots_pem =
        test::pem_of(*root().certificate) + (later_root ? test::pem_of(*later_root) : std::string());
    Service portal;
    portal.host = "a.example";
    portal.environment = Environment::verification;
    profile.services = {portal};
    return BrowserInstallation({site, profile, &store, look(), std::move(certificate), test::kToday});
  }
  /// Every file and folder with its contents, but for the store's own, whose contents are told by its view.
  [[nodiscard]] std::string everything() const {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
      all += entry.path().string() + "\n";
      if (entry.is_regular_file() && entry.path().parent_path() != store.place()) {
        std::ifstream stream(entry.path());
        all += std::string{std::istreambuf_iterator<char>(stream), {}} + "\n";
      }
    }
    return all;
  }
};

What fault_of(const Done& done) {
  BOOST_REQUIRE(!done.has_value());
  return done.error().what;
}

std::vector<std::string> lines(const Changes& changes) {
  BOOST_REQUIRE(changes.has_value());
  std::vector<std::string> all;
  for (const Change& change : *changes) all.push_back(change.what + " " + change.before + " " + change.after);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(browser_installation_tests)

BOOST_AUTO_TEST_CASE(what_a_second_installation_adds_is_taken_out_too) {
  Terminal terminal;
  fs::create_directories(terminal.site);
  const std::string before = terminal.everything();
  BOOST_REQUIRE(terminal.action().apply().has_value());
  terminal.later_root = test::authority(test::authority_wish("A later root")).certificate;
  const fs::path chrome = terminal.folder.path() / "opt/google/chrome";
  fs::create_directories(chrome);
  std::ofstream(chrome / "chrome") << "";
  BOOST_REQUIRE(terminal.action().apply().has_value());
  BOOST_TEST(terminal.view().certificates.size() == 3U);
  for (const std::string& folder : terminal.view().policy_folders) {
    BOOST_TEST(policy_text(fs::path(folder) / kBrowserPolicyFile).has_value(), folder);
  }
  BOOST_TEST(terminal.view().policy_folders.size() == 2U);
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST(terminal.view().certificates.empty());
  fs::remove_all(terminal.folder.path() / "opt");
  BOOST_TEST(terminal.everything() == before);
}

BOOST_AUTO_TEST_CASE(before_and_after_are_said_and_undo_leaves_no_trace) {
  Terminal terminal;
  fs::create_directories(terminal.site);
  const std::string before = terminal.everything();
  const std::vector<std::string> to_do{"certificate absent there", "root absent trusted",
                                       "policy absent ours"};
  BOOST_TEST(lines(terminal.action().preview()) == to_do, boost::test_tools::per_element());
  BOOST_TEST(terminal.everything() == before);  // saying changes nothing
  BOOST_REQUIRE(terminal.action().apply().has_value());
  BOOST_TEST((browser_wish(terminal.site) == BrowserWish::installed));
  BOOST_TEST(terminal.view().certificates.size() == 2U);
  BOOST_TEST(policy_text(terminal.policy).has_value());
  const std::vector<std::string> done{"certificate there there", "root trusted trusted", "policy ours ours"};
  BOOST_TEST(lines(terminal.action().preview()) == done, boost::test_tools::per_element());
  const std::vector<std::string> back{"certificate there absent", "authority trusted absent",
                                      "policy ours absent"};
  BOOST_TEST(lines(terminal.action(nullptr).preview_undo()) == back, boost::test_tools::per_element());
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST(terminal.everything() == before);
  BOOST_TEST((fault_of(terminal.action(nullptr).undo()) == What::nothing_to_undo));
}

BOOST_AUTO_TEST_CASE(the_policy_is_for_everybody_and_what_was_there_comes_back) {
  Terminal terminal;
  fs::create_directories(terminal.policy.parent_path());
  BOOST_REQUIRE(write_policy(terminal.policy, "{\"AutoSelectCertificateForUrls\": [\"older\"]}\n"));
  BOOST_REQUIRE(terminal.action().apply().has_value());
  BOOST_TEST(policy_text(terminal.policy).value_or("").find("a.example") != std::string::npos);
  const auto rights = fs::status(terminal.policy).permissions();
  BOOST_TEST(((rights & fs::perms::others_read) != fs::perms::none));
  BOOST_TEST(((rights & fs::perms::others_write) == fs::perms::none));
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST(policy_text(terminal.policy).value_or("") ==
             "{\"AutoSelectCertificateForUrls\": [\"older\"]}\n");
}

BOOST_AUTO_TEST_CASE(applying_twice_still_undoes_to_the_first_before) {
  Terminal terminal;
  fs::create_directories(terminal.site);
  const std::string before = terminal.everything();
  BOOST_REQUIRE(terminal.action().apply().has_value());
  BOOST_REQUIRE(terminal.action().apply().has_value());
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST(terminal.everything() == before);
}

BOOST_AUTO_TEST_CASE(an_action_that_was_cut_in_two_is_found_and_finished_or_undone) {
  for (const bool finish : {true, false}) {
    Terminal terminal;
    fs::create_directories(terminal.site);
    const std::string before = terminal.everything();
    terminal.store.fails = terminal.store.after_roots = true;
    BOOST_TEST((fault_of(terminal.action().apply()) == What::store_refused));
    BOOST_TEST((browser_wish(terminal.site) == BrowserWish::unfinished));
    BOOST_TEST(terminal.view().there);
    terminal.store.fails = terminal.store.after_roots = false;
    if (finish) {
      BOOST_REQUIRE(terminal.action().apply().has_value());
      BOOST_TEST((browser_wish(terminal.site) == BrowserWish::installed));
      BOOST_TEST(lines(terminal.action().preview()).front() == "certificate there there");
    }
    BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
    BOOST_TEST(terminal.everything() == before);
  }
}

BOOST_AUTO_TEST_CASE(an_undo_that_was_cut_in_two_goes_on) {
  Terminal terminal;
  fs::create_directories(terminal.site);
  const std::string before = terminal.everything();
  BOOST_REQUIRE(terminal.action().apply().has_value());
  terminal.store.fails = true;
  BOOST_TEST((fault_of(terminal.action(nullptr).undo()) == What::store_refused));
  BOOST_TEST((browser_wish(terminal.site) == BrowserWish::unfinished));
  terminal.store.fails = false;
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST(terminal.everything() == before);
}

BOOST_AUTO_TEST_CASE(without_the_right_the_policy_is_offered_and_its_place_is_said) {
  Terminal terminal;
  fs::create_directories(terminal.policy.parent_path().parent_path());
  const fs::path barrier = terminal.policy.parent_path();
  std::ofstream(barrier) << "";  // a file where the folder should be: nobody can write below it
  const Done done = terminal.action().apply();
  BOOST_TEST((fault_of(done) == What::policy_refused));
  BOOST_TEST(done.error().place.string() == terminal.policy.string());
  BOOST_TEST(done.error().offered.string() == (terminal.site / kBrowserPolicyFile).string());
  const std::string offered = policy_text(done.error().offered).value_or("");
  BOOST_TEST(offered.find("a.example") != std::string::npos);
  BOOST_TEST((browser_wish(terminal.site) == BrowserWish::installed));
  // An administrator puts it there, and later somebody without the right takes all of it back.
  fs::remove(barrier);
  fs::create_directory(barrier);
  BOOST_REQUIRE(write_policy(terminal.policy, offered));
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST(!fs::exists(terminal.policy));
  BOOST_TEST(!fs::exists(done.error().offered));
}

BOOST_AUTO_TEST_CASE(what_somebody_else_has_written_since_is_left_alone) {
  Terminal terminal;
  BOOST_REQUIRE(terminal.action().apply().has_value());
  BOOST_REQUIRE(write_policy(terminal.policy, "{\"mine\": 1}\n"));
  const auto other = opened();
  BOOST_REQUIRE(terminal.store.add(*other->client, {}).has_value());
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST(policy_text(terminal.policy).value_or("") == "{\"mine\": 1}\n");
  const BrowserView view = terminal.view();
  BOOST_REQUIRE(view.certificates.size() == 1U);
  BOOST_TEST(view.certificates.front().fingerprint == other->facts.fingerprint);
}

BOOST_AUTO_TEST_CASE(nothing_is_touched_when_it_could_not_work) {
  Terminal terminal;
  fs::create_directories(terminal.policy.parent_path());
  const fs::path other = terminal.policy.parent_path() / "other.json";
  BOOST_REQUIRE(write_policy(other, "{\"AutoSelectCertificateForUrls\": []}"));
  const std::string before = terminal.everything();
  BOOST_TEST((fault_of(terminal.action().apply()) == What::policy_by_other));
  BOOST_TEST(terminal.action().preview().error().place.string() == other.string());
  BOOST_TEST(terminal.everything() == before);
  fs::remove(other);
  fs::remove(terminal.folder.path() / "usr/bin/chromium");
  BOOST_TEST((fault_of(terminal.action().apply()) == What::browser_absent));
}

BOOST_AUTO_TEST_CASE(a_store_that_cannot_be_looked_into_is_not_called_a_missing_browser) {
  Terminal terminal;
  fs::create_directories(terminal.store.place());
  std::ofstream(terminal.store.place() / "cert9.db") << "this is no database, and longer than a header is";
  const std::string before = terminal.everything();
  BOOST_TEST((fault_of(terminal.action().apply()) == What::store_refused));
  BOOST_TEST((terminal.action().preview().error().what == What::store_refused));
  BOOST_TEST(terminal.everything() == before);
  InstallationParts parts{terminal.site, {}, &terminal.store, {}, ours(), test::kToday};
  parts.view = std::unexpected(CannotSee{CannotSee::Why::refused, 13, "key4.db"});
  const Done forbidden = BrowserInstallation(std::move(parts)).apply();
  BOOST_TEST((fault_of(forbidden) == What::store_forbidden));
  BOOST_TEST(forbidden.error().place.string() == terminal.store.place().string());
}

BOOST_AUTO_TEST_CASE(what_was_put_in_can_be_seen_and_undone_without_the_certificate) {
  Terminal terminal;
  BOOST_REQUIRE(terminal.action().apply().has_value());
  const Changes changes = terminal.action(nullptr).preview_undo();
  BOOST_REQUIRE(changes.has_value());
  BOOST_TEST(std::ranges::all_of(*changes, &Change::changes));
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST((browser_wish(terminal.site) == BrowserWish::none));
}

BOOST_AUTO_TEST_CASE(of_two_certificates_the_first_is_taken_back_before_the_second) {
  Terminal terminal;
  BOOST_REQUIRE(terminal.action().apply().has_value());
  const auto renewed = opened();
  BOOST_TEST((fault_of(terminal.action(renewed).apply()) == What::other_installed));
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_REQUIRE(terminal.action(renewed).apply().has_value());
}

BOOST_AUTO_TEST_CASE(a_slip_that_cannot_be_written_stops_everything) {
  Terminal terminal;
  std::ofstream(terminal.site) << "";  // a file where the folder should be
  BOOST_TEST((fault_of(terminal.action().apply()) == What::slip_refused));
  BOOST_TEST(!terminal.view().there);
  BOOST_TEST(!fs::exists(terminal.policy));
}

BOOST_AUTO_TEST_CASE(neither_slip_nor_policy_nor_store_shows_the_key) {
  Terminal terminal;
  const auto faces = test::faces_of(*ours()->client->key);
  std::size_t bytes = 0;
  BOOST_REQUIRE(terminal.action().apply().has_value());
  BOOST_TEST(test::files_with(faces, terminal.folder.path(), bytes).empty());
  BOOST_REQUIRE(terminal.action(nullptr).undo().has_value());
  BOOST_TEST(test::files_with(faces, terminal.folder.path(), bytes).empty());
  BOOST_TEST(bytes > 10000U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
