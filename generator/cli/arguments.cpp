#include "cli/arguments.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "cli/command_inputs.hpp"
#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

namespace po = boost::program_options;
using Words = std::vector<std::string>;

constexpr const char* kResultsFile = "results.csv";  // as collect calls it
constexpr const char* kInputs = "<input>";  // what stands without a dash; no one writes --<input>

std::string dashed(std::string_view option) {
  return "--" + std::string(option);
}

WrongUsage unknown_option(const CommandDescription& command, const std::string& option) {
  Words known;
  for (const std::string_view name : command.options) known.push_back(dashed(name));
  return {{"usage_option_unknown", {{"command", std::string(command.name)}, {"option", option}}},
          thai::closest(option, known)};
}

po::options_description accepted_options(const CommandDescription& command) {
  po::options_description accepted;
  for (const OptionDescription& option : all_options()) {
    if (!takes(command, option)) continue;
    const std::string name(option.name);
    if (option.value.empty()) {
      accepted.add_options()(name.c_str(), po::bool_switch(), "");
    } else {
      accepted.add_options()(name.c_str(), po::value<std::string>(), "");
    }
  }
  accepted.add_options()("help,h", po::bool_switch(), "");
  accepted.add_options()(kInputs, po::value<Words>(), "");
  return accepted;
}

WrongUsage without_value(const std::string& option) {
  std::string value;
  for (const OptionDescription& known : all_options()) {
    if (dashed(known.name) == option) value = known.value;
  }
  return wrong("usage_option_value_missing", {{"option", option}, {"value", value}});
}

// The library takes the next option for a value: in "--out --json", a folder --json.
std::optional<WrongUsage> option_for_value(const po::variables_map& options) {
  for (const auto& [name, value] : options) {
    const auto* text = boost::any_cast<std::string>(&value.value());
    if (text && text->starts_with("--")) return without_value(dashed(name));
  }
  return std::nullopt;
}

std::variant<po::variables_map, WrongUsage> split(const CommandDescription& command,
                                                  const Words& words) {
  using namespace po::command_line_style;
  constexpr int kStyle = allow_long | long_allow_adjacent | long_allow_next |  //
                         allow_short | allow_dash_for_short | short_allow_next;
  po::positional_options_description positions;
  positions.add(kInputs, -1);
  po::variables_map options;
  try {
    po::store(po::command_line_parser(words)
                  .options(accepted_options(command))
                  .positional(positions)
                  .style(kStyle)
                  .run(),
              options);
  } catch (const po::unknown_option& error) {
    return unknown_option(command, error.get_option_name());
  } catch (const po::invalid_command_line_syntax& error) {
    const std::string option = error.get_option_name();
    if (error.kind() != po::invalid_syntax::extra_parameter) return without_value(option);
    return wrong("usage_option_no_value", {{"option", option}});
  } catch (const po::multiple_occurrences& error) {
    return wrong("usage_option_twice", {{"option", error.get_option_name()}});
  }
  if (const auto usage = option_for_value(options)) return *usage;
  return options;
}

bool is_on(const po::variables_map& options, const char* name) {
  return options.count(name) > 0 && options[name].as<bool>();
}

// The value of an option; nothing when it is not given, an empty text when it is given as ''.
std::optional<std::string> text(const po::variables_map& options, const char* name) {
  if (options.count(name) == 0) return std::nullopt;
  return options[name].as<std::string>();
}

// The number of an attachment or a round, in Arabic or Thai digits.
std::optional<int> small_number(std::string_view text) {
  const std::string digits = thai::to_arabic(text);
  const bool is_number = !digits.empty() && digits.size() <= 3 &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || std::stoi(digits) == 0) return std::nullopt;
  return std::stoi(digits);
}

// --month or --quarter.
std::optional<WrongUsage> read_months(const po::variables_map& options, Arguments& arguments) {
  const auto month = text(options, "month");
  const auto quarter = text(options, "quarter");
  if (month && quarter) return wrong("usage_month_and_quarter");
  arguments.previous = text(options, "previous").value_or("");
  if (options.count("previous") > 0 && arguments.previous.empty()) {
    return without_value("--previous");
  }
  if (!arguments.previous.empty() && !month && !quarter) return wrong("usage_previous_alone");
  const auto take = [&](const auto& read) -> std::optional<WrongUsage> {
    if (const auto* problem = std::get_if<Message>(&read)) return WrongUsage{*problem, {}};
    arguments.months = std::get<0>(read);
    return std::nullopt;
  };
  if (month) return take(read_month(*month));
  if (quarter) return take(read_quarter(*quarter));
  return std::nullopt;
}

// --results, or --collected, a folder with such a table.
std::optional<WrongUsage> read_results(const CommandDescription& command,
                                       const po::variables_map& options, Arguments& arguments) {
  const auto collected = text(options, "collected");
  arguments.results = text(options, "results").value_or("");
  if (collected && options.count("results") > 0) return wrong("usage_results_and_collected");
  if (collected && collected->empty()) return without_value("--collected");
  if (collected) arguments.results = (std::filesystem::path(*collected) / kResultsFile).string();
  if (requires_option(command, "results") && arguments.results.empty()) {
    return wrong("usage_results_missing");
  }
  return std::nullopt;
}

// --from and --fiscal-year.
std::optional<WrongUsage> read_next_year(const po::variables_map& options, Arguments& arguments) {
  arguments.from = text(options, "from").value_or("");
  arguments.input_workbook = is_on(options, "input-workbook");
  if (const auto year = text(options, "fiscal-year")) {
    const std::string digits = thai::to_arabic(*year);
    const bool is_year = digits.size() == 4 && digits >= "2400" && digits <= "2999" &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
    if (!is_year) {
      return wrong("usage_option_value", {{"option", "--fiscal-year"}, {"known", "2569, 2570, …"}});
    }
    arguments.fiscal_year = std::stoi(digits);
  }
  if (!arguments.from.empty() && !arguments.fiscal_year) return wrong("usage_fiscal_year_missing");
  if (arguments.command == "new" && arguments.from.empty() && !arguments.results.empty()) {
    return wrong("usage_results_without_from");
  }
  return std::nullopt;
}

// --since, --revision and --dated.
std::optional<WrongUsage> read_revision(const po::variables_map& options, Arguments& arguments) {
  arguments.since = text(options, "since").value_or("");
  const auto revision = text(options, "revision");
  const auto dated = text(options, "dated");
  if (revision.has_value() != dated.has_value()) return wrong("usage_revision_and_date");
  if (!revision) return std::nullopt;
  arguments.revision = small_number(*revision);
  if (!arguments.revision) {
    return wrong("usage_option_value", {{"option", "--revision"}, {"known", "1, 2, 3, …"}});
  }
  const auto date = thai::parse_date(*dated);
  if (const auto* problem = std::get_if<Message>(&date)) return WrongUsage{*problem, {}};
  arguments.dated = std::get<WrittenDate>(date).date();
  if (!arguments.dated) {
    return wrong("usage_option_value",
                 {{"option", "--dated"}, {"known", "5 มีนาคม 2564, 2564-03-05"}});
  }
  return std::nullopt;
}

std::optional<WrongUsage> read_options(const CommandDescription& command,
                                       const po::variables_map& options, Arguments& arguments) {
  arguments.out = text(options, "out").value_or("");
  arguments.received = text(options, "received").value_or("");
  arguments.pdf = text(options, "pdf").value_or("");
  arguments.merge = is_on(options, "merge");
  arguments.png = is_on(options, "png");
  arguments.dry_run = is_on(options, "dry-run");
  arguments.force = is_on(options, "force");
  arguments.json = is_on(options, "json");
  arguments.values = is_on(options, "values");
  arguments.explain = is_on(options, "explain");
  if (arguments.json && !arguments.show.empty()) return wrong("usage_show_as_json");
  if (const auto only = text(options, "only")) {
    arguments.only = small_number(*only);
    if (!arguments.only) {
      return wrong("usage_option_value", {{"option", "--only"}, {"known", "1, 2, 3, …"}});
    }
  }
  if (const auto jobs = text(options, "jobs")) {
    const auto number = small_number(*jobs);
    if (!number)
      return wrong("usage_option_value", {{"option", "--jobs"}, {"known", "1, 2, 3, …"}});
    arguments.jobs = static_cast<std::size_t>(*number);
  }
  if (const auto round = text(options, "round")) {
    arguments.round = small_number(*round);
    if (!arguments.round) {
      return wrong("usage_option_value", {{"option", "--round"}, {"known", "1, 2, 3, …"}});
    }
  }
  if (const auto format = text(options, "format")) {
    if (*format != "man" && *format != "bash" && *format != "zsh" && *format != "fish") {
      return wrong("usage_option_value",
                   {{"option", "--format"}, {"known", "man, bash, zsh, fish"}});
    }
    arguments.format = *format;
  }
  if (const auto digits = text(options, "digits")) {
    if (*digits != "thai" && *digits != "arabic") {
      return wrong("usage_option_value", {{"option", "--digits"}, {"known", "thai, arabic"}});
    }
    arguments.digits = *digits == "thai" ? thai::Digits::thai : thai::Digits::arabic;
  }
  if (auto usage = read_months(options, arguments)) return usage;
  if (auto usage = read_revision(options, arguments)) return usage;
  if (auto usage = read_next_year(options, arguments)) return usage;
  if (auto usage = read_results(command, options, arguments)) return usage;
  if (requires_option(command, "pdf") && arguments.pdf.empty()) return wrong("usage_pdf_missing");
  if (requires_option(command, "out") && arguments.out.empty() && !arguments.dry_run) {
    return wrong("usage_out_missing");
  }
  return std::nullopt;
}

std::variant<Arguments, WrongUsage> parse_command(const CommandDescription& command,
                                                  const Words& words) {
  const auto outcome = split(command, words);
  if (const auto* usage = std::get_if<WrongUsage>(&outcome)) return *usage;
  const auto& options = std::get<po::variables_map>(outcome);
  Arguments arguments;
  if (is_on(options, "help")) {
    arguments.command = "help";
    arguments.input = std::string(command.name);
    return arguments;
  }
  arguments.command = std::string(command.name);
  arguments.rules = is_on(options, "rules");
  const Words inputs = options.count(kInputs) > 0 ? options[kInputs].as<Words>() : Words();
  if (auto usage = read_inputs(command, inputs, arguments)) return *usage;
  if (auto usage = read_options(command, options, arguments)) return *usage;
  return arguments;
}

// Takes --lang out of the words; its value, or nothing when it is not there.
std::optional<std::string> take_language(Words& words) {
  std::optional<std::string> language;
  for (auto word = words.begin(); word != words.end() && *word != "--";) {
    if (word->starts_with("--lang=")) {
      language = word->substr(7);
      word = words.erase(word);
    } else if (*word == "--lang") {
      word = words.erase(word);
      language = word == words.end() ? "" : *word;
      if (word != words.end()) word = words.erase(word);
    } else {
      ++word;
    }
  }
  return language;
}

}  // namespace

std::variant<Arguments, WrongUsage> parse(const Words& words) {
  Words rest = words;
  take_language(rest);
  if (rest.empty()) return wrong("usage_command_missing");
  std::string name = rest.front();
  rest.erase(rest.begin());
  if (name == "--help" || name == "-h") name = "help";
  if (name == "--version") name = "version";
  if (name.starts_with("-")) return wrong("usage_command_first", {{"option", name}});
  const CommandDescription* command = find_command(name);
  if (!command) return unknown_command(name);
  return parse_command(*command, rest);
}

std::variant<thai::Language, WrongUsage> language_of(const Words& words) {
  Words rest = words;
  const auto language = take_language(rest);
  if (!language) return language_of_environment();
  if (*language == "th") return thai::Language::thai;
  if (*language == "en") return thai::Language::english;
  return wrong("usage_option_value", {{"option", "--lang"}, {"known", "th, en"}});
}

thai::Language language_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(variable);
    if (locale && *locale) return thai::language_of_locale(locale);
  }
  return thai::Language::english;
}

}  // namespace chiwat::cli
