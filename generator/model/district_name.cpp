#include "model/district_name.hpp"

#include <string_view>

#include "thai/names.hpp"

namespace chiwat::model {

std::string district_name(std::string written, const std::string& province) {
  constexpr std::string_view kDistrict = "อำเภอ";
  if (written.starts_with(kDistrict)) written = thai::normalise(written.substr(kDistrict.size()));
  return written == "เมือง" ? written + province : written;
}

}  // namespace chiwat::model
