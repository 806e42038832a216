// The words of one document, as they will be read: everything formatted, nothing placed yet. What
// checks a document's texts and what prints them are one function, so that neither can miss one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/number.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "model/said_text.hpp"
#include "thai/digits.hpp"

namespace chiwat::form {

// What a document speaks of.
struct DocumentContext {
  const model::Circular& circular;
  const model::Attachment& attachment;
  const model::Form& form;
  std::optional<std::size_t> district;  // index into Circular::districts; none: the province's
  thai::Digits digits;
};

struct PrintedTitle {
  std::string text;
};
struct PrintedHeading {
  std::string text;
};
struct PrintedParagraph {
  std::string text;
};
struct PrintedItem {
  std::string mark;  // ๑. or a bullet
  std::string text;
  int depth = 0;  // of the list it belongs to, from 0
};
struct PrintedField {
  std::string label;
  std::string text;
};

struct PrintedCell {
  std::string text;
  std::optional<Number> number;       // of which `text` is the look
  std::optional<std::uint32_t> fill;  // 0xRRGGBB
};
struct PrintedColumn {
  std::string heading;
  std::optional<int> width;  // in millimetres
  Align align = Align::left;
};
struct PrintedTable {
  std::vector<PrintedColumn> columns;
  std::vector<std::vector<PrintedCell>> rows;
};

struct PrintedStep {
  std::string who, what, when;  // `when` may be empty
};
using PrintedSteps = std::vector<PrintedStep>;

using PrintedFields = std::vector<PrintedField>;
using PrintedSignatures = std::vector<std::vector<std::string>>;

using Printed =
    std::variant<PrintedTitle, PrintedHeading, PrintedParagraph, PrintedItem, PrintedFields,
                 PrintedTable, PrintedSteps, PrintedSignatures, SpaceBlock, PageBreakBlock>;

struct DocumentText {
  std::string sheet;  // its name
  std::string label;  // top right
  std::vector<Printed> body;
  std::vector<model::SaidText> said = {};  // what of this is the template's own
};

// Reports, at the place in the template and with a note at the form's place in the description,
// what the circular does not have: placeholders (those of forms, see occasion.hpp, but without dots
// for what is not known; the bounds of the highest level, where they are those of every round that
// the document is about, and its name {highest_level}), rounds (round_unknown
// {round}, levels_round), texts and names of levels (level_without_text, level_without_name
// {points}, level_texts {texts, levels}), deadlines (no_deadlines).
DocumentText document_text(const DocumentContext& context, const Template& form,
                           Diagnostics& diagnostics);

}  // namespace chiwat::form
