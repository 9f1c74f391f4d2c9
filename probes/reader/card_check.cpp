// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/card_check.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "probes/reader/card_test.h"
#include "probes/reader/pairing.h"
#include "probes/reader/reader_list.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kTimeToNotice{400};

struct Cause {
  Verdict verdict;
  FindingNumber number;
};

Cause cause_of(CardTrouble::What what) {
  using enum CardTrouble::What;
  switch (what) {
    case no_card:
      return {Verdict::unknown, FindingNumber::no_card};
    case mute_card:
      return {Verdict::fail, FindingNumber::mute_card};
    case reader_gone:
    case no_readers:
    case service_missing:
    case refused:
      return {Verdict::fail, FindingNumber::reader_lost};
    case sharing_violation:
    case card_reset:
    case not_allowed:
    case timeout:
    case cancelled:
    case failed:
      break;
  }
  return {Verdict::unknown, FindingNumber::card_test_failed};
}

Facts facts_of(const std::string& reader, const CardTrouble& trouble) {
  Facts facts{{"reader", reader}, {"trouble", std::string(name_of(trouble.what))}};
  if (trouble.code != 0) facts.add("code", fmt::format("0x{:08X}", trouble.code));
  return facts;
}

/// A card that is reset again and again is in somebody else's hands, too.
bool is_held(const CardTrouble& trouble) {
  return trouble.what == CardTrouble::What::sharing_violation ||
         trouble.what == CardTrouble::What::card_reset;
}

/// "browser (4711) / filing (4712)"; which of several it is only the service knows.
std::string names_of(const std::vector<CardProgram>& programs) {
  std::string names;
  for (const CardProgram& program : programs) {
    names += fmt::format("{}{} ({})", names.empty() ? "" : " / ", program.name, program.process);
  }
  return names;
}

/// Named when this user may see who talks with the card service.
Answer held(Facts facts, const Seen<CardPrograms>& others) {
  facts.add("holders_unseen", others ? std::to_string(others->unseen) : "not_seen");
  if (!others || others->programs.empty()) {
    return raise(Verdict::fail, FindingNumber::card_held_unseen, std::move(facts));
  }
  facts.add("holders", names_of(others->programs));
  return raise(Verdict::fail, FindingNumber::card_held_elsewhere, std::move(facts));
}

Answer trouble_on(const std::string& reader, const CardTrouble& trouble, World& world) {
  if (is_held(trouble)) return held(facts_of(reader, trouble), world.machine().card_programs());
  const Cause cause = cause_of(trouble.what);
  return raise(cause.verdict, cause.number, facts_of(reader, trouble));
}

/// How much there is to test on a reader: a card, one that somebody else holds, a mute one, none.
int promise_of(const ReaderState& reader) {
  if (reader.exclusive) return 2;
  if (reader.mute) return 1;
  return reader.card_present ? 3 : 0;
}

/// The names, with index, of those that the clinic registered.
std::vector<std::string> paired_names(const ReaderList& list, const Site& site) {
  const Pairing pairing = compare_readers(site.readers, list.identities);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < list.identities.size() && i < list.readers.size(); ++i) {
    const bool paired = std::ranges::any_of(
        pairing.same, [&](const Pairing::Pair& pair) { return pair.attached == list.identities[i]; });
    if (paired) names.push_back(list.readers[i].name);
  }
  return names;
}

/// The readers to test: all that may hold a card, those that promise most and of them the registered ones
/// first, then in the service's order.
std::vector<ReaderState> chosen(const ReaderList& list, const Site& site) {
  const auto paired = paired_names(list, site);
  const auto rank = [&](const ReaderState& reader) {
    return 2 * promise_of(reader) + static_cast<int>(std::ranges::count(paired, reader.name));
  };
  std::vector<ReaderState> readers = list.readers;
  std::erase_if(readers, [](const ReaderState& reader) { return promise_of(reader) == 0; });
  std::ranges::stable_sort(readers, std::ranges::greater{}, rank);
  return readers;
}

/// The reader when it has come to rest, or empty when it cannot be seen any more. A pulled card may still be
/// listed for as long as a reader takes to notice.
std::optional<ReaderState> settled(Cards& cards, const std::string& reader, const Limit& limit) {
  const auto state_in = [&](const CardSeen<std::vector<ReaderState>>& readers) -> std::optional<ReaderState> {
    if (!readers) return std::nullopt;
    auto found = std::ranges::find(*readers, reader, &ReaderState::name);
    return found == readers->end() ? std::nullopt : std::optional(*found);
  };
  const auto now = cards.readers(limit);
  auto state = state_in(now);
  if (!state || !state->card_present) return state;
  return state_in(cards.wait_for_change(*now, limit.within(kTimeToNotice)));
}

/// A card on its way in or out looks mute for a moment: whoever pulled it out is told that there is none.
CardSeen<CardReport> test_moving_card(Cards& cards, const ReaderState& reader, const Limit& limit) {
  auto report = test_card(cards, reader, limit);
  if (report || reader.mute || report.error().what != CardTrouble::What::mute_card) return report;
  const auto now = settled(cards, reader.name, limit);
  if (!now || now->mute) return report;
  if (now->card_present) return test_card(cards, *now, limit);
  return std::unexpected(CardTrouble{CardTrouble::What::no_card, report.error().code});
}

struct Tested {
  CardReports reports;
  std::optional<std::pair<std::string, CardTrouble>> trouble;  // the first, with its reader
};

/// One after the other, each with its share of the time, so that one which does not answer costs no other.
Tested test_all(Cards& cards, const std::vector<ReaderState>& readers, const Limit& limit) {
  Tested tested;
  auto left = std::ssize(readers);
  for (const ReaderState& reader : readers) {
    auto report = test_moving_card(cards, reader, limit.within(limit.remaining() / left--));
    if (report) {
      tested.reports.push_back(*std::move(report));
    } else if (!tested.trouble) {
      tested.trouble = {reader.name, report.error()};
    }
  }
  return tested;
}

Facts facts_of(const CardReports& reports) {
  Facts facts;
  for (const CardReport& report : reports) facts.add(kReadReader, report.reader).add("atr", report.atr);
  return facts;
}

Answer read(CardReports reports) {
  std::vector<std::string> names;
  std::ranges::transform(reports, std::back_inserter(names), &CardReport::reader);
  Facts facts{{"reader", fmt::format("{}", fmt::join(names, " / "))}};
  facts.add(facts_of(reports));
  return good(std::move(facts), std::move(reports));
}

/// Where another card was read, the terminal can do its work: one that could not be is a thing to look at.
Answer judge(Tested tested, World& world) {
  if (!tested.trouble) return read(std::move(tested.reports));
  Answer answer = trouble_on(tested.trouble->first, tested.trouble->second, world);
  if (tested.reports.empty()) return answer;
  answer.verdict = Verdict::attention;
  answer.facts.add(facts_of(tested.reports));
  answer.evidence = std::move(tested.reports);
  return answer;
}

Answer ask(const Inquiry& inquiry) {
  const auto* list = inquiry.evidence.of<ReaderList>("reader.readers");
  World& world = inquiry.world;
  if (list == nullptr || list->readers.empty())
    return trouble_on("", {CardTrouble::What::reader_gone}, world);
  const auto readers = chosen(*list, inquiry.site);
  if (readers.empty()) {
    return trouble_on(list->readers.front().name, {CardTrouble::What::no_card}, world);
  }
  return judge(test_all(world.cards(), readers, inquiry.limit), world);
}

}  // namespace

Check card_check() {
  return {.name = "reader.card",
          .question = FindingNumber::card_on_reader,
          .needs = {"reader.readers"},
          .budget = std::chrono::milliseconds{4000},
          .run = ask};
}

}  // namespace onshi
