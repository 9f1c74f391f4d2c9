// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/live_cards.h"

#include <mutex>
#include <thread>

#include "probes/world/live/bounded_call.h"
#include "probes/world/live/live_card_session.h"
#include "probes/world/live/pcsc_context.h"
#include "probes/world/wait_out.h"

namespace onshi {
namespace {

using namespace std::chrono_literals;
using Readers = std::vector<ReaderState>;
using What = CardTrouble::What;

CardTrouble out_of_time(const Limit& limit) { return {limit.cancelled() ? What::cancelled : What::timeout}; }

/// Lets another thread cancel the wait of a context for as long as that context is in use.
class Canceller {
 public:
  void use(std::shared_ptr<PcscContext> context) {
    std::scoped_lock lock(mutex_);
    context_ = std::move(context);
  }
  /// On a thread of its own: it may hang with the service.
  static void cancel(std::shared_ptr<Canceller> self) {
    note_abandoned_call(1);
    std::thread([self = std::move(self)]() mutable {
      if (auto context = self->current()) context->api().cancel(context->handle());
      self.reset();  // it may hold the context last, whose release may hang as well
      note_abandoned_call(-1);
    }).detach();
  }

 private:
  std::shared_ptr<PcscContext> current() {
    std::scoped_lock lock(mutex_);
    return context_;
  }
  std::mutex mutex_;
  std::shared_ptr<PcscContext> context_;
};

std::chrono::milliseconds left_of(std::chrono::milliseconds time, Limit::Clock::time_point since) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(since + time - Limit::Clock::now());
}

/// A wait that ended early and brought nothing is followed by a rest, so that no service keeps us busy.
std::expected<Readers, PcscCode> wait_in(const std::shared_ptr<PcscContext>& context, const Readers& known,
                                         const CardPace& pace, const Limit& limit) {
  auto now = context->readers();
  while (now && *now == known && !limit.over()) {
    const auto looked = Limit::Clock::now();
    auto slice = std::min<std::chrono::milliseconds>(limit.remaining(), pace.list_again_after);
    PcscCode code = context->wait_for_event(*now, static_cast<std::uint32_t>(slice.count()));
    if (!pcsc::ends_a_wait(code)) return std::unexpected(code);
    now = context->readers();
    if (now && *now == known) wait_out(limit.within(left_of(pace.rest, looked)));
  }
  return now;
}

CardSeen<Readers> wait_for_readers(const std::shared_ptr<PcscApi>& api,
                                   const std::shared_ptr<Canceller>& canceller, const Readers& known,
                                   const CardPace& pace, const Limit& limit) {
  return with_context<Readers>(api, [&](const std::shared_ptr<PcscContext>& context) {
    canceller->use(context);
    auto seen = wait_in(context, known, pace, limit);
    canceller->use(nullptr);
    return seen;
  });
}

/// While there is trouble and the caller knows of no reader, it is tried again until the limit.
CardSeen<Readers> wait_through_trouble(const std::shared_ptr<PcscApi>& api,
                                       const std::shared_ptr<Canceller>& canceller, const Readers& known,
                                       const CardPace& pace, const Limit& limit) {
  auto seen = wait_for_readers(api, canceller, known, pace, limit);
  while (!seen && known.empty() && !limit.over()) {
    wait_out(limit.within(pace.try_again_after));
    seen = wait_for_readers(api, canceller, known, pace, limit);
  }
  return seen;
}

}  // namespace

CardSeen<Readers> LiveCards::readers(const Limit& limit) {
  if (limit.over()) return std::unexpected(out_of_time(limit));
  auto seen = call_bounded<CardSeen<Readers>>(limit, [api = api_] {
    return with_context<Readers>(
        api, [](const std::shared_ptr<PcscContext>& context) { return context->readers(); });
  });
  if (!seen) return std::unexpected(out_of_time(limit));
  return std::move(*seen);
}

CardSeen<Readers> LiveCards::wait_for_change(const Readers& known, const Limit& limit) {
  if (limit.cancelled()) return std::unexpected(out_of_time(limit));
  auto canceller = std::make_shared<Canceller>();
  Limit with_time_to_answer(Limit::Clock::now() + limit.remaining() + 500ms, limit.stop());
  auto seen = call_bounded<CardSeen<Readers>>(
      with_time_to_answer, [api = api_, canceller, known, pace = pace_, limit] {
        return wait_through_trouble(api, canceller, known, pace, limit);
      });
  if (seen && !limit.cancelled()) return std::move(*seen);
  Canceller::cancel(canceller);
  return std::unexpected(out_of_time(limit));
}

CardSeen<std::unique_ptr<CardSession>> LiveCards::do_open(const std::string& reader, const Limit& limit) {
  if (limit.over()) return std::unexpected(out_of_time(limit));
  return open_card(api_, reader, limit);
}

}  // namespace onshi
