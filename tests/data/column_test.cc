#include "data/column.h"

#include <doctest/doctest.h>

#include "data/name_table.h"

using namespace selaras;

TEST_CASE("a column of its own outlives what it was copied from, and one that was given away is what it was") {
  auto first = std::make_unique<Column<int>>(std::vector<int>{1, 2, 3});
  const Column<int> copy = *first;
  const Column<int> given = std::move(*first);
  CHECK(first->size() == 3);
  first.reset();
  CHECK(copy.data() == given.data());
  CHECK(std::vector<int>(copy.begin(), copy.end()) == std::vector<int>{1, 2, 3});
  CHECK(copy.back() == 3);
  CHECK(Column<int>().empty());
}

TEST_CASE("a borrowed column shows what it was lent, and keeps its lender alive") {
  auto lender = std::make_shared<const std::vector<int>>(std::vector<int>{4, 5});
  const std::weak_ptr<const std::vector<int>> alive = lender;
  Column<int> column(lender, *lender);
  CHECK(column.data() == lender->data());
  lender.reset();
  CHECK(column[1] == 5);
  column = Column<int>();
  CHECK(alive.expired());
}

TEST_CASE("lists keep their order and their bounds, empty ones too") {
  const Lists<int> lists({{}, {1}, {}, {2, 3}});
  REQUIRE(lists.size() == 4);
  CHECK(lists[0].empty());
  CHECK(lists[1].front() == 1);
  CHECK(lists[2].empty());
  CHECK(lists[3].back() == 3);
  CHECK(Lists<int>().size() == 0);
}

TEST_CASE("a name is found by its letters and nothing else is") {
  std::vector<std::string> names;
  for (int i = 0; i < 1000; ++i) names.push_back("name " + std::to_string(i));
  const NameTable table(names);
  for (uint32_t i = 0; i < names.size(); ++i) CHECK(table.find(names[i]) == i);
  CHECK_FALSE(table.find("name"));
  CHECK_FALSE(table.find("name 1000"));
  CHECK_FALSE(table.find(""));
  CHECK_FALSE(NameTable().find("name"));
  CHECK(NameTable(std::vector<std::string>{"", "twice", "twice"}).find("twice") == 1U);
}
