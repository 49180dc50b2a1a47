# One measuring program a file: bench/<name>.cc becomes bench/<name> in the build directory; ./dev bench runs them all. A source with
# a header of its own name beside it (bench/<name>.h) is no program but a unit that all of them may use.
file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*.cc)
set(benches ${sources})
set(units ${sources})
foreach(source IN LISTS sources)
  string(REGEX REPLACE "\\.cc$" ".h" header ${source})
  if(EXISTS ${header})
    list(REMOVE_ITEM benches ${source})
  else()
    list(REMOVE_ITEM units ${source})
  endif()
endforeach()

add_library(selaras_bench STATIC EXCLUDE_FROM_ALL ${units})
target_link_libraries(selaras_bench PUBLIC selaras_flags ${SELARAS_ALL_FLOORS})

foreach(source IN LISTS benches)
  get_filename_component(name ${source} NAME_WE)
  add_executable(bench_${name} ${source})
  target_link_libraries(bench_${name} PRIVATE selaras_flags selaras_bench ${SELARAS_ALL_FLOORS})
  target_compile_definitions(bench_${name} PRIVATE SELARAS_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  set_target_properties(bench_${name} PROPERTIES OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
endforeach()
