// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/resolver_text.h"

#include <algorithm>
#include <sstream>

namespace onshi {
namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line.substr(0, line.find_first_of("#;")));
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

Resolver resolver_of(const std::string& word) {
  auto at = word.find('%');
  if (at == std::string::npos) return {word, {}};
  return {word.substr(0, at), word.substr(at + 1)};
}

std::string domain_of(std::string word) {
  std::ranges::transform(word, word.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  while (word.ends_with('.')) word.pop_back();
  return word;
}

std::vector<std::string> domains_of(const std::vector<std::string>& words) {
  std::vector<std::string> domains;
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::string domain = domain_of(words[i]);
    if (!domain.empty()) domains.push_back(domain);
  }
  return domains;
}

}  // namespace

ResolverText read_resolver_text(std::string_view text) {
  ResolverText read;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    auto words = words_of(line);
    if (words.size() < 2) continue;
    if (words[0] == "nameserver") read.resolvers.push_back(resolver_of(words[1]));
    if (words[0] == "search" || words[0] == "domain") read.search_domains = domains_of(words);
  }
  return read;
}

bool names_resolved_stub(const ResolverText& read) {
  return !read.resolvers.empty() && std::ranges::all_of(read.resolvers, [](const Resolver& resolver) {
    return resolver.ip == "127.0.0.53" || resolver.ip == "127.0.0.54";
  });
}

std::string os_release_value(std::string_view text, std::string_view key) {
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(key) || line.substr(key.size(), 1) != "=") continue;
    std::string value = line.substr(key.size() + 1);
    bool quoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
  }
  return {};
}

}  // namespace onshi
