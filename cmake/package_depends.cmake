# Read by cpack: the packages that the program's libraries are from, as dpkg-shlibdeps tells them.
set(folder "${CPACK_TOPLEVEL_DIRECTORY}/depends")
file(MAKE_DIRECTORY ${folder}/debian)
file(WRITE ${folder}/debian/control "Source: selaras\n\nPackage: selaras\nArchitecture: any\n")
execute_process(COMMAND dpkg-shlibdeps -O -e${CPACK_SELARAS_PROGRAM} WORKING_DIRECTORY ${folder} OUTPUT_VARIABLE depends ERROR_QUIET RESULT_VARIABLE status)
if(NOT status EQUAL 0 OR NOT depends MATCHES "shlibs:Depends=([^\n]+)")
  message(FATAL_ERROR "dpkg-shlibdeps cannot tell the libraries of ${CPACK_SELARAS_PROGRAM} (./dev setup --all installs it)")
endif()
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${CMAKE_MATCH_1}")
