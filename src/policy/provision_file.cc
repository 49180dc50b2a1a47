#include <fmt/format.h>

#include <array>

#include "data/fields.h"
#include "policy/frame_reader.h"
#include "policy/policy_files.h"
#include "text/characters.h"

namespace selaras {
namespace {

template <typename Enum>
std::vector<std::string_view> names_up_to(Enum last) {
  std::vector<std::string_view> names;
  for (size_t i = 0; i <= static_cast<size_t>(last); ++i) names.push_back(name(static_cast<Enum>(i)));
  return names;
}

class ProvisionReader {
 public:
  explicit ProvisionReader(const PolicyFile& policy_file)
      : in_(policy_file), frames_(*policy_file.file, policy_file.ontology, policy_file.diagnostics) {}

  std::vector<Provision> read() {
    const auto root = yaml::parse(*in_.file, in_.diagnostics);
    if (!root) return {};
    Fields fields(*in_.file, *root, "the policy file", in_.diagnostics);
    if (!fields.valid()) return {};
    check_jurisdiction(fields);
    if (const auto* instruments = fields.get("instruments")) read_instruments(*instruments);
    std::vector<Provision> found;
    for (const auto& item : fields.items("provisions")) {
      const size_t errors = in_.diagnostics.error_count();
      auto provision = one(item);
      if (in_.diagnostics.error_count() == errors) found.push_back(std::move(provision));
    }
    fields.finish();
    return found;
  }

 private:
  void check_jurisdiction(Fields& fields) {
    const std::string written = fields.required_text("jurisdiction");
    if (written.empty() || written == in_.jurisdiction) return;
    fields.error(*fields.get("jurisdiction"), fmt::format("jurisdiction '{}' stands in the folder {}", written, in_.jurisdiction),
                 fmt::format("move the file to {}/ or mend the field", written));
  }

  void read_instruments(const yaml::Node& node) {
    for (size_t i = 0; i < node.keys.size(); ++i) {
      const auto& key = node.keys[i].scalar;
      Fields fields(*in_.file, node.items[i], fmt::format("instrument '{}'", key), in_.diagnostics);
      if (!fields.valid()) continue;
      Instrument instrument;
      instrument.id = key;
      instrument.title = fields.required_text("title");
      instrument.kind = fields.text("kind").value_or("");
      instrument.rank = fields.text("rank").value_or("");
      instrument.publisher = fields.text("publisher").value_or("");
      instrument.url = fields.text("url").value_or("");
      instrument.page_date = fields.date("page_date");
      fields.finish();
      instruments_[key] = std::move(instrument);
    }
  }

  Provision one(const yaml::Node& node) {
    Provision provision;
    provision.file = in_.file;
    provision.where = node.span;
    provision.jurisdiction = in_.jurisdiction;
    Fields fields(*in_.file, node, "a provision", in_.diagnostics);
    if (!fields.valid()) return provision;
    provision.id = fields.required_text("id");
    fields.rename(fmt::format("provision {}", provision.id));
    check_id(fields, provision.id);
    what_it_says(fields, provision);
    when_it_holds(fields, provision);
    where_it_comes_from(fields, provision);
    fields.finish();
    return provision;
  }

  void check_id(Fields& fields, const std::string& id) {
    if (id.empty() || id.starts_with(in_.jurisdiction + "-")) return;
    fields.error(*fields.get("id"), fmt::format("provision id '{}' does not begin with {}-", id, in_.jurisdiction),
                 "begin the id with the jurisdiction's code");
  }

  void what_it_says(Fields& fields, Provision& provision) {
    static const auto kinds = names_up_to(ProvisionKind::announcement);
    fields.require("topic");
    if (const auto topic = fields.choice("topic", topics())) provision.topic = topics()[*topic];
    fields.require("kind");
    provision.kind = static_cast<ProvisionKind>(fields.choice("kind", kinds).value_or(0));
    provision.statement = fields.required_text("statement");
    if (const auto* statement = fields.get("statement")) provision.statement_span = statement->span;
    for (const auto& item : fields.items("norms")) provision.norms.push_back(frames_.norm(item, fields.what()));
    for (const auto& item : fields.items("unmodelled")) provision.unmodelled.push_back(unmodelled(item, fields.what()));
    provision.practice_note = fields.text("practice_note").value_or("");
    provision.say_with = fields.texts("say_with");
    provision.related = fields.texts("related");
    if (const auto* examples = fields.get("examples")) provision.examples = read_examples(*examples, fields.what());
  }

  Unmodelled unmodelled(const yaml::Node& node, const std::string& what) {
    Fields fields(*in_.file, node, "an unmodelled part of " + what, in_.diagnostics);
    if (!fields.valid()) return {};
    Unmodelled part{fields.required_text("part"), fields.required_text("reason")};
    fields.finish();
    return part;
  }

  Examples read_examples(const yaml::Node& node, const std::string& what) {
    Fields fields(*in_.file, node, "the examples of " + what, in_.diagnostics);
    if (!fields.valid()) return {};
    Examples examples{fields.texts("supports"), fields.texts("contradicts"), fields.texts("stale"), fields.texts("premature")};
    fields.finish();
    return examples;
  }

  void when_it_holds(Fields& fields, Provision& provision) {
    static const auto statuses = names_up_to(Status::ended);
    fields.require("status");
    provision.status = static_cast<Status>(fields.choice("status", statuses).value_or(size_t(Status::in_force)));
    provision.supersedes = fields.texts("supersedes");
    provision.review_by = fields.date("review_by");
    const auto* node = fields.require("in_force");
    if (node == nullptr) return;
    Fields validity(*in_.file, *node, "in_force of " + provision.id, in_.diagnostics);
    if (!validity.valid()) return;
    provision.in_force = {validity.date("from"), validity.date("to")};
    static constexpr std::array<std::string_view, 1> page_date = {"page-date"};
    provision.from_is_page_date = validity.choice("from_is", page_date).has_value();
    validity.finish();
    const auto& [from, to] = provision.in_force;
    if (from && to && *to < *from) validity.error(*node, fmt::format("provision {} ends before it begins", provision.id), "check the two dates");
  }

  void where_it_comes_from(Fields& fields, Provision& provision) {
    static const auto confidences = names_up_to(Confidence::low);
    fields.require("confidence");
    provision.confidence = static_cast<Confidence>(fields.choice("confidence", confidences).value_or(2));
    if (const auto* route = fields.get("route")) provision.route = read_route(*route, fields.what());
    provision.parties = fields.texts("parties");
    const auto* node = fields.require("source");
    if (node == nullptr) return;
    Fields source(*in_.file, *node, "the source of " + provision.id, in_.diagnostics);
    if (!source.valid()) return;
    provision.source = {source.required_text("instrument"), source.text("section").value_or("")};
    source.finish();
    const auto found = instruments_.find(provision.source.instrument);
    if (found != instruments_.end()) {
      provision.instrument = found->second;
      return;
    }
    std::vector<std::string_view> known;
    for (const auto& [id, instrument] : instruments_) known.push_back(id);
    source.error(*node, fmt::format("provision {} names the instrument '{}', which the file does not have", provision.id, provision.source.instrument),
                 suggestion(provision.source.instrument, known));
  }

  Route read_route(const yaml::Node& node, const std::string& what) {
    static constexpr std::array<std::string_view, 4> roles = {"origin", "transit", "destination", "any"};
    Fields fields(*in_.file, node, "the route of " + what, in_.diagnostics);
    if (!fields.valid()) return {};
    Route route;
    if (const auto role = fields.choice("role", roles)) route.role = roles[*role];
    route.origins = countries(fields, "origins");
    route.destinations = countries(fields, "destinations");
    fields.finish();
    return route;
  }

  std::vector<std::string> countries(Fields& fields, std::string_view key) {
    auto codes = fields.texts(key);
    if (codes == std::vector<std::string>{"any"}) return {};
    for (const auto& code : codes) {
      if (is_country_code(code)) continue;
      fields.error(*fields.get(key), fmt::format("'{}' is no country code", code), "use ISO 3166-1 alpha-2 codes, or any");
    }
    return codes;
  }

  const PolicyFile& in_;
  FrameReader frames_;
  std::map<std::string, Instrument> instruments_;
};

}  // namespace

std::vector<Provision> read_provisions(const PolicyFile& policy_file) { return ProvisionReader(policy_file).read(); }

}  // namespace selaras
