#include "renew/next_year.hpp"

#include <algorithm>

#include "renew/edited_text.hpp"
#include "renew/moved_dates.hpp"
#include "renew/to_supply.hpp"
#include "thai/date.hpp"

namespace chiwat::renew {
namespace {

using source::Node;

constexpr std::string_view kFiscalYearWords = "พ.ศ. ";

// Scalars that are no texts: formulas, names of files and layouts.
bool is_code(const std::string& key) {
  static const std::set<std::string> keys{"formula", "when", "file", "layout", "show", "column"};
  return keys.contains(key);
}

class Renewal {
 public:
  Renewal(const std::string& utf8, const Node& tree, const model::Circular& circular,
          const NextYear& next)
      : text_(utf8),
        utf8_(utf8),
        tree_(tree),
        circular_(circular),
        next_(next),
        old_year_(circular.fiscal_year.value),
        years_(next.fiscal_year - old_year_) {}

  std::string run() {
    visit(tree_, "", "");
    short_formulas();
    number_of_letter();
    baseline();
    registry();
    holidays();
    return text_.text([&](std::string_view rest) { return moved(rest); },
                      [&](std::string_view comment) { return moved_comment(comment); });
  }

 private:
  std::string moved(std::string_view text) const {
    return with_later_years(text, years_, old_year_ - 1, old_year_ + 1);
  }

  // A comment tells of its own time, except where it names the fiscal year.
  std::string moved_comment(std::string_view comment) const {
    const std::size_t words = comment.find(kFiscalYearWords);
    if (words == std::string_view::npos) return std::string(comment);
    return std::string(comment.substr(0, words)) + moved(comment.substr(words));
  }

  void replace(const Node& scalar, const std::string& replacement) {
    text_.replace(scalar.text_origin(), scalar.text, replacement);
  }

  void to_supply(const Origin& at, const std::string& what) {
    if (at.line > 0) text_.comment_above(at.line, std::string(kToSupply) + " " + what);
  }

  // `parent` is the key that the mapping or list stands under.
  void visit(const Node& node, const std::string& parent, const std::string& key) {
    for (const source::Member& member : node.members) {
      visit(member.value, key.empty() ? parent : key, member.key.value);
    }
    for (const Node& item : node.items) visit(item, parent, key);
    if (node.kind == Node::Kind::scalar) scalar(node, parent, key);
  }

  void scalar(const Node& node, const std::string& parent, const std::string& key) {
    if (key == "fiscal_year" && parent.empty()) {
      replace(node, with_later_years(node.text, years_, old_year_, old_year_));
    } else if (key == "date" && (parent == "letter" || parent == "deadlines")) {
      date(node, parent == "letter");
    } else if (parent == "rounds" && (key == "months" || key == "counts")) {
      replace(node, with_later_years(node.text, years_));
    } else if (parent == "overrides" && key == "value") {
      to_supply(node.origin, "ค่าที่กำหนดเองของปี " + year() + " (ปีก่อน " + node.text + ")");
    } else if (parent == "figures" && key == "quoted") {
      to_supply(node.origin, "ตัวเลขที่หนังสือของปี " + year() + " อ้าง (ปีก่อน " + node.text + ")");
    } else if (is_code(key)) {
      replace(node, node.text);
    }
  }

  // target: round(n * 7%), where no key says that it is a formula.
  void short_formulas() {
    for (const char* key : {"columns", "measures"}) {
      const Node* all = tree_.find(key);
      if (!all) continue;
      for (const source::Member& member : all->members) {
        if (member.value.kind == Node::Kind::scalar) replace(member.value, member.value.text);
      }
    }
  }

  void date(const Node& node, bool is_letter) {
    const auto read = thai::parse_date(node.text);
    const auto* written = std::get_if<WrittenDate>(&read);
    if (!written) return;
    const MovedDate next = moved_date(node.text, *written, years_);
    replace(node, next.text);
    const std::string what = is_letter ? "วันที่ของหนังสือ" : "กำหนดส่ง";
    if (next.is_other_day) {
      to_supply(node.origin, what + " เดิมเป็นวันที่ 29 กุมภาพันธ์ ปีนี้ไม่มี");
    } else if (next.date && is_weekend(*next.date)) {
      to_supply(node.origin, what + " ตรงกับ" + weekday(*next.date) + " ยืนยันหรือเลื่อน");
    }
  }

  static std::string weekday(Date date) {
    const bool is_sunday = std::chrono::weekday(std::chrono::sys_days(date)) == std::chrono::Sunday;
    return is_sunday ? "วันอาทิตย์" : "วันเสาร์";
  }

  // Left out until it is known, where no text needs it.
  void number_of_letter() {
    const Node* letter = tree_.find("letter");
    const Node* number = letter ? letter->find("number") : nullptr;
    if (!number || number->kind != Node::Kind::scalar) return;
    to_supply(number->origin, "เลขที่หนังสือของปี " + year());
    const std::string line = text_.line(number->origin.line);
    const bool stands_alone = line.find_first_not_of(' ') == line.find("number:");
    if (stands_alone && letter->members.size() > 1 &&
        utf8_.find("{letter_number") == std::string::npos) {
      text_.comment_out(number->origin.line);
    }
  }

  void baseline() {
    const Node* baseline = tree_.find("baseline");
    const Node* file = baseline ? baseline->find("file") : nullptr;
    if (!file) return;
    std::string missing;
    for (const model::Column& column : circular_.columns) {
      if (column.definition || next_.known.contains(column.label)) continue;
      missing +=
          (missing.empty() ? "" : ", ") + next_heading(column.label, old_year_, next_.fiscal_year);
    }
    if (missing.empty()) return;
    to_supply(file->origin, "ข้อมูลฐานของปี " + year() + " ในไฟล์ " + file->text + " (" + missing +
                                ") ตัวเลขที่มีอยู่เป็นของปีก่อน");
  }

  void registry() {
    const Node* registry = tree_.find("registry");
    const Node* file = registry ? registry->find("file") : nullptr;
    if (!file) return;
    to_supply(file->origin,
              "ทะเบียนของปี " + year() + " ในไฟล์ " + file->text + " รายการที่มีอยู่เป็นของปีก่อน");
  }

  // Those of the moon fall on other days.
  void holidays() {
    const Node* holidays = tree_.find("holidays");
    if (!holidays || holidays->members.empty()) return;
    to_supply(holidays->members.front().key.origin,
              "วันหยุดราชการของปี " + year() + " วันที่ที่มีอยู่เลื่อนจากปีก่อนโดยคงวันและเดือนไว้");
  }

  std::string year() const { return std::to_string(next_.fiscal_year); }

  EditedText text_;
  const std::string& utf8_;
  const Node& tree_;
  const model::Circular& circular_;
  const NextYear& next_;
  int old_year_;
  int years_;
};

}  // namespace

std::string next_year(const std::string& utf8, const Node& tree, const model::Circular& circular,
                      const NextYear& next) {
  return Renewal(utf8, tree, circular, next).run();
}

std::string next_heading(const std::string& heading, int old_year, int new_year) {
  return with_later_years(heading, new_year - old_year, old_year - 1, old_year + 1);
}

}  // namespace chiwat::renew
