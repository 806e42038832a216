// The wording of a scorecard: messages of locale/, with the digits of the scorecard. Names of
// sheets and files, and what a cell of evidence may say, are not wording: formulas and readers know
// them.
#pragma once

#include <string>
#include <utility>

#include "base/diagnostics.hpp"
#include "thai/digits.hpp"
#include "thai/message.hpp"

namespace chiwat::scorecard {

class Words {
 public:
  // `catalogue` must outlive the words.
  Words(const thai::Catalogue& catalogue, thai::Digits digits)
      : catalogue_(&catalogue), digits_(digits) {}

  std::string text(std::string id, MessageArguments arguments = {}) const {
    return in_digits(catalogue_->text({std::move(id), std::move(arguments)}));
  }
  std::string in_digits(const std::string& text) const { return thai::with_digits(text, digits_); }
  thai::Digits digits() const { return digits_; }

 private:
  const thai::Catalogue* catalogue_;
  thai::Digits digits_;
};

}  // namespace chiwat::scorecard
