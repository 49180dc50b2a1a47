// libFuzzer entry point: any bytes as the content of a rule cache, and a good one with any bytes changed. The reader must neither crash nor
// hang; what it takes for good it must be able to write again. (A file's check sum is left out: it would hide the reader from the fuzzer.)
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/library_image.h"

namespace {

using namespace selaras;

// Words of our own: the fuzzer need not find the project's.
MemoryFileSystem files() {
  MemoryFileSystem files;
  files.add("rules/ontology/a.yaml",
            "area: a\nconcepts:\n  - {id: person, kind: person, gloss: g}\n  - {id: worker, kind: person, parents: [person], gloss: g}\n"
            "  - {id: pay, kind: action, gloss: g}\n  - {id: wage, kind: attribute, dimension: money, gloss: g}\n");
  files.add("rules/languages/en.yaml",
            "language: en\nscript: Latn\ncues: {negation: [not]}\nnumbers: {one: 1}\ncurrencies: {USD: [dollar]}\nunits: {month: [month]}\n"
            "places: {MY: [Malaysia]}\n");
  files.add("rules/languages/en/a.yaml", "language: en\narea: a\nterms: {worker: [worker], pay: [pay], wage: [wage, salary]}\n");
  files.add("rules/blocks.yaml",
            "labels: {question: {en: [q]}}\nseparators: [\":\"]\nweak-separators: [\".\"]\nquestion-marks: [\"?\"]\n"
            "sentence-ends: [\".\"]\nbullets: [\"•\"]\nquotes: [[\"“\", \"”\"]]\n");
  files.add("policies/MY/a.yaml",
            "jurisdiction: MY\ninstruments: {act: {title: Act}}\nprovisions:\n  - id: MY-1\n    topic: work.wage\n    kind: norm\n"
            "    statement: A worker has a wage of 10 dollars.\n    norms:\n      - {bearer: worker, modality: entitled, action: pay,\n"
            "         conditions: [{not: worker}], quantities: [{attribute: wage, role: floor, value: 10, unit: USD, of: [worker]}]}\n"
            "    status: in-force\n    in_force: {from: 2020-01-01, to: null}\n    source: {instrument: act}\n    confidence: high\n");
  return files;
}

const DataFolders kFolders{"rules", "policies"};

struct Good {
  FolderSnapshot snapshot{files(), {{"rules", "rules"}, {"policies", "policies"}}};
  std::string image;
  Good() {
    Diagnostics diagnostics;
    const auto library = Library::load(snapshot, kFolders, diagnostics);
    if (!library || library->policies().provisions().size() != 1) std::abort();
    image = to_image(*library, kFolders);
    if (from_image(FileBytes::of(image), kFolders) == nullptr) std::abort();
  }
};

void read(std::string_view bytes) {
  if (const auto library = from_image(FileBytes::of(std::string(bytes)), kFolders)) (void)to_image(*library, kFolders);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Good good;
  read({reinterpret_cast<const char*>(data), size});
  // The same bytes as changes: two of the place, one of the value; and at last where it is cut off.
  std::string changed = good.image;
  size_t at = 0;
  for (; at + 3 <= size; at += 3) {
    const size_t place = (data[at] | static_cast<size_t>(data[at + 1]) << 8U) * 7 % changed.size();
    changed[place] = static_cast<char>(data[at + 2]);
  }
  read(changed);
  if (at + 1 < size) read(std::string_view(changed).substr(0, (data[at] | static_cast<size_t>(data[at + 1]) << 8U) % changed.size()));
  return 0;
}
