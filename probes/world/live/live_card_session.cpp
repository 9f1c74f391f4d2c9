// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/live_card_session.h"

#include <atomic>

#include "probes/world/live/bounded_call.h"

namespace onshi {
namespace {

using namespace std::chrono_literals;
using What = CardTrouble::What;

/// The connection itself, shared with calls that may have been left behind.
class Connection {
 public:
  Connection(std::shared_ptr<PcscContext> context, PcscHandle card, std::uint32_t protocol)
      : context_(std::move(context)), card_(card), protocol_(protocol) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() {
    if (in_transaction_) context_->api().end_transaction(card_);
    context_->api().disconnect(card_);
  }

  PcscCode begin() {
    PcscCode code = context_->api().begin_transaction(card_);
    in_transaction_ = code == pcsc::success;
    return code;
  }

  CardSeen<CardBytes> transmit(const CardBytes& command) {
    CardBytes response;
    PcscCode code = context_->api().transmit(card_, protocol_, command, response);
    if (code == pcsc::success) return response;
    if (code == pcsc::reset_card) recover();
    return std::unexpected(pcsc::trouble_of(code));
  }

 private:
  /// After somebody's reset; whoever talks begins again at step 1.
  void recover() {
    in_transaction_ = false;
    if (context_->api().reconnect_shared(card_, protocol_) == pcsc::success) begin();
  }

  std::shared_ptr<PcscContext> context_;
  PcscHandle card_;
  std::uint32_t protocol_;
  bool in_transaction_ = false;
};

CardTrouble out_of_time(const Limit& limit) { return {limit.cancelled() ? What::cancelled : What::timeout}; }

class LiveCardSession : public CardSession {
 public:
  explicit LiveCardSession(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}
  LiveCardSession(const LiveCardSession&) = delete;
  LiveCardSession& operator=(const LiveCardSession&) = delete;
  ~LiveCardSession() override {
    call_bounded<bool>(Limit::of(300ms), [connection = std::move(connection_)]() mutable {
      connection.reset();
      return true;
    });
  }

  CardSeen<CardBytes> transmit(std::span<const std::uint8_t> command, const Limit& limit) override {
    if (limit.over() || !connection_) return std::unexpected(out_of_time(limit));
    auto response = call_bounded<CardSeen<CardBytes>>(
        limit, [connection = connection_, bytes = CardBytes(command.begin(), command.end())] {
          return connection->transmit(bytes);
        });
    if (response) return std::move(*response);
    connection_.reset();
    return std::unexpected(out_of_time(limit));
  }

 private:
  std::shared_ptr<Connection> connection_;
};

using Opened = std::shared_ptr<Connection>;
using Waiting = std::shared_ptr<std::atomic<bool>>;

std::expected<Opened, PcscCode> connect(const std::shared_ptr<PcscContext>& context,
                                        const std::string& reader, const Waiting& for_transaction) {
  PcscHandle card = 0;
  std::uint32_t protocol = 0;
  PcscCode code = context->api().connect_shared(context->handle(), reader, card, protocol);
  if (code != pcsc::success) return std::unexpected(code);
  auto connection = std::make_shared<Connection>(context, card, protocol);
  *for_transaction = true;
  code = connection->begin();
  *for_transaction = false;
  if (code != pcsc::success) return std::unexpected(code);
  return connection;
}

}  // namespace

/// A transaction that never comes means that another program holds the card in its own.
CardSeen<std::unique_ptr<CardSession>> open_card(const std::shared_ptr<PcscApi>& api,
                                                 const std::string& reader, const Limit& limit) {
  auto for_transaction = std::make_shared<std::atomic<bool>>(false);
  auto opened = call_bounded<CardSeen<Opened>>(limit, [api, reader, for_transaction] {
    return with_context<Opened>(api, [&](const std::shared_ptr<PcscContext>& context) {
      return connect(context, reader, for_transaction);
    });
  });
  if (opened && *opened) return std::make_unique<LiveCardSession>(std::move(**opened));
  if (opened) return std::unexpected(opened->error());
  if (!limit.cancelled() && *for_transaction) {
    return std::unexpected(pcsc::trouble_of(pcsc::sharing_violation));
  }
  return std::unexpected(out_of_time(limit));
}

}  // namespace onshi
