#include "message/reader.h"

#include <fmt/format.h>

#include "message/blocks.h"
#include "message/campaign_values.h"
#include "message/message_fields.h"

namespace selaras {
namespace {

void report_outline_fault(const SourceFile& file, OutlineFault fault, Diagnostics& diagnostics) {
  const uint32_t at = text_begin(file);
  switch (fault) {
    case OutlineFault::empty_file:
      return diagnostics.error(file, {at, at}, "the file is empty", "write front matter and a text, or delete the file");
    case OutlineFault::not_first:
      return diagnostics.error(file, {at, at}, "the front matter does not start on the first line",
                               "delete the blank lines before the first `---`");
    case OutlineFault::not_closed:
      return diagnostics.error(file, {at, at}, "the front matter is not closed",
                               "write a line `---` between the fields and the text");
    case OutlineFault::none_written: return;
  }
}

/// Reads one message whose front matter and body have been found, most often in the same file.
class MessageReader {
 public:
  MessageReader(std::shared_ptr<const SourceFile> front, std::shared_ptr<const SourceFile> file, const Outline& outline,
                const CampaignDefaults::Values* defaults, Diagnostics& diagnostics)
      : front_(std::move(front)), file_(std::move(file)), outline_(outline), defaults_(defaults), diagnostics_(diagnostics) {}

  std::optional<Message> read(const BlockLabels& labels) {
    if (!read_front_matter()) return std::nullopt;
    if (outline_.body.empty()) {
      const Span end{outline_.body.begin, outline_.body.begin};
      diagnostics_.error(*file_, end, "the message has no text", "write the text below the closing `---`");
      return std::nullopt;
    }
    auto markdown = parse_markdown(*file_, outline_.body, diagnostics_);
    if (!markdown) return std::nullopt;
    message_.body = outline_.body;
    message_.blocks = build_blocks(*file_, *markdown, labels, message_);
    if (message_.blocks.empty()) {
      diagnostics_.error(*file_, outline_.body, "the message has no text", "write more than comments and rules");
      return std::nullopt;
    }
    message_.file = std::move(file_);
    return std::move(message_);
  }

 private:
  bool read_front_matter() {
    const auto root = yaml::parse(*front_, outline_.front, diagnostics_);
    if (!root) return false;
    if (root->is_null()) {
      const Span first{outline_.front.begin, outline_.front.begin};
      diagnostics_.error(*front_, first, "the front matter is empty", "write id, issuer, country, language and publish");
      return false;
    }
    const size_t errors_before = diagnostics_.error_count();
    Fields fields(*front_, *root, "the front matter", diagnostics_);
    if (!fields.valid()) return false;
    SharedFields shared = read_shared_fields(fields);
    const OwnFields own = read_own_fields(fields);
    if (defaults_ != nullptr) shared.fill_from(defaults_->fields);
    fields.finish();
    require_fields(fields, shared);
    check_dates(fields, shared, own);
    if (diagnostics_.error_count() > errors_before) return false;
    take(std::move(shared), own);
    return true;
  }

  /// A field that is written but wrong has had its error.
  void require(const Fields& fields, std::string_view key, bool given, std::string_view form) const {
    const yaml::Node* written = fields.node().find(key);
    if (given || (written != nullptr && !written->is_null())) return;
    const yaml::Node& at = written != nullptr ? *written : fields.node();
    fields.error(at, fmt::format("the front matter has no '{}'", key), fmt::format("add a line `{}: {}`", key, form));
  }

  void require_fields(const Fields& fields, const SharedFields& shared) const {
    require(fields, "id", false, "<one word>");
    require(fields, "issuer", shared.issuer.has_value(), "<country>-<agency>");
    require(fields, "country", shared.country.has_value(), "<ISO 3166-1 code>");
    require(fields, "language", shared.language.has_value(), "<BCP 47 tag>");
    require(fields, "publish", false, "YYYY-MM-DD");
  }

  static void check_dates(const Fields& fields, const SharedFields& shared, const OwnFields& own) {
    if (!own.publish || !shared.expires || *own.publish <= *shared.expires) return;
    const yaml::Node* written = fields.node().find("expires");
    const yaml::Node* at = written != nullptr ? written : fields.node().find("publish");
    fields.error(*at,
                 fmt::format("the message expires ({}) before it is published ({})", shared.expires->iso(), own.publish->iso()),
                 "correct one of the two days");
  }

  void take(SharedFields shared, const OwnFields& own) {
    if (!shared.audience) message_.defaulted.emplace_back("audience");
    if (!shared.corridor) message_.defaulted.emplace_back("corridor");
    if (!shared.channel) message_.defaulted.emplace_back("channel");
    message_.id = own.id;
    message_.id_span = own.id_span;
    message_.publish = *own.publish;
    message_.version = own.version;
    message_.translation_of = own.translation_of;
    message_.source_version = own.source_version;
    message_.campaign = shared.campaign.value_or("");
    message_.issuer = *shared.issuer;
    message_.country = *shared.country;
    message_.language = *shared.language;
    message_.role = shared.role;
    message_.corridor = shared.corridor.value_or(std::vector<std::string>{});
    message_.channel = shared.channel.value_or(Channel::unknown);
    message_.audience = std::move(shared.audience);
    message_.expires = shared.expires;
  }

  std::shared_ptr<const SourceFile> front_, file_;
  Outline outline_;
  const CampaignDefaults::Values* defaults_;
  Diagnostics& diagnostics_;
  Message message_;
};

}  // namespace

ReadResult read_message(std::shared_ptr<const SourceFile> file, const CampaignDefaults::Values* defaults, const BlockLabels& labels,
                        Diagnostics& diagnostics) {
  const auto outline = find_outline(*file);
  if (const auto* fault = std::get_if<OutlineFault>(&outline)) {
    report_outline_fault(*file, *fault, diagnostics);
    return {std::nullopt, *fault != OutlineFault::none_written};
  }
  return {MessageReader(file, file, std::get<Outline>(outline), defaults, diagnostics).read(labels), true};
}

std::optional<Message> message_of(std::shared_ptr<const SourceFile> fields, std::shared_ptr<const SourceFile> body, const BlockLabels& labels,
                                  Diagnostics& diagnostics) {
  const size_t last = body->text().find_last_not_of(" \t\r\n");
  const uint32_t size = last == std::string_view::npos ? 0 : static_cast<uint32_t>(last + 1);
  const Outline outline{{0, static_cast<uint32_t>(fields->text().size())}, {0, size}};
  return MessageReader(std::move(fields), std::move(body), outline, nullptr, diagnostics).read(labels);
}

}  // namespace selaras
