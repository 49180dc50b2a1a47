// A draft message: who says it, to whom, where, when, in which language; and its body as blocks of plain text. Markup is gone
// from a block's text, but every byte of it knows the byte of the file it came from.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/source_file.h"
#include "base/span.h"

namespace selaras {

enum class BlockKind : uint8_t {
  paragraph,
  heading,
  bullet,
  table_cell,
  question,
  answer,
  myth,
  fact,
  dialogue,
  stage_direction,  // "(SFX: rain)": what a script tells its actors; nobody says it
};

enum class Role : uint8_t { origin, transit, destination };
enum class Channel : uint8_t { unknown, sms, radio, poster, leaflet, social, web, video, speech, qa };

/// Plain text cut from a file, with the way back: piecewise, a run of bytes copied verbatim keeps its offset.
class MappedText {
 public:
  /// Appends file bytes verbatim.
  void append(std::string_view bytes, uint32_t file_offset);
  /// Appends bytes that stand for other bytes of the file (an entity, a soft line break): all of them map to `file`.
  void append_for(std::string_view bytes, Span file);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  /// The file bytes behind a span of the text; as short as covers it. An empty span gives an empty one.
  Span to_file(Span in_text) const;
  /// A piece of the text that keeps its way back.
  MappedText part(Span in_text) const;
  /// Whether every byte of the span was copied from the file as it stands.
  bool is_verbatim(Span in_text) const;

 private:
  struct Run {
    uint32_t text_begin;
    Span file;
    bool verbatim;
  };
  size_t run_at(uint32_t text_offset) const;
  uint32_t run_end(size_t run) const;
  std::string text_;
  std::vector<Run> runs_;
};

/// A link whose words stand in the text while its target does not.
struct Link {
  Span text;
  std::string target;
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  uint8_t level = 0;  // heading (and question in a heading) 1-6; bullets: nesting from 1
  MappedText content;
  std::vector<Span> emphasised;        // spans of the text in bold or italics: often a run-in heading ("**How much?** RM500")
  std::optional<uint32_t> context;     // block that this one is read under: the heading, the lead-in of a list, the question of an
                                       // answer, the myth that a fact corrects, the header cell of a column
  std::optional<uint32_t> row_header;  // table cells: the first cell of the row
  std::string speaker;                 // dialogue: as written
  bool official_voice = false;         // dialogue: the speaker is called a presenter, narrator, officer … (rules/blocks.yaml)
  bool quoted = false;                 // inside a Markdown block quote
  std::vector<Link> links;
};

struct Audience {
  std::string group, location, age, gender, literacy;
};

struct Message {
  std::shared_ptr<const SourceFile> file;
  Span body;  // from the byte after the closing --- line to the last non-blank byte
  std::string id, campaign, issuer, country, language;
  Span id_span;                      // of the id in the front matter
  std::optional<Role> role;
  std::vector<std::string> corridor;
  Channel channel = Channel::unknown;
  std::optional<Audience> audience;
  Date publish;
  std::optional<Date> expires;
  std::optional<int> version;
  std::string translation_of;
  std::optional<int> source_version;
  std::vector<std::string>
      defaulted;  // recommended fields that were absent (audience, corridor, channel): M1, judged with defaults
  std::vector<Block> blocks;
};

}  // namespace selaras
