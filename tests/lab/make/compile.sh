# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles the practice readers (driver, stand-in for libudev, probe), the stand-in for /dev/net/tun and the maker of the mismatched PKCS#12.
# shellcheck shell=bash

compile_one() {  # OUTPUT FLAGS-AND-SOURCES...
  local output=$1 compiler=(g++)
  shift
  if command -v ccache > /dev/null; then compiler=(ccache g++); fi
  "${compiler[@]}" -std=c++20 -O1 -Wall -Wextra -Wshadow -Wconversion -Werror -I "$REPOSITORY" "$@" -o "$output"
}

compile_parts() {  # BUILD-FOLDER
  local out=$1 source=$LAB/pcsc pcsc
  mkdir -p "$out/pcsc" "$out/tools" "$out/tunnel"
  read -ra pcsc <<< "$(pkg-config --cflags libpcsclite)"
  compile_one "$out/pcsc/libpractice_reader.so" -shared -fPIC "${pcsc[@]}" \
    "$source/ifd_handler.cpp" "$source/reader.cpp" "$source/card.cpp" &
  local driver=$!
  compile_one "$out/pcsc/fake_udev.so" -shared -fPIC "$source/fake_udev.cpp"
  compile_one "$out/tools/card_probe" "${pcsc[@]}" "$source/card_probe.cpp" "$source/card.cpp" -lpcsclite
  compile_one "$out/tunnel/tun_device.so" -shared -fPIC "$LAB/tunnel/tun_device.cpp"
  compile_one "$out/tools/mismatched_p12" "$LAB/make/mismatched_p12.cpp" -lcrypto
  wait "$driver"
}
