// A text for reading and printing: a guideline, an indicator sheet, a roadmap. Blocks from top to
// bottom, whose texts take their numbers, names and dates from the circular.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "form/form_template.hpp"

namespace chiwat::form {

struct TitleBlock {
  std::vector<Text> lines;
};
struct HeadingBlock {
  Text text;
};
struct ParagraphBlock {
  Text text;
};

struct ListItem {
  Text text;
  std::vector<ListItem> parts;
};
// Numbered ๑. and, inside, ๑.๑
struct NumberedBlock {
  std::vector<ListItem> items;
};
struct BulletsBlock {
  std::vector<ListItem> items;
};

struct Field {
  Text label;
  Text text;
};
struct FieldsBlock {
  std::vector<Field> fields;
};

enum class Align { left, centre };

struct DocumentColumn {
  Text heading;
  std::optional<Located<int>> width;  // in millimetres; else its share
  Align align = Align::left;
};
struct TableBlock {
  std::vector<DocumentColumn> columns;
  std::vector<std::vector<Text>> rows;  // one text for each column
};

// What a column of a table of levels shows of each level; or texts of the template's own, one for
// each level in the order of the table.
enum class OfLevel { points, name, text, color };
struct LevelColumn {
  DocumentColumn column;
  std::variant<OfLevel, std::vector<Text>> show;
};
// The levels of a round as the circular has them.
struct LevelsBlock {
  std::optional<Located<int>> round;  // by number; else that of the form, else the only one
  bool is_each = false;               // one table for each round, each with the heading
  std::optional<Text> heading;        // with {round}, {level_count}
  bool is_ascending = true;           // by points
  std::vector<LevelColumn> columns;
  Origin origin;
};

enum class OfDeadline { serial, name, attachment, due };
struct DeadlineColumn {
  DocumentColumn column;
  OfDeadline show = OfDeadline::name;
};
// What is to be handed in, and when, as the circular has it.
struct DeadlinesBlock {
  std::optional<Located<int>> attachment;  // only what belongs to it
  std::vector<DeadlineColumn> columns;
  Origin origin;
};

// What happens one after the other, and who does it: boxes with arrows between them.
struct Step {
  Text who;
  Text what;
  std::optional<Text> when;
};
struct StepsBlock {
  std::vector<Step> steps;
};

// Blocks side by side.
struct SignatureBlock {
  std::vector<std::vector<Text>> signatures;
};

struct SpaceBlock {};
struct PageBreakBlock {};

using Block = std::variant<TitleBlock, HeadingBlock, ParagraphBlock, NumberedBlock, BulletsBlock,
                           FieldsBlock, TableBlock, LevelsBlock, DeadlinesBlock, StepsBlock,
                           SignatureBlock, SpaceBlock, PageBreakBlock>;

struct DocumentTemplate {
  Audience audience = Audience::province;
  Text sheet;  // the sheet's name
  std::vector<Block> body;
};

}  // namespace chiwat::form
