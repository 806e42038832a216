// Numbers and names as explanations write them. Private to this folder.
#pragma once

#include <optional>
#include <string>

#include "base/number.hpp"
#include "explain/derivation.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "thai/digits.hpp"

namespace chiwat::explain {

// Every digit: "1,467,249,697.2"; what has no end as a fraction too, "250/3 ≈ 83.3333".
std::string exact_text(const Number& number);

// A share of 100 with two decimals, and more where two would show it equal to `bound`, which it is
// not: "9.998%".
std::string percent_text(const Number& share, const std::optional<Number>& bound);

// "คะแนน 5 (r1_score_5)"; the name alone where nobody calls it otherwise.
std::string named(const std::string& label, const std::string& name);
std::string column_text(const model::Circular& circular, const plan::Plan& plan,
                        std::size_t column);

// A text of the description, its placeholders filled in.
std::string described_text(const model::Circular& circular, const model::Text& text,
                           thai::Digits digits);

// The formula as written, and with the values of the row in place of the names.
std::string formula_text(const formula::Expression& formula);
std::string filled_in(const model::Circular& circular, const plan::Plan& plan,
                      const formula::Expression& formula, Row row);

// What a rounding does, of a formula that is a single one.
bool is_one_rounding(const Derivation& derivation);
// The id of its message, with {decimals} and {value}.
std::string rounding_id(Rounding mode);

}  // namespace chiwat::explain
