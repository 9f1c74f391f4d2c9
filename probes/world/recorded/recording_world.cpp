// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/recorded/recording_world.h"

#include <algorithm>
#include <functional>

#include "probes/world/recorded/recording_cards.h"

namespace onshi {
namespace {

bool was_stopped(const CannotSee& trouble) { return trouble.why == CannotSee::Why::cancelled; }

/// In place of an earlier answer to the same question.
template <typename Entry, typename Same>
void keep(std::vector<Entry>& list, Entry entry, Same same) {
  if (entry.answer.result == decltype(entry.answer)::Result::cancelled) return;
  auto found = std::ranges::find_if(list, same);
  if (found == list.end()) {
    list.push_back(std::move(entry));
  } else {
    *found = std::move(entry);
  }
}

class RecordingLinks : public Links {
 public:
  RecordingLinks(Links& behind, ObservationsBook& book) : behind_(behind), book_(book) {}
  Seen<NetworkView> look(const Limit& limit) override { return kept(behind_.look(limit)); }
  Seen<NetworkView> wait_for_change(const NetworkView& known, const Limit& limit) override {
    return kept(behind_.wait_for_change(known, limit));
  }
  Seen<std::string> source_towards(const std::string& ip) override {
    auto source = behind_.source_towards(ip);
    book_.write([&](Observations& seen) {
      if (source) {
        seen.sources[ip] = *source;
      } else {
        seen.sources.erase(ip);
      }
    });
    return source;
  }
  Seen<int> path_mtu_towards(const std::string& ip) override {
    const auto mtu = behind_.path_mtu_towards(ip);
    if (mtu) book_.write([&](Observations& seen) { seen.path_mtus[ip] = *mtu; });
    return mtu;
  }
  Seen<AddressCalls> address_calls() override {
    auto calls = behind_.address_calls();
    book_.write([&](Observations& seen) { seen.address_calls = calls; });
    return calls;
  }

 private:
  Seen<NetworkView> kept(Seen<NetworkView> view) {
    if (view || !was_stopped(view.error())) book_.write([&](Observations& seen) { seen.network = view; });
    return view;
  }
  Links& behind_;
  ObservationsBook& book_;
};

class RecordingNames : public Names {
 public:
  RecordingNames(Names& behind, ObservationsBook& book) : behind_(behind), book_(book) {}
  NameAnswer ask(const NameQuestion& question, const Limit& limit) override {
    NameAnswer answer = behind_.ask(question, limit);
    book_.write([&](Observations& seen) {
      keep(seen.names, {question, answer}, [&](const Observations::Named& old) {
        NameQuestion alike = question;
        alike.tries = old.question.tries;
        return old.question == alike;
      });
    });
    return answer;
  }

 private:
  Names& behind_;
  ObservationsBook& book_;
};

class RecordingNetwork : public Network {
 public:
  RecordingNetwork(Network& behind, ObservationsBook& book, AllowedHosts allowed)
      : Network(std::move(allowed)), behind_(behind), book_(book) {}

 protected:
  TcpAnswer do_connect(const Target& target, const Limit& limit) override {
    TcpAnswer answer = behind_.connect(target, limit);
    book_.write([&](Observations& seen) {
      keep(seen.connections, {target, answer}, [&](const auto& old) { return old.target == target; });
    });
    return answer;
  }
  TlsAnswer do_handshake(const Target& target, const std::string& roots_pem, const Limit& limit) override {
    TlsAnswer answer = behind_.handshake(target, roots_pem, limit);
    book_.write([&](Observations& seen) {
      keep(seen.handshakes, {target, answer}, [&](const auto& old) { return old.target == target; });
    });
    return answer;
  }
  HttpAnswer do_request(const HttpRequest& request, const Limit& limit) override {
    HttpAnswer answer = behind_.request(request, limit);
    Observations::Requested entry{request.target, request.path, request.certificate != nullptr, answer,
                                  request.websocket};
    book_.write([&](Observations& seen) {
      keep(seen.requests, entry, [&](const Observations::Requested& old) {
        return old.target == entry.target && old.path == entry.path &&
               old.with_certificate == entry.with_certificate && old.websocket == entry.websocket;
      });
    });
    return answer;
  }

 private:
  Network& behind_;
  ObservationsBook& book_;
};

class RecordingMachine : public Machine {
 public:
  RecordingMachine(Machine& behind, ObservationsBook& book, AllowedHosts allowed)
      : Machine(std::move(allowed)), behind_(behind), book_(book) {}
  std::chrono::system_clock::time_point now() override {
    auto now = behind_.now();
    book_.write([&](Observations& seen) { seen.now = now; });
    return now;
  }
  Seen<std::vector<UsbDevice>> usb_devices() override {
    return kept(behind_.usb_devices(), &Observations::usb);
  }
  Seen<CardPrograms> card_programs() override {
    return kept(behind_.card_programs(), &Observations::card_programs);
  }
  Seen<DiskSpace> disk_space(const std::filesystem::path& folder) override {
    return kept(behind_.disk_space(folder), &Observations::disk);
  }
  Seen<SystemFacts> system() override { return kept(behind_.system(), &Observations::system); }
  Seen<ProxySettings> proxy_settings(const Limit& limit) override {
    return kept(behind_.proxy_settings(limit), &Observations::proxy_settings);
  }
  Seen<ConnectionSettings> connection_settings(const std::string& file) override {
    auto settings = behind_.connection_settings(file);
    if (!settings && settings.error().why == CannotSee::Why::not_here) return settings;
    book_.write([&](Observations& seen) {
      auto& entry = seen.connection_settings[file];
      entry = settings ? Observations::ReadSettings{true, *settings}
                       : Observations::ReadSettings{std::unexpected(settings.error()), {}};
    });
    return settings;
  }
  Seen<bool> holds_file_like(const std::string& folder, const std::string& name) override {
    const auto held = behind_.holds_file_like(folder, name);
    book_.write([&](Observations& seen) {
      std::erase_if(seen.found_files,
                    [&](const auto& file) { return file.folder == folder && file.name == name; });
      if (!held || *held) seen.found_files.push_back({folder, name, held});
    });
    return held;
  }

 protected:
  Seen<std::chrono::milliseconds> do_clock_offset(const Target& server, const Limit& limit) override {
    auto offset = behind_.clock_offset(server, limit);
    if (offset) book_.write([&](Observations& seen) { seen.clock_offsets[server.address] = *offset; });
    return offset;
  }

 private:
  template <typename Value>
  Value kept(Value value, Value Observations::* where) {
    book_.write([&](Observations& seen) { seen.*where = value; });
    return value;
  }
  Machine& behind_;
  ObservationsBook& book_;
};

class RecordingTunnels : public Tunnels {
 public:
  RecordingTunnels(Tunnels& behind, ObservationsBook& book) : behind_(behind), book_(book) {}
  Seen<TunnelView> watch(const Enough& enough, std::chrono::milliseconds patience,
                         const Limit& limit) override {
    auto view = behind_.watch(enough, patience, limit);
    if (view || !was_stopped(view.error())) book_.write([&](Observations& seen) { seen.tunnels = view; });
    return view;
  }

 private:
  Tunnels& behind_;
  ObservationsBook& book_;
};

class RecordingBrowsers : public Browsers {
 public:
  RecordingBrowsers(Browsers& behind, ObservationsBook& book) : behind_(behind), book_(book) {}
  Seen<BrowserView> look(const BrowserQuestion& question, const Limit& limit) override {
    auto view = behind_.look(question, limit);
    if (view || !was_stopped(view.error())) book_.write([&](Observations& seen) { seen.browsers = view; });
    return view;
  }

 private:
  Browsers& behind_;
  ObservationsBook& book_;
};

class RecordingWorldInFront : public RecordingWorld {
 public:
  RecordingWorldInFront(std::shared_ptr<World> behind, AllowedHosts allowed)
      : behind_(std::move(behind)),
        book_(std::make_shared<ObservationsBook>(behind_->machine().now())),
        links_(behind_->links(), *book_),
        names_(behind_->names(), *book_),
        network_(behind_->network(), *book_, allowed),
        cards_(behind_->cards(), book_),
        machine_(behind_->machine(), *book_, std::move(allowed)),
        tunnels_(behind_->tunnels(), *book_),
        browsers_(behind_->browsers(), *book_) {}
  Links& links() override { return links_; }
  Names& names() override { return names_; }
  Network& network() override { return network_; }
  Cards& cards() override { return cards_; }
  Machine& machine() override { return machine_; }
  Programs& programs() override { return behind_->programs(); }
  Tunnels& tunnels() override { return tunnels_; }
  Browsers& browsers() override { return browsers_; }
  [[nodiscard]] Observations observations() const override { return book_->read(); }

 private:
  std::shared_ptr<World> behind_;
  std::shared_ptr<ObservationsBook> book_;
  RecordingLinks links_;
  RecordingNames names_;
  RecordingNetwork network_;
  RecordingCards cards_;
  RecordingMachine machine_;
  RecordingTunnels tunnels_;
  RecordingBrowsers browsers_;
};

}  // namespace

std::shared_ptr<RecordingWorld> recording_world(std::shared_ptr<World> behind, AllowedHosts allowed) {
  return std::make_shared<RecordingWorldInFront>(std::move(behind), std::move(allowed));
}

}  // namespace onshi
