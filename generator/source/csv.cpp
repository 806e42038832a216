// The grammar of CSV is libcsv's. It gets the text in pieces that end where a cell may end, because
// that is the only way to know where a cell began; and only lines with a quotation mark: without
// one, cells are what stands between separators, and a registry has a hundred thousand of them.
#include "source/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>

#include "source/csv_dialect.hpp"
#include "source/plain_text.hpp"

namespace chiwat::source {
namespace {

constexpr std::size_t kLargestField = std::size_t{64} << 10;
constexpr std::size_t kNowhere = std::string_view::npos;

using Cell = Located<std::string>;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kWhite = " \t\n";
  const std::size_t first = text.find_first_not_of(kWhite);
  if (first == kNowhere) return {};
  return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

// Excel cannot keep them, and nobody can see them.
bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  });
}

// libcsv's parser, freed in the end. A quote that does not belong is an error to it.
class Parser {
 public:
  explicit Parser(char separator) {
    csv_init(&state_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&state_, static_cast<unsigned char>(separator));
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&state_); }

  // How many bytes of `piece` stand where they may: all, or those before one that must not.
  template <class Receiver>
  std::size_t feed(std::string_view piece, Receiver& to) {
    const std::size_t count =
        csv_parse(&state_, piece.data(), piece.size(), field<Receiver>, row<Receiver>, &to);
    if (count < piece.size()) failed();
    return count;
  }
  // False when a quote is still open.
  template <class Receiver>
  bool finish(Receiver& to) {
    return csv_fini(&state_, field<Receiver>, row<Receiver>, &to) == 0 || failed();
  }

 private:
  template <class Receiver>
  static void field(void* text, std::size_t size, void* to) {
    static_cast<Receiver*>(to)->field({static_cast<const char*>(text), size});
  }
  template <class Receiver>
  static void row(int, void* to) {
    static_cast<Receiver*>(to)->row();
  }
  bool failed() {
    if (csv_error(&state_) != CSV_EPARSE) throw std::bad_alloc();
    return false;
  }

  csv_parser state_;
};

class TableReader {
 public:
  TableReader(const std::string& path, std::string_view text, Diagnostics& diagnostics,
              const TakeRow& take)
      : text_(text),
        places_(std::make_shared<const std::string>(path), text),
        diagnostics_(diagnostics),
        take_(take) {
    table_.origin = places_.whole();
  }

  // False when the text is no table to go on with; what is wrong has then been reported.
  bool read() {
    at_ = after_comments(text_);
    separator_ = separator_of(text_.substr(at_));
    if (!read_fields()) return false;
    if (table_.header.empty()) diagnostics_.error(places_.whole(), "csv_empty");
    return !table_.header.empty() && is_usable_;
  }
  Table& table() { return table_; }

  // Called by the parser at the end of a cell and of a row.
  void field(std::string_view text) {
    row_.push_back({std::string(trimmed(text)), places_.at(std::min(field_start_, at_))});
    field_start_ = kNowhere;
    if (has_control_character(text)) {
      diagnostics_.error(row_.back().origin, "csv_control_character");
      is_usable_ = false;
    }
  }
  void row() {
    if (std::all_of(row_.begin(), row_.end(), is_empty)) {
      row_.clear();
    } else if (table_.header.empty()) {
      drop_empty_after(0);
      table_.header = std::exchange(row_, {});
    } else {
      drop_empty_after(table_.header.size());
      cut_if_too_long();
      if (is_usable_) take_(table_, std::exchange(row_, {}));
      row_.clear();
      row_.reserve(table_.header.size());
    }
  }

 private:
  static bool is_empty(const Cell& cell) { return cell.value.empty(); }

  bool read_fields() {
    Parser parser(separator_);
    while (at_ < text_.size()) {
      if (row_.empty() && field_start_ == kNowhere && read_plain_line()) continue;
      if (field_start_ == kNowhere && begins_field(text_[at_])) field_start_ = at_;
      const std::size_t size = field_start_ == kNowhere ? 1 : plain_size();
      const std::size_t fed = parser.feed(text_.substr(at_, size), *this);
      at_ += fed;
      if (fed < size) return report_quote();
      if (field_start_ != kNowhere && at_ - field_start_ > kLargestField) return report_large();
    }
    if (!parser.finish(*this)) return report_open_quote();
    return true;
  }

  // False when the line from here on is for libcsv.
  bool read_plain_line() {
    const std::string_view line = text_.substr(at_, text_.find('\n', at_) - at_);
    if (line.size() >= kLargestField || line.find('"') != kNowhere) return false;
    const std::size_t end = at_ + line.size();
    bool is_read = line.find_first_not_of(" \t") == kNowhere;  // a blank line is no row
    while (!is_read) {
      std::string_view cell = text_.substr(at_, end - at_);
      cell = cell.substr(0, cell.find(separator_));
      field_start_ = at_ + std::min(cell.find_first_not_of(" \t"), cell.size());
      at_ += cell.size();
      field(cell);
      is_read = at_ == end;
      if (is_read) row();
      ++at_;
    }
    at_ = end + 1;
    return true;
  }

  // The bytes from here on inside which no cell can end; at least one.
  std::size_t plain_size() const {
    const std::size_t most = std::min(text_.size() - at_, kLargestField);
    std::size_t size = 0;
    while (size < most && text_[at_ + size] != separator_ && text_[at_ + size] != '\n') ++size;
    return std::max<std::size_t>(size, 1);
  }

  // Blank lines and the white space before a cell belong to none.
  bool begins_field(char byte) const {
    if (byte == '\n') return !row_.empty();
    return byte == separator_ || (byte != ' ' && byte != '\t');
  }

  void drop_empty_after(std::size_t size) {
    while (row_.size() > size && is_empty(row_.back())) row_.pop_back();
  }

  void cut_if_too_long() {
    const std::size_t columns = table_.header.size();
    if (row_.size() <= columns) return;
    if (columns == 1) {  // said once, for it is so in every row
      if (!has_title_row_) diagnostics_.error(table_.header[0].origin, "csv_title_row");
      has_title_row_ = true;
      is_usable_ = false;
      return;
    }
    const auto extra =
        std::find_if_not(row_.begin() + static_cast<std::ptrdiff_t>(columns), row_.end(), is_empty);
    diagnostics_.error(extra->origin, "csv_too_long",
                       {{"text", extra->value},
                        {"cells", static_cast<std::int64_t>(row_.size())},
                        {"columns", static_cast<std::int64_t>(columns)}});
    row_.resize(columns);
  }

  bool report_quote() {
    const Origin start = places_.at(field_start_);
    const Origin here = places_.at(at_);
    Diagnostic& diagnostic = diagnostics_.error(here, "csv_quote");
    if (start.line != here.line) diagnostic.note(start, "csv_cell_begins");
    diagnostic.hint("csv_quote_rule");
    return false;
  }
  bool report_open_quote() {
    diagnostics_.error(places_.at(field_start_), "csv_quote_open").hint("csv_quote_rule");
    return false;
  }
  bool report_large() {
    diagnostics_.error(places_.at(field_start_), "csv_line_too_large").hint("csv_quote_rule");
    return false;
  }

  std::string_view text_;
  Places places_;
  Diagnostics& diagnostics_;
  const TakeRow& take_;
  bool has_title_row_ = false;
  bool is_usable_ = true;  // in spite of what was reported
  Table table_;
  char separator_ = ',';
  std::size_t at_ = 0;
  std::size_t field_start_ = kNowhere;  // the first byte of the cell being read, once it has one
  std::vector<Cell> row_;
};

std::optional<std::string> text_of(const std::string& path, std::string_view bytes,
                                   Diagnostics& diagnostics) {
  if (bytes.starts_with("PK\x03\x04")) {  // a zip, which is what a workbook is
    diagnostics.error({path, 0, 0}, "csv_is_workbook");
    return std::nullopt;
  }
  std::optional<std::string> text = plain_text(bytes);
  if (!text) diagnostics.error({path, 0, 0}, "csv_encoding");
  return text;
}

std::optional<Table> read_text(const std::string& path, std::string text, Texts& texts,
                               Diagnostics& diagnostics, const TakeRow& take) {
  TableReader reader(path, text, diagnostics, take);
  const bool read = reader.read();
  std::optional<Table> table;
  if (read) table = std::move(reader.table());
  texts.keep(path, std::move(text));
  return table;
}

}  // namespace

std::optional<Table> read_csv(const std::string& path, std::string_view bytes, Texts& texts,
                              Diagnostics& diagnostics) {
  std::optional<std::string> text = text_of(path, bytes, diagnostics);
  if (!text) return std::nullopt;
  std::vector<std::vector<Cell>> rows;
  const auto keep = [&](const Table&, std::vector<Cell> row) { rows.push_back(std::move(row)); };
  auto table = read_text(path, *std::move(text), texts, diagnostics, keep);
  if (table) table->rows = std::move(rows);
  return table;
}

std::optional<Table> read_csv(const std::string& path, std::string bytes, Texts& texts,
                              Diagnostics& diagnostics, const TakeRow& take) {
  std::optional<std::string> text = text_of(path, bytes, diagnostics);
  if (!text) return std::nullopt;
  std::string().swap(bytes);
  return read_text(path, *std::move(text), texts, diagnostics, take);
}

}  // namespace chiwat::source
