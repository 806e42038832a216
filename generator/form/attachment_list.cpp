#include "form/attachment_list.hpp"

#include <utility>
#include <variant>

#include "form/document_sheet.hpp"
#include "form/occasion.hpp"
#include "form/paper.hpp"
#include "form/properties.hpp"
#include "form/shown_headings.hpp"
#include "form/table_text.hpp"
#include "model/placeholders.hpp"
#include "thai/date.hpp"
#include "thai/spell_out.hpp"

namespace chiwat::form {
namespace {

constexpr const char* kListName = "รายการสิ่งที่ส่งมาด้วย";
constexpr const char* kFiguresName = "ตัวเลขในหนังสือ";
constexpr const char* kBaht = "บาท";

// Of narrow columns, in millimetres.
constexpr int kSerialWidth = 12;
constexpr int kCountWidth = 25;

PrintedColumn column(const char* heading, Align align, std::optional<int> width = std::nullopt) {
  return {heading, width, align};
}

// A number in words, with its unit.
std::string in_words(const Number& number, int decimals, const std::string& unit) {
  if (unit == kBaht) return thai::spell_out_baht(number.rounded(decimals, Rounding::half_up));
  return thai::spell_out(number, decimals) + unit;
}

class ListOfAttachments {
 public:
  ListOfAttachments(const model::Circular& circular, const plan::Plan& plan,
                    const Templates& templates, thai::Digits digits)
      : circular_(circular), plan_(plan), templates_(templates), digits_(digits) {}

  document::Workbook write() const {
    document::Workbook workbook;
    workbook.file_name = kAttachmentListFile;
    workbook.properties = form::properties(circular_, kListName, digits_);
    workbook.sheets.push_back(
        document_sheet(DocumentText{kListName, "", {PrintedTitle{title(kListName)}, attachments()}},
                       numbered_pages(Orientation::portrait), digits_));
    DocumentText text{kFiguresName, "", {PrintedTitle{title(kFiguresName)}}};
    add_figures(text.body);
    add_totals(text.body);
    if (text.body.size() > 1) {
      workbook.sheets.push_back(
          document_sheet(text, numbered_pages(Orientation::landscape), digits_));
    }
    return workbook;
  }

 private:
  // --- The letter ---

  std::string said(const Text& text, const model::Attachment* attachment = nullptr) const {
    return formatted(text, model::placeholders(circular_, nullptr, attachment), digits_);
  }
  std::string said(const std::optional<Text>& text) const { return text ? said(*text) : ""; }

  std::string title(const std::string& first) const {
    const model::Letter& letter = circular_.letter;
    const auto date = letter.date.value.date();
    const std::string when =
        date ? thai::format_date(*date, thai::DateStyle::full, digits_)
             : ".......... " + thai::format_month(letter.date.value.month, digits_);
    return first + "\nหนังสือจังหวัด" + circular_.province.value + " ที่ " +
           (letter.number ? said(*letter.number) : kDots) + " ลงวันที่ " + when + "\nเรื่อง " +
           said(letter.subject);
  }

  // --- The attachments ---

  PrintedTable attachments() const {
    PrintedTable table;
    table.columns = {column("ที่", Align::centre, kSerialWidth), column("รายการ", Align::left),
                     column("จำนวน", Align::centre, kCountWidth), column("ไฟล์", Align::left)};
    for (const model::Attachment& attachment : circular_.attachments) {
      const std::string count = attachment.count ? said(*attachment.count, &attachment) : "";
      table.rows.push_back({cell(number(attachment.number.value)),
                            cell(said(attachment.title, &attachment)), cell(count),
                            cell(files(attachment))});
    }
    return table;
  }

  // What was written: a file, a folder with so many.
  std::string files(const model::Attachment& attachment) const {
    std::string lines, folder;
    int in_folder = 0;
    const auto end_folder = [&] {
      if (in_folder > 0) lines += folder + "/ (" + number(in_folder) + " ไฟล์)\n";
      in_folder = 0;
    };
    for (const Output& output : outputs(circular_, attachment, templates_)) {
      if (output.folder != folder) end_folder();
      folder = output.folder;
      if (folder.empty()) {
        lines += output.file_name + "\n";
      } else {
        ++in_folder;
      }
    }
    end_folder();
    return lines.empty() ? "-" : lines.substr(0, lines.size() - 1);
  }

  // --- The numbers ---

  void add_figures(std::vector<Printed>& body) const {
    if (circular_.letter.figures.empty()) return;
    body.push_back(PrintedHeading{"ข้อความสำหรับคัดลอกลงในหนังสือ"});
    PrintedTable table;
    table.columns = {column("ที่", Align::centre, kSerialWidth), column("ข้อความ", Align::left),
                     column("ที่มา", Align::left)};
    for (const model::Figure& figure : circular_.letter.figures) {
      table.rows.push_back({cell(number(static_cast<int>(table.rows.size()) + 1)),
                            cell(sentence(figure)), cell(source(figure))});
    }
    body.push_back(std::move(table));
  }

  // "รอบที่ ๑ จำนวน ๕๘๗ ผลิตภัณฑ์ (ห้าร้อยแปดสิบเจ็ดผลิตภัณฑ์)".
  std::string sentence(const model::Figure& figure) const {
    const plan::ColumnValues& values = plan_.columns[figure.column];
    const Number value = figure.quoted ? figure.quoted->value : values.total.value();
    const int decimals = figure.quoted ? value.decimals().value_or(2) : values.decimals;
    const std::string unit = said(figure.unit);
    return said(figure.text) + " จำนวน " + shown(value, {decimals, true, digits_, ""}) +
           (unit.empty() ? "" : " " + unit) + " (" + in_words(value, decimals, unit) + ")";
  }

  std::string source(const model::Figure& figure) const {
    const plan::ColumnValues& values = plan_.columns[figure.column];
    const Number total = values.total.value().rounded(values.decimals, Rounding::half_up);
    const std::string what = "ยอดรวมของ " + place_of(figure.column);
    if (!figure.quoted || figure.quoted->value == total) return what;
    return "ตามที่หนังสือระบุ ไม่ตรงกับ" + what + " คือ " +
           shown(total, {values.decimals, true, digits_, ""});
  }

  // The headings over the column where a table first shows it; else its own words.
  std::string place_of(std::size_t column) const {
    std::string place;
    for (const model::Attachment& attachment : circular_.attachments) {
      for (const model::Table& table : attachment.tables) {
        const Context context{circular_, plan_, attachment, digits_, false};
        for (const ShownHeading& heading : shown_headings(context, table)) {
          if (place.empty() && heading.shown->column == column) {
            place = heading.path + " (แผ่นงาน " + table.sheet.value + ")";
          }
        }
      }
    }
    const model::Column& own = circular_.columns[column];
    if (place.empty()) place = own.label.empty() ? own.name.value : own.label;
    return place;
  }

  void add_totals(std::vector<Printed>& body) const {
    for (const model::Attachment& attachment : circular_.attachments) {
      for (const model::Table& table : attachment.tables) {
        const Context context{circular_, plan_, attachment, digits_, false};
        PrintedTable totals = totals_of(context, table);
        if (totals.rows.empty()) continue;
        body.push_back(PrintedHeading{"ยอดรวมทั้งจังหวัด สิ่งที่ส่งมาด้วย " +
                                      number(attachment.number.value) + " แผ่นงาน " +
                                      table.sheet.value});
        body.push_back(std::move(totals));
      }
    }
  }

  PrintedTable totals_of(const Context& context, const model::Table& table) const {
    PrintedTable totals;
    totals.columns = {column("ที่", Align::centre, kSerialWidth), column("รายการ", Align::left),
                      column("เลขอารบิก", Align::centre), column("เลขไทย", Align::centre),
                      column("ตัวอักษร", Align::left)};
    for (const ShownHeading& heading : shown_headings(context, table)) {
      const auto total = total_number(context, *heading.shown);
      if (!total) continue;
      NumberLook look = look_of(context, table, *heading.shown);
      look.digits = thai::Digits::arabic;
      const std::string arabic = shown(*total, look);
      look.digits = thai::Digits::thai;
      totals.rows.push_back({cell(number(static_cast<int>(totals.rows.size()) + 1)),
                             cell(heading.path), cell(arabic), cell(shown(*total, look)),
                             cell(thai::spell_out(*total, look.decimals))});
    }
    return totals;
  }

  std::string number(int value) const { return thai::with_digits(std::to_string(value), digits_); }
  static PrintedCell cell(std::string text) {
    return {std::move(text), std::nullopt, std::nullopt};
  }

  const model::Circular& circular_;
  const plan::Plan& plan_;
  const Templates& templates_;
  const thai::Digits digits_;
};

}  // namespace

document::Workbook attachment_list(const model::Circular& circular, const plan::Plan& plan,
                                   const Templates& templates, const LayOutOptions& options) {
  const thai::Digits digits = options.digits.value_or(circular.letter.digits);
  return ListOfAttachments(circular, plan, templates, digits).write();
}

}  // namespace chiwat::form
