// The rows of a form, and what is known in each cell before anybody fills it in.
//
// A district may have hundreds of thousands of products, each of which stands in several forms:
// what the registry tells of them is looked up in it and not kept once more.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "document/cell.hpp"

namespace chiwat::form {

struct FormRow {
  std::vector<document::Value> known;  // one for each column; blank: not known
  bool is_spare = false;               // for something that is not known yet
  // Of rows that came back:
  std::optional<std::size_t> district{};               // whose it is, among those of several
  std::map<std::size_t, std::vector<Number>> parts{};  // of columns: what the number is the sum of
  std::map<std::size_t, std::string> faults{};  // of columns: what is wrong with what stands there
};

// A cell of a row that the registry tells; a text is seen where it is kept.
using KnownCell = std::variant<document::Blank, Number, const std::string*>;

// Rows that are a function of something else.
class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual std::size_t size() const = 0;
  virtual std::size_t columns() const = 0;
  virtual bool is_spare(std::size_t row) const = 0;
  virtual KnownCell cell(std::size_t row, std::size_t column) const = 0;
  // Whether nothing is known in a column, whatever the row.
  virtual bool is_unknown(std::size_t column) const = 0;
};

// The rows of a form: kept, or looked up whenever they are asked for.
class KnownRows {
 public:
  KnownRows() = default;
  KnownRows(std::vector<FormRow> rows) : kept_(std::move(rows)) {}  // NOLINT: rows are rows
  explicit KnownRows(std::shared_ptr<const RowSource> source) : source_(std::move(source)) {}

  std::size_t size() const { return source_ ? source_->size() : kept_.size(); }
  bool empty() const { return size() == 0; }
  // One after the other these are cheaper than whole rows. A text or number is null or nothing
  // where something else is known, or nothing is.
  const std::string* text(std::size_t row, std::size_t column) const;
  std::optional<Number> number(std::size_t row, std::size_t column) const;
  bool is_blank(std::size_t row, std::size_t column) const;
  // Puts what is known in a cell in the place of another value.
  void value(std::size_t row, std::size_t column, document::Value& into) const;
  document::Value value(std::size_t row, std::size_t column) const;
  bool is_spare(std::size_t row) const;
  std::optional<std::size_t> district(std::size_t row) const;
  // What is wrong with a cell; null: nothing.
  const std::string* fault(std::size_t row, std::size_t column) const;
  // What its number is the sum of; null: of nothing.
  const std::vector<Number>* parts(std::size_t row, std::size_t column) const;
  // Whether surely nothing is known in any row of a column.
  bool is_unknown(std::size_t column) const { return source_ && source_->is_unknown(column); }

  // A whole row; one of the registry until another is asked for.
  const FormRow& operator[](std::size_t row) const;
  void push_back(FormRow row) { kept().push_back(std::move(row)); }
  // All rows, kept from now on.
  std::vector<FormRow>& kept();

  class Iterator {
   public:
    using value_type = FormRow;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const KnownRows* rows, std::size_t row) : rows_(rows), row_(row) {}
    const FormRow& operator*() const { return (*rows_)[row_]; }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    void operator++(int) { ++row_; }
    bool operator==(const Iterator&) const = default;

   private:
    const KnownRows* rows_ = nullptr;
    std::size_t row_ = 0;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

 private:
  std::vector<FormRow> kept_;
  std::shared_ptr<const RowSource> source_;  // null: the rows are kept
  mutable FormRow shown_;                    // the last row that was asked for
};

}  // namespace chiwat::form
