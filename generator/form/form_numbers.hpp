// The exact numbers of the forms of one workbook, as they stand before anybody fills them in: what
// a spreadsheet program will show where there are formulas.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "base/number.hpp"
#include "form/form_draft.hpp"

namespace chiwat::form {

class FormNumbers {
 public:
  // The drafts must outlive this.
  explicit FormNumbers(const std::vector<FormDraft>& drafts) : drafts_(drafts) {}

  // The number in a cell; an empty one, or one with text, counts as nothing.
  Number cell(const FormDraft& draft, std::size_t row, std::size_t column);
  // What another form's rows, those of the same district whose `by` is this key, add up to; nothing
  // without that form.
  Number gathered(const document::Value& key, const Gathered& from,
                  std::optional<std::size_t> district = std::nullopt);
  // The same of all districts.
  Number collected(const document::Value& key, const Collected& from);
  // The number of a column in the total row; nothing without one.
  Number total(const FormDraft& draft, std::size_t column);
  // What the columns of a check add up to more than those that they should equal.
  Number difference(const FormDraft& draft, const FormCheck& check);

 private:
  // Values that name a row, and the rows that they name.
  using Index = std::map<std::variant<Number, std::string>, std::vector<std::size_t>>;

  // The rows, of one district or of all, whose cell in a column has a value. A district may have
  // thousands of products, and every operator asks for its own.
  const std::vector<std::size_t>& rows_with(const FormDraft& draft, std::size_t column,
                                            const document::Value& key,
                                            std::optional<std::size_t> district);
  Number evaluated(const FormDraft& draft, const formula::Expression& expression,
                   std::optional<std::size_t> row);
  Number sum(const FormDraft& draft, const std::vector<Text>& columns,
             std::optional<std::size_t> row);

  const std::vector<FormDraft>& drafts_;
  std::map<std::pair<const FormDraft*, std::size_t>, Number> totals_;
  std::map<std::tuple<const FormDraft*, std::size_t, std::optional<std::size_t>>, Index> indexes_;
};

}  // namespace chiwat::form
