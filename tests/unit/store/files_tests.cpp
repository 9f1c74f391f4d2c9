// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "probes/world/files.h"
#include "tests/unit/store/disk_faults.h"
#include "tests/unit/store/file_bytes.h"
#include "tests/unit/support/practice.h"

using namespace onshi;
using namespace onshi::test;

namespace {

std::filesystem::perms rights_of(const std::filesystem::path& file) {
  return std::filesystem::status(file).permissions();
}

constexpr auto kOwnerOnly = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

}  // namespace

BOOST_AUTO_TEST_SUITE(files_tests)

BOOST_AUTO_TEST_CASE(what_was_written_is_read_again) {
  const ScratchFolder folder;
  const std::string bytes("a\0b\xff\n", 5);
  BOOST_REQUIRE(write_file_safely(folder.path() / "file", bytes));
  BOOST_CHECK(read_file(folder.path() / "file", 100).value() == bytes);
}

BOOST_AUTO_TEST_CASE(a_written_file_is_for_its_owner_alone_and_leaves_nothing_beside_it) {
  const ScratchFolder folder;
  const auto file = folder.path() / "file";
  put_bytes(file, "old and world-readable");
  std::filesystem::permissions(file, std::filesystem::perms::all);
  BOOST_REQUIRE(write_file_safely(file, "new"));
  BOOST_CHECK(rights_of(file) == kOwnerOnly);
  BOOST_CHECK_EQUAL(count_files(folder.path()), 1);
}

BOOST_AUTO_TEST_CASE(what_a_crash_left_behind_is_used_up_by_the_next_write) {
  const ScratchFolder folder;
  put_bytes(folder.path() / ".file.new", "half of something much longer");
  BOOST_REQUIRE(write_file_safely(folder.path() / "file", "whole"));
  BOOST_CHECK_EQUAL(bytes_of(folder.path() / "file"), "whole");
  BOOST_CHECK_EQUAL(count_files(folder.path()), 1);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_said_and_the_old_file_stays_whole) {
  const ScratchFolder folder;
  const auto file = folder.path() / "file";
  BOOST_REQUIRE(write_file_safely(file, "old"));
  const FullDisk full;
  const auto written = write_file_safely(file, "something longer than what is left");
  BOOST_REQUIRE(!written);
  BOOST_CHECK(written.error().what == FileTrouble::What::full);
  BOOST_CHECK_EQUAL(bytes_of(file), "old");
  BOOST_CHECK_EQUAL(count_files(folder.path()), 1);
}

BOOST_AUTO_TEST_CASE(a_read_only_folder_is_said_and_the_old_file_stays_whole) {
  const ScratchFolder folder;
  const auto file = folder.path() / "file";
  put_bytes(file, "old");
  const ReadOnlyFolder read_only(folder.path());
  const auto written = write_file_safely(file, "new");
  BOOST_REQUIRE(!written);
  BOOST_CHECK(written.error().what == FileTrouble::What::read_only);
  BOOST_CHECK_EQUAL(bytes_of(file), "old");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_not_found) {
  const ScratchFolder folder;
  const auto written = write_file_safely(folder.path() / "absent" / "file", "bytes");
  BOOST_REQUIRE(!written);
  BOOST_CHECK(written.error().what == FileTrouble::What::not_found);
}

BOOST_AUTO_TEST_CASE(a_temporary_name_that_is_a_link_is_not_followed) {
  const ScratchFolder folder;
  put_bytes(folder.path() / "victim", "untouched");
  std::filesystem::create_symlink(folder.path() / "victim", folder.path() / ".file.new");
  BOOST_CHECK(!write_file_safely(folder.path() / "file", "bytes"));
  BOOST_CHECK_EQUAL(bytes_of(folder.path() / "victim"), "untouched");
}

BOOST_AUTO_TEST_CASE(writers_at_the_same_time_leave_one_whole_file) {
  const ScratchFolder folder;
  const auto file = folder.path() / "file";
  const std::vector<std::string> texts{std::string(50000, 'a'), std::string(70000, 'b'),
                                       std::string(90000, 'c')};
  {
    std::vector<std::jthread> writers;
    for (const std::string& text : texts) {
      writers.emplace_back([&] {
        for (int round = 0; round < 10; ++round) std::ignore = write_file_safely(file, text);
      });
    }
  }
  BOOST_CHECK(std::find(texts.begin(), texts.end(), bytes_of(file)) != texts.end());
  BOOST_CHECK_EQUAL(count_files(folder.path()), 1);
}

BOOST_AUTO_TEST_CASE(a_writer_that_hangs_does_not_stop_the_others_for_ever) {
  const ScratchFolder folder;
  const auto file = folder.path() / "file";
  put_bytes(file, "old");
  const LockedFile hanging(folder.path() / ".file.new");
  const auto begun = std::chrono::steady_clock::now();
  const auto written = write_file_safely(file, "new");
  BOOST_REQUIRE(!written);
  BOOST_CHECK(written.error().what == FileTrouble::What::failed);
  BOOST_CHECK(written.error().detail.starts_with("lock: "));
  BOOST_CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
  BOOST_CHECK_EQUAL(bytes_of(file), "old");
}

BOOST_AUTO_TEST_CASE(reading_says_what_is_wrong) {
  const ScratchFolder folder;
  put_bytes(folder.path() / "file", "12345678");
  BOOST_CHECK(read_file(folder.path() / "file", 8).has_value());
  BOOST_CHECK(read_file(folder.path() / "file", 7).error().what == FileTrouble::What::too_large);
  BOOST_CHECK(read_file(folder.path() / "absent", 8).error().what == FileTrouble::What::not_found);
  BOOST_CHECK(read_file(folder.path(), 8).error().what == FileTrouble::What::failed);
  BOOST_CHECK(read_file("/dev/zero", 8).error().what == FileTrouble::What::failed);
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read_is_refused) {
  const ScratchFolder folder;
  put_bytes(folder.path() / "file", "private");
  std::filesystem::permissions(folder.path() / "file", std::filesystem::perms::none);
  const ReadOnlyFolder step_down(folder.path());
  BOOST_CHECK(read_file(folder.path() / "file", 8).error().what == FileTrouble::What::refused);
}

BOOST_AUTO_TEST_CASE(a_private_folder_is_made_with_its_parents_and_may_exist) {
  const ScratchFolder folder;
  const auto deep = folder.path() / "a" / "b";
  BOOST_REQUIRE(make_private_folder(deep));
  BOOST_CHECK(make_private_folder(deep).has_value());
  BOOST_CHECK(rights_of(deep) == std::filesystem::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(a_folder_cannot_be_made_where_a_file_stands) {
  const ScratchFolder folder;
  put_bytes(folder.path() / "file", "");
  BOOST_CHECK(!make_private_folder(folder.path() / "file"));
  BOOST_CHECK(!make_private_folder(folder.path() / "file" / "below"));
}

BOOST_AUTO_TEST_SUITE_END()
