// Districts, the province, and the codes of forms.
#include <set>

#include "review/gazetteer.hpp"
#include "review_input.hpp"

namespace chiwat::review {

std::vector<Case> name_cases() {
  return {
      {"N1",
       {{"ปง,55,10,50\n", ""}, {"quoted: 50", "quoted: 44"}},
       "N1 districts_missing:9 ",
       {{"ปง,55,10,50\n", "อำเภอปง,55,10,50\n"}}},
      {"N2", {{"ปง,55,", "จุน,55,"}}, "N2 district_twice:7 ", {{"ปง,55,", "อำเภอปง,55,"}}},
      {"N2", {{"ปง,55,", "อำเภอ จุน,55,"}}, "N2 district_twice:7 ", {{"ปง,55,", "อำเภอ ปง,55,"}}},
      {"N2",
       {{"ปง,55,", "อำเภอเมือง,55,"}},
       "N2 district_twice:7 ",
       {{"เมืองพะเยา,", "อำเภอเมือง,"}, {"ปง,55,", "ปง ,55,"}}},
      {"N3",
       {{"ดอกคำใต้,", "ดอกคำไต้,"}},
       "N3 district_misspelt:6 ",
       {{"ดอกคำใต้,", "อำเภอดอกคำใต้,"}, {"เมืองพะเยา,", "อำเภอเมือง,"}}},
      {"N3",
       {{"ภูกามยาว,", "ท่าบ่อ,"}},
       "N3 district_of_other_province:10 N1 districts_missing:10 ",
       {{"ภูกามยาว,", "อำเภอภูกามยาว,"}}},
      {"N3",
       {{"ภูกามยาว,", "ศรีสุขเกษม,"}},
       "N3 district_unknown:10 N1 districts_missing:10 ",
       {{"ภูกามยาว,", " ภูกามยาว ,"}}},
      {"N3",
       {{kNotes, "notes: ส่งที่อำเภอวารินชำราบ"}},
       "N3 text_names_other_district:43 ",
       {{kNotes, "notes: ส่งที่อำเภอดอกคำใต้จังหวัดพะเยา อำเภอสอง แห่ง อำเภอเมือง จังหวัด อำเภอ สังคม"}}},
      {"N4",
       {{"ปง,55,10,50\nแม่ใจ,31,10,30\n", "แม่ใจ,31,10,30\nปง,55,10,50\n"}},
       "N4 districts_out_of_order:7 ",
       {{"ปง,55,10,50\nแม่ใจ,31,10,30\n", "อำเภอปง,55,10,50\nอำเภอแม่ใจ,31,10,30\n"}}},
      {"N5",
       {{"จังหวัดพะเยา", "จังหวัดหนองคาย"}},
       "N5 province_differs:36 ",
       {{"จังหวัดพะเยา", "จังหวัด พะเยา และทุกจังหวัด"}}},
      {"N5",
       {{"province: พะเยา", "province: พเยา"}},
       "N5 province_unknown:1 ",
       {{"province: พะเยา", "province: \" พะเยา  \""}}},
      {"N6",
       {{"แบบรายงาน\n", "แบบรายงาน จต.2\n"}},
       "N6 form_codes_mixed:45 ",
       {{"แบบรายงาน\n", "แบบรายงาน รต.2 ก.ย.65 พ.ศ. 2565\n"}}},
  };
}

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(each_rule_is_tripped_and_not_once_that_is_mended) {
  check_cases(name_cases());
}

BOOST_AUTO_TEST_CASE(the_gazetteer_has_every_district_once) {
  std::size_t districts = 0;
  for (const Province& province : all_provinces()) {
    const std::set<std::string> names(province.districts.begin(), province.districts.end());
    BOOST_TEST(names.size() == province.districts.size(), province.name);
    if (province.name != "กรุงเทพมหานคร") districts += names.size();
  }
  BOOST_TEST(all_provinces().size() == 77);
  BOOST_TEST(districts == 878);
  BOOST_REQUIRE(find_province("กรุงเทพมหานคร"));
  BOOST_TEST(find_province("กรุงเทพมหานคร")->districts.size() == 50);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chiwat::review
