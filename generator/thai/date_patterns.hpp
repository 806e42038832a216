// How ICU is told to write dates: patterns, since its own Thai styles add an era to the year.
#pragma once

namespace chiwat::thai {

// Thai names, Buddhist years, Arabic digits: with_digits sets the script, once for a whole text.
inline constexpr char kThaiDates[] = "th@calendar=buddhist;numbers=latn";

inline constexpr char16_t kFullDate[] = u"d MMMM y";
inline constexpr char16_t kWeekdayDate[] = u"EEEEที่ d MMMM y";
inline constexpr char16_t kBriefDate[] = u"d MMM yy";
inline constexpr char16_t kMonthAndYear[] = u"MMMM y";
inline constexpr char16_t kMonthAlone[] = u"MMMM";

}  // namespace chiwat::thai
