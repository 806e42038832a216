# templates/*.yaml, compiled into the program so that it needs no data file beside it.
file(GLOB templates CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/templates/*.yaml)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${templates})
set(CHIWAT_TEMPLATE_ENTRIES "")
foreach(template ${templates})
  get_filename_component(name ${template} NAME_WE)
  file(READ ${template} text)
  string(APPEND CHIWAT_TEMPLATE_ENTRIES "    {\"${name}\", R\"yaml(${text})yaml\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_templates.cpp @ONLY CONTENT
[[// Generated from templates/ by templates.cmake.
#include "form/embedded_templates.hpp"

namespace chiwat::form {

const std::map<std::string, std::string_view>& embedded_templates() {
  static const std::map<std::string, std::string_view> templates{
@CHIWAT_TEMPLATE_ENTRIES@  };
  return templates;
}

}  // namespace chiwat::form
]])
if(TARGET chiwat_form)
  target_sources(chiwat_form PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded_templates.cpp)
endif()
