// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/paired_check.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "probes/reader/reader_list.h"
#include "probes/reader/reader_name.h"

namespace onshi {
namespace {

using ReaderNames = std::vector<std::string>;  // without index

struct Comparison {
  ReaderNames missing;
  ReaderNames unpaired;
};

ReaderNames names_of(const ReaderList& list) {
  ReaderNames names;
  for (const ReaderState& reader : list.readers) names.push_back(without_index(reader.name));
  return names;
}

/// What `all` has and `others` has not; of two alike, one in `others` makes up for one only.
ReaderNames without(ReaderNames all, const ReaderNames& others) {
  for (const std::string& other : others) {
    if (auto found = std::ranges::find(all, other); found != all.end()) all.erase(found);
  }
  return all;
}

/// A name that was written down without its serial number stands for any one reader of that model.
void settle_names_without_serial(Comparison& seen) {
  std::erase_if(seen.missing, [&](const std::string& name) {
    if (name != model_of(name)) return false;
    const auto found = std::ranges::find(seen.unpaired, name, &model_of);
    if (found == seen.unpaired.end()) return false;
    seen.unpaired.erase(found);
    return true;
  });
}

struct Exchange {
  std::string missing;
  std::string instead;
};

/// Pairs what is missing with an unpaired reader of the same model, each of which stands in once; both leave
/// the comparison.
std::vector<Exchange> take_exchanges(Comparison& seen) {
  std::vector<Exchange> exchanges;
  std::erase_if(seen.missing, [&](const std::string& missing) {
    const auto found = std::ranges::find(seen.unpaired, model_of(missing), &model_of);
    if (found == seen.unpaired.end()) return false;
    exchanges.emplace_back(missing, *found);
    seen.unpaired.erase(found);
    return true;
  });
  return exchanges;
}

Answer raise_missing(const std::string& missing, const Facts& facts) {
  return raise(Verdict::fail, FindingNumber::paired_reader_missing,
               Facts{{"paired_reader", missing}}.add(facts));
}

Answer raise_exchanged(const Exchange& exchange, const Facts& facts) {
  return raise(Verdict::attention, FindingNumber::paired_reader_exchanged,
               Facts{{"paired_reader", exchange.missing}, {"reader", exchange.instead}}.add(facts));
}

Answer judge(Comparison seen, const Facts& facts) {
  const std::vector<Exchange> exchanges = take_exchanges(seen);
  if (!seen.missing.empty()) return raise_missing(seen.missing.front(), facts);
  if (!exchanges.empty()) return raise_exchanged(exchanges.front(), facts);
  if (seen.unpaired.empty()) return good(facts);
  return raise(Verdict::attention, FindingNumber::reader_not_paired,
               Facts{{"reader", seen.unpaired.front()}}.add(facts));
}

Answer ask(const Inquiry& inquiry) {
  const auto* found = inquiry.evidence.of<ReaderList>("reader.readers");
  const ReaderList list = found == nullptr ? ReaderList{} : *found;
  const ReaderNames present = names_of(list);
  Comparison seen{without(inquiry.site.readers, present), without(present, inquiry.site.readers)};
  settle_names_without_serial(seen);
  return judge(std::move(seen), facts_of(list));
}

}  // namespace

Check paired_check() {
  return {.name = "reader.paired",
          .question = FindingNumber::paired_readers,
          .needs = {"reader.readers"},
          .budget = std::chrono::milliseconds{200},
          .run = ask};
}

}  // namespace onshi
