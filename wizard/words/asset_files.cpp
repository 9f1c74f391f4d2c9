// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/asset_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "probes/site/xml_file.h"

namespace onshi {
namespace {

using Fault = std::expected<void, FileFault>;
constexpr std::string_view kCallCentre = "call_centre";

std::string text_of(const pugi::xml_node& node) { return node.text().as_string(); }

std::expected<std::vector<std::filesystem::path>, FileFault> xml_files(const std::filesystem::path& folder) {
  std::error_code trouble;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, trouble)) {
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  }
  if (trouble)
    return std::unexpected(FileFault{FileFault::What::missing, folder, 0, "", trouble.message(), {}});
  std::sort(files.begin(), files.end());
  return files;
}

Fault add_text(const XmlFile& file, const pugi::xml_node& node, std::map<std::string, TextPair>& texts) {
  std::string id = node.attribute("id").as_string();
  if (id.empty()) return std::unexpected(file.fault(FileFault::What::missing_key, node, "id"));
  if (texts.contains(id)) return std::unexpected(file.fault(FileFault::What::bad_value, node, "id", id));
  TextPair pair{text_of(node.child("ja")), text_of(node.child("en"))};
  if (pair.japanese.empty()) return std::unexpected(file.fault(FileFault::What::missing_key, node, "ja", id));
  if (pair.english.empty()) return std::unexpected(file.fault(FileFault::What::missing_key, node, "en", id));
  texts.emplace(std::move(id), std::move(pair));
  return {};
}

Fault add_line(const XmlFile& file, const pugi::xml_node& node, FindingWords& words) {
  const std::string key = node.name();
  const std::array<std::pair<std::string_view, std::string*>, 4> single{
      {{"title", &words.title}, {"good", &words.good}, {"meaning", &words.meaning}, {"say", &words.say}}};
  for (const auto& [name, line] : single) {
    if (name != key) continue;
    *line = text_of(node);
    return {};
  }
  if (key != "clinic" && key != "engineer") {
    return std::unexpected(file.fault(FileFault::What::unknown_key, node, key, "",
                                      {"title", "good", "meaning", "clinic", "engineer", "say"}));
  }
  auto& steps = key == "clinic" ? words.clinic : words.engineer;
  for (const auto& step : node.children("do")) steps.push_back(text_of(step));
  return {};
}

Fault check_words(const XmlFile& file, const pugi::xml_node& node, const CatalogueEntry& entry,
                  const FindingWords& words) {
  const auto missing = [&](const char* key) {
    return std::unexpected(file.fault(FileFault::What::missing_key, node, key));
  };
  if (words.title.empty()) return missing("title");
  if (words.meaning.empty()) return missing("meaning");
  if (entry.is_question) return words.good.empty() ? Fault(missing("good")) : Fault();
  if (words.clinic.empty()) return missing("clinic");
  if (words.engineer.empty()) return missing("engineer");
  if (words.say.empty()) return missing("say");
  return {};
}

Fault read_language(const XmlFile& file, const pugi::xml_node& root, const char* language,
                    const CatalogueEntry& entry, FindingWords& words) {
  pugi::xml_node node = root.child(language);
  if (!node) return std::unexpected(file.fault(FileFault::What::missing_key, root, language));
  for (const auto& line : node.children()) {
    if (line.type() != pugi::node_element) continue;
    if (Fault added = add_line(file, line, words); !added) return added;
  }
  return check_words(file, node, entry, words);
}

std::expected<CatalogueEntry, FileFault> read_finding(const std::filesystem::path& path) {
  auto file = XmlFile::load(path, "finding");
  if (!file) return std::unexpected(file.error());
  const pugi::xml_node root = file->root();
  CatalogueEntry entry;
  entry.number = root.attribute("number").as_int();
  entry.name = root.attribute("name").as_string();
  entry.is_question = root.attribute("kind").as_string() == std::string_view("question");
  entry.question = root.attribute("question").as_int(entry.number);
  entry.who = root.attribute("who").as_string();
  const std::string calls = root.attribute("calls").as_string();
  entry.calls_centre = calls == kCallCentre || entry.who == kCallCentre;
  if (!calls.empty() && calls != kCallCentre) {
    return std::unexpected(
        file->fault(FileFault::What::bad_value, root, "calls", calls, {std::string(kCallCentre)}));
  }
  if (std::to_string(entry.number) != path.stem().string()) {
    return std::unexpected(file->fault(FileFault::What::bad_value, root, "number",
                                       std::to_string(entry.number), {path.stem().string()}));
  }
  if (auto read = read_language(*file, root, "ja", entry, entry.japanese); !read) {
    return std::unexpected(read.error());
  }
  if (auto read = read_language(*file, root, "en", entry, entry.english); !read) {
    return std::unexpected(read.error());
  }
  return entry;
}

}  // namespace

std::expected<std::map<std::string, TextPair>, FileFault> load_texts(const std::filesystem::path& folder) {
  auto files = xml_files(folder);
  if (!files) return std::unexpected(files.error());
  std::map<std::string, TextPair> texts;
  for (const auto& path : *files) {
    auto file = XmlFile::load(path, "texts");
    if (!file) return std::unexpected(file.error());
    for (const auto& node : file->root().children("text")) {
      if (Fault added = add_text(*file, node, texts); !added) return std::unexpected(added.error());
    }
  }
  return texts;
}

std::expected<std::map<int, CatalogueEntry>, FileFault> load_catalogue(const std::filesystem::path& folder) {
  auto files = xml_files(folder);
  if (!files) return std::unexpected(files.error());
  std::map<int, CatalogueEntry> catalogue;
  for (const auto& path : *files) {
    auto entry = read_finding(path);
    if (!entry) return std::unexpected(entry.error());
    catalogue.emplace(entry->number, std::move(*entry));
  }
  return catalogue;
}

}  // namespace onshi
