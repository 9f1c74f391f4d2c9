// SPDX-License-Identifier: GPL-3.0-or-later
// Every question of application.md §7 is found in kanji, kana and romaji, and its answer says what counts.
#include <fstream>
#include <iostream>
#include <regex>

#include <boost/test/unit_test.hpp>

#include "tests/unit/support/practice.h"
#include "wizard/words/answer_book.h"
#include "wizard/words/words.h"

namespace onshi {
namespace {

constexpr std::size_t kFirst = 5;  // what `onshi explain --search` shows
const std::filesystem::path kAssets = std::filesystem::path(ONSHI_SOURCE_DIR) / "assets";

const AnswerBook& book() {
  static const auto loaded = AnswerBook::load(kAssets / "preparation" / "answers.xml");
  BOOST_REQUIRE(loaded.has_value());
  return *loaded;
}

bool is_found(std::string_view id, const char* query) {
  const auto found = book().search(query);
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(kFirst, found.size()));
  return std::find_if(found.begin(), end, [id](const auto* answer) { return answer->id == id; }) != end;
}

void leads_to(std::string_view id, std::initializer_list<const char*> queries,
              std::initializer_list<const char*> told) {
  const AskedAnswer* answer = book().with_id(id);
  BOOST_REQUIRE(answer != nullptr);
  for (const char* query : queries) BOOST_TEST(is_found(id, query), id << " by " << query);
  for (const char* part : told) {
    BOOST_TEST(answer->japanese.tell.find(part) != std::string::npos, id << " without " << part);
  }
  BOOST_TEST(!answer->pages.empty(), id);
}

bool refuses(const std::string& answers) {
  const test::ScratchFolder scratch;
  return !AnswerBook::load(scratch.write("answers.xml", "<answers version=\"1\">" + answers + "</answers>"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(answer_book_tests)

BOOST_AUTO_TEST_CASE(answer_0_01_how_to_start) {
  leads_to("0-01", {"準備の手引き", "てびき", "tebiki"}, {"準備作業の手引き"});
}

BOOST_AUTO_TEST_CASE(answer_0_02_where_to_apply) {
  leads_to("0-02", {"利用申請 フォーム", "しんせいほうほう", "shinseihouhou"},
           {"利用申請・補助申請される方", "変更申請"});
}

BOOST_AUTO_TEST_CASE(answer_0_03_no_notice_to_others) {
  leads_to("0-03", {"国保連合会", "しはらいききんしぶ", "kokuhoren"}, {"要りません"});
}

BOOST_AUTO_TEST_CASE(answer_0_04_what_to_have_ready) {
  leads_to("0-04", {"必要な情報", "ひつようなじょうほう", "hituyounazyouhou"},
           {"電気通信回線種別", "お客さまID", "利用開始予定年月"});
}

BOOST_AUTO_TEST_CASE(answer_0_05_no_papers) {
  leads_to("0-05", {"書類 提出", "しょるい ていしゅつ", "shorui teishutsu"}, {"ありません"});
}

BOOST_AUTO_TEST_CASE(answer_0_06_before_the_office_computer_is_adapted) {
  leads_to("0-06", {"レセコン改修", "ﾚｾｺﾝ", "resekon"}, {"回線を先に"});
}

BOOST_AUTO_TEST_CASE(answer_0_07_provisional_code_ends_here) {
  leads_to("0-07", {"仮コード 利用申請", "かりこーど うけつけばんごう", "karikodo uketsukebango"},
           {"受付番号"});
}

BOOST_AUTO_TEST_CASE(answer_0_08_two_lines) {
  leads_to("0-08", {"2回線", "ふくすうかいせん", "fukusukaisen"}, {"メール", "2回線以上"});
}

BOOST_AUTO_TEST_CASE(answer_0_09_where_the_master_account_is) {
  leads_to("0-09", {"マスタアカウント", "ますたーあかうんと", "masutaakaunto"},
           {"通知書をダウンロードする", "合わせて2枚"});
}

BOOST_AUTO_TEST_CASE(answer_0_10_initialise_the_password) {
  leads_to("0-10", {"パスワード初期化", "りせっとようあかうんと", "risettoyou"}, {"秘密の番号", "P28"});
}

BOOST_AUTO_TEST_CASE(answer_0_11_initial_password_expired) {
  leads_to("0-11", {"初期パスワード 期限切れ", "きげんぎれ", "kigengire"}, {"故障ではありません"});
}

BOOST_AUTO_TEST_CASE(answer_0_12_no_button_after_paper) {
  leads_to("0-12", {"書面申請 ボタンがない", "かんいかきとめ", "kan'ikakitome"}, {"簡易書留"});
}

BOOST_AUTO_TEST_CASE(answer_0_13_succession_without_application) {
  leads_to("0-13", {"承継 申請していない", "しょうけい しんせいしていない", "shoukei shinseishiteinai"},
           {"いいえ"});
}

BOOST_AUTO_TEST_CASE(answer_0_14_new_code) {
  leads_to("0-14", {"医療機関等コード変更", "ひゃくにじゅうにち", "kaisetsushahenkou"},
           {"120日", "5営業日", "最大1か月"});
}

BOOST_AUTO_TEST_CASE(answer_0_15_new_customer_id) {
  leads_to("0-15", {"お客さまID変更", "ひっこし", "kaisenhenkou"}, {"古い回線をやめる前", "5営業日"});
}

BOOST_AUTO_TEST_CASE(answer_1_01_sheet_does_not_come) {
  leads_to("1-01", {"通知書がない 1週間", "とどかない", "todokanai"}, {"0800-080-4583"});
}

BOOST_AUTO_TEST_CASE(answer_1_02_no_password_after_a_change) {
  leads_to("1-02", {"変更申請 パスワード空欄", "ぱすわーどくうらん", "hyoujisarenai"},
           {"リセット用ユーザID"});
}

BOOST_AUTO_TEST_CASE(answer_1_03_secret_number_forgotten) {
  leads_to("1-03", {"秘密の番号を忘れた", "ひみつのばんごう わすれた", "himitsunobangou wasureta"},
           {"医療機関の担当者", "0800-080-4583"});
}

BOOST_AUTO_TEST_CASE(answer_1_04_contents_change) {
  leads_to("1-04", {"申請内容変更", "ていせい", "teisei"}, {"変更申請"});
}

BOOST_AUTO_TEST_CASE(answer_1_05_wrong_line_type) {
  leads_to("1-05", {"電気通信回線種別 つながらない", "えらびまちがい", "erabimachigai"}, {"変更申請"});
}

BOOST_AUTO_TEST_CASE(answer_1_06_wrong_customer_id) {
  leads_to("1-06", {"お客さまID つながらない", "かいつうあんない", "kaitsuuannai"},
           {"CAFと数字10桁", "COPと数字8桁"});
}

BOOST_AUTO_TEST_CASE(answer_1_07_v6_option_missing) {
  leads_to("1-07", {"v6オプション", "みかにゅう", "mikanyu"}, {"チェックを入れても"});
}

BOOST_AUTO_TEST_CASE(answer_1_08_the_portals_own_answers) {
  leads_to("1-08", {"よくあるお問い合わせ", "よくあるおといあわせ", "yokuaru"}, {"0-01から0-04"});
}

BOOST_AUTO_TEST_CASE(answer_2_01_duty) { leads_to("2-01", {"義務", "けいかそち", "yuuyo"}, {"古い答え"}); }

BOOST_AUTO_TEST_CASE(answer_2_02_several_institutions) {
  leads_to("2-02", {"複数の医療機関", "いかしかへいせつ", "ikashikaheisetsu"}, {"コードごとに一つ"});
}

BOOST_AUTO_TEST_CASE(answer_2_03_free_of_charge) {
  leads_to("2-03", {"登録費用", "とうろくひよう", "tourokuhiyou"}, {"かかりません"});
}

BOOST_AUTO_TEST_CASE(answer_2_04_no_yearly_fee) {
  leads_to("2-04", {"年会費", "ねんかいひ", "nenkaihi"}, {"かかりません"});
}

BOOST_AUTO_TEST_CASE(answer_2_05_one_address) {
  leads_to("2-05", {"メールアドレス複数", "あどれすついか", "adoresutsuika"}, {"1施設に1アカウント"});
}

BOOST_AUTO_TEST_CASE(answer_2_06_without_account) {
  leads_to("2-06", {"アカウントなし", "えつらん", "eturan"}, {"補助金の申請"});
}

BOOST_AUTO_TEST_CASE(answer_2_07_order_of_steps) {
  leads_to("2-07", {"順番", "ながれ", "nagare"}, {"利用申請、電子証明書の申請"});
}

BOOST_AUTO_TEST_CASE(answer_2_08_mail_does_not_come) {
  leads_to("2-08", {"迷惑メール", "めーるがとどかない", "meiwakumeru"},
           {"shinsei.iryohokenjyoho-portalsite.jp", "未確認"});
}

BOOST_AUTO_TEST_CASE(answer_2_09_wrong_address) {
  leads_to("2-09", {"アドレス間違い", "ごにゅうりょく", "gonyuuryoku"}, {"もう一度送って"});
}

BOOST_AUTO_TEST_CASE(answer_2_10_portal_login) {
  leads_to("2-10", {"ポータルログイン", "おおもじ", "oomoji"}, {"Caps Lock"});
}

BOOST_AUTO_TEST_CASE(answer_2_11_address_unknown) {
  leads_to("2-11", {"登録アドレス 忘れた", "めーるあどれすふめい", "meruadoresufumei"}, {"0800-080-4583"});
}

BOOST_AUTO_TEST_CASE(answer_2_12_portal_password) {
  leads_to("2-12", {"ポータルパスワード", "さいせってい", "saisettei"},
           {"マスタアカウントのパスワードとは別"});
}

BOOST_AUTO_TEST_CASE(answer_2_13_change_of_address) {
  leads_to("2-13", {"メールアドレス変更", "あどれすへんこう", "adoresuhenkou"}, {"アカウント情報編集"});
}

BOOST_AUTO_TEST_CASE(answer_2_14_no_code_yet) {
  leads_to("2-14", {"新規開設", "ふばんいらいしょ", "fubaniraisho"}, {"付番依頼書", "施設の種別"});
}

BOOST_AUTO_TEST_CASE(answer_2_15_later_than_opening) {
  leads_to("2-15", {"開設後", "あとからどうにゅう", "atokaradounyuu"}, {"要りません"});
}

BOOST_AUTO_TEST_CASE(answer_2_16_open_items) {
  leads_to("2-16", {"電話番号未定", "みてい", "mitei"}, {"連絡が取れる電話番号"});
}

BOOST_AUTO_TEST_CASE(answer_2_17_two_numbers) {
  leads_to("2-17", {"仮コード 受付番号 違い", "していしんせい", "siteisinsei"},
           {"支払基金", "地方厚生（支）局"});
}

BOOST_AUTO_TEST_CASE(answer_2_18_on_paper) {
  leads_to("2-18", {"書面", "ゆうそうしんせい", "yuusoushinsei"}, {"同じ"});
}

BOOST_AUTO_TEST_CASE(answer_3_01_workplace_clinic_without_code) {
  leads_to("3-01", {"職域診療所 医療機関等コードがない", "ゆーざーとうろく", "yuuzaatouroku"},
           {"ユーザー登録と利用申請"});
}

BOOST_AUTO_TEST_CASE(answer_3_02_workplace_papers) {
  leads_to("3-02", {"開設許可書", "かいせつとどけ", "kaisetsutodoke"}, {"開設届の写し", "開設許可書の写し"});
}

BOOST_AUTO_TEST_CASE(answer_3_03_existing_pc) {
  leads_to("3-03", {"既存パソコン", "がいどらいん", "gaidorain"}, {"ガイドライン"});
}

BOOST_AUTO_TEST_CASE(answer_3_04_two_desks) {
  leads_to("3-04", {"別々の窓口", "べつべつのまどぐち", "betsubetsu"}, {"（医科）（歯科）"});
}

BOOST_AUTO_TEST_CASE(answer_3_05_which_product) {
  leads_to("3-05", {"外来型", "まいなしかくかくにんあぷり", "gairaigata"}, {"健診実施機関コード"});
}

BOOST_AUTO_TEST_CASE(answer_3_06_no_prescriptions) {
  leads_to("3-06", {"重複投薬", "でんししょほうせん", "denshishohousen"}, {"対象外"});
}

BOOST_AUTO_TEST_CASE(answer_3_07_own_care_not_shown) {
  leads_to("3-07", {"診療情報 反映", "はんえい", "hanei"}, {"出ません"});
}

BOOST_AUTO_TEST_CASE(answer_3_08_no_card) {
  leads_to("3-08", {"マイナンバーカードがない", "しかくかくにんしょ", "shikakukakuninsho"}, {"資格確認書"});
}

BOOST_AUTO_TEST_CASE(answer_3_09_no_medicines_shown) {
  leads_to("3-09", {"薬剤情報が出ない", "どうい", "doui"}, {"同意"});
}

BOOST_AUTO_TEST_CASE(answer_3_10_card_or_pin) {
  leads_to("3-10", {"暗証番号 4桁", "かーどがよめない", "anshoubangou"},
           {"資格情報のお知らせ", "マイナポータル"});
}

BOOST_AUTO_TEST_CASE(answer_3_11_change_notice) {
  leads_to("3-11", {"届出事項変更届", "ほけんじょ", "hokenjo"}, {"職域診療所情報変更申請", "建物の名前だけ"});
}

BOOST_AUTO_TEST_CASE(answer_3_12_closing) {
  leads_to("3-12", {"診療所廃止届", "はいししんせい", "haishishinsei"},
           {"職域診療所廃止申請", "ユーザー登録と利用申請"});
}

BOOST_AUTO_TEST_CASE(answer_3_13_subsidy) {
  leads_to("3-13", {"補助金 職域診療所", "ほじょきん", "hojokin"}, {"決まっていません"});
}

BOOST_AUTO_TEST_CASE(each_row_has_its_test_and_the_count_is_told) {
  std::ifstream source(std::string(ONSHI_SOURCE_DIR) + "/tests/unit/words/answer_book_tests.cpp");
  const std::string text{std::istreambuf_iterator<char>(source), {}};
  for (const AskedAnswer& answer : book().all()) {
    const std::string name = "CASE(answer_" + answer.id.substr(0, 1) + "_" + answer.id.substr(2) + "_";
    BOOST_TEST(text.find(name) != std::string::npos, answer.id);
  }
  BOOST_TEST(book().all().size() == 54U);
  std::cout << book().all().size() << " answers, each with a test of its own\n";
}

BOOST_AUTO_TEST_CASE(every_answer_says_its_source_and_names_only_numbers_that_exist) {
  const auto words = Words::load(kAssets);
  BOOST_REQUIRE(words.has_value());
  for (const AskedAnswer& answer : book().all()) {
    for (const int number : answer.numbers)
      BOOST_TEST(words->entry(number) != nullptr, answer.id << " " << number);
    for (const std::string& source : answer.sources)
      BOOST_TEST(words->has("answer.source." + source), source);
    BOOST_TEST((answer.call == "none" || words->has("answer.call." + answer.call)), answer.call);
    BOOST_TEST(!std::regex_search(answer.english.tell, std::regex("です|ます。|ません")), answer.id);
  }
}

BOOST_AUTO_TEST_CASE(answers_are_found_by_page_and_by_number) {
  const auto ids = [](const std::vector<const AskedAnswer*>& answers) {
    std::vector<std::string> all;
    for (const AskedAnswer* answer : answers) all.push_back(answer->id);
    return all;
  };
  const std::vector<std::string> of_v6{"1-07"};
  BOOST_TEST(ids(book().on_page(3)) == of_v6, boost::test_tools::per_element());
  const std::vector<std::string> of_forgotten{"1-03"};
  BOOST_TEST(ids(book().about(577)) == of_forgotten, boost::test_tools::per_element());
  BOOST_TEST(book().about(200).empty());
  BOOST_TEST(book().on_page(1).size() > 40U);
}

BOOST_AUTO_TEST_CASE(nothing_is_found_for_nothing_and_the_best_comes_first) {
  for (const char* query : {"", "  ", "。", "xyzzy", "パスワード xyzzy"})
    BOOST_TEST(book().search(query).empty(), query);
  BOOST_TEST(book().search("秘密の番号")[0]->keys.size() > 0U);
  const auto found = book().search("年会費");
  BOOST_REQUIRE(!found.empty());
  BOOST_TEST(found[0]->id == "2-04");
}

BOOST_AUTO_TEST_CASE(an_id_may_be_typed_in_full_width) {
  BOOST_TEST(answer_id_in("0-12") == "0-12");
  BOOST_TEST(answer_id_in("０－１２") == "0-12");
  for (const char* typed : {"", "012", "0-1", "0-123", "a-12", "213"})
    BOOST_TEST(answer_id_in(typed).empty(), typed);
}

BOOST_AUTO_TEST_CASE(a_file_with_a_mistake_is_refused) {
  const std::string head = R"(<answer id="0-01" sources="steps" call="none" pages="1")";
  const std::string rest =
      "<words>a=b</words><ja><ask>a</ask><tell>b</tell></ja><en><ask>a</ask><tell>b</tell></en></answer>";
  BOOST_TEST(!refuses(head + ">" + rest));
  BOOST_TEST(refuses(head + ">" + rest + head + ">" + rest));
  BOOST_TEST(refuses(head + R"( other="1">)" + rest));
  BOOST_TEST(refuses(head + R"( numbers="21x">)" + rest));
  BOOST_TEST(refuses(head + "><other/>" + rest));
  BOOST_TEST(refuses(R"(<answer id="1" sources="steps" call="none" pages="1">)" + rest));
  BOOST_TEST(refuses(R"(<answer id="0-01" sources="elsewhere" call="none" pages="1">)" + rest));
  BOOST_TEST(refuses(R"(<answer id="0-01" sources="steps" call="me" pages="1">)" + rest));
  BOOST_TEST(refuses(R"(<answer id="0-01" sources="steps" call="none" pages="10">)" + rest));
  BOOST_TEST(refuses(
      head +
      "><words>ab</words><ja><ask>a</ask><tell>b</tell></ja><en><ask>a</ask><tell>b</tell></en></answer>"));
  BOOST_TEST(refuses(head + "><words>a=b</words><ja><ask>a</ask><tell>b</tell></ja></answer>"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
