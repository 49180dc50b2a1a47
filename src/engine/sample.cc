#include "engine/sample.h"

#include "message/reader.h"

namespace selaras {
namespace {

Sample sample_of(const Provision& provision, const std::string& text, Date day) {
  Sample sample{text, provision.jurisdiction, {}, day, "en"};
  for (const auto* states : {&provision.route.origins, &provision.route.destinations}) {
    sample.corridor.insert(sample.corridor.end(), states->begin(), states->end());
  }
  sample.corridor.push_back(provision.jurisdiction);
  return sample;
}

}  // namespace

std::unique_ptr<JudgedMessage> read_sample(const Sample& sample, const Library& library, Segmenter& segmenter) {
  auto judged = std::make_unique<JudgedMessage>();
  Message& message = judged->message;
  message.file = std::make_shared<const SourceFile>("sample", sample.text);
  message.body = {0, static_cast<uint32_t>(sample.text.size())};
  message.id = "sample";
  message.country = sample.country;
  message.corridor = sample.corridor;
  message.language = sample.language;
  message.publish = sample.day;
  Block block;
  block.content.append(message.file->text(), 0);
  message.blocks.push_back(std::move(block));
  judged->reading = read(message, *library.lexicon(sample.language), segmenter);
  return judged;
}

std::vector<ProvisionExample> provision_examples(const PolicyBase& policies, Date today) {
  std::vector<ProvisionExample> found;
  for (ProvisionIndex index = 0; index < policies.provisions().size(); ++index) {
    const auto& provision = policies[index];
    const auto add = [&](const std::vector<std::string>& texts, ExampleKind kind) {
      for (const auto& text : texts) found.push_back({index, kind, sample_of(provision, text, today)});
    };
    if (provision.holds_on(today)) {
      add(provision.examples.supports, ExampleKind::supports);
      add(provision.examples.contradicts, ExampleKind::contradicts);
    } else if (provision.is_past(today)) {
      add(provision.examples.stale, ExampleKind::stale);
    } else {
      add(provision.examples.premature, ExampleKind::premature);
    }
  }
  return found;
}

}  // namespace selaras
