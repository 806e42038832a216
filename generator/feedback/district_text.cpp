#include <algorithm>

#include "feedback/feedback.hpp"
#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::feedback {
namespace {

constexpr std::size_t kMostTold = 20;
constexpr std::size_t kLongestName = 150;  // bytes
constexpr const char* kEnd = "\r\n";

std::string brief(const Date& date) {
  return thai::format_date(date, thai::DateStyle::brief, thai::Digits::arabic);
}

class Letter {
 public:
  Letter(std::size_t district, const std::vector<Status>& statuses,
         const std::vector<Problem>& problems, const model::Circular& circular,
         const thai::Catalogue& thai)
      : district_(district),
        statuses_(statuses),
        problems_(problems),
        circular_(circular),
        thai_(thai) {}

  std::string text() {
    line("เรียน พัฒนาการอำเภอ" + circular_.districts[district_].value);
    arrived();
    tell("ขอให้แก้ไข แล้วส่งไฟล์กลับมาใหม่", Severity::error);
    tell("ขอให้ตรวจดู", Severity::warning);
    missing();
    if (!has_findings_) line("ไม่มีข้อที่ต้องแก้ไข");
    return text_;
  }

 private:
  void line(const std::string& words) { text_ += words + kEnd; }

  void arrived() {
    for (const Status& status : statuses_) {
      const Standing& own = status.standings[district_];
      if (!own.reply) continue;
      const std::string& path = own.reply->returned->path;
      line("ได้รับ" + title_of(status.asked, circular_) +
           (own.received ? " เมื่อ " + brief(*own.received) : "") + " (ไฟล์ " +
           path.substr(path.find_last_of('/') + 1) + ")" +
           (status.is_late(own) ? " หลังกำหนด " + brief(*status.due) : ""));
    }
  }

  void missing() {
    for (const Status& status : statuses_) {
      if (status.standings[district_].reply) continue;
      has_findings_ = true;
      line("ยังไม่ได้รับ" + title_of(status.asked, circular_) +
           (status.due ? " กำหนดส่ง " + brief(*status.due) : ""));
    }
  }

  void tell(const std::string& request, Severity severity) {
    std::vector<const Problem*> own;
    for (const Problem& problem : problems_) {
      const bool is_own = problem.sender && problem.sender->district == district_;
      if (is_own && problem.diagnostic->severity == severity) own.push_back(&problem);
    }
    if (own.empty()) return;
    has_findings_ = true;
    line("");
    line(request + " " + std::to_string(own.size()) + " แห่ง");
    std::string file;
    for (std::size_t i = 0; i < std::min(own.size(), kMostTold); ++i) {
      if (own[i]->file != file) line("ไฟล์ " + file_name_of(*own[i]));
      file = own[i]->file;
      const std::string place = place_of(*own[i]);
      line(std::to_string(i + 1) + ". " + (place.empty() ? "" : place + ": ") +
           text_of(*own[i], thai_));
    }
    if (own.size() > kMostTold) {
      line("… และอีก " + std::to_string(own.size() - kMostTold) + " แห่ง ในไฟล์ ข้อที่ต้องแก้ไข.xlsx");
    }
    line("");
  }

  const std::size_t district_;
  const std::vector<Status>& statuses_;
  const std::vector<Problem>& problems_;
  const model::Circular& circular_;
  const thai::Catalogue& thai_;
  bool has_findings_ = false;
  std::string text_;
};

}  // namespace

std::vector<DistrictText> district_texts(const std::vector<Status>& statuses,
                                         const std::vector<Problem>& problems,
                                         const model::Circular& circular,
                                         const thai::Catalogue& thai) {
  std::vector<DistrictText> result;
  for (std::size_t i = 0; i < circular.districts.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    result.push_back({(number.size() < 2 ? "0" : "") + number + "-" +
                          thai::file_name(circular.districts[i].value, kLongestName) + ".txt",
                      Letter(i, statuses, problems, circular, thai).text()});
  }
  return result;
}

}  // namespace chiwat::feedback
