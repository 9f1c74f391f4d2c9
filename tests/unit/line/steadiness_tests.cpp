// SPDX-License-Identifier: GPL-3.0-or-later
// Which counts mean one resolver, and which the line.
#include <boost/test/unit_test.hpp>

#include "probes/line/steadiness.h"
#include "tests/unit/support/ask.h"

namespace onshi::test {
namespace {

using namespace std::chrono_literals;

/// Everyone of these says something, and the system asks those of `own`.
ResolverSurvey survey_of(const std::vector<std::string>& all, const std::string& own) {
  ResolverSurvey survey;
  for (const std::string& ip : all) {
    const std::size_t place = own.contains(ip) ? survey.asked.size() + 1 : 0;
    survey.asked.push_back({.ip = ip, .place = place});
    survey.asked.back().answer.result = NameAnswer::Result::answer;
  }
  return survey;
}

/// Loses all that it is not given its time for.
class SlowNames : public Names {
 public:
  NameAnswer ask(const NameQuestion& question, const Limit& limit) override {
    const bool late = limit.remaining() / question.tries < times.at(question.server);
    return {.tries = question.tries, .lost = late ? question.tries : 0};
  }
  std::map<std::string, std::chrono::milliseconds> times{};
};

class SlowWorld : public World {
 public:
  Links& links() override { return rest_->links(); }
  SlowNames& names() override { return names_; }
  Network& network() override { return rest_->network(); }
  Cards& cards() override { return rest_->cards(); }
  Machine& machine() override { return rest_->machine(); }
  Programs& programs() override { return rest_->programs(); }
  Tunnels& tunnels() override { return rest_->tunnels(); }
  Browsers& browsers() override { return rest_->browsers(); }

 private:
  std::shared_ptr<World> rest_ = empty_world();
  SlowNames names_;
};

/// What "b" comes to, which lost two of four and answers after `time`, beside "a" that answers at once.
QuestionCount closer_look_at(std::chrono::milliseconds time) {
  SlowWorld world;
  world.names().times = {{"a", 0ms}, {"b", time}};
  ResolverSurvey survey = survey_of({"a", "b"}, "ab");
  survey.asked.back().answer.round_trip = time;
  QuestionCounts counts{{"a", {4, 0}}, {"b", {4, 2}}};
  const Situation nothing;
  look_closer({world, nothing.site, nothing.profile, nothing.secrets, nothing.evidence, Limit::of(1min)},
              survey, counts);
  return counts.at("b");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(steadiness_tests)

BOOST_AUTO_TEST_CASE(only_one_among_others_that_lose_none_is_unsteady) {
  struct Row {
    QuestionCounts counts;
    std::string unsteady;
    std::string own = "abc";
  };
  for (const Row& row : std::vector<Row>{{{}, ""},
                                         {{{"a", {12, 5}}}, ""},
                                         {{{"a", {12, 5}}, {"b", {12, 0}}}, "a"},
                                         {{{"a", {12, 0}}, {"b", {12, 2}}, {"c", {12, 0}}}, "b"},
                                         {{{"a", {12, 5}}, {"b", {12, 1}}}, ""},
                                         {{{"a", {12, 1}}, {"b", {12, 0}}}, ""},
                                         {{{"a", {12, 5}}, {"b", {7, 0}}}, ""},
                                         {{{"a", {12, 5}}, {"b", {12, 3}}, {"c", {12, 0}}}, ""},
                                         {{{"a", {12, 5}}, {"b", {12, 0}}}, "", "a"},
                                         {{{"a", {12, 5}}, {"b", {12, 0}}}, "", "b"},
                                         {{{"a", {12, 5}}, {"b", {12, 0}}, {"c", {12, 0}}}, "", "bc"},
                                         {{{"a", {12, 5}}, {"b", {12, 0}}, {"c", {12, 0}}}, "a", "ac"}}) {
    BOOST_TEST(unsteady_one(row.counts, survey_of({"a", "b", "c"}, row.own)).value_or("") == row.unsteady);
  }
}

BOOST_AUTO_TEST_CASE(a_slow_resolver_is_given_its_time_in_a_closer_look) {
  struct Row {
    std::chrono::milliseconds time;
    int sent;
  };
  for (const Row& row : {Row{0ms, 12}, Row{90ms, 12}, Row{150ms, 9}, Row{400ms, 6}, Row{1000ms, 4}}) {
    const QuestionCount count = closer_look_at(row.time);
    BOOST_TEST(count.sent == row.sent);
    BOOST_TEST(count.lost == 2);
  }
}

BOOST_AUTO_TEST_CASE(the_counts_are_told_of_each_resolver) {
  const Facts facts = facts_of(QuestionCounts{{"a", {12, 5}}, {"b", {3, 0}}});
  BOOST_TEST((facts.all() ==
              std::vector<Fact>{
                  {"resolver", "a"}, {"answered_of", "7/12"}, {"resolver", "b"}, {"answered_of", "3/3"}}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
