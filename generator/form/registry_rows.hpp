// Rows for products or operators, as the registry tells of them, and open ones below.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "form/form_template.hpp"
#include "form/known_rows.hpp"
#include "form/occasion.hpp"

namespace chiwat::form {

// The values of the column of the circular that a form asks for; null when the description names
// none.
const plan::ColumnValues* asked_column(const Asked& asked, const model::Form& use,
                                       const Occasion& occasion);

// Refers to the circular and the plan of the occasion.
class RegistryRows : public RowSource {
 public:
  RegistryRows(const FormTemplate& form, const model::Form& use, const Occasion& occasion);

  std::size_t size() const override { return count_ + open_; }
  std::size_t columns() const override { return columns_.size(); }
  bool is_spare(std::size_t row) const override { return row >= count_; }
  KnownCell cell(std::size_t row, std::size_t column) const override;
  bool is_unknown(std::size_t column) const override;

 private:
  // Where what is known of a column comes from.
  struct Column {
    std::optional<Known> known;
    const plan::ColumnValues* asked = nullptr;
  };
  // What a row is about; null: not about such a thing.
  struct Subject {
    const model::Operator* who = nullptr;
    const model::Product* what = nullptr;
  };

  Subject subject(std::size_t row) const;
  KnownCell asked(const plan::ColumnValues& values, const Subject& subject) const;
  KnownCell district(const Subject& subject) const;
  KnownCell of_product(Known known, const model::Product& what) const;
  KnownCell of_operator(Known known, const model::Operator& who) const;

  const model::Circular* circular_;
  std::optional<std::size_t> district_;  // of all rows
  std::vector<Column> columns_;
  std::span<const model::Operator> operators_;  // of rows for operators
  std::span<const model::Product> products_;    // of rows for products
  std::size_t count_ = 0;                       // of rows about something
  std::size_t open_ = 0;
  const model::List* types_;
  const model::List* categories_;
};

}  // namespace chiwat::form
