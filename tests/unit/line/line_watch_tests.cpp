// SPDX-License-Identifier: GPL-3.0-or-later
#include <condition_variable>
#include <deque>
#include <mutex>

#include <boost/test/unit_test.hpp>

#include "probes/line/line_watch.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using namespace std::chrono_literals;
using View = Seen<NetworkView>;

/// Links that go through a list of views, one a look, and then stay as they are.
class ChangingLinks : public Links {
 public:
  explicit ChangingLinks(std::deque<View> views) : views_(std::move(views)) {}
  View look(const Limit& limit) override { return next(limit); }
  View wait_for_change(const NetworkView& /*known*/, const Limit& limit) override { return next(limit); }
  Seen<std::string> source_towards(const std::string& /*ip*/) override {
    return std::unexpected(CannotSee{});
  }
  Seen<int> path_mtu_towards(const std::string& /*ip*/) override { return std::unexpected(CannotSee{}); }
  Seen<AddressCalls> address_calls() override { return AddressCalls{}; }
  /// Waits, with a generous end, until the last view was told and another is asked for.
  bool used_up() {
    std::unique_lock lock(mutex_);
    return more_.wait_for(lock, 10s, [&] { return asked_ > views_.size(); });
  }

 private:
  View next(const Limit& limit) {
    std::unique_lock lock(mutex_);
    ++asked_;
    more_.notify_all();
    if (asked_ > views_.size()) more_.wait_for(lock, limit.stop(), limit.remaining(), [] { return false; });
    return views_.at(std::min(asked_, views_.size()) - 1);
  }
  std::mutex mutex_;
  std::condition_variable_any more_;
  std::deque<View> views_;
  std::size_t asked_ = 0;
};

class LinkWorld : public World {
 public:
  explicit LinkWorld(std::deque<View> views) : links_(std::move(views)) {}
  ChangingLinks& links() override { return links_; }
  Names& names() override { return rest_->names(); }
  Network& network() override { return rest_->network(); }
  Cards& cards() override { return rest_->cards(); }
  Machine& machine() override { return rest_->machine(); }
  Programs& programs() override { return rest_->programs(); }
  Tunnels& tunnels() override { return rest_->tunnels(); }
  Browsers& browsers() override { return rest_->browsers(); }

 private:
  std::shared_ptr<World> rest_ = empty_world();
  ChangingLinks links_;
};

/// How often the watch called while it saw these views.
int changes_in(std::deque<View> views) {
  std::atomic<int> changes = 0;
  auto world = std::make_shared<LinkWorld>(std::move(views));
  LineWatch watch(world, [&] { ++changes; }, 1ms);
  BOOST_TEST(world->links().used_up());
  return changes;
}

View up() {
  Situation situation = healthy_line();
  return network_of(situation);
}

View down() {
  Situation situation = healthy_line();
  link_of(situation).carrier = false;
  return network_of(situation);
}

View with_temporary() {
  Situation situation = healthy_line();
  link_of(situation).addresses.push_back(address("2001:db8:100:1::77"));
  link_of(situation).addresses.back().temporary = true;
  return network_of(situation);
}

View trouble() { return std::unexpected(CannotSee{CannotSee::Why::failed, 24, {}}); }

}  // namespace

BOOST_AUTO_TEST_SUITE(line_watch_tests)

BOOST_AUTO_TEST_CASE(what_is_there_at_the_start_is_no_change) { BOOST_TEST(changes_in({up()}) == 0); }

BOOST_AUTO_TEST_CASE(each_change_is_told_once) {
  BOOST_TEST(changes_in({up(), down(), down(), up(), up()}) == 2);
}

BOOST_AUTO_TEST_CASE(what_the_system_does_by_itself_is_not_told) {
  BOOST_TEST(changes_in({up(), with_temporary(), up(), with_temporary()}) == 0);
}

BOOST_AUTO_TEST_CASE(trouble_with_looking_is_no_change_and_hides_none) {
  BOOST_TEST(changes_in({trouble(), up(), trouble(), trouble(), up()}) == 0);
  BOOST_TEST(changes_in({up(), trouble(), down()}) == 1);
}

BOOST_AUTO_TEST_CASE(it_ends_at_once_while_it_waits) {
  auto world = std::make_shared<LinkWorld>(std::deque{up()});
  {
    const LineWatch watch(world, [] {}, 1ms);
  }
  {
    const LineWatch watch(world, [] {}, 1h);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
