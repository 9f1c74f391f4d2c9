// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_password_check.h"

#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_facts.h"
#include "probes/sheet/typed_sheet.h"

namespace onshi {
namespace {

using Password = MasterAccountSheet::Password;

/// Null when none is in hand.
const Secret* password_for(const SiteSecrets& secrets, Environment slot) {
  const auto found = secrets.master_passwords.find(slot);
  return found == secrets.master_passwords.end() || found->second.empty() ? nullptr : &found->second;
}

/// How the field looks on paper, as a word of the facts.
std::string field_of(Password password) {
  switch (password) {
    case Password::present:
      return "printed";
    case Password::empty:
      return "not_printed";
    case Password::must_be_typed:
      break;
  }
  return std::string(name_of(password));
}

/// All before the refused one are plain, so it begins at the byte of its own number.
bool is_wide(const Secret& password, std::size_t position) {
  return password.reveal([position](std::string_view characters) {
    return (static_cast<unsigned char>(characters[position]) & 0x80U) != 0;
  });
}

/// Where, never what.
Answer about_character(const Secret& password, std::size_t position, Facts facts) {
  facts.add("password_position", static_cast<std::int64_t>(position + 1));
  const auto cause =
      is_wide(password, position) ? FindingNumber::password_full_width : FindingNumber::password_characters;
  return raise(Verdict::fail, cause, facts);
}

PasswordStory story_of(const Site& site, Environment slot) {
  const auto found = site.password_stories.find(slot);
  return found == site.password_stories.end() ? PasswordStory::as_printed : found->second;
}

/// What a person says that stands in the way; an expired initial password is a normal one.
std::optional<FindingNumber> trouble_told(PasswordStory story) {
  switch (story) {
    case PasswordStory::initial_expired:
      return FindingNumber::initial_password_expired;
    case PasswordStory::forgotten:
      return FindingNumber::master_password_forgotten;
    case PasswordStory::secret_number_forgotten:
      return FindingNumber::secret_number_forgotten;
    case PasswordStory::as_printed:
    case PasswordStory::changed:
      break;
  }
  return std::nullopt;
}

Answer run(const Inquiry& inquiry, Environment slot) {
  const MasterAccountSheet& sheet = sheet_of(inquiry.site, slot);
  const Secret* password = password_for(inquiry.secrets, slot);
  const PasswordStory story = story_of(inquiry.site, slot);
  Facts facts = sheet_facts(sheet, slot);
  facts.add("password", field_of(sheet.master_password));
  facts.add("password_in_hand", password != nullptr ? "yes" : "no");
  if (story != PasswordStory::as_printed) facts.add("password_story", std::string(name_of(story)));
  if (password != nullptr) {
    if (const auto refused = refused_character(*password)) return about_character(*password, *refused, facts);
  }
  const auto trouble = trouble_told(story);
  if (!trouble && (password != nullptr || sheet.master_password == Password::present)) return good(facts);
  facts.add("reset_user_id_end", end_of(sheet.reset_user_id));
  if (trouble) return raise(Verdict::attention, *trouble, facts);
  const auto cause = sheet.master_password == Password::empty ? FindingNumber::password_empty
                                                              : FindingNumber::password_must_be_typed;
  return raise(Verdict::attention, cause, facts);
}

}  // namespace

Check sheet_password_check(Environment environment) {
  return {.name = "sheet.password." + std::string(name_of(environment)),
          .question = FindingNumber::sheet_password,
          .needs = {sheet_complete_name(environment)},
          .run = [environment](const Inquiry& inquiry) { return run(inquiry, environment); },
          .subject = std::string(name_of(environment))};
}

}  // namespace onshi
