#include <algorithm>
#include <utility>

#include "document/restyle.hpp"
#include "feedback/feedback.hpp"
#include "feedback/listed_cells.hpp"
#include "form/lay_out.hpp"
#include "form/listing.hpp"
#include "model/placeholders.hpp"
#include "thai/date.hpp"
#include "thai/message.hpp"

namespace chiwat::feedback {
namespace {

using document::Cell;
using document::Horizontal;
using form::listed_number;
using form::listed_text;

constexpr const char* kReturned = "ส่งแล้ว";
constexpr const char* kLate = "ส่งช้า";
constexpr const char* kMissing = "ยังไม่ส่ง";
constexpr form::Millipoints kWide = 220'000;

constexpr std::uint32_t kRed = 0xF8CBAD, kYellow = 0xFFE699, kGreen = 0xC6E0B4;

std::string short_date(const std::optional<Date>& date) {
  return date ? thai::format_date(*date, thai::DateStyle::brief, thai::Digits::arabic) : "";
}

class StatusSheet {
 public:
  StatusSheet(const Status& status, const model::Circular& circular)
      : status_(status), circular_(circular) {
    table_.sheet = sheet_name();
    table_.titles = {"สถานะการส่งแบบ", title_of(status.asked, circular),
                     "จังหวัด" + circular.province.value};
    table_.columns = {{"ที่", 0}, {"อำเภอ", 0}, {"สถานะ", 0}, {"วันที่ได้รับ", 0}, {"กำหนดส่ง", 0}};
    for (const char* heading : kProblemCounts) table_.columns.push_back({heading, 0});
    table_.columns.push_back({"ไฟล์", kWide});
    table_.notes = {
        "วันที่ได้รับคือวันที่บันทึกครั้งหลังสุดตามที่ไฟล์ระบุ หากไม่ระบุใช้วันที่ใน zip หรือของไฟล์ เว้นแต่กำหนดไว้ในไฟล์วันที่รับ"};
  }

  document::Sheet run() {
    for (const Standing& standing : status_.standings) table_.rows.push_back(row(standing));
    table_.rows.push_back(total_row());
    return form::laid_out(table_);
  }

 private:
  // "4 รอบที่ 1", "5 ม.ค. 2568": short enough, and unlike any other.
  std::string sheet_name() const {
    std::string name = "สิ่งที่ส่งมาด้วย " + std::to_string(status_.asked.attachment);
    if (status_.asked.month) {
      const Month month = *status_.asked.month;
      const unsigned number = static_cast<unsigned>(month.month());
      return name + " " + std::to_string(static_cast<int>(month.year()) + kBuddhistOffset) + "-" +
             (number < 10 ? "0" : "") + std::to_string(number);
    }
    const std::string time = time_in_words(status_.asked, circular_);
    return time.empty() ? name : name + " " + time;
  }

  const char* state(const Standing& standing) const {
    if (!standing.reply) return kMissing;
    return status_.is_late(standing) ? kLate : kReturned;
  }

  std::vector<Cell> row(const Standing& standing) const {
    Cell told = words(state(standing), Horizontal::centre);
    told.style = document::filled(told.style, !standing.reply             ? kRed
                                              : status_.is_late(standing) ? kYellow
                                                                          : kGreen);
    const std::string file = standing.reply
                                 ? standing.reply->returned->path.substr(
                                       standing.reply->returned->path.find_last_of('/') + 1)
                                 : "";
    std::vector<Cell> cells{serial(standing.district),
                            words(circular_.districts[standing.district].value), told,
                            words(short_date(standing.received), Horizontal::centre),
                            words(short_date(status_.due), Horizontal::centre)};
    for (const int count : {standing.errors, standing.warnings, standing.notes}) {
      cells.push_back(standing.reply ? counted(count) : words(""));
    }
    cells.push_back(words(file));
    return cells;
  }

  std::string range(int column) const {
    return document::cell_name({table_.first_row(), column}, false) + ":" +
           document::cell_name(
               {table_.first_row() + static_cast<int>(status_.standings.size()) - 1, column},
               false);
  }

  std::vector<Cell> total_row() const {
    const document::Style bold = listed_text(Horizontal::centre, true);
    const auto live = [&](const std::string& formula, int value) {
      return Cell{document::Formula{formula, Number(value)}, listed_number("0", true), ""};
    };
    int errors = 0, warnings = 0, notes = 0;
    for (const Standing& standing : status_.standings) {
      errors += standing.errors;
      warnings += standing.warnings;
      notes += standing.notes;
    }
    Cell returned = live("COUNTA(" + range(1) + ")-COUNTIF(" + range(2) + ",\"" + kMissing + "\")",
                         status_.returned());
    returned.style = document::formatted(returned.style,
                                         "0\"/" + std::to_string(status_.standings.size()) + "\"");
    return {Cell{document::Blank{}, bold, ""},
            Cell{std::string("รวม"), bold, ""},
            returned,
            Cell{document::Blank{}, bold, ""},
            Cell{document::Blank{}, bold, ""},
            live("SUM(" + range(5) + ")", errors),
            live("SUM(" + range(6) + ")", warnings),
            live("SUM(" + range(7) + ")", notes),
            Cell{document::Blank{}, bold, ""}};
  }

  const Status& status_;
  const model::Circular& circular_;
  form::Listing table_;
};

}  // namespace

std::string title_of(const Asked& asked, const model::Circular& circular) {
  std::string title = "สิ่งที่ส่งมาด้วย " + std::to_string(asked.attachment);
  for (const model::Attachment& attachment : circular.attachments) {
    if (attachment.number.value != asked.attachment) continue;
    const model::Text& text = attachment.short_title ? *attachment.short_title : attachment.title;
    const auto words = thai::format(text.value, model::placeholders(circular, nullptr, &attachment),
                                    thai::Digits::arabic);
    title = std::get<std::string>(words) + " (" + title + ")";
  }
  const std::string time = time_in_words(asked, circular);
  return time.empty() ? title : title + " " + time;
}

document::Workbook status_workbook(const std::vector<Status>& statuses,
                                   const model::Circular& circular) {
  std::vector<document::Sheet> sheets;
  for (const Status& status : statuses) sheets.push_back(StatusSheet(status, circular).run());
  return workbook_called("สถานะการส่ง", circular, std::move(sheets));
}

}  // namespace chiwat::feedback
