// What comes of forms that districts returned: those of a case, filled in as its returned.csv says.
#pragma once

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/prepare.hpp"
#include "consolidation/consolidate.hpp"
#include "document/area.hpp"
#include "document/dump.hpp"
#include "form/lay_out.hpp"
#include "returns/read_back.hpp"
#include "returns/reply.hpp"
#include "thai/date.hpp"

namespace chiwat {

inline constexpr const char* kReturnedFile = "returned.csv";

// "ก,ตุลาคม 2567,products,1,offline,100.10": district, month, form, row from 1, column, what is
// typed there; nothing empties the cell.
struct Typed {
  std::string form;
  int row = 0;
  std::string column, value;
};
using TypedForms = std::map<std::pair<std::string, std::string>, std::vector<Typed>>;

inline TypedForms typed_forms() {
  TypedForms result;
  std::ifstream in(kReturnedFile);
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::vector<std::string> parts(6);
    for (std::string& part : parts) std::getline(cells, part, ',');
    result[{parts[1], parts[0]}].push_back({parts[2], std::stoi(parts[3]), parts[4], parts[5]});
  }
  return result;
}

inline void type(document::Workbook& workbook, const Typed& typed) {
  const auto area =
      document::read_area(workbook.defined_names.at(typed.form + ".column." + typed.column));
  for (document::Sheet& sheet : workbook.sheets) {
    if (sheet.name != area->sheet) continue;
    const document::Position at{area->range.first.row + typed.row - 1, area->range.first.column};
    document::Value& value = sheet.cells[at].value;
    if (typed.value.empty()) {
      value = document::Blank{};
    } else if (const auto number = Number::parse(typed.value);
               number && typed.column != "operator_code") {
      value = *number;
    } else {
      value = typed.value;
    }
  }
}

// The workbook that a district sends back for a month.
inline std::vector<returns::Returned> sent_back(const cli::Prepared& prepared,
                                                Diagnostics& diagnostics) {
  std::vector<returns::Returned> result;
  for (const auto& [who, all] : typed_forms()) {
    const auto months = std::get<Period>(thai::parse_period(who.first));
    const auto outputs = form::outputs(prepared.circular, prepared.circular.attachments.front(),
                                       prepared.templates, months);
    for (const form::Output& output : outputs) {
      if (!output.district || prepared.circular.districts[*output.district].value != who.second) {
        continue;
      }
      auto workbook =
          form::lay_out(prepared.circular, prepared.plan, output, prepared.templates, {});
      for (const Typed& typed : all) type(workbook, typed);
      const auto facts = returns::facts_of(workbook);
      BOOST_REQUIRE(facts);
      result.push_back(returns::read_back(who.second + " " + who.first + ".xlsx", workbook, *facts,
                                          prepared.circular, prepared.templates, diagnostics));
    }
  }
  return result;
}

// The dumps of the workbooks and the tables that come of it.
inline std::string consolidated(const cli::Prepared& prepared, Diagnostics& diagnostics) {
  const auto returned = sent_back(prepared, diagnostics);
  auto replies = returns::choose_replies(returned, prepared.circular, diagnostics);
  const thai::Catalogue words(thai::Language::thai);
  const consolidation::FoundProblems problems(diagnostics, words);
  std::string result;
  consolidation::consolidate(
      {prepared.circular, prepared.plan, prepared.templates, problems, std::nullopt, false},
      replies, [&](consolidation::ResultFile&& file) {
        result += "=== " + file.folder + (file.folder.empty() ? "" : "/") + file.name + "\n";
        const auto* workbook = std::get_if<document::Workbook>(&file.content);
        result += workbook ? document::dump(*workbook) : std::get<std::string>(file.content);
      });
  return result;
}

}  // namespace chiwat
