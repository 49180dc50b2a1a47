#include <doctest/doctest.h>

#include <string>

#include "value/value.h"

using namespace selaras;

TEST_CASE("a phone number has one normal form however it is written") {
  for (const char* written : {"+880 9610 102030", "09610 102030", "09610102030", "0088 09610 102030", "০৯৬১০ ১০২০৩০"}) {
    CAPTURE(written);
    CHECK(same_contact(normal_contact(written, "BD"), "+8809610102030"));
  }
  CHECK(normal_contact("03-8000 8000", "MY") == "+60380008000");
  CHECK(normal_contact("+60 3-8000 8000", "TH") == "+60380008000");
  CHECK(normal_contact("(02) 8722-1144", "PH") == "+63287221144");
}

TEST_CASE("a short code stays as it is dialled") {
  CHECK(normal_contact("1343", "PH") == "1343");
  CHECK(normal_contact("๑๓๐๐", "TH") == "1300");
  CHECK(normal_contact("16135", "BD") == "16135");
  CHECK(normal_contact("1300 88 2468", "MY") == "1300882468");
}

TEST_CASE("what one cannot call has no normal form") {
  CHECK(normal_contact("", "MY").empty());
  CHECK(normal_contact("12", "MY").empty());
  CHECK(normal_contact("call us", "MY").empty());
  CHECK(normal_contact("12345678901234567890", "MY").empty());
}

TEST_CASE("the national part of a number names the same line") {
  CHECK(same_contact("+60380008000", "0380008000"));
  CHECK(same_contact("+601300882468", "1300882468"));
  CHECK(same_contact("1343", "1343"));
  CHECK_FALSE(same_contact("1343", "1348"));
  CHECK_FALSE(same_contact("+60380008000", "+60380008001"));
  CHECK_FALSE(same_contact("+60380008000", "+63380008000"));
  CHECK_FALSE(same_contact("", ""));
}

TEST_CASE("mail addresses are the same in any case") {
  CHECK(normal_contact("Help@UNHCR.org", "MY") == "help@unhcr.org");
}
