#include "renew/start.hpp"

#include "renew/moved_dates.hpp"

namespace chiwat::renew {
namespace {

constexpr const char* kCircular =
    R"yaml(# รายละเอียดหนังสือเวียนแจ้งตัวชี้วัด: แก้ข้อความให้เป็นของจังหวัด ตัวเลขและชื่อในตัวอย่างนี้สมมุติขึ้นทั้งหมด
# ตรวจด้วย chiwat check โฟลเดอร์นี้ แล้วสร้างไฟล์ด้วย chiwat generate โฟลเดอร์นี้ --out โฟลเดอร์ที่จะเก็บไฟล์
# ข้อความหลังเครื่องหมาย # เป็นคำอธิบาย ย่อหน้าด้วยช่องว่าง และเว้นวรรคหลังเครื่องหมาย : ทุกครั้ง

province: ตัวอย่าง                      # ชื่อจังหวัด ไม่ต้องมีคำว่าจังหวัด
fiscal_year: 2569                      # ปีงบประมาณ พ.ศ.

letter:
  date: 12 มกราคม 2569                 # วันที่ของหนังสือ ถ้าวันที่ประทับภายหลัง เขียนเพียง มกราคม 2569
  subject: แจ้งเป้าหมายตัวชี้วัด ประจำปีงบประมาณ พ.ศ. {fiscal_year}   # คำในวงเล็บปีกกาเปลี่ยนตามปีเอง
  to: นายอำเภอทุกอำเภอ

indicator:
  number: 1
  name: ร้อยละของผลิตภัณฑ์ชุมชนที่จำหน่ายในตลาดออนไลน์
  unit: ร้อยละ
  weight: 10%                          # น้ำหนัก

rounds:                                # รอบการประเมิน
  - number: 1
    months: ตุลาคม 2568 - มีนาคม 2569
    levels:                            # ระดับคะแนน จากสูงไปต่ำ
      - points: 5
        when: online_share >= 10%
        text: ไม่น้อยกว่าร้อยละ {online_share}
      - points: 3
        when: online_share >= 8%
        text: ไม่น้อยกว่าร้อยละ {online_share}
      - points: 1
        when: online_share < 8%
        text: น้อยกว่าร้อยละ {online_share}

deadlines:                             # กำหนดส่ง
  - name: รายงานผล รอบที่ 1
    round: 1
    date: 31 มีนาคม 2569

baseline:                              # ข้อมูลฐานรายอำเภอ
  file: baseline.csv                   # เปิดและแก้ด้วย Excel ได้ (ไฟล์ CSV ให้บันทึกเป็น CSV UTF-8)
  district: อำเภอ                      # หัวคอลัมน์ชื่ออำเภอ
  columns:                             # ชื่อที่ใช้ในสูตร: หัวคอลัมน์ในไฟล์
    products: จำนวนผลิตภัณฑ์

results:                               # สิ่งที่อำเภอรายงาน
  products_online:
    label: จำนวนผลิตภัณฑ์ที่จำหน่ายในตลาดออนไลน์
    unit: ผลิตภัณฑ์
measures:                              # ค่าที่คิดจากรายงาน
  online_share: products_online / products

columns:                               # ค่าเป้าหมายที่คิดจากข้อมูลฐาน
  score_3:
    formula: ceil(products * 8%)       # ceil ปัดขึ้น round ปัดครึ่งขึ้น floor ปัดลง
  score_5:
    formula: ceil(products * 10%)

attachments:                           # สิ่งที่ส่งมาด้วย
  - number: 1
    title: เป้าหมายตัวชี้วัดรายอำเภอ
    file: เป้าหมายตัวชี้วัด
    tables:
      - sheet: รอบที่ {round}
        round: 1
        title:
          - เป้าหมาย{indicator_name}
          - ประจำปีงบประมาณ พ.ศ. {fiscal_year} (เดือน{round_months})
          - จังหวัด{province}
        columns:
          - heading: ที่
            show: serial
          - heading: อำเภอ
            show: district
          - heading: จำนวนผลิตภัณฑ์
            show: products
          - heading: ค่าเป้าหมาย
            columns:
              - heading: คะแนน 3
                show: score_3
              - heading: คะแนน 5
                show: score_5

checks:                                # กฎที่ไม่ใช้ พร้อมเหตุผล ดูกฎทั้งหมดด้วย chiwat check --rules
  without:
    N5: จังหวัดในตัวอย่างสมมุติขึ้น ลบสามบรรทัดนี้เมื่อใส่ชื่อจังหวัดจริง
)yaml";

constexpr const char* kBaseline =
    "อำเภอ,จำนวนผลิตภัณฑ์\n"
    "เมืองตัวอย่าง,120\n"
    "บ้านสมมุติ,85\n"
    "ดอนสมมุติ,64\n";

}  // namespace

std::map<std::string, std::string> start_files(int fiscal_year) {
  return {{"circular.yaml",
           with_later_years(kCircular, fiscal_year - kStartYear, kStartYear - 1, kStartYear + 1)},
          {"baseline.csv", kBaseline}};
}

}  // namespace chiwat::renew
