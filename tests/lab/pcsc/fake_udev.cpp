// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libudev inside pcscd (LD_PRELOAD): the USB devices are the folders of $PRACTICE_USB, each
// with the files that sysfs has (idVendor, idProduct, serial). A folder renamed in is a plugged reader,
// renamed out an unplugged one. Only the functions that pcscd calls. pcscd's hotplug thread alone uses them.
#include <cstdlib>
#include <cstring>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <sys/inotify.h>
#include <unistd.h>

struct udev {};

struct udev_list_entry {
  std::string name;
  udev_list_entry* next = nullptr;
};

struct udev_enumerate {
  std::deque<udev_list_entry> entries;  // a deque: entries keep their places
};

struct udev_device {
  std::string name;
  std::string node;
  std::string action;
  std::map<std::string, std::string, std::less<>> attributes;
};

struct udev_monitor {
  int changes = -1;
};

namespace {

udev the_udev;

std::string usb_folder() {
  const char* folder = std::getenv("PRACTICE_USB");
  return folder == nullptr ? "/nonexistent" : folder;
}

udev_device* make_device(const std::string& name, const std::string& action) {
  auto* device = new udev_device{name, "/dev/bus/usb/practice/" + name, action, {{"bInterfaceNumber", "00"}}};
  for (const char* key : {"idVendor", "idProduct", "serial"}) {
    std::ifstream file(usb_folder() + "/" + name + "/" + key);
    std::string value;
    if (std::getline(file, value)) device->attributes[key] = value;
  }
  return device;
}

}  // namespace

extern "C" {

udev* udev_new() { return &the_udev; }
udev* udev_unref(udev*) { return nullptr; }

udev_enumerate* udev_enumerate_new(udev*) { return new udev_enumerate; }
udev_enumerate* udev_enumerate_unref(udev_enumerate* list) {
  delete list;
  return nullptr;
}
int udev_enumerate_add_match_subsystem(udev_enumerate*, const char*) { return 0; }

int udev_enumerate_scan_devices(udev_enumerate* list) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(usb_folder(), ignored)) {
    list->entries.push_back({entry.path().filename(), nullptr});
    if (list->entries.size() > 1) list->entries[list->entries.size() - 2].next = &list->entries.back();
  }
  return 0;
}

udev_list_entry* udev_enumerate_get_list_entry(udev_enumerate* list) {
  return list->entries.empty() ? nullptr : &list->entries.front();
}
const char* udev_list_entry_get_name(udev_list_entry* entry) { return entry->name.c_str(); }
udev_list_entry* udev_list_entry_get_next(udev_list_entry* entry) { return entry->next; }

udev_device* udev_device_new_from_syspath(udev*, const char* path) { return make_device(path, ""); }
udev_device* udev_device_unref(udev_device* device) {
  delete device;
  return nullptr;
}
udev_device* udev_device_get_parent_with_subsystem_devtype(udev_device* device, const char*, const char*) {
  return device;
}
const char* udev_device_get_devnode(udev_device* device) { return device->node.c_str(); }
const char* udev_device_get_sysname(udev_device* device) { return device->name.c_str(); }
const char* udev_device_get_action(udev_device* device) {
  return device->action.empty() ? nullptr : device->action.c_str();
}
const char* udev_device_get_sysattr_value(udev_device* device, const char* key) {
  const auto found = device->attributes.find(key);
  return found == device->attributes.end() ? nullptr : found->second.c_str();
}

udev_monitor* udev_monitor_new_from_netlink(udev*, const char*) {
  auto* monitor = new udev_monitor{inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
  inotify_add_watch(monitor->changes, usb_folder().c_str(), IN_MOVED_TO | IN_MOVED_FROM);
  return monitor;
}
udev_monitor* udev_monitor_unref(udev_monitor* monitor) {
  close(monitor->changes);
  delete monitor;
  return nullptr;
}
int udev_monitor_filter_add_match_subsystem_devtype(udev_monitor*, const char*, const char*) { return 0; }
int udev_monitor_enable_receiving(udev_monitor*) { return 0; }
int udev_monitor_get_fd(udev_monitor* monitor) { return monitor->changes; }

// One event a call, for pcscd asks once each time the descriptor is readable: the kernel pads the short names
// of ports to 16 bytes, so this buffer never holds two.
udev_device* udev_monitor_receive_device(udev_monitor* monitor) {
  alignas(inotify_event) char buffer[sizeof(inotify_event) + 16];
  if (read(monitor->changes, buffer, sizeof buffer) <= 0) return nullptr;
  inotify_event event{};
  std::memcpy(&event, buffer, sizeof event);
  if (event.len == 0) return nullptr;
  return make_device(buffer + sizeof event, (event.mask & IN_MOVED_TO) != 0 ? "add" : "remove");
}

}  // extern "C"
