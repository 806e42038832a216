# What is installed besides the program, and the Debian package (cpack in a release build's folder).
include(GNUInstallDirs)

# Manual pages and completions, by the program itself, so that they say what --help says.
set(pages ${PROJECT_BINARY_DIR}/pages)
set(page_files)
function(chiwat_page file language format)
  add_custom_command(
    OUTPUT ${pages}/${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}
    COMMAND chiwat help --format ${format} --lang ${language} > ${pages}/${file}
    DEPENDS chiwat VERBATIM)
  set(page_files ${page_files} ${pages}/${file} PARENT_SCOPE)
endfunction()
chiwat_page(chiwat.1 en man)
chiwat_page(chiwat.th.1 th man)
chiwat_page(chiwat.bash en bash)
chiwat_page(chiwat.zsh en zsh)
chiwat_page(chiwat.fish en fish)
foreach(page chiwat.1 chiwat.th.1)
  add_custom_command(OUTPUT ${pages}/${page}.gz COMMAND gzip -9nkf ${pages}/${page}
                     DEPENDS ${pages}/${page} VERBATIM)
  list(APPEND page_files ${pages}/${page}.gz)
endforeach()
add_custom_target(pages ALL DEPENDS ${page_files})

install(FILES ${pages}/chiwat.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${pages}/chiwat.th.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/th/man1
        RENAME chiwat.1.gz)
set(completions ${CMAKE_INSTALL_DATADIR})
install(FILES ${pages}/chiwat.bash DESTINATION ${completions}/bash-completion/completions
        RENAME chiwat)
install(FILES ${pages}/chiwat.zsh DESTINATION ${completions}/zsh/vendor-completions RENAME _chiwat)
install(FILES ${pages}/chiwat.fish DESTINATION ${completions}/fish/vendor_completions.d)

install(TARGETS chiwat RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY templates/ DESTINATION ${CMAKE_INSTALL_DATADIR}/chiwat/templates)
install(FILES README.md README.th.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Debian wants a changelog of its own form: the versions of CHANGELOG.md, for what has changed.
set(debian_changelog ${pages}/changelog.Debian)
file(WRITE ${debian_changelog} "chiwat (${PROJECT_VERSION}-1) stable; urgency=medium\n\n"
     "  * See CHANGELOG.md.\n\n -- chiwat <chiwat@users.noreply.github.com>  "
     "Sat, 21 Nov 2026 00:00:00 +0700\n")
execute_process(COMMAND gzip -9nf ${debian_changelog})
install(FILES ${debian_changelog}.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME chiwat)
set(CPACK_PACKAGE_CONTACT "chiwat <chiwat@users.noreply.github.com>")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Excel forms of an indicator circular from one description
From one description of a fiscal year's indicator chiwat writes every Excel
attachment that a Thai provincial Community Development office sends to its
districts, and takes the filled forms back. Nothing leaves the machine.")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libreoffice-calc, fonts-thai-tlwg")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
    GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
