# SPDX-License-Identifier: GPL-3.0-or-later
# The clinic's own file system view: private /run, /etc and /dev/shm, a /sys that shows the practice network and readers.
# Everything else (the repository, /tmp, the working directory) stays as it is outside.
# mount -n: there is no mount table to keep in a private /run.
# shellcheck shell=bash

# A login session's sockets (Wayland, for one) stay reachable: they lie in /run/user.
make_private_run() {
  mount -n -t tmpfs -o mode=755 practice /mnt
  if [[ -d /run/user ]]; then
    mkdir /mnt/user
    mount -n --rbind /run/user /mnt/user
  fi
  mkdir -p /mnt/{netns,lock,pcscd,practice} /mnt/clinic/{log,pid,config,usb,cards,away,drivers,etc/upper,etc/work}
  mount -n --move /mnt /run
}

make_private_etc() {
  mount -n -t overlay practice -o "lowerdir=/etc,upperdir=$CLINIC/etc/upper,workdir=$CLINIC/etc/work" /etc
  rm -f /etc/resolv.conf
  {
    if [[ -n $SEARCH_DOMAIN ]]; then echo "search $SEARCH_DOMAIN"; fi
    if ((${#TERMINAL_RESOLVERS[@]} > 0)); then printf 'nameserver %s\n' "${TERMINAL_RESOLVERS[@]}"; fi
  } > /etc/resolv.conf
}

# A fresh sysfs belongs to this network namespace, so /sys/class/net shows the practice link. Where the kernel has no
# USB at all, /sys/bus/usb cannot be made in it: then all of /sys/bus is shown through links, with usb added.
make_private_sys() {
  mount -n -t sysfs practice /sys 2> /dev/null || true
  if [[ ! -d /sys/bus/usb ]]; then
    mkdir "$CLINIC/sys-bus"
    mount -n --bind /sys/bus "$CLINIC/sys-bus"
    mount -n -t tmpfs practice /sys/bus
    ln -s "$CLINIC"/sys-bus/* /sys/bus/
    mkdir /sys/bus/usb
  else
    mount -n -t tmpfs practice /sys/bus/usb
  fi
  mkdir /sys/bus/usb/devices
  mount -n --bind "$CLINIC/usb" /sys/bus/usb/devices
}

make_private_drivers() {
  if [[ ! -d /usr/lib/pcsc/drivers ]]; then fail "no folder /usr/lib/pcsc/drivers: install the package pcscd"; fi
  mount -n --bind "$CLINIC/drivers" /usr/lib/pcsc/drivers
}

# A browser's policies are the clinic's own; below /etc an ordinary user could not write what belongs to the machine's root.
make_private_policies() {
  mkdir -p /etc/chromium 2> /dev/null || true
  if [[ -d /etc/chromium ]]; then mount -n -t tmpfs -o mode=755 practice /etc/chromium; fi
}

# libfaketime, for one, leaves its semaphores there when it is killed.
make_private_shared_memory() {
  if [[ -d /dev/shm ]]; then mount -n -t tmpfs -o mode=1777 practice /dev/shm; fi
}

make_room() {
  make_private_run
  make_private_shared_memory
  make_private_etc
  make_private_policies
  make_private_sys
  make_private_drivers
}
