# SPDX-License-Identifier: GPL-3.0-or-later
# Readers on USB, the PC/SC service, and the cards in the readers. A plugged reader is a folder of $CLINIC/usb as in
# sysfs (the product sees it at /sys/bus/usb/devices, pcscd through fake_udev); an inserted card is a file of
# $CLINIC/cards. Both wait in $CLINIC/away while they are out, and are renamed in and out.
# shellcheck shell=bash

reader_fact() {  # READER FIELD
  local port vendor product serial driver maker text
  IFS='|' read -r port vendor product serial driver maker text <<< "${READER[$1]}"
  echo "${!2}"
}

# The files that sysfs has for a USB device.
describe_reader() {  # READER
  local port vendor product serial driver maker text folder
  IFS='|' read -r port vendor product serial driver maker text <<< "${READER[$1]}"
  folder=$CLINIC/away/usb-$port
  mkdir "$folder"
  echo "$vendor" > "$folder/idVendor"
  echo "$product" > "$folder/idProduct"
  echo "$serial" > "$folder/serial"
  echo "$maker" > "$folder/manufacturer"
  echo "$text" > "$folder/product"
}

# One <string> a line: pcscd's parser takes only the first of a line.
plist_array() {  # KEY VALUES...
  printf '<key>%s</key>\n<array>\n' "$1"
  shift
  printf '<string>%s</string>\n' "$@"
  echo '</array>'
}

install_drivers() {
  local contents=$CLINIC/drivers/practice.bundle/Contents reader vendors=() products=() names=()
  mkdir -p "$contents/Linux"
  cp "$BUILD/pcsc/libpractice_reader.so" "$contents/Linux/"
  for reader in "${DRIVERS[@]}"; do
    vendors+=("0x$(reader_fact "$reader" vendor)")
    products+=("0x$(reader_fact "$reader" product)")
    names+=("$(reader_fact "$reader" driver)")
  done
  {
    echo '<plist><dict>'
    printf '<key>CFBundleExecutable</key>\n<string>libpractice_reader.so</string>\n'
    plist_array ifdVendorID "${vendors[@]}"
    plist_array ifdProductID "${products[@]}"
    plist_array ifdFriendlyName "${names[@]}"
    echo '</dict></plist>'
  } > "$contents/Info.plist"
}

run_pcscd() {
  mkdir -p "$CLINIC/config/readers"
  exec env LD_PRELOAD="$BUILD/pcsc/fake_udev.so" PRACTICE_USB="$CLINIC/usb" PRACTICE_CARDS="$CLINIC/cards" \
    PRACTICE_CARD_LOG="$CLINIC/log/cards" pcscd --foreground --config "$CLINIC/config/readers"
}

# Root of the clinic may open everything, so the command must do without that.
WITHOUT_POWER_OVER_FILES=(setpriv --bounding-set=-dac_override,-dac_read_search --)
shut_card_service() { chmod 0 /run/pcscd/pcscd.comm; }

move_in() { mv "$CLINIC/away/$1-$2" "$CLINIC/$1/$2"; }   # usb|cards PORT
move_out() { mv "$CLINIC/$1/$2" "$CLINIC/away/$1-$2"; }  # usb|cards PORT

# Waits until a program sees the reader so; nothing to wait for without the service or a driver.
wait_for_reader() {  # READER STATE
  local driver
  driver=$(reader_fact "$1" driver)
  if service_has_ended pcscd || ! is_among "$1" "${DRIVERS[@]}" || [[ -z $driver ]]; then return 0; fi
  "$BUILD/tools/card_probe" wait "$driver" "$2" 3000
}

reader_is_plugged() { [[ -d $CLINIC/usb/$(reader_fact "$1" port) ]]; }

plug_reader() {  # READER
  if reader_is_plugged "$1"; then return; fi
  move_in usb "$(reader_fact "$1" port)"
}

unplug_reader() {  # READER
  if ! reader_is_plugged "$1"; then return; fi
  move_out usb "$(reader_fact "$1" port)"
}

first_plugged_reader() {
  local reader
  for reader in "${READER_NAMES[@]}"; do
    if reader_is_plugged "$reader"; then
      echo "$reader"
      return
    fi
  done
  echo "${READER_NAMES[0]}"
}

card_is_inserted() { [[ -f $CLINIC/cards/$(reader_fact "$1" port) ]]; }  # READER

# Tries of a fresh card: 3 for authentication, 5 for signature; a locked one has none left.
set_card() {  # READER KIND
  local tries=3
  if [[ $2 == locked ]]; then tries=0; fi
  echo "$2 $tries 5" > "$CLINIC/away/cards-$(reader_fact "$1" port)"
}

set_tries() {  # READER TRIES
  local port file kind tries signature
  port=$(reader_fact "$1" port)
  file=$CLINIC/cards/$port
  if ! card_is_inserted "$1"; then file=$CLINIC/away/cards-$port; fi
  read -r kind tries signature < "$file"
  echo "$kind $2 $signature" > "$file"
}

card_state_when_in() {  # READER
  local kind rest
  read -r kind rest < "$CLINIC/cards/$(reader_fact "$1" port)"
  if [[ $kind == mute ]]; then echo mute; else echo present; fi
}

insert_card() {  # READER
  if card_is_inserted "$1"; then return; fi
  move_in cards "$(reader_fact "$1" port)"
}

remove_card() {  # READER
  if ! card_is_inserted "$1"; then return; fi
  move_out cards "$(reader_fact "$1" port)"
}

hold_card() {  # READER
  "$BUILD/tools/card_probe" hold "$(reader_fact "$1" driver)" < /dev/null > "$CLINIC/log/holder" 2>&1 &
  wait_until 3000 grep -q held "$CLINIC/log/holder" || fail "the card is not held: $(< "$CLINIC/log/holder")"
}

make_readers() {
  local reader
  install_drivers
  for reader in "${READER_NAMES[@]}"; do
    describe_reader "$reader"
    set_card "$reader" "${CARD:-mynumber}"
  done
  for reader in "${READERS[@]}"; do plug_reader "$reader"; done
  if [[ -n $CARD && ${#READERS[@]} -gt 0 ]]; then insert_card "${READERS[0]}"; fi
}
