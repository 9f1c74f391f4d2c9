// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

#include "probes/reader/reader_catalogue.h"
#include "probes/site/xml_file.h"

namespace onshi {
namespace {

using What = FileFault::What;

const std::vector<std::string> kReaderKeys{"id",         "maker",       "product",    "kind",
                                           "vid",        "pids",        "name_regex", "driver_list",
                                           "driver_url", "start_order", "valid_from", "maintenance_until",
                                           "source",     "confirmed"};

/// The attributes of one element. The first fault is kept and everything after it reads as empty.
class Record {
 public:
  Record(const XmlFile& file, const pugi::xml_node& node) : file_(file), node_(node) {}

  std::string text(const char* key) const { return node_.attribute(key).as_string(); }

  std::string required(const char* key) {
    std::string value = text(key);
    if (value.empty()) fail(What::missing_key, key, "");
    return value;
  }

  template <typename Value, std::size_t count>
  Value one_of(const char* key, const std::array<Value, count>& values) {
    const std::string written = required(key);
    for (Value value : values) {
      if (name_of(value) == written) return value;
    }
    fail_among(key, written, values);
    return values[0];
  }

  std::string one_of(const char* key, const std::vector<std::string>& allowed) {
    std::string value = text(key);
    if (std::ranges::find(allowed, value) == allowed.end()) fail(What::bad_value, key, value, allowed);
    return value;
  }

  std::vector<std::uint16_t> usb_numbers(const char* key) {
    std::vector<std::uint16_t> numbers;
    std::istringstream words(text(key));
    for (std::string word; words >> word;) numbers.push_back(usb_number(key, word));
    return numbers;
  }

  std::string date(const char* key) {
    std::string value = text(key);
    static const std::regex shape("(\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    if (!std::regex_match(value, shape)) fail(What::bad_value, key, value, {"YYYY-MM-DD", "YYYY-MM"});
    return value;
  }

  std::optional<std::regex> pattern(const char* key) {
    const std::string value = text(key);
    if (value.empty()) return std::nullopt;
    try {
      return std::regex(value, std::regex::ECMAScript | std::regex::icase | std::regex::optimize);
    } catch (const std::regex_error&) {
      fail(What::bad_value, key, value, {"ECMAScript"});
      return std::nullopt;
    }
  }

  std::string note(const char* key) const { return node_.child(key).text().as_string(); }

  void fail(What what, const char* key, const std::string& value, std::vector<std::string> allowed = {}) {
    if (!fault_) fault_ = file_.fault(what, node_, key, value, std::move(allowed));
  }

  [[nodiscard]] const std::optional<FileFault>& fault() const { return fault_; }

 private:
  std::uint16_t usb_number(const char* key, const std::string& word) {
    std::uint16_t number = 0;
    const char* end = word.data() + word.size();
    auto [stopped, trouble] = std::from_chars(word.data(), end, number, 16);
    if (word.size() != 4 || trouble != std::errc{} || stopped != end)
      fail(What::bad_value, key, word, {"0000-FFFF"});
    return number;
  }

  template <typename Values>
  void fail_among(const char* key, const std::string& written, const Values& values) {
    std::vector<std::string> allowed;
    allowed.reserve(values.size());
    for (auto value : values) allowed.emplace_back(name_of(value));
    fail(What::bad_value, key, written, std::move(allowed));
  }

  const XmlFile& file_;
  pugi::xml_node node_;
  std::optional<FileFault> fault_;
};

void read_usb(Record& record, KnownReader& reader) {
  const auto vendors = record.usb_numbers("vid");
  if (vendors.size() > 1) record.fail(What::bad_value, "vid", record.text("vid"), {"0000-FFFF"});
  if (!vendors.empty()) reader.vendor = vendors.front();
  reader.products = record.usb_numbers("pids");
  if (vendors.empty() != reader.products.empty())
    record.fail(What::missing_key, vendors.empty() ? "vid" : "pids", "");
}

void read_kind(Record& record, KnownReader& reader) {
  using enum KnownReader::Kind;
  using enum KnownReader::DriverList;
  reader.kind = record.one_of("kind", std::array{face, contact, contactless, dual, unknown});
  reader.driver_list =
      record.one_of("driver_list", std::array{supported, should_work, unsupported, absent, not_listed});
}

std::expected<KnownReader, FileFault> read_reader(const XmlFile& file, const pugi::xml_node& node) {
  if (auto known = file.only(node, kReaderKeys, {"notes_ja", "notes_en"}); !known) {
    return std::unexpected(known.error());
  }
  Record record(file, node);
  KnownReader reader;
  reader.id = record.required("id");
  reader.maker = record.required("maker");
  reader.product = record.required("product");
  read_kind(record, reader);
  read_usb(record, reader);
  reader.name_pattern = record.text("name_regex");
  reader.name_regex = record.pattern("name_regex");
  reader.driver_url = record.text("driver_url");
  reader.start_order = record.one_of("start_order", {"", "reader_first"});
  reader.valid_from = record.date("valid_from");
  reader.maintenance_until = record.date("maintenance_until");
  reader.source = record.one_of("source", {"official", "field", "code", "measured", "knowledge"});
  reader.confirmed = record.one_of("confirmed", {"yes", "no"}) == "yes";
  reader.notes_ja = record.note("notes_ja");
  reader.notes_en = record.note("notes_en");
  if (reader.notes_ja.empty() != reader.notes_en.empty()) {
    record.fail(What::missing_key, reader.notes_ja.empty() ? "notes_ja" : "notes_en", "");
  }
  if (record.fault()) return std::unexpected(*record.fault());
  return reader;
}

std::expected<NotAReader, FileFault> read_not_a_reader(const XmlFile& file, const pugi::xml_node& node) {
  if (auto known = file.only(node, {"name_regex"}, {}); !known) return std::unexpected(known.error());
  Record record(file, node);
  record.required("name_regex");
  auto pattern = record.pattern("name_regex");
  if (record.fault()) return std::unexpected(*record.fault());
  return NotAReader{record.text("name_regex"), std::move(*pattern)};
}

std::expected<void, FileFault> read_readers(const XmlFile& file, ReaderCatalogue& catalogue) {
  for (const auto& node : file.root().children("reader")) {
    auto reader = read_reader(file, node);
    if (!reader) return std::unexpected(reader.error());
    const bool doubled = std::ranges::any_of(
        catalogue.readers, [&](const KnownReader& earlier) { return earlier.id == reader->id; });
    if (doubled) return std::unexpected(file.fault(What::bad_value, node, "id", reader->id));
    catalogue.readers.push_back(std::move(*reader));
  }
  return {};
}

std::expected<void, FileFault> read_not_readers(const XmlFile& file, ReaderCatalogue& catalogue) {
  for (const auto& node : file.root().children("not_a_reader")) {
    auto not_reader = read_not_a_reader(file, node);
    if (!not_reader) return std::unexpected(not_reader.error());
    catalogue.not_readers.push_back(std::move(*not_reader));
  }
  return {};
}

/// Of dates, whose order is that of their letters; of other versions nobody can tell.
bool is_older(const ReaderCatalogue& one, const ReaderCatalogue& other) {
  static const std::regex date("\\d{4}-\\d{2}-\\d{2}");
  const bool comparable = std::regex_match(one.version, date) && std::regex_match(other.version, date);
  return comparable && one.version < other.version;
}

}  // namespace

std::expected<ReaderCatalogue, FileFault> load_reader_catalogue(const std::filesystem::path& path) {
  auto file = XmlFile::load(path, "readers");
  if (!file) return std::unexpected(file.error());
  if (auto known = file->only(file->root(), {"version"}, {"reader", "not_a_reader"}); !known) {
    return std::unexpected(known.error());
  }
  ReaderCatalogue catalogue;
  catalogue.file = path;
  catalogue.version = file->root().attribute("version").as_string();
  if (catalogue.version.empty())
    return std::unexpected(file->fault(What::missing_key, file->root(), "version"));
  if (auto read = read_readers(*file, catalogue); !read) return std::unexpected(read.error());
  if (auto read = read_not_readers(*file, catalogue); !read) return std::unexpected(read.error());
  return catalogue;
}

std::expected<ReaderCatalogue, FileFault> reader_catalogue_from(
    const std::vector<std::filesystem::path>& folders, const std::filesystem::path& shipped) {
  auto own = load_reader_catalogue(shipped);
  std::optional<FileFault> fault;
  std::optional<OlderCatalogue> older;
  for (const std::filesystem::path& folder : folders) {
    auto beside = load_reader_catalogue(folder / shipped.filename());
    if (!beside && beside.error().what == What::missing) continue;
    if (!beside) {
      fault = beside.error();
      break;
    }
    beside->beside_shipped = true;
    if (!own || !is_older(*beside, *own)) return beside;
    if (!older) older = {beside->file, beside->version};
  }
  if (!own) return own;
  own->fault = std::move(fault);
  own->older = std::move(older);
  return own;
}

}  // namespace onshi
