// Every byte of a block's text maps back to the file: the byte itself where it was copied, and a range inside the body elsewhere.
#include "helper.h"

using namespace selaras;
using namespace selaras::test;

namespace {

const std::vector<std::pair<std::string, std::string>> kBodies = {
    {"leaflet", "# মালয়েশিয়া যাওয়ার আগে\n\n- **৭৮,৯৯০ টাকা**র বেশি নয়।\n- ফি ৩,৫০০ টাকা &mdash; সবাইকে।\n\nফোন: ১৬১৩৫\n"},
    {"radio",
     "(SFX: rain)\nAMINA: It's *free*, they say \xE2\x80\x93 \"free\"!\nRAHIM: `RM1,700` &lt; RM2,000 \\* no.\nAMINA: So?  "
     "\nPay.\n"},
    {"qa", "**Q: May I work?**\nA: Not *yet*.\nOnly later.\n\n## 2. May I stay?\n> Quoted\n> lines & more\n"},
    {"web",
     "| Place | Fee |\n|---|:--:|\n| Malaysia | RM**500** \\| half |\n| Qatar | &#x0661; |\n\n<p>Bring<br>this</p>\n<!-- no "
     "-->\nEnd\n"},
    {"social", "✅ No fee\n✅ No debt\n\n1. [Call](tel:1)\n   us\n   - <https://x.org>\n\n```\ncode\n  two\n```\n"},
    {"poster", "ห้ามเก็บค่าธรรมเนียม\nโทร ๑๕๐๖\n\n**တစ်**\\\nနှစ် ![alt *x*](y.png)\n"},
};

void check_bytes(const Message& message) {
  const std::string_view file = message.file->text();
  for (const Block& block : message.blocks) {
    const std::string& text = block.content.text();
    CAPTURE(text);
    uint32_t last = message.body.begin;
    for (uint32_t at = 0; at < text.size(); ++at) {
      const Span span = block.content.to_file({at, at + 1});
      REQUIRE(message.body.contains(span));
      REQUIRE(span.begin >= last);
      last = span.begin;
      if (!block.content.is_verbatim({at, at + 1})) continue;
      REQUIRE(span.size() == 1);
      REQUIRE(file[span.begin] == text[at]);
    }
    const auto size = static_cast<uint32_t>(text.size());
    for (const Span span : block.emphasised) CHECK(Span{0, size}.contains(span));
    for (const Link& link : block.links) CHECK(Span{0, size}.contains(link.text));
    if (block.context) CHECK(*block.context < message.blocks.size());
  }
}

std::string with_crlf(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

}  // namespace

TEST_CASE("every byte of every block maps back to the file") {
  for (const auto& [channel, body] : kBodies) check_bytes(read_body(body, channel));
}

TEST_CASE("the same holds with CRLF, and the blocks are the same") {
  for (const auto& [channel, body] : kBodies) {
    CAPTURE(body);
    const Reading reading = read_text(with_crlf(front_matter(channel) + body));
    REQUIRE(reading.result.message.has_value());
    check_bytes(*reading.result.message);
    CHECK(outline(*reading.result.message) == outline(read_body(body, channel)));
  }
}

TEST_CASE("a body cut at any byte is read without a wrong span") {
  for (const auto& [channel, body] : kBodies) {
    for (size_t end = 1; end < body.size(); ++end) {
      const Reading reading = read_text(front_matter(channel) + body.substr(0, end));
      if (reading.result.message) check_bytes(*reading.result.message);
    }
  }
}

TEST_CASE("a soft break is the line break of the file") {
  const Message message = read_body("one\ntwo\n");
  const Block& block = message.blocks[0];
  CHECK(block.content.text() == "one\ntwo");
  CHECK(message.file->text()[block.content.to_file({3, 4}).begin] == '\n');
}

TEST_CASE("an entity covers all its bytes") {
  const Message message = read_body("a &amp; b\n");
  const Span span = message.blocks[0].content.to_file({2, 3});
  CHECK(slice(message.file->text(), span) == "&amp;");
}

TEST_CASE("the body runs from the closing line to the last non-blank byte") {
  const Message message = read_body("\nText.\n\n \n");
  CHECK(slice(message.file->text(), message.body) == "\nText.");
}
