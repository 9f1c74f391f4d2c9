// SPDX-License-Identifier: GPL-3.0-or-later
// What every command needs around it: words, profile, catalogue, the site's folder, the world. Loading fails
// with one sentence and the exit status that goes with it. Owned by main, used on its thread.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "probes/reader/reader_catalogue.h"
#include "probes/world/files.h"
#include "probes/world/recorded/recording_world.h"
#include "probes/world/world.h"
#include "wizard/cli/invocation.h"
#include "wizard/flow/session.h"
#include "wizard/report/report_context.h"

namespace onshi {

/// Exit status of the command (design, section 4).
enum class Exit { all_well = 0, needs_attention = 1, wrong_input = 2, failed = 3 };

/// Why a command ends early: what to say on the error stream, and the status.
struct Refusal {
  std::string text;
  Exit status = Exit::wrong_input;
};

struct Surroundings {
  const Invocation& asked;
  const Words& words;
  Profile profile;
  ReaderCatalogue catalogue;
  std::shared_ptr<World> world;
  std::shared_ptr<RecordingWorld> recording;  // the same world, when --record is given
  SiteStore store;

  [[nodiscard]] std::string say(std::string_view id, const Facts& facts = {}) const {
    return words.text(id, asked.language, facts);
  }
  [[nodiscard]] SessionParts session_parts() const { return {world, profile, catalogue, store, nullptr}; }
};

std::expected<Surroundings, Refusal> surroundings_for(const Invocation& asked, const Words& words);

/// The fault of a file named on the command line that could not be read.
FileFault fault_of(const FileTrouble& trouble, const std::filesystem::path& file);

/// The password for the certificate: from --password-file, else asked for when a person sits at the terminal,
/// else none. An empty one is refused unless the file with these `bytes` opens without a password.
std::expected<std::optional<Secret>, Refusal> certificate_password(const Surroundings& here,
                                                                   std::string_view bytes);

/// Why nothing can be told of this terminal: its folder is not there, or its record is damaged or may not be
/// read. Nothing was changed.
std::optional<Refusal> unusable_site(const Surroundings& here);

/// What a command that ends says of a record that could not be stored.
std::string sentence_of(const Surroundings& here, const StoreTrouble& trouble);

/// Keeps the run as the latest one of this clinic, which neither a run in a world that is played back nor one
/// of some checks only is. False when the disk refuses it, which is said on the error stream.
bool store_run(const Surroundings& here, const Run& run, const Institution& institution);

/// Writes what was observed, when --record asks for it; the refusal says that the file cannot be written.
std::optional<Refusal> write_record(const Surroundings& here);

/// Prints a run in the wanted format; attention and worse are status 1.
Exit print_run(const Surroundings& here, const Run& run, const Institution& institution);

}  // namespace onshi
