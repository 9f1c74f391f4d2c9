# SPDX-License-Identifier: GPL-3.0-or-later
"""ZIP files: as the portal delivers them, and hostile or damaged ones."""
import zipfile

PRODUCTION_NAME = '本_オンライン資格確認等システムユーザ設定情報.pdf'
VERIFICATION_NAME = '検_オンライン資格確認等システムユーザ設定情報.pdf'  # this one is invented
DATE = (2026, 1, 15, 9, 0, 0)
GIBIBYTE = 1 << 30


class EntryInCp932(zipfile.ZipInfo):
    """A name written as Windows' own ZIP folders write it: CP932 without the UTF-8 flag."""

    def _encodeFilenameFlags(self):
        return self.filename.encode('cp932'), self.flag_bits & ~0x800


def entry(name, kind=zipfile.ZipInfo):
    made = kind(name, DATE)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def write(path, files, kind=zipfile.ZipInfo):
    with zipfile.ZipFile(path, 'w') as archive:
        for name, source in files:
            archive.writestr(entry(name, kind), source.read_bytes())


def write_bomb(path, gibibytes):
    """A small file that unpacks to gigabytes of zeros, streamed so that making it needs no memory."""
    zeros = bytes(8 << 20)
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(gibibytes):
            name = PRODUCTION_NAME if number == 0 else f'{number}.pdf'
            with archive.open(entry(name), 'w') as stream:
                for _ in range(GIBIBYTE // len(zeros)):
                    stream.write(zeros)


def truncate(source, path, share):
    data = source.read_bytes()
    path.write_bytes(data[:int(len(data) * share)])
