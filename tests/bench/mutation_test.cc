#include "mutation.h"

#include <doctest/doctest.h>

using namespace selaras;

TEST_CASE("every kind of mutation is found by its own name and by no other") {
  for (size_t i = 0; i < kMutationKinds; ++i) {
    const auto kind = static_cast<MutationKind>(i);
    CHECK_FALSE(name(kind).empty());
    CHECK(mutation_kind_named(name(kind)) == kind);
  }
  CHECK_FALSE(mutation_kind_named("no such kind"));
  CHECK(name(Carrier::example) != name(Carrier::norm));
}
