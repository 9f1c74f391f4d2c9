// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdlib>
#include <memory>
#include <set>

#include <boost/test/unit_test.hpp>

#include "probes/certificate/derivation_cost.h"
#include "probes/certificate/open_certificate.h"
#include "probes/certificate/openssl_pointers.h"
#include "probes/site/japan_time.h"
#include "tests/unit/certificate/made_certificate.h"
#include "tests/unit/support/practice.h"

namespace onshi {
namespace {

using test::issued_by;
using test::packed;
using test::Packing;
using What = CertificateFault::What;

const test::Signed& root() {
  static const test::Signed made = test::authority(test::authority_wish("Kakuu Online Billing NW System CA"));
  return made;
}

const test::Signed& terminal() {
  static const test::Signed made = issued_by(root(), test::ec_key(), {});
  return made;
}

std::string packed_terminal(const Packing& packing = {}) {
  return packed(terminal().key.get(), {terminal().certificate.get(), root().certificate.get()}, packing);
}

auto open(const std::string& bytes, std::string password = "himitsu") {
  return open_certificate(bytes, Secret::take(std::move(password)));
}

std::string fault_of(const std::string& bytes, std::string password = "himitsu") {
  const auto opened = open(bytes, std::move(password));
  return opened ? "opened" : std::string(name_of(opened.error().what));
}

/// While it lives, OpenSSL finds no module files.
class WithoutModules {
 public:
  WithoutModules() { ::setenv("OPENSSL_MODULES", folder_.path().c_str(), 1); }
  WithoutModules(const WithoutModules&) = delete;
  WithoutModules& operator=(const WithoutModules&) = delete;
  ~WithoutModules() { ::unsetenv("OPENSSL_MODULES"); }

 private:
  test::ScratchFolder folder_;
};

constexpr int kTripleDes = NID_pbe_WithSHA1And3_Key_TripleDES_CBC;
constexpr int kRc2 = NID_pbe_WithSHA1And40BitRC2_CBC;

}  // namespace

BOOST_AUTO_TEST_SUITE(open_certificate_tests)

BOOST_AUTO_TEST_CASE(every_encryption_of_the_field_opens) {
  struct Row {
    int key;
    int certificate;
    std::string name;
    bool legacy;
  };
  for (const Row& row : {Row{0, 0, "AES-256-CBC", false}, Row{kTripleDes, kTripleDes, "DES-EDE3-CBC", false},
                         Row{kTripleDes, kRc2, "RC2-40-CBC", true}, Row{kRc2, kRc2, "RC2-40-CBC", true},
                         Row{0, -1, "none", false}}) {
    const auto opened = open(packed_terminal({.key_cipher = row.key, .certificate_cipher = row.certificate}));
    BOOST_TEST_REQUIRE(opened.has_value(), row.name);
    BOOST_TEST(opened->facts.encryption == row.name);
    BOOST_TEST(opened->facts.legacy == row.legacy, row.name);
    BOOST_TEST(opened->facts.password_proved);
    BOOST_TEST(X509_cmp(opened->client->certificate.get(), terminal().certificate.get()) == 0);
    BOOST_TEST(X509_check_private_key(opened->client->certificate.get(), opened->client->key.get()) == 1);
    BOOST_TEST_REQUIRE(opened->client->chain.size() == 1U);
    BOOST_TEST(X509_cmp(opened->client->chain[0].get(), root().certificate.get()) == 0);
  }
}

BOOST_AUTO_TEST_CASE(old_algorithms_never_reach_the_context_of_tls) {
  const auto opened = open(packed_terminal({.key_cipher = kRc2, .certificate_cipher = kRc2}));
  BOOST_TEST_REQUIRE(opened.has_value());
  EVP_CIPHER* old = EVP_CIPHER_fetch(nullptr, "RC2-40-CBC", nullptr);
  BOOST_TEST((old == nullptr));
  EVP_CIPHER_free(old);
  // The key works with what the program's own context offers.
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_pkey(nullptr, opened->client->key.get(), nullptr);
  BOOST_TEST(EVP_PKEY_sign_init(context) == 1);
  EVP_PKEY_CTX_free(context);
}

BOOST_AUTO_TEST_CASE(passwords_are_taken_as_they_are_typed) {
  for (const std::string password : {"0420", "ひみつ", "a b", "A\\~`"}) {
    BOOST_TEST(fault_of(packed_terminal({.password = password}), password) == "opened", password);
    BOOST_TEST(fault_of(packed_terminal({.password = password}), password + " ") == "wrong_password",
               password);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_password_fits_both_ways_of_having_none) {
  BOOST_TEST(fault_of(packed_terminal({.password = ""}), "") == "opened");
  BOOST_TEST(fault_of(packed_terminal({.password = std::nullopt}), "") == "opened");
  BOOST_TEST(fault_of(packed_terminal(), "") == "wrong_password");
  BOOST_TEST(fault_of(packed_terminal({.password = ""}), "himitsu") == "wrong_password");
}

BOOST_AUTO_TEST_CASE(a_wrong_password_is_told_before_the_encryption_matters) {
  BOOST_TEST(fault_of(packed_terminal(), "Himitsu") == "wrong_password");
  const std::string old = packed_terminal({.key_cipher = kRc2, .certificate_cipher = kRc2});
  BOOST_TEST(fault_of(old, "Himitsu") == "wrong_password");
  const WithoutModules gone;
  BOOST_TEST(fault_of(old, "Himitsu") == "wrong_password");
}

BOOST_AUTO_TEST_CASE(a_missing_module_for_old_files_is_its_own_cause) {
  const std::string old = packed_terminal({.key_cipher = kTripleDes, .certificate_cipher = kRc2});
  const std::string modern = packed_terminal();
  const WithoutModules gone;
  const auto opened = open(old);
  BOOST_TEST_REQUIRE(!opened.has_value());
  BOOST_TEST((opened.error().what == What::legacy_missing));
  BOOST_TEST(opened.error().detail == "RC2-40-CBC");
  BOOST_TEST(fault_of(modern) == "opened");
}

BOOST_AUTO_TEST_CASE(an_encryption_that_nobody_knows_is_not_called_a_wrong_password) {
  BOOST_TEST(fault_of(packed_terminal({.unknown_cipher = true})) == "unsupported");
}

BOOST_AUTO_TEST_CASE(a_file_without_a_mac_opens_but_its_password_is_not_proved) {
  const auto opened = open(packed_terminal({.mac = false}));
  BOOST_TEST_REQUIRE(opened.has_value());
  BOOST_TEST(!opened->facts.password_proved);
  BOOST_TEST(fault_of(packed_terminal({.mac = false}), "Himitsu") == "wrong_password");
  BOOST_TEST(fault_of(packed_terminal({.certificate_cipher = kRc2, .mac = false})) == "opened");
  BOOST_TEST(fault_of(packed_terminal({.certificate_cipher = kRc2, .mac = false}), "Himitsu") ==
             "wrong_password");
}

BOOST_AUTO_TEST_CASE(what_is_lacking_in_the_file_is_told) {
  EVP_PKEY* key = terminal().key.get();
  X509* certificate = terminal().certificate.get();
  const test::Signed other = issued_by(root(), test::ec_key(), {});
  BOOST_TEST(fault_of(packed(nullptr, {certificate})) == "no_key");
  BOOST_TEST(fault_of(packed(nullptr, {certificate, root().certificate.get()})) == "no_key");
  BOOST_TEST(fault_of(packed(key, {})) == "no_certificate");
  BOOST_TEST(fault_of(packed(other.key.get(), {certificate})) == "key_mismatch");
  BOOST_TEST(fault_of(packed(other.key.get(), {certificate, root().certificate.get()})) == "key_mismatch");
  BOOST_TEST(fault_of(packed(other.key.get(), {certificate}, {.certificate_cipher = kRc2})) ==
             "key_mismatch");
}

BOOST_AUTO_TEST_CASE(contents_that_do_not_fit_their_mac_are_damaged) {
  BOOST_TEST(fault_of(packed_terminal({.password = "inside", .mac_password = "himitsu"})) == "damaged");
  BOOST_TEST(fault_of(packed_terminal(
                 {.password = "inside", .certificate_cipher = kRc2, .mac_password = "himitsu"})) ==
             "damaged");
}

BOOST_AUTO_TEST_CASE(a_cut_file_is_said_to_be_cut_wherever_it_was_cut) {
  const std::string whole = packed_terminal();
  for (std::size_t kept = 1; kept < whole.size(); ++kept) {
    BOOST_TEST_REQUIRE(fault_of(whole.substr(0, kept)) == "cut", kept);
  }
}

BOOST_AUTO_TEST_CASE(other_files_are_not_taken_for_one) {
  const X509& certificate = *terminal().certificate;
  BOOST_TEST(fault_of("") == "empty");
  BOOST_TEST(fault_of(std::string(kLargestCertificateFile + 1, '\x30')) == "too_large");
  BOOST_TEST(fault_of(test::der_of(certificate)) == "plain_certificate");
  BOOST_TEST(fault_of(test::pem_of(certificate)) == "plain_certificate");
  BOOST_TEST(fault_of("Bag Attributes\n" + test::pem_of(certificate)) == "plain_certificate");
  BOOST_TEST(fault_of(test::pem_of(*terminal().key)) == "not_pkcs12");
  BOOST_TEST(fault_of(test::pem_of(certificate) + test::pem_of(*terminal().key)) == "not_pkcs12");
  for (const std::string other :
       {"%PDF-1.7 and so on", "0123456789 a note", "PK\x03\x04zip", "\x30\x80\x02\x01\x03"}) {
    BOOST_TEST(fault_of(other) == "not_pkcs12", other);
  }
  BOOST_TEST(fault_of(std::string("\x30\x03\x02\x01\x03", 5)) == "not_pkcs12");
}

BOOST_AUTO_TEST_CASE(bytes_behind_the_file_do_no_harm) {
  BOOST_TEST(fault_of(packed_terminal() + "\r\n") == "opened");
}

BOOST_AUTO_TEST_CASE(the_facts_are_those_of_the_terminals_certificate) {
  const auto opened = open(packed_terminal());
  BOOST_TEST_REQUIRE(opened.has_value());
  const CertificateFacts& facts = opened->facts;
  BOOST_TEST(facts.issuer == "O = Kakuu, CN = Kakuu Online Billing NW System CA");
  BOOST_TEST((facts.not_before == test::kLongAgo));
  BOOST_TEST((facts.not_after == test::kInThreeYears));
  BOOST_TEST(facts.key_type == "EC");
  BOOST_TEST(facts.key_bits == 256);
  BOOST_TEST(facts.serial_end.size() == 4U);
  BOOST_TEST(facts.fingerprint.size() == 64U);
  BOOST_TEST(!facts.institution_code.has_value());
}

BOOST_AUTO_TEST_CASE(a_certificate_without_an_end_is_valid_as_far_as_the_clock_reaches) {
  test::Wish wish;
  wish.until_text = "99991231235959Z";
  const test::Signed leaf = issued_by(root(), test::ec_key(), wish);
  const auto opened = open(packed(leaf.key.get(), {leaf.certificate.get()}));
  BOOST_TEST_REQUIRE(opened.has_value());
  BOOST_TEST(iso_time(opened->facts.not_after) == "2261-12-31T23:59:59+09:00");
}

BOOST_AUTO_TEST_CASE(an_issuer_in_japanese_is_readable) {
  test::Wish wish = test::authority_wish("架空認証局");
  const test::Signed japanese = test::authority(wish);
  const test::Signed leaf = issued_by(japanese, test::ec_key(), {});
  const auto opened = open(packed(leaf.key.get(), {leaf.certificate.get()}));
  BOOST_TEST(opened->facts.issuer == "O = Kakuu, CN = 架空認証局");
}

BOOST_AUTO_TEST_CASE(of_several_certificates_the_one_of_the_key_is_taken_whatever_their_order) {
  const test::Signed other = issued_by(root(), test::ec_key(), {});
  X509* const own = terminal().certificate.get();
  for (const std::vector<X509*>& order : {std::vector{other.certificate.get(), root().certificate.get(), own},
                                          {root().certificate.get(), own, other.certificate.get()}}) {
    const auto opened = open(packed(terminal().key.get(), order));
    BOOST_TEST_REQUIRE(opened.has_value());
    BOOST_TEST(X509_cmp(opened->client->certificate.get(), own) == 0);
    BOOST_TEST(opened->client->chain.size() == 2U);
  }
}

BOOST_AUTO_TEST_CASE(a_name_in_japanese_beside_the_certificate_does_no_harm) {
  const std::string name = "架空医院 受付１号機";
  const X509Pointer named = test::again(*terminal().certificate);
  BOOST_REQUIRE(X509_alias_set1(named.get(), reinterpret_cast<const unsigned char*>(name.data()),
                                static_cast<int>(name.size())) == 1);
  for (const int cipher : {0, kTripleDes, kRc2}) {
    const std::string bytes =
        packed(terminal().key.get(), {named.get()}, {.key_cipher = cipher, .certificate_cipher = cipher});
    const auto opened = open(bytes);
    BOOST_TEST_REQUIRE(opened.has_value());
    BOOST_TEST(X509_cmp(opened->client->certificate.get(), terminal().certificate.get()) == 0);
  }
  // As a BMPString, two bytes a character, where nothing is encrypted.
  const std::string plain = packed(terminal().key.get(), {named.get()}, {.certificate_cipher = -1});
  BOOST_TEST(plain.find("\x67\xb6\x7a\x7a\x53\x3b\x96\x62") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(rsa_keys_open_too) {
  const test::Signed leaf = issued_by(root(), test::rsa_key(2048), {});
  for (const int cipher : {0, kRc2}) {
    const auto opened = open(packed(leaf.key.get(), {leaf.certificate.get()}, {.key_cipher = cipher}));
    BOOST_TEST_REQUIRE(opened.has_value());
    BOOST_TEST(opened->facts.key_type == "RSA");
    BOOST_TEST(opened->facts.key_bits == 2048);
  }
}

BOOST_AUTO_TEST_CASE(what_the_site_remembers_knows_the_same_file_again) {
  const auto opened = open(packed_terminal());
  const auto same = open(packed_terminal({.certificate_cipher = kRc2}));
  const test::Signed other = issued_by(root(), test::ec_key(), {});
  const auto another = open(packed(other.key.get(), {other.certificate.get()}));
  const CertificateRecord record = record_of(*opened, "terminal.p12");
  BOOST_TEST(record.source == "terminal.p12");
  BOOST_TEST(record.fingerprint == opened->facts.fingerprint);
  BOOST_TEST(is_same(*same, record));
  BOOST_TEST(!is_same(*another, record));
  BOOST_TEST(!is_same(*opened, CertificateRecord{}));
}

BOOST_AUTO_TEST_CASE(a_file_on_disk_is_loaded_or_refused_with_its_cause) {
  const test::ScratchFolder folder;
  const std::string bytes = packed_terminal();
  BOOST_TEST((load_certificate_file(folder.write("good.p12", bytes)).value_or("") == bytes));
  BOOST_TEST((load_certificate_file(folder.path() / "none.p12").error().what == What::unreadable));
  BOOST_TEST((load_certificate_file(folder.path()).error().what == What::unreadable));
  BOOST_TEST((load_certificate_file(folder.write("empty.p12", "")).error().what == What::empty));
  const std::string large(kLargestCertificateFile + 1, 'x');
  BOOST_TEST((load_certificate_file(folder.write("large.p12", large)).error().what == What::too_large));
}

BOOST_AUTO_TEST_CASE(a_file_that_asks_for_millions_of_turns_is_refused_before_any_is_done) {
  using Costly = Packing::Costly;
  for (const Costly part : {Costly::mac, Costly::certificates, Costly::key}) {
    for (const int cipher : {0, kTripleDes, kRc2}) {
      const auto opened = open(
          packed_terminal({.key_cipher = cipher, .certificate_cipher = cipher, .costly = part}), "other");
      BOOST_TEST_REQUIRE(!opened.has_value());
      BOOST_TEST((opened.error().what == What::too_costly));
      BOOST_TEST(opened.error().detail == "8388607");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_costly_key_is_found_behind_the_encryption_too) {
  const std::string bytes = packed_terminal({.costly = Packing::Costly::inner_key});
  BOOST_TEST(fault_of(bytes) == "too_costly");
  BOOST_TEST(fault_of(bytes, "Himitsu") == "wrong_password");
  const std::string open_to_all = packed_terminal({.password = "", .costly = Packing::Costly::inner_key});
  BOOST_TEST(fault_of(open_to_all, "") == "too_costly");
  const std::string old = packed_terminal({.certificate_cipher = kRc2, .costly = Packing::Costly::inner_key});
  BOOST_TEST(fault_of(old) == "too_costly");
}

BOOST_AUTO_TEST_CASE(the_cost_of_a_derivation_is_read_without_paying_it) {
  std::array<unsigned char, 8> salt{};
  const auto free = [](X509_ALGOR* algorithm) { X509_ALGOR_free(algorithm); };
  using Algorithm = std::unique_ptr<X509_ALGOR, decltype(free)>;
  const auto turns = [](const Algorithm& algorithm) { return turns_of(*algorithm); };
  BOOST_TEST(turns(Algorithm(PKCS5_pbe_set(kRc2, 2048, salt.data(), 8), free)) == 2048U);
  BOOST_TEST(turns(Algorithm(PKCS5_pbe2_set(EVP_aes_256_cbc(), 600'000, salt.data(), 8), free)) == 600'000U);
  BOOST_TEST(turns(Algorithm(PKCS5_pbe2_set(EVP_aes_256_cbc(), 0x7FFFFFFF, salt.data(), 8), free)) ==
             0x7FFFFFFFU);
  const auto scrypt = [&](std::uint64_t cost, std::uint64_t lanes) {
    return turns(
        Algorithm(PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt.data(), 8, nullptr, cost, 8, lanes), free));
  };
  BOOST_TEST(scrypt(16384, 1) == 131'072U);
  BOOST_TEST(scrypt(2048, 1024) > kMostTurns);
}

BOOST_AUTO_TEST_CASE(as_many_turns_as_careful_programs_make_are_borne) {
  DerivationCost cost;
  const std::string bytes = packed_terminal();
  const auto* place = reinterpret_cast<const unsigned char*>(bytes.data());
  const Owned<PKCS12> file(d2i_PKCS12(nullptr, &place, static_cast<long>(bytes.size())));
  cost.add(*file);
  BOOST_TEST(cost.bearable());
  BOOST_TEST(cost.largest() == 16U);
  ASN1_INTEGER* turns = nullptr;
  PKCS12_get0_mac(nullptr, nullptr, nullptr, const_cast<const ASN1_INTEGER**>(&turns), file.get());
  for (const auto& [count, bearable] : {std::pair{1'000'000L, true},
                                        {1'000'001L, false},
                                        {0x7FFFFFFFL, false},
                                        {-1L, false},
                                        {0x7FFFFFFFFFFFFFFFL, false}}) {
    ASN1_INTEGER_set(turns, count);
    DerivationCost changed;
    changed.add(*file);
    BOOST_TEST(changed.bearable() == bearable, count);
  }
}

BOOST_AUTO_TEST_CASE(every_fault_has_its_own_number_and_word) {
  std::set<int> numbers;
  std::set<std::string_view> words;
  for (int index = 0; index <= static_cast<int>(What::key_mismatch); ++index) {
    const auto what = static_cast<What>(index);
    const Answer answer = answer_of(CertificateFault{what, "why"});
    BOOST_TEST((answer.verdict == Verdict::fail));
    BOOST_TEST(answer.facts.value("detail").value_or("") == "why");
    numbers.insert(static_cast<int>(answer.cause.value()));
    words.insert(name_of(what));
  }
  BOOST_TEST(numbers.size() == 14U);
  BOOST_TEST(words.size() == 14U);
}

BOOST_AUTO_TEST_CASE(of_several_certificates_none_is_taken_until_somebody_says_which) {
  const test::Signed first = issued_by(root(), test::ec_key(), {});
  const test::Signed second = issued_by(root(), test::rsa_key(2048), {});
  for (const int cipher : {0, kTripleDes, kRc2}) {
    for (const std::string& password : {std::string("himitsu"), std::string()}) {
      const Packing packing{
          .password = password, .key_cipher = cipher == kRc2 ? 0 : cipher, .certificate_cipher = cipher};
      const std::string bytes = test::packed_together({&first, &second}, {root().certificate.get()}, packing);
      const Secret secret = Secret::take(std::string(password));
      const auto open = [&](std::string_view chosen) { return open_certificate(bytes, secret, chosen); };
      const std::string of_another_file(64, '0');
      for (const std::string& nobody : {std::string(), std::string("0000"), of_another_file}) {
        const auto refused = open(nobody);
        BOOST_REQUIRE(!refused.has_value());
        BOOST_TEST((refused.error().what == (nobody == "0000" ? What::other_serial : What::several)));
        BOOST_REQUIRE(refused.error().candidates.size() == 2U);
      }
      const auto candidates = open("").error().candidates;
      for (const CertificateFacts& each : candidates) {
        for (const std::string& choice : {each.fingerprint, each.serial_end}) {
          const auto chosen = open(choice);
          BOOST_REQUIRE(chosen.has_value());
          BOOST_TEST(chosen->facts.fingerprint == each.fingerprint);
          const ClientCertificate& client = *chosen->client;
          BOOST_TEST(X509_check_private_key(client.certificate.get(), client.key.get()) == 1);
          // The other one is no authority.
          BOOST_REQUIRE(client.chain.size() == 1U);
          BOOST_TEST(X509_cmp(client.chain.front().get(), root().certificate.get()) == 0);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_single_certificate_with_another_serial_number_than_asked_for_is_not_taken) {
  const test::Signed only = issued_by(root(), test::ec_key(), {});
  const std::string bytes = test::packed_together({&only}, {});
  const auto open = [&](std::string_view chosen) {
    return open_certificate(bytes, Secret::take("himitsu"), chosen);
  };
  const auto whole = open("");
  BOOST_REQUIRE(whole.has_value());
  std::string end = whole->facts.serial_end;
  std::ranges::transform(end, end.begin(), [](unsigned char letter) { return std::toupper(letter); });
  for (const std::string& own : {end, "00ff" + whole->facts.serial_end, std::string(64, '0')}) {
    BOOST_TEST(open(own).has_value());
  }
  const auto other = open(whole->facts.serial_end == "0000" ? "0001" : "0000");
  BOOST_REQUIRE(!other.has_value());
  BOOST_TEST((other.error().what == What::other_serial));
  BOOST_TEST(other.error().candidates.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_renewal_beside_the_old_certificate_of_the_same_key_is_a_choice_too) {
  KeyPointer key = test::ec_key();
  KeyPointer same(EVP_PKEY_dup(key.get()));
  test::Wish later;
  later.until = test::kInThreeYears + std::chrono::days{30};
  const test::Signed old = issued_by(root(), std::move(key), {});
  const test::Signed renewed = issued_by(root(), std::move(same), later);
  const std::string bytes = test::packed_together({&old, &renewed}, {});
  BOOST_TEST(fault_of(bytes) == "several");
}

BOOST_AUTO_TEST_CASE(a_second_key_without_a_certificate_is_no_choice) {
  const test::Signed first = issued_by(root(), test::ec_key(), {});
  test::Signed lonely;
  lonely.key = test::ec_key();
  lonely.certificate = test::again(*root().certificate);
  const auto opened = open(test::packed_together({&lonely, &first}, {}));
  BOOST_REQUIRE(opened.has_value());
  BOOST_TEST(X509_cmp(opened->client->certificate.get(), first.certificate.get()) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
