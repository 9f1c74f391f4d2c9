// SPDX-License-Identifier: GPL-3.0-or-later
// In which ways a name is asked for, by what each way brings. The exchange itself is a table here.
#include <boost/test/unit_test.hpp>

#include "probes/world/live/live_names.h"

using namespace onshi;
using namespace std::chrono_literals;

namespace {

using Result = NameAnswer::Result;
using Way = NameQuestion::Way;
using Ways = std::vector<Way>;

/// A server that answers each way always the same.
struct Server {
  std::map<Way, Result> says;
  Ways asked{};

  NameAnswer ask(NameQuestion question = {.name = "portal.example", .server = "2001:db8::53"}) {
    LiveNames names([this](const NameQuestion& one, const Limit&) {
      asked.push_back(one.way);
      NameAnswer answer{.result = says.at(one.way)};
      if (answer.result == Result::answer) answer.addresses = {"2001:db8::1"};
      return answer;
    });
    return names.ask(question, Limit::of(10min));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(live_names_tests)

BOOST_AUTO_TEST_CASE(a_server_that_bears_edns_is_asked_once) {
  Server server{{{Way::udp_edns, Result::answer}}};
  NameAnswer answer = server.ask();
  BOOST_TEST((answer.result == Result::answer));
  BOOST_TEST(answer.error.empty());
  BOOST_TEST((server.asked == Ways{Way::udp_edns}));
}

BOOST_AUTO_TEST_CASE(a_server_that_cannot_bear_edns_is_asked_without_and_its_answer_counts) {
  for (int tries : {1, 2, 3}) {
    Server server{{{Way::udp_edns, Result::format_error}, {Way::udp_plain, Result::answer}}};
    NameAnswer answer = server.ask({.name = "portal.example", .server = "2001:db8::53", .tries = tries});
    BOOST_TEST((answer.result == Result::answer));
    BOOST_TEST((answer.addresses == std::vector<std::string>{"2001:db8::1"}));
    BOOST_TEST(answer.error == "EDNS");
    BOOST_TEST((server.asked == Ways{Way::udp_edns, Way::udp_plain}));
  }
}

BOOST_AUTO_TEST_CASE(a_repeated_question_is_asked_to_the_end_and_its_losses_are_counted) {
  int asked = 0;
  LiveNames names([&](const NameQuestion& one, const Limit&) {
    BOOST_TEST((one.way == Way::udp_repeated));
    return NameAnswer{.result = ++asked % 3 == 0 ? Result::timeout : Result::answer};
  });
  const NameAnswer answer =
      names.ask({.name = "portal.example", .server = "2001:db8::53", .way = Way::udp_repeated, .tries = 8},
                Limit::of(10min));
  BOOST_TEST(asked == 8);
  BOOST_TEST(answer.tries == 8);
  BOOST_TEST(answer.lost == 2);
  BOOST_TEST((answer.result == Result::answer));
  const NameAnswer silent =
      LiveNames([](const NameQuestion&, const Limit&) {
        return NameAnswer{.result = Result::timeout};
      }).ask({.name = "x", .server = "y", .way = Way::udp_repeated, .tries = 3}, Limit::of(10min));
  BOOST_TEST((silent.result == Result::timeout));
  BOOST_TEST(silent.lost == 3);
}

BOOST_AUTO_TEST_CASE(of_repeated_questions_all_that_bring_no_word_of_the_server_are_lost) {
  struct Row {
    Result other;  // than the answers: every second one
    int tries;
    int lost;
    Result result;
  };
  for (const Row& row :
       {Row{Result::timeout, 8, 4, Result::answer}, Row{Result::unreachable, 8, 4, Result::answer},
        Row{Result::failed, 8, 4, Result::answer}, Row{Result::refused, 8, 0, Result::refused},
        Row{Result::server_failure, 8, 0, Result::server_failure},
        Row{Result::truncated, 8, 0, Result::truncated},
        Row{Result::format_error, 8, 0, Result::format_error},
        Row{Result::cancelled, 1, 0, Result::cancelled}}) {
    int asked = 0;
    const NameAnswer answer =
        LiveNames([&](const NameQuestion&, const Limit&) {
          return NameAnswer{.result = ++asked % 2 == 0 ? row.other : Result::answer};
        }).ask({.name = "x", .server = "y", .way = Way::udp_repeated, .tries = 8}, Limit::of(10min));
    BOOST_TEST(answer.tries == row.tries);
    BOOST_TEST(answer.lost == row.lost);
    BOOST_TEST(name_of(answer.result) == name_of(row.result));
  }
  Server away{{{Way::udp_repeated, Result::unreachable}}};
  const NameAnswer none = away.ask({.name = "x", .server = "y", .way = Way::udp_repeated, .tries = 3});
  BOOST_TEST(none.lost == 3);
  BOOST_TEST((none.result == Result::unreachable));
}

BOOST_AUTO_TEST_CASE(what_is_denied_without_edns_is_denied) {
  Server server{{{Way::udp_edns, Result::format_error}, {Way::udp_plain, Result::no_such_name}}};
  BOOST_TEST((server.ask().result == Result::no_such_name));
}

BOOST_AUTO_TEST_CASE(a_server_that_complains_of_every_question_stays_one_that_does) {
  Server server{{{Way::udp_edns, Result::format_error}, {Way::udp_plain, Result::format_error}}};
  BOOST_TEST((server.ask().result == Result::format_error));
  BOOST_TEST((server.asked == Ways{Way::udp_edns, Way::udp_plain}));
}

BOOST_AUTO_TEST_CASE(a_large_answer_of_a_server_without_edns_is_fetched_whole) {
  Server server{{{Way::udp_edns, Result::format_error},
                 {Way::udp_plain, Result::truncated},
                 {Way::tcp, Result::answer}}};
  NameAnswer answer = server.ask();
  BOOST_TEST((answer.result == Result::answer));
  BOOST_TEST(answer.by_tcp);
  BOOST_TEST(answer.error == "EDNS");
  BOOST_TEST((server.asked == Ways{Way::udp_edns, Way::udp_plain, Way::tcp}));
}

BOOST_AUTO_TEST_CASE(a_lost_datagram_is_asked_for_again_without_edns_and_silence_stays_silence) {
  Server server{{{Way::udp_edns, Result::timeout}, {Way::udp_plain, Result::timeout}}};
  NameAnswer answer = server.ask();
  BOOST_TEST((answer.result == Result::timeout));
  BOOST_TEST(answer.tries == 2);
  BOOST_TEST(answer.lost == 2);
  BOOST_TEST(answer.error.empty());
  BOOST_TEST((server.asked == Ways{Way::udp_edns, Way::udp_plain}));
}

BOOST_AUTO_TEST_CASE(a_server_that_drops_edns_is_told_by_its_answer_without) {
  Server server{{{Way::udp_edns, Result::timeout}, {Way::udp_plain, Result::answer}}};
  NameAnswer answer = server.ask();
  BOOST_TEST((answer.result == Result::answer));
  BOOST_TEST(answer.tries == 2);
  BOOST_TEST(answer.lost == 1);
  BOOST_TEST(answer.error == "EDNS");
}

BOOST_AUTO_TEST_CASE(one_lost_datagram_before_a_server_without_tcp_is_asked_for_with_edns_after_all) {
  Server server{{{Way::udp_edns, Result::timeout},
                 {Way::udp_plain, Result::truncated},
                 {Way::tcp, Result::timeout},
                 {Way::udp_edns_alone, Result::answer}}};
  NameAnswer answer = server.ask();
  BOOST_TEST((answer.result == Result::answer));
  BOOST_TEST(answer.error.empty());
  BOOST_TEST(answer.lost == 1);
  for (const Result whole : {Result::no_such_name, Result::no_data}) {
    server.says[Way::udp_edns_alone] = whole;
    BOOST_TEST((server.ask().result == whole));
  }
  for (const Result useless :
       {Result::timeout, Result::truncated, Result::format_error, Result::refused, Result::server_failure,
        Result::unreachable, Result::failed, Result::cancelled}) {
    server.says[Way::udp_edns_alone] = useless;
    BOOST_TEST((server.ask().result == Result::truncated), name_of(useless));
  }
}

BOOST_AUTO_TEST_CASE(a_question_with_edns_alone_is_never_asked_another_way) {
  Server server{{{Way::udp_edns_alone, Result::timeout}}};
  NameAnswer answer = server.ask(
      {.name = "portal.example", .server = "2001:db8::53", .way = Way::udp_edns_alone, .tries = 3});
  BOOST_TEST((answer.result == Result::timeout));
  BOOST_TEST(answer.lost == 3);
  BOOST_TEST((server.asked == Ways(3, Way::udp_edns_alone)));
}

BOOST_AUTO_TEST_SUITE_END()
