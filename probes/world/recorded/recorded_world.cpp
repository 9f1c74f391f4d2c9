// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/recorded/recorded_world.h"

#include <algorithm>

#include "probes/world/recorded/recorded_cards.h"
#include "probes/world/wait_out.h"

namespace onshi {
namespace {

using Shared = std::shared_ptr<const Observations>;
constexpr const char* not_recorded = "not recorded";

bool same_question(const NameQuestion& left, const NameQuestion& right) {
  return left.name == right.name && left.server == right.server && left.type == right.type &&
         left.way == right.way;
}

/// The first answer in `list` for which `fits` holds; a failed one that says "not recorded" when there is
/// none.
template <typename List, typename Fits>
auto answer_in(const List& list, Fits fits) {
  auto found = std::ranges::find_if(list, fits);
  if (found != list.end()) return found->answer;
  decltype(found->answer) missing;
  missing.error = not_recorded;
  return missing;
}

template <typename Answer>
Answer cancelled_answer() {
  Answer answer;
  answer.result = Answer::Result::cancelled;
  return answer;
}

class RecordedLinks : public Links {
 public:
  explicit RecordedLinks(Shared seen) : seen_(std::move(seen)) {}
  Seen<NetworkView> look(const Limit& limit) override {
    if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
    return seen_->network;
  }
  Seen<std::string> source_towards(const std::string& ip) override {
    auto found = seen_->sources.find(ip);
    if (found == seen_->sources.end()) return std::unexpected(CannotSee{CannotSee::Why::not_here, 0, {}});
    return found->second;
  }
  Seen<int> path_mtu_towards(const std::string& ip) override {
    const auto found = seen_->path_mtus.find(ip);
    if (found == seen_->path_mtus.end()) return std::unexpected(CannotSee{CannotSee::Why::not_here, 0, {}});
    return found->second;
  }
  Seen<AddressCalls> address_calls() override { return seen_->address_calls; }
  Seen<NetworkView> wait_for_change(const NetworkView& known, const Limit& limit) override {
    if (!seen_->network || *seen_->network == known) wait_out(limit);
    return look(limit);
  }

 private:
  Shared seen_;
};

class RecordedNames : public Names {
 public:
  explicit RecordedNames(Shared seen) : seen_(std::move(seen)) {}
  NameAnswer ask(const NameQuestion& question, const Limit& limit) override {
    if (limit.cancelled()) return cancelled_answer<NameAnswer>();
    return answer_in(seen_->names,
                     [&](const auto& named) { return same_question(named.question, question); });
  }

 private:
  Shared seen_;
};

class RecordedNetwork : public Network {
 public:
  RecordedNetwork(Shared seen, AllowedHosts allowed) : Network(std::move(allowed)), seen_(std::move(seen)) {}

 protected:
  TcpAnswer do_connect(const Target& target, const Limit& limit) override {
    if (limit.cancelled()) return cancelled_answer<TcpAnswer>();
    return answer_in(seen_->connections, [&](const auto& done) { return done.target == target; });
  }
  TlsAnswer do_handshake(const Target& target, const std::string& /*roots_pem*/,
                         const Limit& limit) override {
    if (limit.cancelled()) return cancelled_answer<TlsAnswer>();
    return answer_in(seen_->handshakes, [&](const auto& done) { return done.target == target; });
  }
  HttpAnswer do_request(const HttpRequest& request, const Limit& limit) override {
    if (limit.cancelled()) return cancelled_answer<HttpAnswer>();
    bool with_certificate = request.certificate != nullptr;
    return answer_in(seen_->requests, [&](const auto& done) {
      return done.target == request.target && done.path == request.path &&
             done.with_certificate == with_certificate && done.websocket == request.websocket;
    });
  }

 private:
  Shared seen_;
};

class RecordedMachine : public Machine {
 public:
  RecordedMachine(Shared seen, AllowedHosts allowed) : Machine(std::move(allowed)), seen_(std::move(seen)) {}
  std::chrono::system_clock::time_point now() override { return seen_->now; }
  Seen<std::vector<UsbDevice>> usb_devices() override { return seen_->usb; }
  Seen<CardPrograms> card_programs() override { return seen_->card_programs; }
  Seen<DiskSpace> disk_space(const std::filesystem::path& /*folder*/) override { return seen_->disk; }
  Seen<SystemFacts> system() override { return seen_->system; }
  Seen<ProxySettings> proxy_settings(const Limit& /*limit*/) override { return seen_->proxy_settings; }
  Seen<ConnectionSettings> connection_settings(const std::string& file) override {
    const auto found = seen_->connection_settings.find(file);
    if (found == seen_->connection_settings.end()) {
      return std::unexpected(CannotSee{CannotSee::Why::not_here, 0, {}});
    }
    if (!found->second.readable) return std::unexpected(found->second.readable.error());
    return with_former_registry(found->second.settings);
  }
  Seen<bool> holds_file_like(const std::string& folder, const std::string& name) override {
    const auto found = std::ranges::find_if(
        seen_->found_files, [&](const auto& file) { return file.folder == folder && file.name == name; });
    return found == seen_->found_files.end() ? false : found->looked;
  }

 protected:
  Seen<std::chrono::milliseconds> do_clock_offset(const Target& server, const Limit& limit) override {
    if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
    auto found = seen_->clock_offsets.find(server.address);
    if (found == seen_->clock_offsets.end()) {
      return std::unexpected(CannotSee{CannotSee::Why::timeout, 0, {}});
    }
    return found->second;
  }

 private:
  /// Of an older record the sections stand apart from the file that names the accounts.
  [[nodiscard]] ConnectionSettings with_former_registry(ConnectionSettings settings) const {
    const auto& former = seen_->face_registry;
    if (!former || settings.account_ends.empty() || !settings.registered.empty()) return settings;
    settings.registered = former->sections;
    settings.has_sections = true;
    return settings;
  }
  Shared seen_;
};

class RecordedTunnels : public Tunnels {
 public:
  explicit RecordedTunnels(Shared seen) : seen_(std::move(seen)) {}
  Seen<TunnelView> watch(const Enough& /*enough*/, std::chrono::milliseconds /*patience*/,
                         const Limit& limit) override {
    if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
    return seen_->tunnels;
  }

 private:
  Shared seen_;
};

class RecordedBrowsers : public Browsers {
 public:
  explicit RecordedBrowsers(Shared seen) : seen_(std::move(seen)) {}
  Seen<BrowserView> look(const BrowserQuestion& /*question*/, const Limit& limit) override {
    if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
    return seen_->browsers;
  }

 private:
  Shared seen_;
};

class RecordedPrograms : public Programs {
 public:
  Seen<ProgramResult> run(const ProgramTask& /*task*/, const Limit& /*limit*/) override {
    return std::unexpected(CannotSee{CannotSee::Why::not_supported, 0, not_recorded});
  }
};

class RecordedWorld : public World {
 public:
  RecordedWorld(const Shared& seen, AllowedHosts allowed, std::shared_ptr<Programs> programs)
      : links_(seen),
        names_(seen),
        network_(seen, allowed),
        cards_(seen),
        machine_(seen, std::move(allowed)),
        tunnels_(seen),
        browsers_(seen),
        programs_(programs ? std::move(programs) : std::make_shared<RecordedPrograms>()) {}
  Links& links() override { return links_; }
  Names& names() override { return names_; }
  Network& network() override { return network_; }
  Cards& cards() override { return cards_; }
  Machine& machine() override { return machine_; }
  Programs& programs() override { return *programs_; }
  Tunnels& tunnels() override { return tunnels_; }
  Browsers& browsers() override { return browsers_; }

 private:
  RecordedLinks links_;
  RecordedNames names_;
  RecordedNetwork network_;
  RecordedCards cards_;
  RecordedMachine machine_;
  RecordedTunnels tunnels_;
  RecordedBrowsers browsers_;
  std::shared_ptr<Programs> programs_;
};

}  // namespace

std::shared_ptr<World> recorded_world(Observations observations, AllowedHosts allowed,
                                      std::shared_ptr<Programs> programs) {
  return std::make_shared<RecordedWorld>(std::make_shared<const Observations>(std::move(observations)),
                                         std::move(allowed), std::move(programs));
}

}  // namespace onshi
