#include "base/diagnostic.h"

#include <doctest/doctest.h>

using namespace selaras;

TEST_CASE("a diagnostic is one line that editors jump to") {
  const SourceFile file("policies/a.yaml", "id: x\nstaus: in-force\n");
  Diagnostics diagnostics;
  diagnostics.error(file, {6, 11}, "unknown key staus", "did you mean status?");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(to_line(diagnostics.all()[0]) == "policies/a.yaml:2:1: error: unknown key staus (did you mean status?)");
}

TEST_CASE("a diagnostic about a whole file has no line, and may have no remedy") {
  Diagnostics diagnostics;
  diagnostics.file_error("a.md", "no such file or folder", "");
  CHECK(to_line(diagnostics.all()[0]) == "a.md: error: no such file or folder");
}

TEST_CASE("warnings are no errors") {
  const SourceFile file("a.yaml", "x");
  Diagnostics diagnostics;
  diagnostics.warning(file, {0, 1}, "odd", "look again");
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(to_line(diagnostics.all()[0]) == "a.yaml:1:1: warning: odd (look again)");
}

TEST_CASE("appended diagnostics keep their order and their count") {
  const SourceFile file("a.yaml", "x");
  Diagnostics first, second;
  first.error(file, {0, 1}, "one", "");
  second.warning(file, {0, 1}, "two", "");
  second.error(file, {0, 1}, "three", "");
  first.append(second);
  REQUIRE(first.all().size() == 3);
  CHECK(first.all()[1].message == "two");
  CHECK(first.all()[2].message == "three");
  CHECK(first.error_count() == 2);
}
