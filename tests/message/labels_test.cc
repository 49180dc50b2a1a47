#include <fstream>
#include <sstream>

#include "helper.h"

using namespace selaras;
using namespace selaras::test;

namespace {

std::string load_error(const std::string& yaml) {
  MemoryFileSystem files;
  files.add("b.yaml", yaml);
  Diagnostics diagnostics;
  CHECK_FALSE(load_block_labels(files, "b.yaml", diagnostics).has_value());
  return diagnostics.all().empty() ? "" : to_line(diagnostics.all().front());
}

/// The fenced block around the first `part` of docs/formats/message.md.
std::string documented(const std::string& part) {
  std::ifstream in(SELARAS_SOURCE_DIR "/docs/formats/message.md");
  std::stringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  const size_t at = text.find(part);
  if (at == std::string::npos) return "";
  const size_t begin = text.find('\n', text.rfind("```", at)) + 1;
  return text.substr(begin, text.find("\n```", at) + 1 - begin);
}

}  // namespace

TEST_CASE("labels are found whatever their case, numbers and marks") {
  for (const char* written : {"Myth", "MYTH 2", "myth #3", "❌ Myth:", "Myth ", "1. Myth"}) {
    CAPTURE(written);
    CHECK(labels().find(written, "en") == BlockLabel::myth);
  }
  CHECK_FALSE(labels().find("Mythical", "en").has_value());
  CHECK_FALSE(labels().find("", "en").has_value());
  CHECK_FALSE(labels().find("12", "en").has_value());
}

TEST_CASE("a word means what it means in the message's language, and English is known everywhere") {
  CHECK(labels().find("S", "ms") == BlockLabel::question);
  CHECK(labels().find("S", "fil") == BlockLabel::answer);
  CHECK(labels().find("Myth", "bn") == BlockLabel::myth);
  CHECK(labels().find("ප්‍ර:", "si-LK") == BlockLabel::question);
}

TEST_CASE("faults of the label file are told") {
  CHECK(load_error("labels: {question: {en: [q]}, answer: {en: [q]}}\n") ==
        "b.yaml:1:40: error: 'q' has two meanings in 'en' (keep the word under one kind of label)");
  CHECK(load_error("labels: {qestion: {en: [q]}}\n") ==
        "b.yaml:1:10: error: unknown field 'qestion' in labels (did you mean 'question'?)");
  CHECK(load_error("labels: {}\nbullets: [abc]\n").find("'abc' is not one character") != std::string::npos);
  CHECK(load_error("labels: {}\nquotes: [a]\n").find("quotation marks come in pairs") != std::string::npos);
}

TEST_CASE("the examples of the format document are good") {
  const Reading reading = read_text(documented("id: bd-my-radio-03"));
  CHECK(reading.first() == "");
  REQUIRE(reading.result.message.has_value());
  CHECK(outline(*reading.result.message) ==
        "dialogue AMINA| How much do I pay the agent?\ndialogue OFFICER*| Ask for the receipt first.\n"
        "dialogue AMINA| And if he has none?\n");

  MemoryFileSystem files;
  files.add("b.yaml", documented("weak-separators"));
  files.add("campaign.yaml", documented("country: BD\ncorridor"));
  Diagnostics diagnostics;
  CHECK(load_block_labels(files, "b.yaml", diagnostics).has_value());
  CampaignDefaults defaults(files, ".");
  defaults.for_folder(".", diagnostics);
  for (const auto& d : diagnostics.all()) MESSAGE(to_line(d));
  CHECK(diagnostics.all().empty());
}
