#include "cli/manual.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/help.hpp"

namespace chiwat::cli {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// A line of text: no letter of it is taken for a macro or an escape, and "-" stays what is typed.
std::string plain(std::string_view text) {
  std::string line = replaced(replaced(std::string(text), "\\", "\\e"), "-", "\\-");
  const bool looks_like_macro = line.starts_with('.') || line.starts_with('\'');
  return looks_like_macro ? "\\&" + line : line;
}

class Manual {
 public:
  Manual(const thai::Catalogue& catalogue, std::ostream& out) : catalogue_(catalogue), out_(out) {}

  void print() {
    out_ << "'\\\" -*- coding: UTF-8 -*-\n"
         << ".TH CHIWAT 1 \"\" \"chiwat " << CHIWAT_VERSION << "\" \"\"\n";
    section("manual_name");
    out_ << "chiwat \\- " << plain(said("manual_about")) << "\n";
    section("manual_synopsis");
    for (const CommandDescription& command : all_commands()) {
      out_ << ".B " << plain(synopsis(command)) << "\n.br\n";
    }
    section("manual_description");
    out_ << plain(said("help_about")) << "\n";
    section("manual_commands");
    for (const CommandDescription& command : all_commands()) print(command);
    section("manual_exit_status");
    for (const HelpRow& row : exit_rows(catalogue_)) print(row);
  }

 private:
  std::string said(std::string_view id) const { return catalogue_.text({std::string(id), {}}); }

  void section(std::string_view id) { out_ << ".SH \"" << plain(said(id)) << "\"\n"; }

  void print(const CommandDescription& command) {
    out_ << ".SS \"" << plain(synopsis(command)) << "\"\n" << plain(said(command.help)) << "\n";
    for (const HelpRow& row : rows_of(command, catalogue_)) print(row);
  }

  void print(const HelpRow& row) {
    out_ << ".TP\n.B " << plain(row.first) << "\n" << plain(row.second) << "\n";
  }

  const thai::Catalogue& catalogue_;
  std::ostream& out_;
};

}  // namespace

void print_manual(const thai::Catalogue& catalogue, std::ostream& out) {
  Manual(catalogue, out).print();
}

}  // namespace chiwat::cli
