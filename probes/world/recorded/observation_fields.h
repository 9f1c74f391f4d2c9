// SPDX-License-Identifier: GPL-3.0-or-later
// Every field of the observations with its name in the file, said once for the writer and the reader, so that
// what was written can be read. `io` is an ObservationWriter or an ObservationReader.
#pragma once

#include <type_traits>

#include "probes/world/recorded/observations.h"

namespace onshi {

/// Constant for a writer, changeable for a reader.
template <typename Io, typename Value>
using Field = std::conditional_t<Io::writes, const Value&, Value&>;

template <typename Io>
void fields(Io& io, Field<Io, CannotSee> v) {
  io.choice("why", v.why);
  io.number("code", v.code);
  io.text("detail", v.detail);
}

template <typename Io>
void fields(Io& io, Field<Io, CardTrouble> v) {
  io.choice("what", v.what);
  io.number("code", v.code);
}

template <typename Io>
void fields(Io& io, Field<Io, Address> v) {
  io.text("ip", v.ip);
  io.number("prefix_length", v.prefix_length);
  io.flag("ipv6", v.ipv6);
  io.flag("link_local", v.link_local);
  io.flag("temporary", v.temporary);
  io.flag("tentative", v.tentative);
  io.flag("deprecated", v.deprecated);
  io.flag("duplicate", v.duplicate);
}

template <typename Io>
void fields(Io& io, Field<Io, Link> v) {
  io.text("name", v.name);
  io.choice("kind", v.kind);
  io.flag("enabled", v.enabled);
  io.flag("carrier", v.carrier);
  io.number("mtu", v.mtu);
  io.number("megabits", v.megabits);
  io.list("address", v.addresses);
}

template <typename Io>
void fields(Io& io, Field<Io, Route> v) {
  io.text("destination", v.destination);
  io.number("prefix_length", v.prefix_length);
  io.text("gateway", v.gateway);
  io.text("link", v.link);
  io.number("metric", v.metric);
  io.flag("ipv6", v.ipv6);
  io.choice("origin", v.origin);
}

template <typename Io>
void fields(Io& io, Field<Io, Resolver> v) {
  io.text("ip", v.ip);
  io.text("link", v.link);
}

template <typename Io>
void fields(Io& io, Field<Io, NetworkView> v) {
  io.list("link", v.links);
  io.list("route", v.routes);
  io.list("resolver", v.resolvers);
  io.texts("search", v.search_domains);
}

template <typename Io>
void fields(Io& io, Field<Io, AddressCalls> v) {
  io.texts("dhcp", v.dhcp);
  io.texts("pppoe", v.pppoe);
}

template <typename Io>
void fields(Io& io, Field<Io, Observations::Named> v) {
  io.text("name", v.question.name);
  io.text("server", v.question.server);
  io.choice("type", v.question.type);
  io.choice("way", v.question.way);
  io.choice("result", v.answer.result);
  io.number("ttl", v.answer.ttl);
  io.number("tries", v.answer.tries);
  io.number("lost", v.answer.lost);
  io.flag("by_tcp", v.answer.by_tcp);
  io.number("bytes", v.answer.bytes);
  io.duration("round_trip_ms", v.answer.round_trip);
  io.duration("elapsed_ms", v.answer.elapsed);
  io.text("error", v.answer.error);
  io.texts("address", v.answer.addresses);
}

template <typename Io>
void fields(Io& io, Field<Io, ProxyHop> v) {
  io.text("host", v.host);
  io.text("address", v.address);
  io.number("port", v.port);
}

template <typename Io>
void fields(Io& io, Field<Io, Target> v) {
  io.text("host", v.host);
  io.text("address", v.address);
  io.number("port", v.port);
  io.text("source", v.source);
  io.number("largest_segment", v.largest_segment);
  io.maybe("proxy", v.proxy);
}

template <typename Io>
void fields(Io& io, Field<Io, TcpAnswer> v) {
  io.choice("result", v.result);
  io.number("error_number", v.error_number);
  io.text("error", v.error);
  io.text("source", v.source);
  io.duration("elapsed_ms", v.elapsed);
}

template <typename Io>
void fields(Io& io, Field<Io, ServerCertificate> v) {
  io.text("subject", v.subject);
  io.text("issuer", v.issuer);
  io.time("not_before", v.not_before);
  io.time("not_after", v.not_after);
  io.texts("name", v.names);
}

template <typename Io>
void fields(Io& io, Field<Io, TlsAnswer> v) {
  io.choice("result", v.result);
  io.number("verify_error", v.verify_error);
  io.number("alert", v.alert);
  io.text("protocol", v.protocol);
  io.flag("certificate_requested", v.certificate_requested);
  io.flag("certificate_sent", v.certificate_sent);
  io.number("proxy_status", v.proxy_status);
  io.text("error", v.error);
  io.duration("elapsed_ms", v.elapsed);
  io.one("tcp", v.tcp);
  io.one("server", v.server);
  io.one("failing", v.failing);
  io.texts("accepted_issuer", v.accepted_issuers);
}

template <typename Io>
void fields(Io& io, Field<Io, HttpAnswer> v) {
  io.choice("result", v.result);
  io.number("status", v.status);
  io.text("date", v.date);
  io.text("location", v.location);
  io.text("server", v.server);
  io.bytes("body", v.body);
  io.flag("body_complete", v.body_complete);
  io.flag("upgraded", v.upgraded);
  io.flag("certificate_missing", v.certificate_missing);
  io.flag("certificate_refused", v.certificate_refused);
  io.text("error", v.error);
  io.duration("elapsed_ms", v.elapsed);
  io.one("tls", v.tls);
}

template <typename Io>
void fields(Io& io, Field<Io, Observations::Connected> v) {
  io.one("target", v.target);
  io.one("tcp", v.answer);
}

template <typename Io>
void fields(Io& io, Field<Io, Observations::Shaken> v) {
  io.one("target", v.target);
  io.one("tls", v.answer);
}

template <typename Io>
void fields(Io& io, Field<Io, Observations::Requested> v) {
  io.text("path", v.path);
  io.flag("with_certificate", v.with_certificate);
  io.flag("websocket", v.websocket);
  io.one("target", v.target);
  io.one("http", v.answer);
}

template <typename Io>
void fields(Io& io, Field<Io, ReaderState> v) {
  io.text("name", v.name);
  io.flag("card_present", v.card_present);
  io.flag("mute", v.mute);
  io.flag("in_use", v.in_use);
  io.flag("exclusive", v.exclusive);
  io.text("atr", v.atr);
  io.number("raw", v.raw);
}

template <typename Io>
void fields(Io& io, Field<Io, RecordedCard> v) {
  io.trouble(v.opens, true);
  io.pairs("response", "command", "answer", v.responses);
}

template <typename Io>
void fields(Io& io, Field<Io, UsbDevice> v) {
  io.number("vendor", v.vendor);
  io.number("product", v.product);
  io.text("name", v.name);
  io.text("serial", v.serial);
  io.text("path", v.path);
  io.flag("card_reader", v.card_reader);
}

template <typename Io>
void fields(Io& io, Field<Io, CardProgram> v) {
  io.text("name", v.name);
  io.number("process", v.process);
}

template <typename Io>
void fields(Io& io, Field<Io, CardPrograms> v) {
  io.number("unseen", v.unseen);
  io.list("program", v.programs);
}

template <typename Io>
void fields(Io& io, Field<Io, Observations::FaceRegistry> v) {
  io.texts("section", v.sections);
}

template <typename Io>
void fields(Io& io, Field<Io, DiskSpace> v) {
  io.number("free_bytes", v.free_bytes);
  io.number("total_bytes", v.total_bytes);
  io.flag("read_only", v.read_only);
  io.perhaps("writable", v.writable);
}

template <typename Io>
void fields(Io& io, Field<Io, ProxyServer> v) {
  io.text("host", v.host);
  io.number("port", v.port);
}

template <typename Io>
void fields(Io& io, Field<Io, ProxySettings> v) {
  io.maybe("https", v.https);
  io.texts("bypass", v.bypass);
  io.text("unread", v.unread);
  io.text("place", v.place);
  io.list("other", v.others);
}

template <typename Io>
void fields(Io& io, Field<Io, SystemFacts> v) {
  io.text("name", v.name);
  io.text("kernel", v.kernel);
  io.text("architecture", v.architecture);
  io.former("user");
  io.flag("administrator", v.administrator);
  io.flag("remote_session", v.remote_session);
  io.perhaps("firewall", v.firewall);
  io.perhaps("clock_synchronised", v.clock_synchronised);
  io.duration("uptime_s", v.uptime);
  io.number("memory_bytes", v.memory_bytes);
}

template <typename Io>
void fields(Io& io, Field<Io, ConnectionSettings::Place> v) {
  io.number("line", v.line);
  io.text("host", v.host);
}

template <typename Io>
void fields(Io& io, Field<Io, Observations::ReadSettings> v) {
  io.trouble(v.readable, true);
  io.list("place", v.settings.places);
  io.texts("account_end", v.settings.account_ends);
  io.texts("registered", v.settings.registered);
  io.flag("has_sections", v.settings.has_sections);
}

template <typename Io>
void fields(Io& io, Field<Io, Observations::FoundFile> v) {
  io.text("folder", v.folder);
  io.text("name", v.name);
  io.trouble(v.looked, true);
}

template <typename Io>
void fields(Io& io, Field<Io, TunnelChild> v) {
  io.text("state", v.state);
  io.texts("network", v.networks);
}

template <typename Io>
void fields(Io& io, Field<Io, IkeSa> v) {
  io.text("connection", v.connection);
  io.text("id", v.id);
  io.text("state", v.state);
  io.text("remote", v.remote);
  io.flag("answered", v.answered);
  io.duration("seen_for_ms", v.seen_for);
  io.list("child", v.children);
}

template <typename Io>
void fields(Io& io, Field<Io, IkeMessages> v) {
  io.number("init_sent", v.init_sent);
  io.number("init_answered", v.init_answered);
  io.number("auth_sent", v.auth_sent);
  io.number("auth_answered", v.auth_answered);
  io.number("informational", v.informational);
}

template <typename Io>
void fields(Io& io, Field<Io, TunnelConnection> v) {
  io.text("name", v.name);
  io.text("version", v.version);
  io.texts("gateway", v.gateways);
  io.texts("network", v.networks);
  io.one("since_start", v.since_start);
  io.one("while_watched", v.while_watched);
}

template <typename Io>
void fields(Io& io, Field<Io, TunnelView> v) {
  io.flag("counted", v.counted);
  io.list("conversation", v.conversations);
  io.list("connection", v.connections);
}

template <typename Io>
void fields(Io& io, Field<Io, StoredCertificate> v) {
  io.text("fingerprint", v.fingerprint);
  io.text("issuer", v.issuer);
  io.text("serial_end", v.serial_end);
  io.text("code", v.code);
  io.time("not_before", v.not_before);
  io.time("not_after", v.not_after);
  io.flag("has_key", v.has_key);
  io.flag("trusted", v.trusted);
}

template <typename Io>
void fields(Io& io, Field<Io, BrowserPolicy> v) {
  io.text("file", v.file);
  io.text("sha256", v.sha256);
  io.digest_of_former("text", v.sha256);
}

template <typename Io>
void fields(Io& io, Field<Io, BrowserView> v) {
  io.text("place", v.place);
  io.flag("there", v.there);
  io.flag("locked", v.locked);
  io.list("certificate", v.certificates);
  io.texts("policy_folder", v.policy_folders);
  io.list("policy", v.policies);
}

template <typename Io>
void fields(Io& io, Field<Io, Observations> v) {
  io.time("now", v.now);
  io.seen("network", v.network);
  io.pairs("source", "destination", "address", v.sources);
  io.numbers("path_mtu", "destination", v.path_mtus);
  io.seen("address_calls", v.address_calls);
  io.list("name", v.names);
  io.list("connection", v.connections);
  io.list("handshake", v.handshakes);
  io.list("request", v.requests);
  io.seen_list("readers", "reader", v.readers);
  io.keyed("card", "reader", v.cards);
  io.seen_list("usb", "device", v.usb);
  io.seen("card_programs", v.card_programs);
  if constexpr (!Io::writes) io.seen("face_registry", v.face_registry);
  io.seen("disk", v.disk);
  io.seen("system", v.system);
  io.seen("proxy_settings", v.proxy_settings);
  io.keyed("connection_settings", "file", v.connection_settings);
  io.list("found_file", v.found_files);
  io.durations("clock_offset", "server", v.clock_offsets);
  io.seen("tunnels", v.tunnels);
  io.seen("browsers", v.browsers);
}

}  // namespace onshi
