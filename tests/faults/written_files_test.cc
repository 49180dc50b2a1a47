// What people get wrong in the files that they write, one file at a time in a workspace that is good otherwise. Whatever it is, the
// program says where and what to do about it, checks what it still can, and ends with 2.
#include <functional>

#include "../cli/small_workspace.h"

using namespace selaras::test;

namespace {

constexpr const char* kMessage = "messages/wrong.md";
constexpr const char* kPolicy = "policies/MY/work.yaml";
constexpr const char* kFees = "policies/BD/fees.yaml";
constexpr const char* kOntology = "rules/ontology/work.yaml";
constexpr const char* kPack = "rules/languages/en.yaml";
constexpr const char* kTerms = "rules/languages/en/work.yaml";
constexpr const char* kCheck = "rules/checks/policy/quantity.yaml";

using Change = std::function<void(const House&)>;

struct Fault {
  const char* what;
  Change change;
  std::string line;            // on standard error, from its beginning
  bool others_checked = true;  // false where nothing can be read without the file
};

Change put(std::string file, std::string old_part, std::string part) {
  return [=](const House& house) { house.change(file, old_part, part); };
}
Change text(std::string file, std::string content) {
  return [=](const House& house) { house.write(file, content); };
}

/// Every fault: exit code 2, the line, and the finding in the file that is not touched.
void each_is_told(const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) {
    CAPTURE(fault.what);
    const House house;
    fault.change(house);
    const Ran ran = house.run({"check", "messages"});
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK_MESSAGE(has("\n" + ran.err, "\n" + fault.line), "expected: ", fault.line);
    CHECK(has(ran.out, "messages/stale.md:12:66") == fault.others_checked);
  }
}

std::string nested(size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

std::string repeated(const std::string& part, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("a workspace without faults has two findings and nothing to complain of") {
  const House house;
  const Ran ran = house.run({"check", "messages"});
  CHECK(ran.code == 1);
  CHECK(ran.err.empty());
  CHECK(has(ran.out, "messages/wrong.md:12:66"));
  CHECK(has(ran.out, "messages/stale.md:12:66"));
  CHECK(has(ran.out, "2 findings in 3 messages"));
}

TEST_CASE("front matter: fields that are missing, unknown or wrong") {
  each_is_told({
      {"no id", put(kMessage, "id: wrong\n", ""), "messages/wrong.md:2:1: error: the front matter has no 'id' (add a line `id: <one word>`)"},
      {"no publish", put(kMessage, "publish: 2026-11-15\n", ""),
       "messages/wrong.md:2:1: error: the front matter has no 'publish' (add a line `publish: YYYY-MM-DD`)"},
      {"unknown field", put(kMessage, "channel", "chanel"),
       "messages/wrong.md:8:1: error: unknown field 'chanel' in the front matter (did you mean 'channel'?)"},
      {"bad date", put(kMessage, "2026-11-15", "2026-02-30"),
       "messages/wrong.md:10:10: error: 'publish' of the front matter is not a day: '2026-02-30' (write a day of the calendar as YYYY-MM-DD)"},
      {"country", put(kMessage, "country: MY", "country: MYS"), "messages/wrong.md:4:10: error: 'MYS' in 'country' is no country code ("},
      {"duplicate id", put(kMessage, "id: wrong", "id: right"),
       "messages/wrong.md:2:5: error: message id 'right' is used a second time (the first is messages/right.md; give one of them another id)"},
  });
}

TEST_CASE("bytes of a message: what is no text, no message or too much") {
  each_is_told({
      {"UTF-8", put(kMessage, "must pay", "must \xFF pay"), "messages/wrong.md:12:28: error: these bytes are not UTF-8 (save the file as UTF-8)"},
      {"NUL", put(kMessage, "must pay", std::string("must \0pay", 9)),
       "messages/wrong.md:12:28: error: a NUL byte: this is not a text file (save it as UTF-8 text)"},
      {"empty", text(kMessage, ""), "messages/wrong.md:1:1: error: the file is empty (write front matter and a text, or delete the file)"},
      {"100 MB", text(kMessage, wage_message("wrong", "RM1,200") + std::string(100U << 20U, 'a')),
       "messages/wrong.md: error: the file is larger than the limit (split the file, or leave it out)"},
      {"broken YAML", put(kMessage, "audience: {group: migrant-worker}", "audience: {group: migrant-worker"),
       "messages/wrong.md:10:8: error: broken YAML: "},
      {"deep YAML", put(kMessage, "{group: migrant-worker}", nested(100)), "messages/wrong.md:9:74: error: nested deeper than 64 levels (flatten the structure)"},
      {"duplicate key", put(kMessage, "channel: leaflet", "country: BD"),
       "messages/wrong.md:8:1: error: the key 'country' stands here a second time (keep one of the two)"},
      {"anchor", put(kMessage, "leaflet", "&a leaflet"),
       "messages/wrong.md:8:10: error: anchors and aliases are not allowed (write the value out where it is used)"},
      {"alias", put(kMessage, "leaflet", "*a"),
       "messages/wrong.md:8:10: error: anchors and aliases are not allowed (write the value out where it is used)"},
      {"tab", put(kMessage, "channel", "\tchannel"), "messages/wrong.md:8:1: error: broken YAML: "},
  });
}

TEST_CASE("a byte order mark and CRLF are no faults") {
  const House house;
  std::string crlf;
  for (const char c : house.read(kMessage)) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  house.write(kMessage, "\xEF\xBB\xBF" + crlf);
  const Ran ran = house.run({"check", "messages"});
  CHECK(ran.code == 1);
  CHECK(has(ran.err, "messages/wrong.md:1:1: warning: the file starts with a byte order mark"));
  CHECK(has(ran.out, "messages/wrong.md:12:66"));
}

TEST_CASE("policies: what cannot be used is left out, the rest is checked") {
  each_is_told({
      {"duplicate provision", put(kPolicy, "id: MY-WAGE-02", "id: MY-WAGE-01"), "policies/MY/work.yaml:16:5: error: provision id MY-WAGE-01 is used a second time (the first is at policies/MY/work.yaml:5; give one of them another id)"},
      {"concept", put(kFees, "bearer: agent", "bearer: agnet"),
       "policies/BD/fees.yaml:10:18: error: unknown concept 'agnet' as bearer (did you mean 'agent'?)"},
      {"attribute", put(kFees, "attribute: fee", "attribute: agent"),
       "policies/BD/fees.yaml:10:91: error: 'agent' is no attribute (name a concept of kind attribute)"},
      {"topic", put(kFees, "recruitment.fee", "recruitment.fees"),
       "policies/BD/fees.yaml:6:12: error: 'recruitment.fees' is no topic of provision BD-FEE-01 (did you mean 'recruitment.fee'?)"},
      {"no status", put(kFees, "    status: in-force\n", ""),
       "policies/BD/fees.yaml:5:5: error: provision BD-FEE-01 has no 'status' (add `status:`)"},
      {"unknown field", put(kFees, "confidence", "confidance"),
       "policies/BD/fees.yaml:14:5: error: unknown field 'confidance' in provision BD-FEE-01 (did you mean 'confidence'?)"},
      {"day", put(kFees, "2020-01-01", "2020-1-1"), "policies/BD/fees.yaml:12:22: error: 'from' of in_force of BD-FEE-01 is not a day: '2020-1-1' (write a day of the calendar as YYYY-MM-DD)"},
      {"order of days", put(kFees, "to: null", "to: 2019-01-01"), "policies/BD/fees.yaml:12:15: error: provision BD-FEE-01 ends before it begins (check the two dates)"},
      {"instrument", put(kFees, "instrument: notice", "instrument: notise"),
       "policies/BD/fees.yaml:13:13: error: provision BD-FEE-01 names the instrument 'notise', which the file does not have (did you mean 'notice'?)"},
      {"a folder that is no state", text("policies/UK/a.yaml", "jurisdiction: UK\n"),
       "policies/UK: error: 'UK' is no country code (name the folder by ISO 3166-1, two capital letters, or XX)"},
      {"another state's file", put(kFees, "jurisdiction: BD", "jurisdiction: MY"),
       "policies/BD/fees.yaml:1:15: error: jurisdiction 'MY' stands in the folder BD (move the file to MY/ or mend the field)"},
      {"supersedes nobody", put(kPolicy, "supersedes: MY-WAGE-02", "supersedes: MY-WAGE-22\n    related: []"),
       "policies/MY/work.yaml:5:5: error: provision MY-WAGE-01 supersedes MY-WAGE-22, which is not in the base (did you mean 'MY-WAGE-"},
      {"value", put(kFees, "value: 78990", "value: \"78,990\""),
       "policies/BD/fees.yaml:10:126: error: the value of a quantity with role cap must be a number (see docs/formats/policy.md for the roles)"},
      {"UTF-8", put(kFees, "Fee Notice", "Fee \xC3( Notice"), "policies/BD/fees.yaml:3:23: error: these bytes are not UTF-8 (save the file as UTF-8)"},
      {"NUL", put(kFees, "Fee Notice", std::string("Fee\0Notice", 10)), "policies/BD/fees.yaml:3:22: error: a NUL byte: this is not a text file (save it as UTF-8 text)"},
      {"control character after Thai", put(kFees, "Fee Notice", "ค่า \x01"), "policies/BD/fees.yaml:3:23: error: broken YAML: control characters are not allowed ("},
      {"broken", put(kFees, "{title: Fee Notice", "{title: [Fee Notice"), "policies/BD/fees.yaml:3:51: error: broken YAML: "},
      {"tab", put(kFees, "    topic", "\ttopic"), "policies/BD/fees.yaml:6:1: error: broken YAML: "},
      {"deep", text(kFees, "jurisdiction: " + nested(1000)), "policies/BD/fees.yaml:1:78: error: nested deeper than 64 levels (flatten the structure)"},
      {"too many nodes", text(kFees, "provisions: [" + repeated("a,", 1000001) + "a]"),
       "policies/BD/fees.yaml:1:2000008: error: more than 1000000 values in one file (split the file)"},
      {"too large", text(kFees, std::string(9U << 20U, '#')), "policies/BD/fees.yaml: error: the file is larger than the limit (split the file, or leave it out)"},
      {"duplicate key", put(kFees, "confidence: high", "confidence: high\n    confidence: low"),
       "policies/BD/fees.yaml:15:5: error: the key 'confidence' stands here a second time (keep one of the two)"},
      {"anchor", put(kFees, "confidence: high", "confidence: &c high"), "policies/BD/fees.yaml:14:17: error: anchors and aliases are not allowed (write the value out where it is used)"},
      {"two documents", put(kFees, "provisions:", "---\nprovisions:"), "policies/BD/fees.yaml:4:1: error: a second document starts here (keep one document in a file)"},
      {"a hundred thousand unknown fields on one line", text(kFees, [] {
         std::string fields;
         for (int i = 0; i < 100000; ++i) fields += "k" + std::to_string(i) + ": 1, ";
         return "{jurisdiction: BD, " + fields + "}";
       }()), "policies/BD/fees.yaml: error: more is wrong with this file than is told here (mend what is told, then run again)"},
  });
}

TEST_CASE("contacts and issuers: every field is held to what it may say") {
  const std::string contact = "contacts:\n  - id: BD-HOT-01\n    name: A line\n    numbers: [\"16135\"]\n";
  each_is_told({
      {"concept", text("policies/BD/contacts.yaml", contact + "    serves: [workr]\n"),
       "policies/BD/contacts.yaml:5:14: error: unknown concept 'workr' as person served (did you mean 'worker'?)"},
      {"field", text("policies/BD/contacts.yaml", contact + "    langauges: [bn]\n"),
       "policies/BD/contacts.yaml:5:5: error: unknown field 'langauges' in contact BD-HOT-01 (did you mean 'languages'?)"},
      {"country", text("policies/BD/contacts.yaml", contact + "    reachable_from: [BGD]\n"),
       "policies/BD/contacts.yaml:5:21: error: 'BGD' is no country code (use ISO 3166-1 alpha-2 codes, or any)"},
      {"day", text("policies/BD/contacts.yaml", contact + "    verified_on: 30 June\n"),
       "policies/BD/contacts.yaml:5:18: error: 'verified_on' of contact BD-HOT-01 is not a day: '30 June' (write a day of the calendar as YYYY-MM-DD)"},
      {"topic of an issuer", text("policies/BD/issuers.yaml", "issuers:\n  - {id: BD-A, names: [A], kind: agency, owns: [work.wages]}\n"),
       "policies/BD/issuers.yaml:2:48: error: unknown topic 'work.wages' of issuer BD-A (did you mean 'work.wage'?)"},
      {"kind of an issuer", text("policies/BD/issuers.yaml", "issuers:\n  - {id: BD-A, names: [A], kind: agancy}\n"),
       "policies/BD/issuers.yaml:2:34: error: 'agancy' is no kind of issuer BD-A (did you mean 'agency'?)"},
      {"coverage", text("policies/BD/coverage.yaml", "coverage: {work.wage: fully}\n"), "policies/BD/coverage.yaml:1:23: error: 'fully' is no work.wage of coverage (did you mean 'full'?)"},
  });
}

TEST_CASE("the ontology: concepts that do not fit are told with their place") {
  each_is_told({
      {"parent", put(kOntology, "parents: [worker]", "parents: [workr]"),
       "rules/ontology/work.yaml:4:50: error: unknown parent 'workr' (did you mean 'worker'?)"},
      {"circle", put(kOntology, "id: worker, kind: person, parents: []", "id: worker, kind: person, parents: [foreign-worker]"),
       "rules/ontology/work.yaml:3:5: error: concepts lie under each other in a circle: worker -> foreign-worker -> worker (remove one of these parents)"},
      {"declared twice", put(kOntology, "{id: agent,", "{id: employer,"), "rules/ontology/work.yaml:6:5: error: concept 'employer' is declared twice (keep one declaration)", false},
      {"kind", put(kOntology, "kind: thing, parents: [], gloss: a document", "kind: thingy, parents: [], gloss: a document"),
       "rules/ontology/work.yaml:11:26: error: 'thingy' is no kind of concept 'passport' (did you mean 'thing'?)"},
      {"capitals", put(kOntology, "{id: keep,", "{id: Keep,"), "rules/ontology/work.yaml:8:5: error: 'Keep' is no concept id (use lower-case letters, digits and hyphens)"},
  });
}

TEST_CASE("language packs: a pack with an error is left out as a whole, the others speak on") {
  each_is_told({
      {"concept", put(kTerms, "passport:", "pasport:"), "rules/languages/en/work.yaml:11:3: error: no concept is called 'pasport' (did you mean 'passport'?)", false},
      {"currency", put(kPack, "BDT:", "BTD:"), "rules/languages/en.yaml:10:25: error: 'BTD' is no ISO 4217 currency code (", false},
      {"the packs' folder is told when there is no pack", [](const House& house) { house.remove(kPack); },
       "rules/languages: error: there is no usable language pack for the policies' own language (add its pack, or mend the errors above)", false},
      {"another language", text("rules/languages/bn.yaml", "language: bn\nscrpt: Beng\n"),
       "rules/languages/bn.yaml:2:1: error: unknown field 'scrpt' in language pack (did you mean 'script'?)"},
  });
}

TEST_CASE("weights: a file that is missing or wrong ends the run with 2, whatever it finds") {
  const House house;
  house.remove("rules/weights.yaml");
  const Ran missing = house.run({"check"});
  CHECK(missing.code == 2);
  CHECK(missing.err == "rules/weights.yaml: error: no such file or folder (the rules folder needs its weights.yaml)\n");
  house.write("rules/weights.yaml", "same_event: {bias: 1.5, bais: 1}\n");
  const Ran wrong = house.run({"check"});
  CHECK(wrong.code == 2);
  CHECK(lines_of(wrong.err) ==
        std::vector<std::string>{"rules/weights.yaml:1:20: error: 'bias' of same_event must be a whole number of thousandths (write 1500 for 1.5)",
                                 "rules/weights.yaml:1:25: error: unknown field 'bais' in same_event (did you mean 'bias'?)",
                                 "rules/weights.yaml:1:1: error: the weights file has no 'thresholds' (add `thresholds:`)",
                                 "rules/weights.yaml:1:1: error: the weights file has no 'same_rule' (add `same_rule:`)",
                                 "rules/weights.yaml:1:1: error: the weights file has no 'statement_thresholds' (add `statement_thresholds:`)"});
}

TEST_CASE("checks and the workspace: what cannot be used is named") {
  each_is_told({
      {"wording", put("rules/checks/policy/not-in-force.yaml", "{claimed} comes from", "{claimed comes from"),
       "rules/checks/policy/not-in-force.yaml:7:15: error: the wording of check 'policy/not-in-force' in 'en' cannot be compiled: "},
      {"severity", put("rules/checks/policy/not-in-force.yaml", "draft: blocker", "draft: bloker"),
       "rules/checks/policy/not-in-force.yaml:5:19: error: 'bloker' is no draft of severity of policy/not-in-force (did you mean 'blocker'?)"},
      {"unknown check", text("selaras.yaml", "checks: {policy/quantty: minor}\n"), "selaras.yaml: error: unknown check 'policy/quantty' (did you mean 'policy/quantity'?)"},
      {"level", text("selaras.yaml", "checks: {policy/quantity: huge}\n"),
       "selaras.yaml:1:27: error: 'huge' is no severity of check 'policy/quantity' (use blocker, major, minor, note or off)"},
      {"key", text("selaras.yaml", "polices: policies\n"), "selaras.yaml:1:1: error: unknown field 'polices' in the workspace file (did you mean 'policies'?)"},
      {"checks as a list", text("selaras.yaml", "checks: [policy/quantity]\n"), "selaras.yaml:1:9: error: 'checks' must map checks to severities (write `policy/quantity: minor` lines)"},
      {"corridors as a list", text("selaras.yaml", "corridors: [BD, MY]\n"), "selaras.yaml:1:12: error: 'corridors' must map names to corridors ("},
      {"country of a corridor", text("selaras.yaml", "corridors: {bd-my: {origin: [BD], destination: [MYS]}}\n"), "selaras.yaml:1:48: error: 'MYS' is no country code (use ISO 3166-1 alpha-2 codes)"},
      {"topic of a corridor", text("selaras.yaml", "corridors: {bd-my: {origin: [BD], topics: [work.wages]}}\n"), "selaras.yaml:1:43: error: unknown topic 'work.wages' (did you mean 'work.wage'?)"},
      {"fail_on", text("selaras.yaml", "fail_on: bad\n"), "selaras.yaml:1:10: error: 'bad' is no level (use blocker, major, minor, note or never)"},
      {"profile", text("selaras.yaml", "profile: drft\n"), "selaras.yaml:1:10: error: 'drft' is no profile of the workspace file (did you mean 'draft'?)"},
      {"as_of", text("selaras.yaml", "as_of: today\n"), "selaras.yaml:1:8: error: 'as_of' of the workspace file is not a day: 'today' (write a day of the calendar as YYYY-MM-DD)"},
      {"tab", text("selaras.yaml", "checks:\n\tpolicy/quantity: minor\n"), "selaras.yaml:2:1: error: broken YAML: "},
      {"NUL", text("selaras.yaml", std::string("rules: r\0les\n", 13)), "selaras.yaml:1:9: error: a NUL byte: this is not a text file (save it as UTF-8 text)"},
  });
}
