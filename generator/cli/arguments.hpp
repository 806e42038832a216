// The command line, read by the table of commands and options.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "cli/asked_months.hpp"
#include "cli/command_table.hpp"
#include "thai/digits.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// A command line that makes sense.
struct Arguments {
  std::string command;
  std::string input;   // a description; of help: the command asked about; of check with `rules`: a
                       // rule, or empty
  std::string format;  // of help: "man", "bash", "zsh", "fish", or empty for a terminal
  std::string show;    // the name of a template; empty: list them
  std::string from;    // of new: last year's description
  std::optional<int> fiscal_year;
  bool input_workbook = false;  // its tables in a workbook
  std::string other;            // of diff: the new side
  std::string out;
  std::string since;            // of generate: the older output whose changes are marked
  std::optional<int> revision;  // its number, with the date
  std::optional<Date> dated;
  std::string results;                // a CSV; of --collected the one in that folder
  std::string district;               // of explain
  std::string subject;                // of explain: a column or a level, or empty
  std::vector<std::string> returned;  // of collect: files and folders
  std::vector<std::string> inputs;    // of print: workbooks and folders of them
  std::string pdf;                    // of print: the folder for what is printed
  bool merge = false;
  bool png = false;
  std::string received;  // of collect: a CSV, or empty
  std::optional<int> only;
  std::optional<AskedMonths> months;  // only the forms of this month or quarter
  std::string previous;               // where the forms of earlier months are, or empty
  std::optional<int> round;
  std::optional<thai::Digits> digits;
  bool rules = false;  // of check: explain the rules instead of checking
  bool dry_run = false;
  std::size_t jobs = 0;  // processes; 0: one for each processor
  bool force = false;    // replaces files that are not the program's own
  bool json = false;
  bool values = false;
  bool explain = false;  // a sheet that says how the numbers came about
};

// What is wrong with the command line.
struct WrongUsage {
  Message message;
  std::optional<std::string> suggestion;  // the word that was probably meant
};

// `words` are the arguments after the program's name. `--lang` may stand anywhere before a "--" and
// is taken by language_of().
std::variant<Arguments, WrongUsage> parse(const std::vector<std::string>& words);

// The language of the messages: --lang, else the environment's.
std::variant<thai::Language, WrongUsage> language_of(const std::vector<std::string>& words);

// The language of the locale in the environment.
thai::Language language_of_environment();

}  // namespace chiwat::cli
