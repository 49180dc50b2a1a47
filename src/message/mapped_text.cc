#include <algorithm>

#include "message/message.h"

namespace selaras {

void MappedText::append(std::string_view bytes, uint32_t file_offset) {
  if (bytes.empty()) return;
  const auto begin = static_cast<uint32_t>(text_.size());
  const Span file{file_offset, file_offset + static_cast<uint32_t>(bytes.size())};
  const bool continues = !runs_.empty() && runs_.back().verbatim && runs_.back().file.end == file.begin;
  if (continues) {
    runs_.back().file.end = file.end;
  } else {
    runs_.push_back({begin, file, true});
  }
  text_ += bytes;
}

void MappedText::append_for(std::string_view bytes, Span file) {
  if (bytes.empty()) return;
  runs_.push_back({static_cast<uint32_t>(text_.size()), file, false});
  text_ += bytes;
}

size_t MappedText::run_at(uint32_t text_offset) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), text_offset,
                                      [](uint32_t offset, const Run& run) { return offset < run.text_begin; });
  return static_cast<size_t>(after - runs_.begin()) - 1;
}

uint32_t MappedText::run_end(size_t run) const {
  return run + 1 < runs_.size() ? runs_[run + 1].text_begin : static_cast<uint32_t>(text_.size());
}

Span MappedText::to_file(Span in_text) const {
  if (runs_.empty()) return {};
  const auto size = static_cast<uint32_t>(text_.size());
  const uint32_t begin = std::min(in_text.begin, size);
  const Run& first = runs_[run_at(begin)];
  const uint32_t file_begin = first.verbatim  ? first.file.begin + (begin - first.text_begin)
                              : begin == size ? first.file.end
                                              : first.file.begin;
  const uint32_t end = std::min(in_text.end, size);
  if (end <= begin) return {file_begin, file_begin};
  const Run& last = runs_[run_at(end - 1)];
  return {file_begin, last.verbatim ? last.file.begin + (end - last.text_begin) : last.file.end};
}

MappedText MappedText::part(Span in_text) const {
  MappedText piece;
  for (uint32_t at = in_text.begin; at < in_text.end;) {
    const size_t index = run_at(at);
    const Run& run = runs_[index];
    const uint32_t end = std::min(run_end(index), in_text.end);
    const std::string_view bytes = slice(text_, {at, end});
    if (run.verbatim) {
      piece.append(bytes, run.file.begin + (at - run.text_begin));
    } else {
      piece.append_for(bytes, run.file);
    }
    at = end;
  }
  return piece;
}

bool MappedText::is_verbatim(Span in_text) const {
  for (uint32_t at = in_text.begin; at < in_text.end;) {
    const size_t index = run_at(at);
    if (!runs_[index].verbatim) return false;
    at = run_end(index);
  }
  return true;
}

}  // namespace selaras
