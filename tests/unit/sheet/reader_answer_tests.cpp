// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/reader_answer.h"
#include "probes/sheet/reader_protocol.h"

namespace onshi {
namespace {

std::string answer_with(const std::string& lines) { return "onshi-sheet-words 1\n" + lines + "end\n"; }
std::string page_with(const std::string& lines) {
  return answer_with("document -\npage 1 595.00 842.00\n" + lines);
}
const std::string kWord = "word 10.00 20.00 30.00 32.00 embedded abc\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(reader_answer_tests)

BOOST_AUTO_TEST_CASE(a_good_answer_is_taken_whole) {
  const auto answer =
      parse_reader_answer(page_with("word 1.5 2 3 4 outside %E6%9C%AC%20%25\n" + kWord + "more 7\n"));
  BOOST_TEST_REQUIRE(answer.has_value());
  BOOST_TEST_REQUIRE(answer->documents.size() == 1);
  const ReadDocument& document = answer->documents[0];
  BOOST_TEST(document.name.empty());
  BOOST_TEST(document.pages_left_out == 7);
  BOOST_TEST_REQUIRE(document.pages.size() == 1);
  BOOST_TEST_REQUIRE(document.pages[0].words.size() == 2);
  BOOST_TEST(document.pages[0].words[0].text == "本 %");
  BOOST_TEST(!document.pages[0].words[0].embedded);
  BOOST_TEST(document.pages[0].words[1].embedded);
  BOOST_TEST(document.pages[0].words[0].left == 1.5);
}

BOOST_AUTO_TEST_CASE(what_is_escaped_comes_back) {
  std::string bytes;
  for (int value = 1; value < 256; ++value) bytes += static_cast<char>(value);
  const auto answer =
      parse_reader_answer(answer_with("document -\nxml " + reader_protocol::escaped(bytes) + "\n"));
  BOOST_TEST_REQUIRE(answer.has_value());
  BOOST_TEST(answer->documents[0].xml == bytes);
}

BOOST_AUTO_TEST_CASE(faults_belong_to_the_document_above_or_to_the_whole) {
  const auto whole = parse_reader_answer(answer_with("fault zip_climbs ../a\n"));
  BOOST_TEST((whole->fault->what == SheetFault::What::zip_climbs));
  BOOST_TEST(whole->fault->detail == "../a");
  const auto one = parse_reader_answer(answer_with("document a.pdf\nfault pdf_encrypted -\n"));
  BOOST_TEST(!one->fault.has_value());
  BOOST_TEST((one->documents[0].fault->what == SheetFault::What::pdf_encrypted));
}

BOOST_AUTO_TEST_CASE(lines_that_cannot_be_right_are_refused) {
  for (const std::string& lines : {
           std::string(),
           std::string("onshi-sheet-words 2\nend\n"),
           std::string("onshi-sheet-words 1\n"),
           std::string("onshi-sheet-words 1\nend"),
           answer_with("") + "end\n",
           answer_with(kWord),
           answer_with("document -\n" + kWord),
           answer_with("page 1 1 1\n"),
           answer_with("document\n"),
           answer_with("document %00\n"),
           answer_with("document a%0Ab\n"),
           answer_with("document " + std::string(256, 'a') + "\n"),
           answer_with("document a%4\n"),
           answer_with("document a%4G\n"),
           answer_with("document a%-4\n"),
           answer_with("document -\nfault unheard_of -\n"),
           answer_with("document -\nfault pdf_damaged\n"),
           answer_with("document -\nfault pdf_damaged -\nfault pdf_damaged -\n"),
           answer_with("document -\npage 0 595 842\n"),
           answer_with("document -\npage 21 595 842\n"),
           answer_with("document -\npage 1 nan 842\n"),
           answer_with("document -\npage 1 inf 842\n"),
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
  BOOST_TEST(parse_reader_answer(answer_with("document -\npage 1 1 1\nnonsense\n")).error() == 4);
}

BOOST_AUTO_TEST_CASE(counts_are_bounded) {
  std::string documents;
  for (int index = 0; index <= reader_protocol::kMostEntries; ++index) documents += "document a\n";
  BOOST_TEST(!parse_reader_answer(answer_with(documents)).has_value());
  std::string words;
  for (int index = 0; index <= reader_protocol::kMostWords; ++index) words += kWord;
  BOOST_TEST(!parse_reader_answer(page_with(words)).has_value());
  std::string pages;
  for (int index = 0; index <= reader_protocol::kMostPages; ++index) pages += "page 1 1 1\n";
  BOOST_TEST(!parse_reader_answer(answer_with("document -\n" + pages)).has_value());
}

BOOST_AUTO_TEST_CASE(a_word_with_broken_or_control_characters_can_be_no_value) {
  for (const std::string text : {"%FF", "a%00b", "a%1Bb", "%C2%85"}) {
    const auto answer = parse_reader_answer(page_with("word 1 2 3 4 embedded " + text + "\n"));
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST(answer->documents[0].pages[0].words[0].text == "\uFFFD");
  }
}

BOOST_AUTO_TEST_CASE(words_are_wiped_when_they_are_forgotten) {
  auto answer = parse_reader_answer(page_with(kWord));
  forget(*answer);
  BOOST_TEST(answer->documents[0].pages[0].words[0].text.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
