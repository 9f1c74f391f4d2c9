// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/sheet_page.h"

#include "probes/sheet/typed_sheet.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

Environment slot_of(StepId step) {
  return step == StepId::production_sheet ? Environment::production : Environment::verification;
}

/// What the fields say goes over what the file said; what has no field stays.
MasterAccountSheet merged(const MasterAccountSheet& read, MasterAccountSheet typed, bool has_password) {
  const MasterAccountSheet fields = typed;
  typed = read;
  typed.institution_code = fields.institution_code;
  typed.institution_name = fields.institution_name;
  typed.master_user_id = fields.master_user_id;
  typed.reset_user_id = fields.reset_user_id;
  typed.unconfirmed = still_unconfirmed(read, typed);
  if (has_password) typed.master_password = MasterAccountSheet::Password::present;
  return typed;
}

}  // namespace

SheetPage::SheetPage(wxWindow* parent, Desk& desk, StepId step)
    : StepPage(parent, desk, step), slot_(slot_of(step)) {
  add_picker();
  add_fields();
  add_story();
  add_results();
  accounts_ = make_child<AccountList>(content(), desk, slot_);
  add(accounts_);
  picker_->accept_drops_on(this);
  picker_->accept_drops_on(content());
}

void SheetPage::add_picker() {
  picker_ = make_child<FilePicker>(content(), face(), "sheet.file",
                                   FilePicker::Kinds{"sheet.choose", "sheet.drop", "sheet.wildcard", true});
  picker_->on_files = [this](std::vector<std::filesystem::path> files) {
    desk().sheets.read(std::move(files), slot_);
  };
  add(picker_);
}

Field* SheetPage::add_field(const std::string& id, bool fixed) {
  auto* field = make_child<Field>(content(), face(), "sheet." + id, face().text("sheet.field." + id));
  if (fixed) field->fixed_width();
  field->on_typing = [this](const std::string&) { typed(); };
  add(field);
  return field;
}

void SheetPage::add_fields() {
  code_ = add_field("institution_code", true);
  code_->tidy = [](const std::string& text) { return normalise_code(text); };
  name_ = add_field("institution_name", false);
  user_ = add_field("master_user_id", true);
  user_->tidy = [](const std::string& text) { return normalise_user_id(text); };
  password_ = make_child<PasswordField>(content(), face(), "sheet.master_password",
                                        face().text("sheet.field.master_password"), true);
  password_->on_typing = [this] { typed(); };
  add(password_);
  reset_ = add_field("reset_user_id", true);
  reset_->tidy = [](const std::string& text) { return normalise_user_id(text); };
  unconfirmed_ = make_child<UnconfirmedBox>(content(), face(), slot_);
  unconfirmed_->on_tick = [this](SheetEntry entry, bool confirmed) { ticked(entry, confirmed); };
  add(unconfirmed_);
  confirm_ = make_child<ConfirmBar>(content(), face(), "sheet.confirm", face().text("sheet.confirm"));
  confirm_->on_press = [this] { confirm(); };
  add(confirm_);
  keyring_ = make_child<KeyringBox>(content(), desk());
  add(keyring_);
  fill_in();
}

MasterAccountSheet SheetPage::sheet() const {
  if (const SheetWithPassword* draft = desk().sheets.draft(slot_)) return draft->sheet;
  const auto& all = desk().session.site().sheets;
  const auto kept = all.find(slot_);
  return kept == all.end() ? MasterAccountSheet{} : kept->second;
}

/// What the person knows of the password in use; the guides for a lost one hang on it.
void SheetPage::add_story() {
  std::vector<Choice> choices;
  for (const PasswordStory story : kPasswordStories) {
    const std::string name(name_of(story));
    choices.push_back({name, face().text("sheet.story." + name)});
  }
  story_ = make_child<Choices>(content(), face(), "sheet.story", face().text("sheet.story"), choices);
  story_->on_chosen = [this](const std::string& name) {
    desk().session.tell_password_story(slot_, password_story_named(name).value_or(PasswordStory::as_printed));
    desk().changed();
  };
  add(story_);
}

/// From the draft, else from what is kept.
void SheetPage::fill_in() {
  const SheetWithPassword* draft = desk().sheets.draft(slot_);
  const MasterAccountSheet sheet = this->sheet();
  Secret password;
  if (draft != nullptr) {
    password = draft->password;
  } else if (const Secret* known = desk().session.master_password(slot_); known != nullptr && is_kept()) {
    password = *known;
  }
  filling_ = true;
  code_->set_value(sheet.institution_code);
  name_->set_value(sheet.institution_name);
  user_->set_value(sheet.master_user_id);
  reset_->set_value(sheet.reset_user_id);
  password_->set_value(password);
  filling_ = false;
  unconfirmed_->ask(sheet.unconfirmed);
  shown_reading_ = desk().sheets.readings();
}

SheetWithPassword SheetPage::from_fields() const {
  const TypedSheet fields{slot_, code_->value(), name_->value(), user_->value(), reset_->value()};
  const Secret password = password_->value();
  const MasterAccountSheet typed = sheet_from(fields, password);
  const SheetWithPassword* draft = desk().sheets.draft(slot_);
  const auto kept = desk().session.site().sheets.find(slot_);
  if (draft != nullptr && !draft->sheet.file.empty())
    return {merged(draft->sheet, typed, !password.empty()), password};
  if (kept != desk().session.site().sheets.end())
    return {merged(kept->second, typed, !password.empty()), password};
  return {typed, password};
}

void SheetPage::typed() {
  if (filling_) return;
  desk().sheets.put_draft(slot_, from_fields());
  refresh_form();
  settle();
}

void SheetPage::ticked(SheetEntry entry, bool confirmed) {
  leave();
  SheetWithPassword sheet = from_fields();
  if (confirmed) sheet.sheet.unconfirmed.erase(entry);
  if (!confirmed) sheet.sheet.unconfirmed.insert(entry);
  desk().sheets.put_draft(slot_, std::move(sheet));
  refresh_form();
  settle();
}

/// Beside each field that was recognised in a picture and not compared yet.
void SheetPage::note_waiting() {
  const auto waiting = sheet().unconfirmed;
  const auto note = [&](Field* field, SheetEntry entry) {
    field->note({Mark::open, waiting.contains(entry) ? face().text("sheet.waits") : wxString()});
  };
  note(code_, SheetEntry::institution_code);
  note(name_, SheetEntry::institution_name);
  note(user_, SheetEntry::master_user_id);
  note(reset_, SheetEntry::reset_user_id);
  unconfirmed_->show(waiting);
}

void SheetPage::confirm() {
  leave();
  SheetWithPassword sheet = from_fields();
  desk().sheets.drop_draft(slot_);
  desk().session.set_sheet(slot_, std::move(sheet));
  fill_in();
  desk().changed();
}

bool SheetPage::is_kept() const {
  return desk().sheets.draft(slot_) == nullptr && desk().session.site().sheets.contains(slot_);
}

/// What was read or typed counts only once it was compared with paper.
std::optional<BannerContent> SheetPage::own_banner() const {
  const MasterAccountSheet shown = sheet();  // the fields may not hold it yet
  const bool something = !shown.institution_code.empty() || !shown.master_user_id.empty();
  if (desk().sheets.draft(slot_) == nullptr || !something || !own_findings().empty()) return std::nullopt;
  const char* what = shown.unconfirmed.empty() ? "sheet.compare" : "sheet.tick_each";
  return BannerContent{Mark::open, face().text("banner.duty"), face().text(what), {}};
}

FieldNote SheetPage::password_note() const {
  if (const auto position = password_->refused()) {
    return {Mark::fault, face().text("password.refused", Facts{{"position", std::to_string(*position)}})};
  }
  if (!password_->empty()) return {Mark::open, {}};
  const bool kept_without = is_kept() && desk().session.site().sheets.at(slot_).master_password ==
                                             MasterAccountSheet::Password::present;
  return {Mark::open, face().text(kept_without ? "password.ask_again" : "password.may_be_empty")};
}

wxString SheetPage::picker_state() const {
  const SheetIntake& intake = desk().sheets;
  if (intake.busy()) return face().text("sheet.reading") + " " + face().seconds(intake.elapsed());
  wxString state;
  for (const MasterAccountSheet& sheet : intake.latest()) {
    const std::string environment(sheet.environment ? name_of(*sheet.environment) : "none");
    const Facts facts{
        {"file", sheet.file},
        {"page", std::to_string(sheet.page)},
        {"environment", face().words.text("sheet.environment." + environment, face().language)}};
    state += (state.empty() ? wxString() : wxString("\n")) + face().text("sheet.read_this", facts);
  }
  return state;
}

void SheetPage::refresh_form() {
  if (shown_reading_ != desk().sheets.readings()) fill_in();
  picker_->say(picker_state());
  password_->note(password_note());
  const bool something = !code_->value().empty() || !user_->value().empty();
  const bool faulty = desk().session.state(step()) == StepState::fault;
  const bool waits = !sheet().unconfirmed.empty();
  note_waiting();
  const char* state = waits       ? "sheet.tick_each"
                      : is_kept() ? (faulty ? "sheet.kept_faulty" : "sheet.kept")
                      : something ? "sheet.compare"
                                  : "sheet.type_or_choose";
  confirm_->show(is_kept() && !faulty && !waits ? Mark::good : Mark::open, face().text(state),
                 something && !waits && !is_kept() && !password_->refused());
  keyring_->refresh();
  const auto& stories = desk().session.site().password_stories;
  const auto told = stories.find(slot_);
  story_->choose(std::string(name_of(told == stories.end() ? PasswordStory::as_printed : told->second)));
  story_->Show(is_kept());
  accounts_->Show(is_kept());
}

void SheetPage::leave() {
  for (Field* field : {code_, name_, user_, reset_}) field->commit();
  accounts_->commit();
}

void SheetPage::stop() {
  desk().sheets.cancel();
  StepPage::stop();
}

bool SheetPage::busy() const { return desk().sheets.busy() || StepPage::busy(); }

}  // namespace onshi::gui
