#include "model/registry_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/registry_cells.hpp"
#include "model/telephone.hpp"
#include "model/vocabulary.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// A hostile or a wrong file makes no more work than this: after so many errors no row more is read,
// and after so many warnings of operators that differ no more are given.
constexpr int kMostMistakes = 1'000;

// For a message: the labels, of a long list the first.
std::string labels_of(const List& list) {
  constexpr std::size_t kMostNamed = 20;
  std::string labels;
  for (std::size_t i = 0; i < std::min(list.items.size(), kMostNamed); ++i) {
    labels += (labels.empty() ? "" : ", ") + list.items[i].label.value;
  }
  return list.items.size() > kMostNamed ? labels + ", …" : labels;
}

// 08-0000-0001 is 0800000001.
std::string without_marks(std::string telephone) {
  std::erase_if(telephone, [](char c) { return c == ' ' || c == '-'; });
  return telephone;
}

// What the rows so far have said of an operator, each at the first cell that said it.
enum Detail : std::size_t { kDistrict, kName, kType, kHouse, kVillage, kSubdistrict, kTelephone };
using Details = std::array<Text, kTelephone + 1>;

struct Draft {
  Text code;
  Details details;
  std::vector<Product> products;
};

}  // namespace

class RegistryBuilder::Reading {
 public:
  Reading(Reader& reader, source::Table head, const RegistryColumns& columns)
      : diagnostics_(reader.diagnostics),
        most_errors_(diagnostics_.error_count() + kMostMistakes),
        head_(std::move(head)),
        cells_(reader, head_),
        columns_(columns),
        districts_(Vocabulary::of_districts(reader.circular)),
        types_(find_list(reader.circular.lists, kOperatorTypes)),
        categories_(find_list(reader.circular.lists, kCategories)),
        type_words_(Vocabulary::of_list(types_)),
        category_words_(Vocabulary::of_list(categories_)) {}

  void take(const Row& row) {
    if (has_too_many_) return;
    has_too_many_ = diagnostics_.error_count() >= most_errors_;
    if (!has_too_many_) return read_row(row);
    diagnostics_.error(row.front().origin, "registry_too_many_mistakes",
                       {{"most", std::to_string(kMostMistakes)}});
  }

  Registry finish() { return has_too_many_ ? Registry() : finished(); }

 private:
  void read_row(const Row& row) {
    const Text code = cells_.code(row, columns_.code);
    Details said = details_of(row);
    Product product = product_of(row);
    if (code.value.empty()) return;
    const auto [place, is_new] = numbers_.emplace(code.value, drafts_.size());
    if (is_new) drafts_.push_back({code, {}, {}});
    Draft& draft = drafts_[place->second];
    for (std::size_t i = 0; i < said.size(); ++i) merge(draft, Detail(i), std::move(said[i]));
    if (product.name.value.empty()) return;
    draft.products.push_back(std::move(product));
    ++products_;
  }

  Details details_of(const Row& row) {
    Details said;
    said[kDistrict] = cells_.text(row, columns_.district);
    said[kDistrict].value = thai::bare_district(said[kDistrict].value);
    check_district(said[kDistrict]);
    said[kName] = cells_.text(row, columns_.name);
    said[kType] = cells_.text(row, columns_.type);
    // Two words for the same item are no difference.
    if (const auto item = item_of(said[kType], columns_.type, types_, type_words_)) {
      said[kType].value = types_->items[*item].label.value;
    }
    said[kHouse] = cells_.text(row, columns_.house);
    said[kVillage] = cells_.text(row, columns_.village);
    said[kSubdistrict] = cells_.text(row, columns_.subdistrict);
    said[kTelephone] = cells_.digits(row, columns_.telephone);
    return said;
  }

  Product product_of(const Row& row) {
    Product product;
    product.name = cells_.required_text(row, columns_.product);
    product.category = item_of(cells_.text(row, columns_.category), columns_.category, categories_,
                               category_words_);
    product.online_sales = cells_.amount(row, columns_.online_sales);
    product.online_before = cells_.mark(row, columns_.online_before);
    return product;
  }

  // Where the districts themselves could not be read, none is unknown.
  void check_district(const Text& name) {
    if (name.value.empty() || districts_.is_empty() || districts_.find(name.value)) return;
    if (!districts_.is_news(name.value)) return;
    Diagnostic& diagnostic =
        diagnostics_.error(name.origin, "registry_district_unknown", {{"name", name.value}});
    if (const auto near = districts_.closest(name.value)) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
  }

  std::optional<std::size_t> item_of(const Text& word, std::optional<std::size_t> column,
                                     const List* list, Vocabulary& words) {
    if (word.value.empty() || !list) return std::nullopt;
    const auto item = words.find(word.value);
    if (item || !words.is_news(word.value)) return item;
    Diagnostic& diagnostic = diagnostics_.error(
        word.origin, "registry_word_unknown",
        {{"found", word.value}, {"column", cells_.heading(*column)}, {"known", labels_of(*list)}});
    if (const auto near = words.closest(word.value)) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
    return std::nullopt;
  }

  void merge(Draft& draft, Detail detail, Text said) {
    Text& known = draft.details[detail];
    if (said.value.empty() || said.value == known.value) return;
    if (detail == kTelephone && without_marks(said.value) == without_marks(known.value)) return;
    if (known.value.empty()) {
      known = std::move(said);
      if (detail == kTelephone) check_telephone(known);
      return;
    }
    const bool is_error = detail <= kType;
    if (!is_error && ++warnings_ > kMostMistakes) return;
    const MessageArguments arguments{{"code", draft.code.value},
                                     {"column", cells_.heading(column_of(detail))},
                                     {"found", said.value},
                                     {"first", known.value}};
    const char* id = "registry_operator_differs";
    Diagnostic& diagnostic = is_error ? diagnostics_.error(said.origin, id, arguments)
                                      : diagnostics_.warning(said.origin, id, arguments);
    diagnostic.note(known.origin, "first_here");
  }

  // Of a detail that a row has said, so there is such a column.
  std::size_t column_of(Detail detail) const {
    const std::array<std::optional<std::size_t>, kTelephone + 1> columns{
        columns_.district, columns_.name,        columns_.type,     columns_.house,
        columns_.village,  columns_.subdistrict, columns_.telephone};
    return columns[detail].value();
  }

  void check_telephone(const Text& text) {
    const auto bad = bad_telephone(text.value);
    if (!bad) return;
    if (bad->meant.empty()) {
      diagnostics_.error(text.origin, "registry_telephone", {{"found", bad->number}});
    } else if (++lost_zeros_ == 1) {
      lost_zero_ = {*bad, text.origin};
    }
  }

  // When one telephone number has lost its zero, most have.
  void warn_of_lost_zeros() {
    if (lost_zeros_ == 0) return;
    diagnostics_
        .warning(lost_zero_.origin, "registry_telephone_zero",
                 {{"found", lost_zero_->number}, {"others", lost_zeros_ - 1}})
        .hint("hint_did_you_mean", {{"name", lost_zero_->meant}})
        .hint("registry_text_column");
  }

  // The registry of the drafts, in the order that it promises.
  Registry finished() {
    warn_of_lost_zeros();
    std::vector<std::size_t> order(drafts_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> districts;
    for (const Draft& draft : drafts_) {
      check_complete(draft);
      districts.push_back(districts_.find(draft.details[kDistrict].value).value_or(0));
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return districts[i]; });
    Registry registry;
    registry.operators.reserve(drafts_.size());
    registry.products.reserve(products_);
    for (const std::size_t i : order) {
      check_products(drafts_[i]);
      add(registry, std::move(drafts_[i]), districts[i]);
    }
    return registry;
  }

  void check_complete(const Draft& draft) {
    for (const Detail detail : {kDistrict, kName}) {
      if (!draft.details[detail].value.empty()) continue;
      diagnostics_.error(
          draft.code.origin, "registry_operator_incomplete",
          {{"code", draft.code.value}, {"column", cells_.heading(column_of(detail))}});
    }
  }

  void check_products(const Draft& draft) {
    std::vector<const Text*> names;
    for (const Product& product : draft.products) names.push_back(&product.name);
    std::ranges::stable_sort(names, {},
                             [](const Text* name) { return std::string_view(name->value); });
    for (std::size_t i = 1; i < names.size(); ++i) {
      if (names[i]->value != names[i - 1]->value) continue;
      diagnostics_
          .error(names[i]->origin, "registry_product_twice",
                 {{"name", names[i]->value}, {"operator", draft.code.value}})
          .note(names[i - 1]->origin, "first_here");
    }
  }

  void add(Registry& registry, Draft draft, std::size_t district) {
    Operator made;
    made.district = district;
    made.code = std::move(draft.code);
    made.name = std::move(draft.details[kName]);
    made.type = type_words_.find(draft.details[kType].value);
    made.house = std::move(draft.details[kHouse].value);
    made.village = std::move(draft.details[kVillage].value);
    made.subdistrict = std::move(draft.details[kSubdistrict].value);
    made.telephone = std::move(draft.details[kTelephone].value);
    made.online_before = std::ranges::any_of(draft.products, &Product::online_before);
    for (Product& product : draft.products) {
      product.operator_index = registry.operators.size();
      registry.products.push_back(std::move(product));
    }
    registry.operators.push_back(std::move(made));
  }

  Diagnostics& diagnostics_;
  const int most_errors_;
  bool has_too_many_ = false;
  const source::Table head_;
  CellReader cells_;
  const RegistryColumns columns_;
  Vocabulary districts_;
  const List* types_;
  const List* categories_;
  Vocabulary type_words_;
  Vocabulary category_words_;
  int warnings_ = 0;
  std::int64_t lost_zeros_ = 0;
  Located<BadTelephone> lost_zero_;                       // the first
  std::deque<Draft> drafts_;                              // in the order of the CSV
  std::size_t products_ = 0;                              // of all of them
  std::unordered_map<std::string, std::size_t> numbers_;  // of drafts, by code
};

RegistryBuilder::RegistryBuilder(Reader& reader, source::Table head, const RegistryColumns& columns)
    : reading_(std::make_unique<Reading>(reader, std::move(head), columns)) {}

RegistryBuilder::~RegistryBuilder() = default;

void RegistryBuilder::take(const Row& row) {
  reading_->take(row);
}

Registry RegistryBuilder::finish() {
  return reading_->finish();
}

}  // namespace chiwat::model
