# The manual and the completions of the shells, printed by the program from its own option table.
if(NOT TARGET selaras)
  return()
endif()

# printed_by_selaras(FILE ARGUMENT…): a file of the build directory, made anew when the program or a document changes.
function(printed_by_selaras file)
  set(documents ${ARGN})
  list(FILTER documents INCLUDE REGEX "\\.md$")
  add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/${file}
    COMMAND ${CMAKE_COMMAND} -DFILE=${PROJECT_BINARY_DIR}/${file} -P ${PROJECT_SOURCE_DIR}/cmake/print_to_file.cmake -- $<TARGET_FILE:selaras> ${ARGN}
    DEPENDS selaras ${documents} ${PROJECT_SOURCE_DIR}/cmake/print_to_file.cmake
    VERBATIM)
  set_property(GLOBAL APPEND PROPERTY SELARAS_PRINTED ${PROJECT_BINARY_DIR}/${file})
endfunction()

set(formats ${PROJECT_SOURCE_DIR}/docs/formats)
printed_by_selaras(man/selaras.1 man selaras)
printed_by_selaras(man/selaras-rules.5 man selaras-rules ${formats}/check.md ${formats}/language.md ${formats}/ontology.md ${formats}/weights.md)
printed_by_selaras(man/selaras-policies.5 man selaras-policies ${formats}/policy.md)
printed_by_selaras(completion/selaras.bash completion bash)
printed_by_selaras(completion/_selaras completion zsh)
printed_by_selaras(completion/selaras.fish completion fish)

get_property(printed GLOBAL PROPERTY SELARAS_PRINTED)
add_custom_target(manual ALL DEPENDS ${printed})
