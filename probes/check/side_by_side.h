// SPDX-License-Identifier: GPL-3.0-or-later
// Several questions of one check at the same time: every resolver, every address of a name. Each gets a
// thread; the answers come back in the order of the questions once the last is there, so every question must
// end by its own limit.
#pragma once

#include <concepts>
#include <cstddef>
#include <thread>
#include <type_traits>
#include <vector>

namespace onshi {

/// `ask` is called with each item; it must not throw, and what it returns must be default constructible.
template <typename Item, std::invocable<const Item&> Ask>
auto side_by_side(const std::vector<Item>& items, Ask ask) {
  std::vector<std::invoke_result_t<Ask, const Item&>> answers(items.size());
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < items.size(); ++i) {
    threads.emplace_back([&, i] { answers[i] = ask(items[i]); });
  }
  if (!items.empty()) answers[0] = ask(items[0]);
  threads.clear();  // joins
  return answers;
}

}  // namespace onshi
