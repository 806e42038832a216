#include "form/known_rows.hpp"

namespace chiwat::form {
namespace {

using document::Blank;
using document::Value;

struct PutValue {
  Value& into;
  void operator()(Blank) const { into = Blank{}; }
  void operator()(const Number& number) const { into = number; }
  void operator()(const std::string* text) const { into = *text; }  // into the room of another
};

}  // namespace

const std::string* KnownRows::text(std::size_t row, std::size_t column) const {
  if (!source_) return std::get_if<std::string>(&kept_[row].known[column]);
  const KnownCell cell = source_->cell(row, column);
  const auto* text = std::get_if<const std::string*>(&cell);
  return text ? *text : nullptr;
}

std::optional<Number> KnownRows::number(std::size_t row, std::size_t column) const {
  const auto number_in = [](const auto& cell) {
    const auto* number = std::get_if<Number>(&cell);
    return number ? std::optional(*number) : std::nullopt;
  };
  return source_ ? number_in(source_->cell(row, column)) : number_in(kept_[row].known[column]);
}

bool KnownRows::is_blank(std::size_t row, std::size_t column) const {
  return source_ ? std::holds_alternative<Blank>(source_->cell(row, column))
                 : std::holds_alternative<Blank>(kept_[row].known[column]);
}

void KnownRows::value(std::size_t row, std::size_t column, Value& into) const {
  if (source_) {
    std::visit(PutValue{into}, source_->cell(row, column));
  } else {
    into = kept_[row].known[column];
  }
}

Value KnownRows::value(std::size_t row, std::size_t column) const {
  Value result;
  value(row, column, result);
  return result;
}

bool KnownRows::is_spare(std::size_t row) const {
  return source_ ? source_->is_spare(row) : kept_[row].is_spare;
}

std::optional<std::size_t> KnownRows::district(std::size_t row) const {
  return source_ ? std::nullopt : kept_[row].district;
}

const std::string* KnownRows::fault(std::size_t row, std::size_t column) const {
  if (source_ || kept_[row].faults.empty()) return nullptr;
  const auto found = kept_[row].faults.find(column);
  return found == kept_[row].faults.end() ? nullptr : &found->second;
}

const std::vector<Number>* KnownRows::parts(std::size_t row, std::size_t column) const {
  if (source_ || kept_[row].parts.empty()) return nullptr;
  const auto found = kept_[row].parts.find(column);
  return found == kept_[row].parts.end() ? nullptr : &found->second;
}

const FormRow& KnownRows::operator[](std::size_t row) const {
  if (!source_) return kept_[row];
  shown_.is_spare = source_->is_spare(row);
  shown_.known.resize(source_->columns());
  for (std::size_t i = 0; i < shown_.known.size(); ++i) value(row, i, shown_.known[i]);
  return shown_;
}

std::vector<FormRow>& KnownRows::kept() {
  if (source_) {
    for (const FormRow& row : *this) kept_.push_back(row);
    source_.reset();
  }
  return kept_;
}

}  // namespace chiwat::form
