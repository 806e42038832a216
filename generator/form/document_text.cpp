#include "form/document_text.hpp"

#include <algorithm>
#include <utility>

#include "form/document_words.hpp"
#include "form/number_format.hpp"
#include "model/placeholders.hpp"

namespace chiwat::form {
namespace {

using model::Level;
using model::Round;

class BodyWriter {
 public:
  BodyWriter(const DocumentContext& context, const DocumentWords& words)
      : context_(context), words_(words) {}

  std::vector<Printed> write(const std::vector<Block>& body) {
    for (const Block& block : body) {
      std::visit([&](const auto& what) { add(what); }, block);
    }
    return std::move(result_);
  }

 private:
  // --- The template's own words ---

  void add(const TitleBlock& block) {
    for (const Text& line : block.lines) result_.push_back(PrintedTitle{words_.title(line)});
  }
  void add(const HeadingBlock& block) { result_.push_back(PrintedHeading{words_(block.text)}); }
  void add(const ParagraphBlock& block) { result_.push_back(PrintedParagraph{words_(block.text)}); }
  void add(const NumberedBlock& block) { add_items(block.items, 0, true, ""); }
  void add(const BulletsBlock& block) { add_items(block.items, 0, false, ""); }
  void add(const SpaceBlock& block) { result_.push_back(block); }
  void add(const PageBreakBlock& block) { result_.push_back(block); }

  // `before`: the number of the item that these are under, "2."
  void add_items(const std::vector<ListItem>& items, int depth, bool numbered,
                 const std::string& before) {
    int number = 0;
    for (const ListItem& item : items) {
      const std::string own = before + std::to_string(++number);
      const std::string mark = !numbered ? "•" : words_.in_digits(depth == 0 ? own + "." : own);
      result_.push_back(PrintedItem{mark, words_(item.text), depth});
      add_items(item.parts, depth + 1, numbered, own + ".");
    }
  }

  void add(const FieldsBlock& block) {
    PrintedFields fields;
    for (const Field& field : block.fields) {
      fields.push_back({words_(field.label), words_(field.text)});
    }
    result_.push_back(std::move(fields));
  }

  void add(const TableBlock& block) {
    PrintedTable table;
    for (const DocumentColumn& column : block.columns) table.columns.push_back(printed(column));
    for (const auto& row : block.rows) {
      std::vector<PrintedCell>& cells = table.rows.emplace_back();
      for (const Text& text : row) cells.push_back({words_(text), std::nullopt, std::nullopt});
    }
    result_.push_back(std::move(table));
  }

  void add(const StepsBlock& block) {
    PrintedSteps steps;
    for (const Step& step : block.steps) {
      steps.push_back({words_(step.who), words_(step.what), step.when ? words_(*step.when) : ""});
    }
    result_.push_back(std::move(steps));
  }

  void add(const SignatureBlock& block) {
    PrintedSignatures signatures;
    for (const auto& lines : block.signatures) {
      std::vector<std::string>& own = signatures.emplace_back();
      for (const Text& line : lines) own.push_back(words_(line));
    }
    result_.push_back(std::move(signatures));
  }

  PrintedColumn printed(const DocumentColumn& column) const {
    return {words_(column.heading),
            column.width ? std::optional<int>(column.width->value) : std::nullopt, column.align};
  }

  PrintedCell number(const Number& value) const {
    const NumberLook look{value.decimals().value_or(2), true, context_.digits, ""};
    return {shown(value, look), value, std::nullopt};
  }

  // --- The circular's levels ---

  void add(const LevelsBlock& block) {
    for (const Round* round : rounds(block)) {
      if (block.heading) {
        result_.push_back(PrintedHeading{words_.about(*round, *block.heading)});
      }
      result_.push_back(levels_table(block, *round));
    }
  }

  std::vector<const Round*> rounds(const LevelsBlock& block) const {
    if (block.is_each) return words_.rounds();
    const auto& all = context_.circular.rounds;
    if (block.round) {
      const auto found = std::find_if(all.begin(), all.end(), [&](const Round& round) {
        return round.number.value == block.round->value;
      });
      if (found != all.end()) return {&*found};
      words_.report(block.round->origin, "round_unknown",
                    {{"round", std::to_string(block.round->value)}});
      return {};
    }
    if (words_.rounds().size() == 1) return words_.rounds();
    words_.report(block.origin, "levels_round", {});
    return {};
  }

  PrintedTable levels_table(const LevelsBlock& block, const Round& round) const {
    auto levels = DocumentWords::levels(round);
    if (!block.is_ascending) std::reverse(levels.begin(), levels.end());
    PrintedTable table;
    table.rows.resize(levels.size());
    for (const LevelColumn& column : block.columns) {
      table.columns.push_back(printed(column.column));
      const auto* texts = std::get_if<std::vector<Text>>(&column.show);
      if (texts && texts->size() != levels.size()) {
        words_.report(block.origin, "level_texts",
                      {{"texts", static_cast<std::int64_t>(texts->size())},
                       {"levels", static_cast<std::int64_t>(levels.size())}});
        continue;
      }
      for (std::size_t i = 0; i < levels.size(); ++i) {
        table.rows[i].push_back(
            texts ? PrintedCell{words_.about(round, (*texts)[i]), std::nullopt, std::nullopt}
                  : cell(std::get<OfLevel>(column.show), round, *levels[i]));
      }
    }
    return table;
  }

  PrintedCell cell(OfLevel what, const Round& round, const Level& level) const {
    if (what == OfLevel::points) return number(level.points.value);
    if (what == OfLevel::color) return colored(level);
    const bool is_name = what == OfLevel::name;
    const auto& text = is_name ? level.name : level.text;
    if (!text) {
      words_.report(level.origin, is_name ? "level_without_name" : "level_without_text",
                    {{"points", level.points.value.to_string()}});
      return {};
    }
    return {words_.known(*text, model::level_placeholders(context_.circular, round, level)),
            std::nullopt, std::nullopt};
  }

  static PrintedCell colored(const Level& level) {
    if (!level.color) return {};
    return {level.color_name->value, std::nullopt,
            static_cast<std::uint32_t>(std::stoul(level.color->value, nullptr, 16))};
  }

  // --- The circular's deadlines ---

  void add(const DeadlinesBlock& block) {
    PrintedTable table;
    for (const DeadlineColumn& column : block.columns) {
      table.columns.push_back(printed(column.column));
    }
    for (const model::Deadline& deadline : context_.circular.deadlines) {
      if (block.attachment &&
          (!deadline.attachment || deadline.attachment->value != block.attachment->value)) {
        continue;
      }
      const int serial = static_cast<int>(table.rows.size()) + 1;
      std::vector<PrintedCell>& cells = table.rows.emplace_back();
      for (const DeadlineColumn& column : block.columns) {
        cells.push_back(cell(column.show, serial, deadline));
      }
    }
    if (table.rows.empty()) words_.report(block.origin, "no_deadlines", {});
    result_.push_back(std::move(table));
  }

  PrintedCell cell(OfDeadline what, int serial, const model::Deadline& deadline) const {
    switch (what) {
      case OfDeadline::serial:
        return number(serial);
      case OfDeadline::attachment:
        return deadline.attachment ? number(deadline.attachment->value) : PrintedCell{"-", {}, {}};
      case OfDeadline::due:
        return {words_.in_digits(model::due(deadline)), {}, {}};
      case OfDeadline::name:
        break;
    }
    return {words_.known(deadline.name, model::placeholders(context_.circular)), {}, {}};
  }

  const DocumentContext& context_;
  const DocumentWords& words_;
  std::vector<Printed> result_;
};

}  // namespace

DocumentText document_text(const DocumentContext& context, const Template& form,
                           Diagnostics& diagnostics) {
  const auto& own = std::get<DocumentTemplate>(form.kind);
  DocumentText result;
  const DocumentWords words(context, result.said, diagnostics);
  result.sheet = words(context.form.sheet ? *context.form.sheet : own.sheet);
  result.label = words(form.label);
  result.body = BodyWriter(context, words).write(own.body);
  return result;
}

}  // namespace chiwat::form
