// libFuzzer entry point: any bytes as a message file. The reader must neither crash nor hang, and every span must lie in the body.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "message/reader.h"

namespace {

using namespace selaras;

// Words of our own: the fuzzer need not find the project's.
constexpr const char* kLabels = R"yaml(
labels:
  question: {en: [q, question]}
  answer: {en: [a, answer]}
  myth: {en: [myth, "false"]}
  fact: {en: [fact, "true"]}
  stage: {en: [sfx]}
  screen: {en: [title]}
  official-voice: {en: [host]}
  voice: {en: [voice]}
separators: [":", "："]
weak-separators: [".", ")", "-"]
question-marks: ["?"]
sentence-ends: [".", "!"]
bullets: ["•", "✅"]
quotes: [["\"", "\""], ["“", "”"]]
)yaml";

const BlockLabels& labels() {
  static const BlockLabels loaded = [] {
    MemoryFileSystem files;
    files.add("blocks.yaml", kLabels);
    Diagnostics diagnostics;
    auto found = load_block_labels(files, "blocks.yaml", diagnostics);
    if (!found) std::abort();
    return *found;
  }();
  return loaded;
}

void check_spans(const Message& message) {
  for (const Block& block : message.blocks) {
    const std::string& text = block.content.text();
    for (uint32_t at = 0; at < text.size(); ++at) {
      const Span span = block.content.to_file({at, at + 1});
      if (!message.body.contains(span)) std::abort();
      const bool verbatim = block.content.is_verbatim({at, at + 1});
      if (verbatim && message.file->text()[span.begin] != text[at]) std::abort();
    }
    if (block.context && *block.context >= message.blocks.size()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string kFrontMatter =
      "---\nid: f\nissuer: X\ncountry: XX\nlanguage: en\nchannel: radio\npublish: 2026-01-01\n---\n";
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const std::string& text : {bytes, kFrontMatter + bytes}) {
    MemoryFileSystem files;
    files.add("m.md", text);
    Diagnostics diagnostics;
    const auto file = load_text(files, "m.md", kMessageLimit, diagnostics);
    if (!file) continue;
    const auto result = read_message(file, nullptr, labels(), diagnostics);
    if (result.message) check_spans(*result.message);
  }
  return 0;
}
