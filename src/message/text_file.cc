#include <limits>

#include "base/utf8.h"
#include "message/reader.h"

namespace selaras {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void report_text_fault(const SourceFile& file, const TextFault& fault, Diagnostics& diagnostics) {
  const Span where{fault.offset, fault.offset};
  if (fault.kind == TextFault::Kind::nul_byte) {
    diagnostics.error(file, where, "a NUL byte: this is not a text file", "save it as UTF-8 text");
  } else {
    diagnostics.error(file, where, "these bytes are not UTF-8", "save the file as UTF-8");
  }
}

}  // namespace

std::shared_ptr<const SourceFile> load_text(const FileSystem& files, const std::string& path, size_t limit,
                                            Diagnostics& diagnostics) {
  // Offsets are 32 bits wide throughout.
  const size_t most = std::min<size_t>(limit, std::numeric_limits<int32_t>::max());
  auto content = files.read(path, most);
  if (const auto* fault = std::get_if<FileFault>(&content)) {
    diagnostics.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
    return nullptr;
  }
  auto file = std::make_shared<const SourceFile>(path, std::move(std::get<std::string>(content)));
  if (const auto fault = find_text_fault(file->text())) {
    report_text_fault(*file, *fault, diagnostics);
    return nullptr;
  }
  if (text_begin(*file) > 0) {
    diagnostics.warning(*file, {0, 3}, "the file starts with a byte order mark, which is passed over",
                        "save it as UTF-8 without a byte order mark");
  }
  return file;
}

uint32_t text_begin(const SourceFile& file) {
  return file.text().starts_with(kByteOrderMark) ? static_cast<uint32_t>(kByteOrderMark.size()) : 0;
}

}  // namespace selaras
