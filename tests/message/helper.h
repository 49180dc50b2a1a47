// Messages for tests: good front matter around a body, read with the project's own labels.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "message/reader.h"

namespace selaras::test {

inline std::string front_matter(const std::string& channel, const std::string& language = "en") {
  return "---\nid: t-1\nissuer: BD-BMET\ncountry: BD\nrole: origin\ncorridor: [BD, MY]\nlanguage: " + language +
         "\nchannel: " + channel + "\naudience: {group: migrant-worker}\npublish: 2026-11-15\n---\n";
}

inline const BlockLabels& labels() {
  static const BlockLabels loaded = [] {
    Diagnostics diagnostics;
    auto found = load_block_labels(DiskFileSystem(), SELARAS_SOURCE_DIR "/rules/blocks.yaml", diagnostics);
    for (const auto& d : diagnostics.all()) MESSAGE(to_line(d));
    REQUIRE(found.has_value());
    return *found;
  }();
  return loaded;
}

struct Reading {
  ReadResult result;
  Diagnostics diagnostics;

  /// The first diagnostic as a line; empty without one.
  std::string first() const { return diagnostics.all().empty() ? "" : to_line(diagnostics.all().front()); }
};

inline Reading read_text(const std::string& text) {
  MemoryFileSystem files;
  files.add("m.md", text);
  Reading reading;
  const auto file = load_text(files, "m.md", kMessageLimit, reading.diagnostics);
  if (file) reading.result = read_message(file, nullptr, labels(), reading.diagnostics);
  return reading;
}

inline Message read_body(const std::string& body, const std::string& channel = "leaflet", const std::string& language = "en") {
  Reading reading = read_text(front_matter(channel, language) + body);
  for (const auto& d : reading.diagnostics.all()) MESSAGE(to_line(d));
  REQUIRE(reading.result.message.has_value());
  return std::move(*reading.result.message);
}

inline std::string name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph: return "paragraph";
    case BlockKind::heading: return "heading";
    case BlockKind::bullet: return "bullet";
    case BlockKind::table_cell: return "cell";
    case BlockKind::question: return "question";
    case BlockKind::answer: return "answer";
    case BlockKind::myth: return "myth";
    case BlockKind::fact: return "fact";
    case BlockKind::dialogue: return "dialogue";
    case BlockKind::stage_direction: return "stage";
  }
  return "";
}

/// One line a block: `kind(context) speaker| text`, line breaks as ` / `.
inline std::string outline(const Message& message) {
  std::string out;
  for (const Block& block : message.blocks) {
    out += name_of(block.kind);
    if (block.context) out += "(" + std::to_string(*block.context) + ")";
    if (!block.speaker.empty()) out += " " + block.speaker + (block.official_voice ? "*" : "");
    out += "| ";
    for (const char c : block.content.text()) out += c == '\n' ? std::string(" / ") : std::string(1, c);
    out += "\n";
  }
  return out;
}

}  // namespace selaras::test
