// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <libsecret/secret.h>

#include "wizard/gui/system_secrets.h"

namespace onshi::gui {
namespace {

struct Unref {
  void operator()(SecretService* service) const { g_object_unref(service); }
};

struct WipeAndFree {
  void operator()(gchar* password) const { secret_password_free(password); }
};

const SecretSchema& schema() {
  static const SecretSchema kSchema = [] {
    SecretSchema made{};
    made.name = "onshi-setup";
    made.flags = SECRET_SCHEMA_NONE;
    made.attributes[0] = {"entry", SECRET_SCHEMA_ATTRIBUTE_STRING};
    return made;
  }();
  return kSchema;
}

/// Without a session bus there is no keyring, and looking for one would start a bus of its own.
bool has_bus() {
  const gchar* address = g_getenv("DBUS_SESSION_BUS_ADDRESS");
  return address != nullptr && *address != '\0';
}

}  // namespace

bool system_secrets_there() {
  if (!has_bus()) return false;
  const std::unique_ptr<SecretService, Unref> service(
      secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, nullptr, nullptr));
  return service != nullptr;
}

bool save_system_secret(const std::string& entry, const Secret& secret) {
  return secret.reveal([&](std::string_view characters) {
    const std::unique_ptr<gchar, WipeAndFree> copy(g_strndup(characters.data(), characters.size()));
    return secret_password_store_sync(&schema(), SECRET_COLLECTION_DEFAULT, entry.c_str(), copy.get(),
                                      nullptr, nullptr, "entry", entry.c_str(), nullptr) != 0;
  });
}

std::optional<Secret> load_system_secret(const std::string& entry) {
  const std::unique_ptr<gchar, WipeAndFree> found(
      secret_password_lookup_sync(&schema(), nullptr, nullptr, "entry", entry.c_str(), nullptr));
  if (!found) return std::nullopt;
  return Secret::take(found.get());
}

void forget_system_secret(const std::string& entry) {
  secret_password_clear_sync(&schema(), nullptr, nullptr, "entry", entry.c_str(), nullptr);
}

}  // namespace onshi::gui
