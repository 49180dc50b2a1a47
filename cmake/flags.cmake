# One set of flags for the whole house, -O2 and a baseline CPU; CMakeLists.txt adds -O3 for the floors that read every byte.
get_property(multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(NOT CMAKE_BUILD_TYPE AND NOT multi_config)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release or Debug" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")

option(SELARAS_SANITIZE "Build with address and undefined-behaviour sanitizers" OFF)
option(SELARAS_FUZZ "Build the fuzzers (clang only) and nothing that they do not need" OFF)
option(SELARAS_BENCH "Build the measuring programs of bench/" ON)

add_library(selaras_flags INTERFACE)
target_include_directories(selaras_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(selaras_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -fstack-protector-strong -fPIE)
target_compile_definitions(selaras_flags INTERFACE
  _GLIBCXX_ASSERTIONS U_NO_DEFAULT_INCLUDE_UTF_HEADERS=1 UNISTR_FROM_STRING_EXPLICIT=explicit
  U_USING_ICU_NAMESPACE=0 SELARAS_VERSION="${PROJECT_VERSION}")
# The build id tells one build from another: what one of them keeps is nothing to the others (src/store/program_identity.h).
target_link_options(selaras_flags INTERFACE -pie -Wl,-z,relro,-z,now -Wl,--as-needed -Wl,--build-id)

if(SELARAS_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "SELARAS_FUZZ needs clang++: use the preset `fuzz`, or ./dev fuzz")
  endif()
  target_compile_options(selaras_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined)
  target_link_options(selaras_flags INTERFACE -fsanitize=address,undefined)
elseif(SELARAS_SANITIZE)
  target_compile_options(selaras_flags INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(selaras_flags INTERFACE -fsanitize=address,undefined)
else()
  target_compile_definitions(selaras_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
endif()

# No precompiled header: measured on ten floors (64 files), it saved nothing (70 s with and without).
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
