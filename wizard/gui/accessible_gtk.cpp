// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <gtk/gtk.h>

#include "wizard/gui/accessible.h"

namespace onshi::gui {
namespace {

AtkRole atk_role(AccessibleRole role) {
  switch (role) {
    case AccessibleRole::list:
      return ATK_ROLE_LIST;
    case AccessibleRole::list_item:
      return ATK_ROLE_LIST_ITEM;
    case AccessibleRole::heading:
      return ATK_ROLE_HEADING;
    case AccessibleRole::alert:
      return ATK_ROLE_NOTIFICATION;
    case AccessibleRole::as_it_is:
      break;
  }
  return ATK_ROLE_INVALID;
}

/// The widget that a person meets: not the frame with scrollbars around it.
GtkWidget* met_widget(wxWindow* window) {
  auto* widget = static_cast<GtkWidget*>(window->GetHandle());
  if (GTK_IS_SCROLLED_WINDOW(widget)) {
    if (GtkWidget* inside = gtk_bin_get_child(GTK_BIN(widget))) return inside;
  }
  return widget;
}

}  // namespace

void describe(wxWindow* window, std::string_view id, const wxString& name, AccessibleRole role) {
  const std::string key(id);
  window->SetName(key);
  AtkObject* object = gtk_widget_get_accessible(met_widget(window));
  if (object == nullptr) return;
  atk_object_set_name(object, name.utf8_str());
  atk_object_set_description(object, key.c_str());
  if (role != AccessibleRole::as_it_is) atk_object_set_role(object, atk_role(role));
}

}  // namespace onshi::gui
