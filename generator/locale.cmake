# The wording of locale/*.txt, compiled by ICU's genrb and linked into chiwat_thai, so that the
# installed program needs no data file. message.cpp finds it under the symbol chiwat_dat.
find_program(ICU_GENRB genrb REQUIRED)
find_program(ICU_PKGDATA pkgdata REQUIRED)

set(languages en th)
set(bundles ${CMAKE_CURRENT_BINARY_DIR}/locale)
set(wording ${bundles}/libchiwat.a)
list(TRANSFORM languages APPEND .txt OUTPUT_VARIABLE texts)
list(TRANSFORM languages APPEND .res OUTPUT_VARIABLE resources)
list(TRANSFORM texts PREPEND ${PROJECT_SOURCE_DIR}/locale/)
list(JOIN resources "\n" listed)
file(WRITE ${bundles}/bundles.lst "${listed}\n")
file(MAKE_DIRECTORY ${bundles}/work)

# pkgdata adds to an archive that is there already, hence the removal; and it hands paths to a shell
# without quotes, hence the relative ones: a folder above may have a space in its name.
add_custom_command(
  OUTPUT ${wording}
  COMMAND ${ICU_GENRB} --quiet --encoding UTF-8 --destdir ${bundles} ${texts}
  COMMAND ${CMAKE_COMMAND} -E rm -f ${wording}
  COMMAND ${ICU_PKGDATA} --quiet --mode static --name chiwat --entrypoint chiwat
          --sourcedir . --destdir . --tempdir work bundles.lst > pkgdata.log
  DEPENDS ${texts}
  WORKING_DIRECTORY ${bundles}
  COMMENT "Compiling the wording of locale/"
  VERBATIM)
add_custom_target(chiwat_wording DEPENDS ${wording})
add_dependencies(chiwat_thai chiwat_wording)
target_link_libraries(chiwat_thai PRIVATE ${wording})
