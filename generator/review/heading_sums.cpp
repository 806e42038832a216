// A heading that says รวม over one of several columns: it is the sum of the others.
#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "review/checks.hpp"
#include "review/shown_texts.hpp"
#include "thai/names.hpp"

namespace chiwat::review {
namespace {

constexpr std::array<std::string_view, 5> kSum{"รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "ยอดรวม", "ผลรวม"};

const model::ShownColumn* shown_column(const model::Heading& heading) {
  return heading.content ? std::get_if<model::ShownColumn>(&*heading.content) : nullptr;
}

bool says_sum(const model::Heading& heading) {
  return std::ranges::find(kSum, thai::normalise(heading.text.value)) != kSum.end();
}

// The heading of the sum in a group that is nothing but columns and their sum; else null.
const model::Heading* sum_in(const model::Heading& group) {
  constexpr std::size_t kLeast = 3;  // two parts and their sum
  if (group.parts.size() < kLeast || !std::ranges::all_of(group.parts, shown_column))
    return nullptr;
  const auto sum = std::ranges::find_if(group.parts, says_sum);
  const bool is_one = std::ranges::count_if(group.parts, says_sum) == 1;
  return is_one ? &*sum : nullptr;
}

// Of the districts, and past the last the province's sum.
Number value_of(const Subject& subject, std::size_t column, std::size_t district) {
  const auto& values = subject.plan.columns[column];
  return district < values.districts.size() ? values.districts[district] : values.sum;
}

void check_group(const Subject& subject, const model::Heading& group, Diagnostics& diagnostics) {
  const model::Heading* sum = sum_in(group);
  if (!sum) return;
  std::vector<std::string> differing;
  for (std::size_t i = 0; i <= subject.circular.districts.size(); ++i) {
    Number together;
    for (const model::Heading& part : group.parts) {
      if (&part != sum) together += value_of(subject, shown_column(part)->column, i);
    }
    const Number said = value_of(subject, shown_column(*sum)->column, i);
    if (said == together) continue;
    const bool is_district = i < subject.circular.districts.size();
    differing.push_back((is_district ? subject.circular.districts[i].value
                                     : "จังหวัด" + subject.circular.province.value) +
                        " " + shown(said) + " ≠ " + shown(together));
  }
  if (differing.empty()) return;
  diagnostics.warning(sum->text.origin, "heading_not_sum",
                      {{"group", group.text.value},
                       {"count", static_cast<std::int64_t>(differing.size())},
                       {"districts", joined(differing, kMostNamed)}});
}

void check_groups(const Subject& subject, const std::vector<model::Heading>& headings,
                  Diagnostics& diagnostics) {
  for (const model::Heading& heading : headings) {
    check_group(subject, heading, diagnostics);
    check_groups(subject, heading.parts, diagnostics);
  }
}

}  // namespace

void check_heading_sums(const Subject& subject, Diagnostics& diagnostics) {
  for (const model::Attachment& attachment : subject.circular.attachments) {
    for (const model::Table& table : attachment.tables) {
      check_groups(subject, table.headings, diagnostics);
    }
  }
}

}  // namespace chiwat::review
