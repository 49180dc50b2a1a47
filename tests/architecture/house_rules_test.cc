// Every rule of the house can fail: each is shown a small offence and a small innocence.
#include "house_rules.h"

#include <doctest/doctest.h>

#include <string>

using namespace selaras::house;

namespace {

const std::vector<std::string> kFloors{"base", "text", "judge", "cli"};

std::vector<Breach> upward(std::string path, std::string text) {
  return upward_includes({{std::move(path), std::move(text)}}, kFloors);
}

std::vector<Breach> copied(std::string body, std::string data) {
  return copied_runs({{"tests/eval/m.md", "---\nid: one two three four five six seven\n---\n" + std::move(body)}},
                     {{"policies/p.yaml", std::move(data)}});
}

std::vector<Breach> literals(std::string text) { return domain_literals({{"src/judge/a.cc", std::move(text)}}, {"BMET"}); }
std::vector<Breach> paths(std::string text) { return machine_paths({{"docs/a.md", std::move(text)}}); }

}  // namespace

TEST_CASE("a floor that includes a floor above it is a breach, with its line") {
  const auto breaches = upward("src/text/fold.cc", "#include <string>\n#  include \"judge/pair.h\"\n");
  REQUIRE(breaches.size() == 1);
  CHECK(breaches[0].path == "src/text/fold.cc");
  CHECK(breaches[0].line == 2);
  CHECK(upward("src/text/fold.h", "#include <judge/pair.h>\n").size() == 1);
}

TEST_CASE("a floor may include itself, the floors below it and the libraries") {
  CHECK(upward("src/judge/pair.cc", "#include \"judge/pair.h\"\n#include \"base/span.h\"\n#include <vector>\n").empty());
  CHECK(upward("src/text/fold.cc", "// see judge/pair.h: #include \"judge/pair.h\"\n").empty());
  CHECK(upward("tests/text/fold_test.cc", "#include \"judge/pair.h\"\n").empty());
}

TEST_CASE("a folder of src that is no floor is a breach") {
  CHECK(upward("src/attic/old.cc", "").size() == 1);
  CHECK(upward("src/main.cc", "").size() == 1);
}

TEST_CASE("ICU headers are read by src/text alone") {
  CHECK(icu_outside_text({{"src/value/money.cc", "#include <unicode/uchar.h>\n"}}).size() == 1);
  CHECK(icu_outside_text({{"tests/value/money_test.cc", "#include \"unicode/uchar.h\"\n"}}).size() == 1);
  CHECK(icu_outside_text({{"src/text/fold.cc", "#include <unicode/uchar.h>\n"}}).empty());
  CHECK(icu_outside_text({{"src/value/money.cc", "// unicode/uchar.h knows\n"}}).empty());
}

TEST_CASE("Boost.Graph stays out of headers") {
  CHECK(boost_graph_in_headers({{"src/ontology/graph.h", "#include <boost/graph/adjacency_list.hpp>\n"}}).size() == 1);
  CHECK(boost_graph_in_headers({{"src/ontology/graph.cc", "#include <boost/graph/adjacency_list.hpp>\n"}}).empty());
}

TEST_CASE("an official name is nobody's sentence, but only the name itself") {
  const File message{"tests/eval/m.md", "---\nid: m\n---\nAsk the House of Very Long Names today about it."};
  const File data{"policies/x.yaml", "a: House of Very Long Names Today\n"};
  CHECK(copied_runs({message}, {data}).size() == 1);
  CHECK(copied_runs({message}, {data}, "House of Very Long Names Today\n").empty());
  CHECK(copied_runs({message}, {data}, "House of Very\nLong Names Today\n").size() == 1);
}

TEST_CASE("six words in a row of a message are a breach in the data, with line and run") {
  const auto breaches = copied("You must NOT pay any fee to the agent.", "a: b\nstatement: must not pay, any fee \"to\" agents\n");
  REQUIRE(breaches.size() == 1);
  CHECK(breaches[0].line == 2);
  CHECK(breaches[0].what.find("tests/eval/m.md") != std::string::npos);
  CHECK(breaches[0].what.find("must not pay, any fee \"to") != std::string::npos);
}

TEST_CASE("five words in a row are no breach") {
  CHECK(copied("You must not pay any fee to the agent.", "statement: must not pay any fee at the office\n").empty());
}

TEST_CASE("a run is reported once, however long it is, and again at its next place") {
  const std::string body = "one two three four five six seven eight nine ten";
  CHECK(copied(body, "x: two three four five six seven eight nine\n").size() == 1);
  CHECK(copied(body, "x: two three four five six seven\ny: zero\nz: three four five six seven eight\n").size() == 2);
}

TEST_CASE("a run may go over the end of a line") {
  CHECK(copied("one two three\nfour five six", "x: one two\n   three four\n   five six\n").size() == 1);
}

TEST_CASE("numbers and units count as words") {
  CHECK(copied("about RM 1,700 a month or RM 8.17 an hour", "x: 1700 a month or rm 8.17 an\n").size() == 1);
}

TEST_CASE("front matter is not part of a message") {
  CHECK(copied("Stay safe.", "x: one two three four five six seven\n").empty());
  CHECK(body_of("---\nid: a\n---\nBody\n").text == "\nBody\n");
  CHECK(body_of("---\nid: a\n---\nBody\n").first_line == 3);
  CHECK(body_of("No front matter").text == "No front matter");
}

TEST_CASE("case is folded in every script that has it") {
  CHECK(copied("NGƯỜI LAO ĐỘNG ĐƯỢC TRẢ LƯƠNG", "x: người lao động được trả lương\n").size() == 1);
}

TEST_CASE("scripts without spaces are compared by letters") {
  const std::string thai = "นายจ้างต้องจ่ายค่าจ้างขั้นต่ำให้แก่ลูกจ้างทุกคน";
  CHECK(copied(thai, "x: " + thai + "\n").size() == 1);
  CHECK(copied(thai, "x: นายจ้างต้องจ่าย\n").empty());
}

TEST_CASE("a path of the machine is a breach") {
  const std::string work = std::string("/") + "work/";
  CHECK(paths("see " + work + "main").size() == 1);
  CHECK(paths("\"" + work + "main\"").size() == 1);
  CHECK(paths(work + "main").size() == 1);
  const std::string folder = "external/tuples";
  CHECK(paths("copied from shared/" + folder).size() == 1);
  CHECK(machine_paths({{"bench/measure/nli.sh", work + "data"}}).empty());
}

TEST_CASE("a path inside a longer path is none of the machine's") {
  const std::string work = std::string("/") + "work/";
  CHECK(paths("https://example.org" + work + "permits").empty());
  CHECK(paths("policies/XX" + work + "wage.yaml").empty());
}

TEST_CASE("states, currencies and agencies in string literals of src are breaches") {
  CHECK(literals("auto a = \"MY\";\n").size() == 1);
  CHECK(literals("// one\n\n/* two\n */ auto a = \"MY\";\n")[0].line == 4);
  CHECK(literals("auto a = \"paid in MYR or\";\n").size() == 1);
  CHECK(literals("auto a = R\"(call\nBMET)\";\n").size() == 1);
}

TEST_CASE("other literals, comments and identifiers are not") {
  CHECK(literals("auto a = \"XX\"; // MYR, BMET, \"MY\"\n").empty());
  CHECK(literals("enum { MYR, BMET };\n").empty());
  CHECK(literals("auto a = \"SELECT x UNION ALL\"; char q = '\"'; auto b = 1'000; /* \"MY\" */\n").empty());
  CHECK(
      literals("auto a = \"A10\"; auto b = \"bmet\"; auto c = \"BMETX\"; auto d = \"say \\\"\"; auto e = \"IN_FORCE\";\n").empty());
  CHECK(domain_literals({{"tests/judge/a.cc", "auto a = \"MY\";"}}, {}).empty());
}

TEST_CASE("agencies are read from messages and issuers files") {
  const auto agencies = agencies_of({{"tests/eval/m.md", "---\nissuer: BD-BMET\n---\n"},
                                     {"policies/MY/issuers.yaml", "issuers:\n  - id: MY-JTK\n  - {id: UNHCR, name: x}\n"},
                                     {"policies/MY/wage.yaml", "  - id: MY-WAGE\n"}});
  CHECK(agencies == std::set<std::string, std::less<>>{"BMET", "JTK", "UNHCR"});
}
