#include "helper.h"

using namespace selaras;
using namespace selaras::test;

namespace {

constexpr const char* kShort = "---\nid: t-1\npublish: 2026-11-15\n---\nText.\n";

struct Campaign {
  MemoryFileSystem files;
  Diagnostics diagnostics;

  std::optional<Message> read(const std::string& path, const std::string& root = "m") {
    CampaignDefaults defaults(files, root);
    const auto file = load_text(files, path, kMessageLimit, diagnostics);
    REQUIRE(file != nullptr);
    const auto* values = defaults.for_folder(parent_path(path), diagnostics);
    return read_message(file, values, labels(), diagnostics).message;
  }
};

}  // namespace

TEST_CASE("a campaign gives its fields to the messages below it, and the nearer one wins") {
  Campaign campaign;
  campaign.files.add("m/campaign.yaml", "campaign: c-1\nissuer: BD-BMET\ncountry: BD\nlanguage: bn\nchannel: radio\n");
  campaign.files.add("m/en/campaign.yaml", "language: en\naudience: {group: jobseeker, location: BD}\n");
  campaign.files.add("m/en/deep/a.md", kShort);
  const auto message = campaign.read("m/en/deep/a.md");
  for (const auto& d : campaign.diagnostics.all()) MESSAGE(to_line(d));
  REQUIRE(message.has_value());
  CHECK(message->campaign == "c-1");
  CHECK(message->issuer == "BD-BMET");
  CHECK(message->language == "en");
  CHECK(message->channel == Channel::radio);
  CHECK(message->audience->group == "jobseeker");
  CHECK(message->defaulted == std::vector<std::string>{"corridor"});
}

TEST_CASE("what a message says itself comes before what its campaign says") {
  Campaign campaign;
  campaign.files.add("m/campaign.yaml", "issuer: IOM\ncountry: XX\nlanguage: bn\n");
  campaign.files.add("m/a.md", "---\nid: t-1\nissuer: UNHCR\npublish: 2026-11-15\n---\nText.\n");
  CHECK(campaign.read("m/a.md")->issuer == "UNHCR");
}

TEST_CASE("folders above the root have no say") {
  Campaign campaign;
  campaign.files.add("campaign.yaml", "issuer: IOM\ncountry: XX\nlanguage: bn\n");
  campaign.files.add("m/a.md", kShort);
  CHECK_FALSE(campaign.read("m/a.md").has_value());
}

TEST_CASE("the current folder can be the root") {
  Campaign campaign;
  campaign.files.add("campaign.yaml", "issuer: IOM\ncountry: XX\nlanguage: bn\n");
  campaign.files.add("m/a.md", kShort);
  CHECK(campaign.read("m/a.md", ".").has_value());
}

TEST_CASE("a faulty campaign is reported once, with its place") {
  Campaign campaign;
  campaign.files.add("m/campaign.yaml", "issuer: IOM\nid: x\nlanguge: bn\n");
  CampaignDefaults defaults(campaign.files, "m");
  defaults.for_folder("m/a", campaign.diagnostics);
  defaults.for_folder("m/b", campaign.diagnostics);
  REQUIRE(campaign.diagnostics.all().size() == 2);
  CHECK(
      to_line(campaign.diagnostics.all()[0]) ==
      "m/campaign.yaml:2:5: error: 'id' belongs to one message, not to a campaign (write it in the front matter of each message)");
  CHECK(to_line(campaign.diagnostics.all()[1]) ==
        "m/campaign.yaml:3:1: error: unknown field 'languge' in campaign.yaml (did you mean 'language'?)");
}

TEST_CASE("a message must not expire before it is published, whoever says when it expires") {
  Campaign campaign;
  campaign.files.add("m/campaign.yaml", "issuer: IOM\ncountry: XX\nlanguage: bn\nexpires: 2026-01-01\n");
  campaign.files.add("m/a.md", kShort);
  CHECK_FALSE(campaign.read("m/a.md").has_value());
  CHECK(campaign.diagnostics.all().front().message == "the message expires (2026-01-01) before it is published (2026-11-15)");
}
