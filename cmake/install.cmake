# bin/selaras, share/selaras/{rules,policies}, share/doc/selaras. The program finds its data from its own place first, so the
# prefix may be moved.
if(TARGET selaras)
  install(TARGETS selaras RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
foreach(data rules policies)
  if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/${data})
    install(DIRECTORY ${data} DESTINATION ${CMAKE_INSTALL_DATADIR}/selaras)
  endif()
endforeach()
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
