// Numbers and attachments that are said in two ways.
#include "review_input.hpp"

namespace chiwat::review {
namespace {

// The description with the registry, of which the baseline says that ปง has so many products.
std::vector<Change> registered(const std::string& products) {
  return {{kBaseline,
           "อำเภอ,จำนวนผลิตภัณฑ์,จำนวนผู้ประกอบการ,ผลิตภัณฑ์ปีก่อน,ในทะเบียน\n"
           "เมืองพะเยา,95,50,90,0\nจุน,41,30,40,2\nเชียงคำ,52,20,50,0\nเชียงม่วน,33,10,30,0\n"
           "ดอกคำใต้,44,10,40,0\nปง,55,10,50," +
               products + "\nแม่ใจ,31,10,30,0\nภูซาง,51,10,50,0\nภูกามยาว,37,10,40,0\n"},
          {"old: ผลิตภัณฑ์ปีก่อน", "old: ผลิตภัณฑ์ปีก่อน, registered: ในทะเบียน"},
          {kEnd, kEnd + "registry: {file: r.csv, district: อำเภอ, counts: {products: registered},"
                        " columns: {operator_code: รหัส, operator: ผู้ผลิต, product: ผลิตภัณฑ์}}\n"}};
}

// A heading over the halves and what is said to be their sum.
std::string sum_of_halves(const std::string& sum) {
  return "{heading: แบ่งเป็น, columns: [{heading: ครึ่งแรก, show: half}, {heading: ครึ่งหลัง, show: rest},"
         " {heading: รวม, show: " +
         sum + "}]}";
}

}  // namespace

std::vector<Case> figure_cases() {
  return {
      {"F1",
       {{"quoted: 50", "quoted: 48"}},
       "F1 figure_differs:6 ",
       {{"quoted: 50", "quoted: ๕๐"}}},
      {"F1",
       {{"quoted: 50", "unit: ผลิตภัณฑ์"}, {kNotes, "notes: เป้าหมายรวม จำนวน 48 ผลิตภัณฑ์"}},
       "F1 figure_in_text_differs:43 ",
       {{"quoted: 50", "unit: ผลิตภัณฑ์"},
        {kNotes, "notes: เป้าหมายรวม จำนวน ๕๐ ผลิตภัณฑ์ โดยรวม จำนวน 48 ราย และรวม 48 ผลิตภัณฑ์"}}},
      {"F2", {{kEnd, ""}}, "F2 attachment_not_produced:44 ", {{kEnd, "    forms: x\n"}}},
      {"F2",
       {{"(สิ่งที่ส่งมาด้วย 2)", "(สิ่งที่ส่งมาด้วย ๓)"}},
       "F2 attachment_not_listed:43 ",
       {{"(สิ่งที่ส่งมาด้วย 2)", "(สิ่งที่ส่งมาด้วย ๑)"}}},
      {"F3", registered("2"), "F3 registry_counts_differ:47 ", registered("1")},
      {"F4",
       {{kEnd, kEnd + "checks: {agree: [products >= old]}\n"}},
       "F4 totals_disagree:47 ",
       {{kEnd, kEnd + "checks: {agree: [target = half + rest]}\n"}}},
      {"F4",
       {{kHeading, sum_of_halves("products")}},
       "F4 heading_not_sum:41 ",
       {{kHeading, sum_of_halves("target")}}},
      {"F5",
       {{kEnd, kEnd + "checks: {compare: {column: products, before: old}}\n"},
        {"จุน,41,", "จุน,410,"},
        {"quoted: 50", "quoted: 86"}},
       "F5 outlier:47 ",
       {{kEnd, kEnd + "checks: {compare: {column: products, before: old, factor: 1.1}}\n"}}},
  };
}

BOOST_AUTO_TEST_SUITE(figures)

BOOST_AUTO_TEST_CASE(each_rule_is_tripped_and_not_once_that_is_mended) {
  check_cases(figure_cases());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chiwat::review
