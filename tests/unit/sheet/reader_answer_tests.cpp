// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/reader_answer.h"
#include "probes/sheet/reader_protocol.h"

namespace onshi {
namespace {

std::string answer_with(const std::string& lines) { return "onshi-sheet-words 1\n" + lines + "end\n"; }
std::string page_with(const std::string& lines) { return answer_with("page 1 595.00 842.00\n" + lines); }
const std::string kWord = "word 10.00 20.00 30.00 32.00 embedded abc\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(reader_answer_tests)

BOOST_AUTO_TEST_CASE(a_good_answer_is_taken_whole) {
  const auto answer = parse_reader_answer(
      page_with("word 1.5 2 3 4 outside %E6%9C%AC%20%25\n" + kWord + "word 1 2 3 4 picture x\nmore 7\n"));
  BOOST_TEST_REQUIRE(answer.has_value());
  const ReaderAnswer& document = *answer;
  BOOST_TEST(document.pages_left_out == 7);
  BOOST_TEST_REQUIRE(document.pages.size() == 1);
  BOOST_TEST_REQUIRE(document.pages[0].words.size() == 3);
  BOOST_TEST(document.pages[0].words[0].text == "本 %");
  BOOST_TEST(!document.pages[0].words[0].embedded);
  BOOST_TEST(document.pages[0].words[1].embedded);
  BOOST_TEST(!document.pages[0].words[1].pictured);
  BOOST_TEST(document.pages[0].words[2].pictured);
  BOOST_TEST(!document.pages[0].words[2].embedded);
  BOOST_TEST(document.pages[0].words[0].left == 1.5);
}

BOOST_AUTO_TEST_CASE(what_is_escaped_comes_back) {
  const std::string text = "本番 %41\u3000";
  const auto answer =
      parse_reader_answer(page_with("word 1 2 3 4 embedded " + reader_protocol::escaped(text) + "\n"));
  BOOST_TEST_REQUIRE(answer.has_value());
  BOOST_TEST(answer->pages[0].words[0].text == text);
}

BOOST_AUTO_TEST_CASE(a_fault_comes_with_its_detail) {
  const auto damaged = parse_reader_answer(answer_with("fault pdf_damaged no_end\n"));
  BOOST_TEST((damaged->fault->what == SheetFault::What::pdf_damaged));
  BOOST_TEST(damaged->fault->detail == "no_end");
  const auto locked = parse_reader_answer(answer_with("fault pdf_encrypted -\n"));
  BOOST_TEST((locked->fault->what == SheetFault::What::pdf_encrypted));
  BOOST_TEST(locked->fault->detail.empty());
}

BOOST_AUTO_TEST_CASE(lines_that_cannot_be_right_are_refused) {
  for (const std::string& lines : {
           std::string(),
           std::string("onshi-sheet-words 2\nend\n"),
           std::string("onshi-sheet-words 1\n"),
           std::string("onshi-sheet-words 1\nend"),
           answer_with("") + "end\n",
           answer_with(kWord),
           answer_with("document -\n"),
           answer_with("fault pdf_damaged %00\n"),
           answer_with("fault pdf_damaged a%0Ab\n"),
           answer_with("fault pdf_damaged " + std::string(256, 'a') + "\n"),
           answer_with("fault pdf_damaged a%4\n"),
           answer_with("fault pdf_damaged a%4G\n"),
           answer_with("fault pdf_damaged a%-4\n"),
           answer_with("fault unheard_of -\n"),
           answer_with("fault pdf_damaged\n"),
           answer_with("fault pdf_damaged -\nfault pdf_damaged -\n"),
           answer_with("page 0 595 842\n"),
           answer_with("page 21 595 842\n"),
           answer_with("page 1 nan 842\n"),
           answer_with("page 1 inf 842\n"),
           page_with("word 1 2 3 4 embedded\n"),
           page_with("word 1 2 3 4 embedded a b\n"),
           page_with("word 1 2 3 4 inside abc\n"),
           page_with("word 1 2 3 1e9 embedded abc\n"),
           page_with("word 3 2 1 4 embedded abc\n"),
           page_with("word 1 4 3 2 embedded abc\n"),
           page_with("word 1 2 3 4x embedded abc\n"),
           page_with("word 1 2 3 4 embedded \n"),
           page_with("word 1 2 3 4 embedded " + std::string(5000, 'a') + "\n"),
           page_with("more -1\n"),
           page_with("run rm\n"),
       }) {
    BOOST_TEST(!parse_reader_answer(lines).has_value(), lines.substr(0, 120));
  }
}

BOOST_AUTO_TEST_CASE(the_line_that_cannot_be_right_is_named) {
  BOOST_TEST(parse_reader_answer(answer_with("page 1 1 1\nnonsense\n")).error() == 3);
}

BOOST_AUTO_TEST_CASE(counts_are_bounded) {
  std::string words;
  for (int index = 0; index <= reader_protocol::kMostWords; ++index) words += kWord;
  BOOST_TEST(!parse_reader_answer(page_with(words)).has_value());
  std::string pages;
  for (int index = 0; index <= reader_protocol::kMostPages; ++index) pages += "page 1 1 1\n";
  BOOST_TEST(!parse_reader_answer(answer_with(pages)).has_value());
}

BOOST_AUTO_TEST_CASE(a_word_with_broken_or_control_characters_can_be_no_value) {
  for (const std::string text : {"%FF", "a%00b", "a%1Bb", "%C2%85"}) {
    const auto answer = parse_reader_answer(page_with("word 1 2 3 4 embedded " + text + "\n"));
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST(answer->pages[0].words[0].text == "\uFFFD");
  }
}

BOOST_AUTO_TEST_CASE(words_are_wiped_when_they_are_forgotten) {
  auto answer = parse_reader_answer(page_with(kWord));
  forget(*answer);
  BOOST_TEST(answer->pages[0].words[0].text.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
