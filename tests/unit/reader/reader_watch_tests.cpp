// SPDX-License-Identifier: GPL-3.0-or-later
#include <condition_variable>
#include <deque>
#include <mutex>

#include <boost/test/unit_test.hpp>

#include "probes/reader/reader_watch.h"
#include "probes/world/recorded/recorded_world.h"
#include "tests/unit/reader/desk.h"

BOOST_AUTO_TEST_SUITE(reader_watch_tests)

using namespace onshi;
using namespace std::chrono_literals;
using What = CardTrouble::What;

namespace {

/// A card service that goes through a list of states, one a look, and then stays as it is.
class ChangingCards : public Cards {
 public:
  explicit ChangingCards(std::deque<ReaderWatch::Seen> states) : states_(std::move(states)) {}

  ReaderWatch::Seen readers(const Limit& limit) override { return next(limit); }
  ReaderWatch::Seen wait_for_change(const std::vector<ReaderState>& /*known*/, const Limit& limit) override {
    return next(limit);
  }
  void wait_for_looks(int count) {
    std::unique_lock lock(mutex_);
    looked_.wait_for(lock, 60s, [&] { return looks_ >= count; });
  }
  [[nodiscard]] int looks() {
    std::lock_guard lock(mutex_);
    return looks_;
  }

 protected:
  CardSeen<std::unique_ptr<CardSession>> do_open(const std::string&, const Limit&) override {
    return std::unexpected(CardTrouble{What::no_card});
  }

 private:
  ReaderWatch::Seen next(const Limit& limit) {
    std::unique_lock lock(mutex_);
    ++looks_;
    looked_.notify_all();
    if (told_ == states_.size() && states_.back()) {
      never_.wait_for(lock, limit.stop(), limit.remaining(), [] { return false; });
    }
    told_ = std::min(told_ + 1, states_.size());
    return states_.at(told_ - 1);
  }

  std::mutex mutex_;
  std::condition_variable_any never_;
  std::condition_variable looked_;
  std::deque<ReaderWatch::Seen> states_;
  std::size_t told_ = 0;
  int looks_ = 0;
};

class CardWorld : public World {
 public:
  explicit CardWorld(std::deque<ReaderWatch::Seen> states) : cards_(std::move(states)) {}
  Links& links() override { return rest_->links(); }
  Names& names() override { return rest_->names(); }
  Network& network() override { return rest_->network(); }
  Machine& machine() override { return rest_->machine(); }
  Programs& programs() override { return rest_->programs(); }
  Tunnels& tunnels() override { return rest_->tunnels(); }
  Browsers& browsers() override { return rest_->browsers(); }
  ChangingCards& cards() override { return cards_; }

 private:
  std::shared_ptr<World> rest_ = recorded_world({}, {});
  ChangingCards cards_;
};

/// Keeps what the watch said, and waits for the n-th time with a generous end.
class Listener {
 public:
  void hear(const ReaderWatch::Seen& seen) {
    std::lock_guard lock(mutex_);
    heard_.push_back(seen);
    more_.notify_all();
  }
  std::vector<ReaderWatch::Seen> wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    more_.wait_for(lock, 10s, [&] { return heard_.size() >= count; });
    return heard_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable more_;
  std::vector<ReaderWatch::Seen> heard_;
};

struct Watched {
  explicit Watched(std::deque<ReaderWatch::Seen> states, std::chrono::milliseconds pause = 1ms)
      : world(std::make_shared<CardWorld>(std::move(states))),
        watch(world, [this](const auto& seen) { listener.hear(seen); }, pause) {}
  Listener listener;
  std::shared_ptr<CardWorld> world;
  ReaderWatch watch;
};

ReaderWatch::Seen none() { return std::vector<ReaderState>{}; }
ReaderWatch::Seen empty() { return std::vector{test::empty_reader(test::kSony)}; }
ReaderWatch::Seen with_card() { return std::vector{test::reader_with_card(test::kSony)}; }
ReaderWatch::Seen trouble(What what) { return std::unexpected(CardTrouble{what}); }

ReaderWatch::Seen connected() {
  ReaderState reader = test::reader_with_card(test::kSony);
  reader.in_use = true;
  return std::vector{reader};
}

}  // namespace

BOOST_AUTO_TEST_CASE(it_says_what_is_there_and_then_each_change) {
  Watched watched({none(), empty(), with_card(), empty()});
  const auto heard = watched.listener.wait_for(4);
  BOOST_REQUIRE(heard.size() == 4U);
  BOOST_TEST(heard[0]->empty());
  BOOST_TEST(!heard[1]->at(0).card_present);
  BOOST_TEST(heard[2]->at(0).card_present);
  BOOST_TEST(!heard[3]->at(0).card_present);
}

BOOST_AUTO_TEST_CASE(a_service_that_goes_and_comes_back_is_said_twice) {
  Watched watched(
      {empty(), trouble(What::service_missing), trouble(What::service_missing), empty(), with_card()});
  const auto heard = watched.listener.wait_for(4);
  BOOST_REQUIRE(heard.size() == 4U);
  BOOST_TEST((heard[1].error().what == What::service_missing));
  BOOST_TEST(heard[2].has_value());
  BOOST_TEST(heard[3]->at(0).card_present);
}

BOOST_AUTO_TEST_CASE(no_readers_is_an_empty_list) {
  Watched watched({trouble(What::no_readers), empty()});
  const auto heard = watched.listener.wait_for(2);
  BOOST_REQUIRE(heard.size() == 2U);
  BOOST_REQUIRE(heard[0].has_value());
  BOOST_TEST(heard[0]->empty());
}

BOOST_AUTO_TEST_CASE(our_own_connection_to_a_card_is_no_change) {
  Watched watched({with_card(), connected(), with_card(), empty()});
  const auto heard = watched.listener.wait_for(2);
  BOOST_REQUIRE(heard.size() == 2U);
  BOOST_TEST(heard[0]->at(0).card_present);
  BOOST_TEST(!heard[1]->at(0).card_present);
}

BOOST_AUTO_TEST_CASE(another_program_that_comes_and_goes_does_not_keep_us_busy) {
  std::deque<ReaderWatch::Seen> states;
  for (int i = 0; i < 500; ++i) states.push_back(i % 2 == 0 ? with_card() : connected());
  states.push_back(empty());
  Watched watched(states, 1h);
  watched.world->cards().wait_for_looks(6);
  BOOST_TEST(watched.listener.wait_for(1).size() == 1U);
  BOOST_TEST(watched.world->cards().looks() == 6);
}

BOOST_AUTO_TEST_CASE(an_absent_service_is_asked_only_after_a_pause) {
  Watched watched({trouble(What::service_missing)}, 1h);
  watched.listener.wait_for(1);
  BOOST_TEST(watched.world->cards().looks() == 1);
}

BOOST_AUTO_TEST_CASE(it_ends_at_once_while_waiting_and_while_pausing) {
  for (const auto& state : {empty(), trouble(What::service_missing)}) {
    auto watched = std::make_unique<Watched>(std::deque{state}, 1h);
    watched->listener.wait_for(1);
    const auto began = std::chrono::steady_clock::now();
    watched.reset();
    BOOST_TEST((std::chrono::steady_clock::now() - began < 2s));
  }
}

BOOST_AUTO_TEST_SUITE_END()
