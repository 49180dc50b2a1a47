#include "message_repository.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace selaras::bench {
namespace {

using Words = std::vector<std::string>;

constexpr unsigned kSeed = 20261123;
constexpr size_t kFilesAFolder = 100;
constexpr size_t kFileSize = 1640;  // bytes at which a message ends; its last paragraph goes on

const Words kWho = {"Migrant workers", "Domestic workers", "Seafarers", "Foreign workers", "Recruitment agents", "Employers", "Asylum seekers", "Children who travel alone", "Fishers", "Victims of trafficking"};
const Words kCountries = {"Bangladesh", "Nepal", "Indonesia", "Myanmar", "Cambodia", "Sri Lanka", "Pakistan", "the Philippines", "Viet Nam", "India"};
const Words kModalities = {"must", "must not", "may", "need not", "are entitled to", "should", "can", "have to"};
const Words kActions = {"pay a placement fee", "keep their own passport", "change employer", "register with the authorities", "leave the country", "hold a work permit",
                        "call the hotline", "receive a written contract", "pay for the medical examination", "open a bank account", "attend the training", "utilise a licensed agency"};
const Words kDestinations = {"Malaysia", "Thailand", "Australia", "Singapore", "Jordan", "the Republic of Korea"};
const Words kClaims = {
    "The minimum wage is RM1,700 a month.",
    "The minimum wage is RM1,500 a month.",
    "A recruitment fee may be at most one month of the wage.",
    "The permit costs 1,900 baht and is valid for two years.",
    "Call 1300 at any hour; the call is free.",
    "Workers must be at least 18 years old.",
    "Nobody has ever been detained for this.",
    "Everyone who registers before 30 April 2026 may stay.",
    "The fine for overstaying is 500 baht a day, up to 20,000 baht.",
    "An agent may charge at most 78,990 taka.",
    "The contract lasts two years and can be renewed once.",
    "The working day has eight hours and one day a week is free.",
    "People who arrive by boat without a visa will not be settled.",
    "In order to apply, bring two photos and your passport.",
    "You will be guaranteed a job within three months.",
    "The medical examination costs 245 dollars.",
    "Passports must be returned within 24 hours.",
    "Traffickers face up to 20 years in prison.",
    "A complaint can be made within one year, at this point in time free of charge."};
const Words kTerms = {"utilise", "in order to", "placement fee", "at this point in time", "illegal", "guaranteed", "nobody", "everyone", "migrant workers", "domestic workers",
                      "seafarers", "foreign workers", "recruitment agents", "employers", "asylum seekers", "passport", "permit", "hotline", "minimum wage", "recruitment fee",
                      "overstaying", "detained", "traffickers", "prison", "visa", "boat", "contract", "training", "bank account", "medical examination", "register", "authorities",
                      "licensed agency", "free of charge", "baht", "taka", "dollars", "Viet Nam", "Myanmar", "Bangladesh", "Nepal", "Sri Lanka", "Pakistan", "Indonesia",
                      "Cambodia", "Malaysia", "Thailand", "Australia", "Singapore", "Jordan"};

class Writer {
 public:
  std::string message(size_t number) {
    std::string text = fmt::format(
        "---\nid: m-{:05}\nissuer: MY-JTK\ncountry: MY\nrole: destination\ncorridor: [BD, MY]\nlanguage: en\nchannel: leaflet\n"
        "audience: {{group: migrant-worker}}\npublish: 2026-{:02}-{:02}\n---\n# Travel and work {}\n\n",
        number, 1 + number % 12, 1 + number % 28, number);
    while (text.size() < kFileSize) {
      text += random_() % 4 == 0 ? fmt::format("## {} in {}\n\n", pick(kWho), pick(kDestinations)) : std::string();
      text += random_() % 3 == 0 ? list() : paragraph();
    }
    return text;
  }

 private:
  const std::string& pick(const Words& words) { return words[random_() % words.size()]; }

  std::string sentence() {
    if (random_() % 4 == 0) return pick(kClaims);
    return fmt::format("{} from {} {} {} in {}.", pick(kWho), pick(kCountries), pick(kModalities), pick(kActions), pick(kDestinations));
  }
  std::string paragraph() {
    std::string text;
    for (size_t i = 0; i < 2 + random_() % 3; ++i) text += (i > 0 ? " " : "") + sentence();
    if (random_() % 4 == 0) text += " See [the page of the office](https://example.org/page).";
    if (random_() % 6 == 0) text += " Write `WORK` to the office.";
    return text + "\n\n";
  }
  std::string list() {
    std::string text;
    for (size_t i = 0; i < 2 + random_() % 3; ++i) text += "- " + sentence() + "\n";
    return text + "\n";
  }

  std::mt19937 random_{kSeed};
};

}  // namespace

size_t write_message_repository(const std::string& folder, size_t files) {
  Writer writer;
  size_t bytes = 0;
  for (size_t i = 0; i < files; ++i) {
    const auto place = std::filesystem::path(folder) / fmt::format("{:03}", i / kFilesAFolder);
    if (i % kFilesAFolder == 0) std::filesystem::create_directories(place);
    const std::string text = writer.message(i);
    std::ofstream(place / fmt::format("m-{:05}.md", i), std::ios::binary) << text;
    bytes += text.size();
  }
  return bytes;
}

const std::vector<std::string>& searched_terms() { return kTerms; }

}  // namespace selaras::bench
