#include "model/registry_rows.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/table.hpp"
#include "model/telephone.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// A hostile or a wrong file makes no more work than this.
constexpr std::size_t kMostMistakes = 1'000;

// The words that a column may hold, and what each means.
class Vocabulary {
 public:
  void add(const std::string& word, std::size_t meaning) {
    if (meanings_.emplace(thai::normalise(word), meaning).second) words_.push_back(word);
  }
  std::optional<std::size_t> find(const std::string& normal_word) const {
    const auto found = meanings_.find(normal_word);
    return found == meanings_.end() ? std::nullopt : std::optional(found->second);
  }
  bool is_empty() const { return words_.empty(); }
  std::optional<std::string> closest(const std::string& word) const {
    return thai::closest(word, words_);
  }
  // Whether an unknown word is met for the first time.
  bool is_news(const std::string& word) { return unknown_.emplace(word, 0).second; }

 private:
  std::unordered_map<std::string, std::size_t> meanings_;
  std::unordered_map<std::string, std::size_t> unknown_;
  std::vector<std::string> words_;
};

Vocabulary districts_of(const Circular& circular) {
  Vocabulary vocabulary;
  for (std::size_t i = 0; i < circular.districts.size(); ++i) {
    vocabulary.add(circular.districts[i].value, i);
  }
  return vocabulary;
}

const List* list_of(const Circular& circular, const char* name) {
  const auto found = std::find_if(circular.lists.begin(), circular.lists.end(),
                                  [&](const List& list) { return list.name.value == name; });
  return found == circular.lists.end() ? nullptr : &*found;
}

Vocabulary words_of(const List* list) {
  Vocabulary vocabulary;
  if (!list) return vocabulary;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const ListItem& item = list->items[i];
    vocabulary.add(item.label.value, i);
    vocabulary.add(item.code.value, i);
    for (const Text& other : item.others) vocabulary.add(other.value, i);
  }
  return vocabulary;
}

std::string labels_of(const List& list) {
  std::string labels;
  for (const ListItem& item : list.items) {
    labels += (labels.empty() ? "" : ", ") + item.label.value;
  }
  return labels;
}

// Whether a spreadsheet has shortened a long number, as in 1.23E+11: its digits are lost.
bool is_rounded_number(const std::string& code) {
  const std::size_t exponent = code.find_first_of("Ee");
  if (exponent == 0 || exponent == std::string::npos) return false;
  const auto consists_of = [](std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
  };
  const std::string_view whole = code;
  const std::string_view power = whole.substr(exponent + 1);
  return consists_of(whole.substr(0, exponent), "0123456789.,") && power.starts_with('+') &&
         consists_of(power.substr(1), "0123456789");
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

// The rows of one operator repeat most of their cells, and normalising takes most of the time.
struct LastText {
  std::string typed;
  std::string normal;
};

class RowReader {
 public:
  RowReader(Reader& reader, source::Table table, const RegistryColumns& columns)
      : reader_(reader),
        diagnostics_(reader.diagnostics),
        table_(std::move(table)),
        columns_(columns),
        last_texts_(table_.header.size()),
        districts_(districts_of(reader.circular)),
        types_(list_of(reader.circular, kOperatorTypes)),
        categories_(list_of(reader.circular, kCategories)),
        type_words_(words_of(types_)),
        category_words_(words_of(categories_)) {}

  Registry read() {
    const std::size_t before = diagnostics_.all().size();
    for (Row& row : table_.rows) {
      if (diagnostics_.all().size() > before + kMostMistakes) {
        diagnostics_.error(row.front().origin, "registry_too_many_mistakes",
                           {{"most", std::to_string(kMostMistakes)}});
        return {};
      }
      read_row(row);
      Row().swap(row);  // the cells of a large registry are not kept twice
    }
    return finished();
  }

 private:
  const std::string& heading(std::size_t column) const { return table_.header[column].value; }

  // A cell in its one form; empty where there is no such column.
  Text text_at(const Row& row, std::optional<std::size_t> column) {
    if (!column) return {};
    Text text = cell_of(row, *column);
    LastText& last = last_texts_[*column];
    if (text.value != last.typed) {
      last.typed = text.value;
      last.normal = thai::normalise(text.value);
    }
    text.value = last.normal;
    reader_.check_plain(text.value, text.origin);
    return text;
  }

  Text digits_at(const Row& row, std::optional<std::size_t> column) {
    Text text = text_at(row, column);
    text.value = thai::to_arabic(text.value);
    return text;
  }

  Text required_at(Text text, std::size_t column) {
    if (text.value.empty()) {
      diagnostics_.error(text.origin, "registry_cell_missing", {{"column", heading(column)}});
    }
    return text;
  }

  void read_row(const Row& row) {
    const Text code = required_at(digits_at(row, columns_.code), columns_.code);
    if (is_rounded_number(code.value)) {
      diagnostics_.error(code.origin, "registry_code_rounded", {{"found", code.value}})
          .hint("registry_text_column");
    }
    Details said = details_of(row);
    Product product = product_of(row);
    if (code.value.empty()) return;
    const auto [place, is_new] = numbers_.emplace(code.value, drafts_.size());
    if (is_new) drafts_.push_back({code, {}, {}});
    Draft& draft = drafts_[place->second];
    for (std::size_t i = 0; i < said.size(); ++i) merge(draft, Detail(i), std::move(said[i]));
    if (!product.name.value.empty()) draft.products.push_back(std::move(product));
  }

  Details details_of(const Row& row) {
    Details said;
    said[kDistrict] = text_at(row, columns_.district);
    check_district(said[kDistrict]);
    said[kName] = text_at(row, columns_.name);
    said[kType] = text_at(row, columns_.type);
    // Two words for the same item are no difference.
    if (const auto item = item_of(said[kType], columns_.type, types_, type_words_)) {
      said[kType].value = types_->items[*item].label.value;
    }
    said[kHouse] = text_at(row, columns_.house);
    said[kVillage] = text_at(row, columns_.village);
    said[kSubdistrict] = text_at(row, columns_.subdistrict);
    said[kTelephone] = digits_at(row, columns_.telephone);
    return said;
  }

  Product product_of(const Row& row) {
    Product product;
    product.name = required_at(text_at(row, columns_.product), columns_.product);
    product.category =
        item_of(text_at(row, columns_.category), columns_.category, categories_, category_words_);
    product.online_sales = amount_at(row, columns_.online_sales);
    product.online_before = mark_at(row, columns_.online_before);
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
        {{"found", word.value}, {"column", heading(*column)}, {"known", labels_of(*list)}});
    if (const auto near = words.closest(word.value)) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
    return std::nullopt;
  }

  std::optional<Number> amount_at(const Row& row, std::optional<std::size_t> column) {
    const Text text = text_at(row, column);
    if (text.value.empty()) return std::nullopt;
    const auto decimal = thai::plain_decimal(text.value);
    if (!decimal) {
      diagnostics_.error(text.origin, "registry_amount",
                         {{"found", text.value}, {"column", heading(*column)}});
      return std::nullopt;
    }
    if (!Number::spreadsheets_keep(*decimal)) {
      diagnostics_.error(text.origin, "number_too_long");
      return std::nullopt;
    }
    const Number amount = Number::parse(*decimal).value();
    if (amount < 0) {
      diagnostics_.error(text.origin, "registry_amount_negative", {{"column", heading(*column)}});
    }
    if (amount.decimals().value() > 2) {
      diagnostics_.error(text.origin, "registry_amount_decimals", {{"column", heading(*column)}});
    }
    return amount;
  }

  bool mark_at(const Row& row, std::optional<std::size_t> column) {
    const Text text = digits_at(row, column);
    if (!text.value.empty() && text.value != "1") {
      diagnostics_.error(text.origin, "registry_mark",
                         {{"found", text.value}, {"column", heading(*column)}});
    }
    return text.value == "1";
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
    const MessageArguments arguments{{"code", draft.code.value},
                                     {"column", heading(column_of(detail))},
                                     {"found", said.value},
                                     {"first", known.value}};
    const char* id = "registry_operator_differs";
    Diagnostic& diagnostic = detail <= kType ? diagnostics_.error(said.origin, id, arguments)
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
      return;
    }
    diagnostics_.warning(text.origin, "registry_telephone_zero", {{"found", bad->number}})
        .hint("hint_did_you_mean", {{"name", bad->meant}})
        .hint("registry_text_column");
  }

  // The registry of the drafts, in the order that it promises.
  Registry finished() {
    std::vector<std::size_t> order(drafts_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> districts;
    for (const Draft& draft : drafts_) {
      check_complete(draft);
      districts.push_back(districts_.find(draft.details[kDistrict].value).value_or(0));
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return districts[i]; });
    Registry registry;
    for (const std::size_t i : order) {
      check_products(drafts_[i]);
      add(registry, std::move(drafts_[i]), districts[i]);
    }
    return registry;
  }

  void check_complete(const Draft& draft) {
    for (const Detail detail : {kDistrict, kName}) {
      if (!draft.details[detail].value.empty()) continue;
      diagnostics_.error(draft.code.origin, "registry_operator_incomplete",
                         {{"code", draft.code.value}, {"column", heading(column_of(detail))}});
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

  Reader& reader_;
  Diagnostics& diagnostics_;
  source::Table table_;
  const RegistryColumns& columns_;
  std::vector<LastText> last_texts_;  // by column
  Vocabulary districts_;
  const List* types_;
  const List* categories_;
  Vocabulary type_words_;
  Vocabulary category_words_;
  std::vector<Draft> drafts_;                             // in the order of the CSV
  std::unordered_map<std::string, std::size_t> numbers_;  // of drafts, by code
};

}  // namespace

Registry read_registry_rows(Reader& reader, source::Table table, const RegistryColumns& columns) {
  return RowReader(reader, std::move(table), columns).read();
}

}  // namespace chiwat::model
