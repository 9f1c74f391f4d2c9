#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Chromium opens the verification environment without a question once the certificate is installed for it, and is
refused before that and after undo; what a store and an administrator can have against it is told."""
import base64
import re
import subprocess

from clinic import COMMON, LAB, ClinicCase, main, run

# Functions for sh: `browse` prints what the page says, or the error that the browser shows; $2 is the site's folder.
BROWSER = '''
browse() {
  timeout "${patience:-100}" chromium --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync \\
    --disable-background-networking --disable-component-update --user-data-dir="$HOME/browser" --dump-dom \\
    https://hweb.verification.example/ > "$HOME/page" 2> "$HOME/browser.log"
  grep -ohE "practice verification environment|No required SSL certificate|net::ERR_[A-Z_]+" "$HOME/page" "$HOME/browser.log" \\
    | sort -u | sed "s/^/$1: /"
}
install() { "$onshi" certificate "$ONSHI_PRACTICE/certificate.p12" --install COMMON --site "$site" "$@"; }
undo() { "$onshi" certificate --undo --profile "$ONSHI_PRACTICE/profile.xml" --site "$site" --language en; }
onshi=$1 site=$2
'''.replace("COMMON", COMMON)
POLICY = "/etc/chromium/policies/managed/onshi-setup.json"


def key_faces(name):
    """What the private key of that PKCS#12 looks like wherever it lies unencrypted."""
    key = LAB / f"pki/{name}.key"
    der = subprocess.run(["openssl", "pkey", "-in", key, "-outform", "DER"], capture_output=True, check=True).stdout
    text = subprocess.run(["openssl", "pkey", "-in", key, "-text", "-noout"], capture_output=True, text=True, check=True).stdout
    number = bytes.fromhex(re.search(r"priv:\s*((?:[0-9a-f]{2}:?\s*)+)", text)[1].translate({ord(c): None for c in ": \n"}))
    number = number.lstrip(b"\0")
    faces = [der, number, number.hex().encode(), number.hex().upper().encode()]
    for shift in range(3):
        faces.append(base64.b64encode(number[shift:])[:24])
    return faces


class Browser(ClinicCase):
    def test_a_browser_opens_the_service_once_installed_and_is_refused_after_undo(self):
        # The browser's own folders, the site, the logs and the memory file systems are kept for the search below.
        outcome = run(BROWSER + '''
            browse before
            install --language en --record "$HOME/record.xml" || exit 10
            browse installed
            cp -r "$HOME" "$site" /etc/chromium /run/clinic/log "$3" || exit 11
            install --language en > "$HOME/again" || exit 12
            grep -c "stays so" "$HOME/again"
            undo || exit 13
            browse undone
            ls -A "$HOME/.pki/nssdb" /etc/chromium "$site"
            cp -r "$HOME" "$4" || exit 14
            cat /run/clinic/log/nginx-access >&2''', self.site, self.kept("applied"), self.kept("undone"))
        self.assertEqual(0, outcome.status, outcome)
        self.assertIn("before: net::ERR_CERT_AUTHORITY_INVALID", outcome.out)
        self.assertIn("Certificate and key", outcome.out)
        self.assertIn("absent → there", outcome.out)
        self.assertIn("installed: practice verification environment", outcome.out)
        self.assertNotIn("installed: net::", outcome.out)
        self.assertIn("\n4\n", outcome.out)
        self.assertIn("undone: net::ERR_CERT_AUTHORITY_INVALID", outcome.out)
        self.assertNotIn("undone: practice", outcome.out)
        self.assertNotIn("onshi-setup.json", outcome.out.split("undone:")[1])
        self.assertNotIn("undo-browser.xml", outcome.out.split("undone:")[1])
        self.assertEqual(1, len(re.findall(r'"GET / HTTP[^\n]*client=SUCCESS', outcome.err)), outcome.err)
        self.assert_without_key()

    def kept(self, name):
        folder = self.folder / name
        folder.mkdir()
        return folder

    def assert_without_key(self):
        faces = key_faces("client")
        files = [path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink()]
        self.assertLessEqual({"key4.db", "record.xml", "undo-browser.xml", "nginx-access"}, {path.name for path in files})
        self.assertEqual([], [path for path in files if any(face in path.read_bytes() for face in faces)])
        self.assertTrue(any(face in (LAB / "pki/client.key").read_bytes() or face in self.der_of("client")
                            for face in faces), "the search finds the key where it is")

    def der_of(self, name):
        return subprocess.run(["openssl", "pkey", "-in", LAB / f"pki/{name}.key", "-outform", "DER"],
                              capture_output=True, check=True).stdout

    def test_without_the_administrators_rights_the_policy_is_offered(self):
        outcome = run(BROWSER + f'''
            mount -n -o remount,bind,ro /etc/chromium
            install --language en --format json > "$HOME/run.json"; echo "install $?"
            ls "$site"
            patience=10; browse alone; patience=100
            mount -n -o remount,bind,rw /etc/chromium
            mkdir -p /etc/chromium/policies/managed && cp "$site/onshi-setup.json" {POLICY}
            browse administrator
            mount -n -o remount,bind,ro /etc/chromium
            undo; echo "undo $?"
            mount -n -o remount,bind,rw /etc/chromium
            rm {POLICY}
            undo; echo "undo $?"
            undo; echo "undo $?"
            cat "$HOME/run.json" >&2''', self.site)
        self.assertIn("install 1", outcome.out, outcome)
        self.assertIn("onshi-setup.json", outcome.out)
        self.assertIn(f"copies “{self.site}/onshi-setup.json” to “{POLICY}”", outcome.err)
        self.assertIn('"number": 675', outcome.err)
        # Without the policy the headless browser waits for a choice that nobody makes, or goes without: never a page.
        self.assertNotIn("alone: practice", outcome.out)
        self.assertIn("administrator: practice verification environment", outcome.out)
        self.assertEqual(["undo 1", "undo 0", "undo 1"], re.findall(r"undo \d", outcome.out))

    def test_a_certificate_with_a_fault_is_not_installed(self):
        # Whether it was revoked is asked of the list that the line gives.
        outcome = run(BROWSER + '''
            for file in "$3" "$4"; do
              cp "$file" "$ONSHI_PRACTICE/certificate.p12"
              install --format json > "$HOME/run.json"; echo "install $?"
              grep -oE '"number": (621|681)' "$HOME/run.json"
            done
            ls -A "$HOME/.pki" "$site" 2>&1''', self.site, LAB / "pki/client-expired.p12", LAB / "pki/client-revoked.p12")
        self.assertEqual(["install 1", '"number": 621', "install 1", '"number": 681'], outcome.out.splitlines()[:4], outcome)
        self.assertNotIn("nssdb", outcome.out)
        self.assertNotIn("undo-browser.xml", outcome.out)


if __name__ == "__main__":
    main()
