// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/answer_book.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "probes/site/search_key.h"
#include "probes/site/text.h"
#include "probes/site/xml_element.h"

namespace onshi {
namespace {

using What = FileFault::What;

const std::vector<std::string> kSources{"application_faq", "application_guide", "account_faq",
                                        "workplace_faq", "steps"};
const std::vector<std::string> kCalls{"none",   "call_centre",     "line_provider",
                                      "vendor", "regional_bureau", "town_office"};
constexpr int kPages = 9;
constexpr int kMostNumber = 999;

std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_id(std::string_view text) {
  return text.size() == 4 && is_digit(text[0]) && text[1] == '-' && is_digit(text[2]) && is_digit(text[3]);
}

std::vector<int> read_numbers(XmlElement& element, const char* key, int most) {
  std::vector<int> numbers;
  for (const std::string& word : split(element.optional_text(key).value_or(""))) {
    const bool digits = word.size() <= 3 && std::ranges::all_of(word, is_digit);
    const int number = digits ? std::stoi(word) : 0;
    if (number < 1 || number > most) element.bad_value(key, word, {});
    numbers.push_back(number);
  }
  return numbers;
}

std::string read_child_text(XmlReading& reading, pugi::xml_node parent, const char* name) {
  const pugi::xml_node node = parent.child(name);
  std::string text = node ? XmlElement(reading, node).content_and_nothing_else() : std::string();
  if (is_blank(text)) reading.complain(What::missing_key, parent, name);
  return text;
}

AnswerWords read_language(XmlReading& reading, pugi::xml_node answer, const char* name) {
  const pugi::xml_node node = answer.child(name);
  if (!node) {
    reading.complain(What::missing_key, answer, name);
    return {};
  }
  XmlElement(reading, node).nothing_else({"ask", "tell"});
  return {read_child_text(reading, node, "ask"), read_child_text(reading, node, "tell")};
}

/// "kanji=reading", each between spaces.
std::vector<std::string> read_keys(XmlReading& reading, pugi::xml_node answer) {
  std::vector<std::string> keys;
  for (const std::string& word : split(read_child_text(reading, answer, "words"))) {
    const std::size_t equals = word.find('=');
    const bool whole = equals != std::string::npos && equals > 0 && equals + 1 < word.size();
    if (!whole) {
      reading.complain(What::bad_value, answer.child("words"), "words", word);
      continue;
    }
    keys.push_back(search_key(word.substr(0, equals)));
    keys.push_back(search_key(word.substr(equals + 1)));
  }
  return keys;
}

void add_search_texts(AskedAnswer& answer) {
  answer.asked_key = search_key(answer.japanese.ask) + " " + search_key(answer.english.ask);
  answer.told_key = search_key(answer.japanese.tell) + " " + search_key(answer.english.tell);
}

AskedAnswer read_answer(XmlReading& reading, pugi::xml_node node) {
  XmlElement element(reading, node);
  AskedAnswer answer;
  answer.id = element.text("id");
  if (!is_id(answer.id)) element.not_like("id", answer.id, "0-01");
  answer.sources = split(element.text("sources"));
  for (const std::string& source : answer.sources) {
    if (!contains(kSources, source)) element.bad_value("sources", source, kSources);
  }
  answer.call = element.text("call");
  if (!contains(kCalls, answer.call)) element.bad_value("call", answer.call, kCalls);
  answer.pages = read_numbers(element, "pages", kPages);
  answer.numbers = read_numbers(element, "numbers", kMostNumber);
  element.nothing_else({"words", "ja", "en"});
  answer.keys = read_keys(reading, node);
  answer.japanese = read_language(reading, node, "ja");
  answer.english = read_language(reading, node, "en");
  add_search_texts(answer);
  return answer;
}

bool holds(std::string_view text, std::string_view key) { return text.find(key) != std::string_view::npos; }

/// 0: the word is nowhere in it.
int worth(const AskedAnswer& answer, const std::string& key) {
  constexpr int kSearchWord = 8;
  constexpr int kInSearchWord = 4;
  constexpr int kAsked = 2;
  constexpr int kTold = 1;
  int points = 0;
  const bool inside = std::ranges::any_of(answer.keys, [&](const auto& word) { return holds(word, key); });
  if (inside) points += contains(answer.keys, key) ? kSearchWord : kInSearchWord;
  if (holds(answer.asked_key, key)) points += kAsked;
  if (holds(answer.told_key, key)) points += kTold;
  return points;
}

int worth_of_all(const AskedAnswer& answer, const std::vector<std::string>& keys) {
  int points = 0;
  for (const std::string& key : keys) {
    const int more = worth(answer, key);
    if (more == 0) return 0;
    points += more;
  }
  return points;
}

std::vector<const AskedAnswer*> best_first(const std::vector<AskedAnswer>& answers,
                                           const std::vector<std::string>& keys) {
  std::vector<std::pair<int, const AskedAnswer*>> found;
  for (const AskedAnswer& answer : answers) {
    if (const int points = worth_of_all(answer, keys); points > 0) found.emplace_back(points, &answer);
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, [](const auto& row) { return row.first; });
  std::vector<const AskedAnswer*> sorted;
  sorted.reserve(found.size());
  for (const auto& [points, answer] : found) sorted.push_back(answer);
  return sorted;
}

template <typename Holds>
std::vector<const AskedAnswer*> those(const std::vector<AskedAnswer>& answers, Holds holds_for) {
  std::vector<const AskedAnswer*> found;
  for (const AskedAnswer& answer : answers) {
    if (holds_for(answer)) found.push_back(&answer);
  }
  return found;
}

}  // namespace

std::expected<AnswerBook, FileFault> AnswerBook::load(const std::filesystem::path& file) {
  auto xml = XmlFile::load(file, "answers");
  if (!xml) return std::unexpected(xml.error());
  XmlReading reading(std::move(*xml));
  const pugi::xml_node root = reading.file().root();
  XmlElement element(reading, root);
  static_cast<void>(element.number("version", 1, 1));
  element.nothing_else({"answer"});
  AnswerBook book;
  for (const pugi::xml_node& node : root.children("answer")) {
    AskedAnswer answer = read_answer(reading, node);
    if (book.with_id(answer.id) != nullptr) reading.complain(What::bad_value, node, "id", answer.id);
    book.answers_.push_back(std::move(answer));
  }
  if (reading.fault()) return std::unexpected(*reading.fault());
  return book;
}

const AskedAnswer* AnswerBook::with_id(std::string_view id) const {
  const auto found = std::ranges::find(answers_, id, &AskedAnswer::id);
  return found == answers_.end() ? nullptr : &*found;
}

std::vector<const AskedAnswer*> AnswerBook::on_page(int page) const {
  return those(answers_, [page](const AskedAnswer& answer) {
    return std::ranges::find(answer.pages, page) != answer.pages.end();
  });
}

std::vector<const AskedAnswer*> AnswerBook::about(int number) const {
  return those(answers_, [number](const AskedAnswer& answer) {
    return std::ranges::find(answer.numbers, number) != answer.numbers.end();
  });
}

std::vector<const AskedAnswer*> AnswerBook::search(std::string_view query) const {
  const auto words = search_words(query);
  if (words.empty()) return {};
  auto found = best_first(answers_, words);
  const auto pieces = search_pieces(query);
  if (found.empty() && !pieces.empty()) found = best_first(answers_, pieces);
  return found;
}

std::string answer_id_in(std::string_view typed) {
  std::string text = normalise_text(typed);
  return is_id(text) ? text : std::string();
}

}  // namespace onshi
