// The table of rules: that every rule, and everything that a rule reports, is tripped by one of the
// families' cases and explained in both languages; and rules that a description switches off.
#define BOOST_TEST_MODULE review
#include "review_input.hpp"
#include "thai/message.hpp"

namespace chiwat::review {
namespace {

BOOST_AUTO_TEST_SUITE(rules)

std::vector<Case> all_cases() {
  std::vector<Case> all;
  for (const auto& family :
       {date_cases(), level_cases(), target_cases(), figure_cases(), name_cases()}) {
    all.insert(all.end(), family.begin(), family.end());
  }
  return all;
}

BOOST_AUTO_TEST_CASE(the_description_is_good) {
  BOOST_TEST(findings({}) == "");
}

BOOST_AUTO_TEST_CASE(everything_a_rule_reports_has_a_case_and_the_same_mended) {
  const auto cases = all_cases();
  for (const Rule& rule : all_rules()) {
    for (const auto message : rule.messages) {
      const std::string found = std::string(rule.id) + " " + std::string(message) + ":";
      const auto tripped = std::ranges::find_if(cases, [&](const Case& one) {
        return one.rule == rule.id && one.expected.find(found) != std::string::npos;
      });
      BOOST_TEST((tripped != cases.end()), found);
      if (tripped != cases.end()) BOOST_TEST(!tripped->mended.empty(), found);
    }
  }
}

// At its place in the template, which is line 90 here.
std::string findings_in(const std::string& text, bool is_title = false) {
  return findings({}, {{{text, {"t.yaml", 90, 1}}, is_title, 0}});
}

BOOST_AUTO_TEST_CASE(what_documents_say_is_read_as_the_tables_are) {
  BOOST_TEST(findings_in("ประชุมวันจันทร์ที่ ๒๕ กุมภาพันธ์ ๒๕๖๕") == "D1 weekday_differs:90 ");
  BOOST_TEST(findings_in("ส่งภายในวันที่ 26 กุมภาพันธ์ 2565") == "D4 due_on_weekend:90 ");
  BOOST_TEST(findings_in("แนวทาง ประจำปีงบประมาณ พ.ศ. 2563", true) == "D7 year_of_title:90 ");
  BOOST_TEST(findings_in("เทียบกับปีงบประมาณ พ.ศ. 2563") == "");
  BOOST_TEST(findings_in("แนวทาง รอบที่ 2", true) == "D10 other_round_named:90 ");
  BOOST_TEST(findings_in("ตามสิ่งที่ส่งมาด้วย 7") == "F2 attachment_not_listed:90 ");
  BOOST_TEST(findings_in("สำนักงานพัฒนาชุมชนอำเภอวารินชำราบ") == "N3 text_names_other_district:90 ");
  BOOST_TEST(findings_in("ส่งจังหวัดหนองคาย") == "N5 province_differs:90 ");
  BOOST_TEST(findings_in("ตามแบบ จต.2") == "N6 form_codes_mixed:90 ");
}

BOOST_AUTO_TEST_CASE(every_rule_is_explained) {
  for (const auto language : {thai::Language::english, thai::Language::thai}) {
    const thai::Catalogue catalogue(language);
    for (const Rule& rule : all_rules()) {
      BOOST_TEST(catalogue.has(summary_id(rule)), rule.id);
      BOOST_TEST(catalogue.has(explanation_id(rule)), rule.id);
      for (const auto message : rule.messages) BOOST_TEST(catalogue.has(message), message);
    }
  }
}

std::string with_off(const std::string& off) {
  return findings({{kDue, "26 กุมภาพันธ์ 2565"}, {kEnd, kEnd + "checks: {without: {" + off + "}}\n"}});
}

BOOST_AUTO_TEST_CASE(a_rule_is_switched_off_with_a_reason) {
  BOOST_TEST(with_off("D4: ศูนย์เปิดวันเสาร์") == "");
  BOOST_TEST(with_off("d4: ศูนย์เปิดวันเสาร์") == "");
  BOOST_TEST(with_off("D4: ") == "D4 due_on_weekend:16 - check_off_without_reason:47 ");
  BOOST_TEST(with_off("D4: \"  \"") == "D4 due_on_weekend:16 - check_off_without_reason:47 ");
  BOOST_TEST(with_off("D4: ก, D5: ก") == "- check_off_idle:47 ");
  BOOST_TEST(with_off("D4: ก, D44: ก") == "- check_rule_unknown:47 ");
  BOOST_TEST(with_off("D4: ก, N2: ก") == "- check_rule_is_error:47 ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::review
