#include "engine/gold.h"

#include <algorithm>
#include <memory>

#include "data/fields.h"

namespace selaras {
namespace {

constexpr size_t kFileLimit = 1U << 20U;

class GoldReader {
 public:
  GoldReader(const FileSystem& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  void folder(const std::string& path, std::map<std::string, GoldMessage>& found) {
    const auto listing = files_.list(path);
    if (const auto* fault = std::get_if<FileFault>(&listing)) {
      diagnostics_.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
      return;
    }
    for (const auto& entry : std::get<std::vector<DirectoryEntry>>(listing)) {
      const std::string child = join_path(path, entry.name);
      if (entry.is_directory) folder(child, found);
      if (!entry.is_directory && entry.name.ends_with(".md")) message(child, found);
    }
  }

 private:
  std::optional<std::string> content(const std::string& path) {
    auto read = files_.read(path, kFileLimit);
    if (const auto* fault = std::get_if<FileFault>(&read)) {
      diagnostics_.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
      return std::nullopt;
    }
    return std::move(std::get<std::string>(read));
  }

  void message(const std::string& path, std::map<std::string, GoldMessage>& found) {
    const std::string gold_path = path.substr(0, path.size() - 3) + ".gold.yaml";
    if (!files_.is_file(gold_path)) return;
    const auto text = content(path);
    const auto gold = content(gold_path);
    if (!text || !gold) return;
    const SourceFile file(path, *text);
    const SourceFile gold_file(gold_path, *gold);
    const size_t end = file.text().starts_with("---") ? file.text().find("\n---", 3) : std::string_view::npos;
    if (end == std::string_view::npos) return;
    const auto front = yaml::parse(file, {3, static_cast<uint32_t>(end)}, diagnostics_);
    const auto root = yaml::parse(gold_file, diagnostics_);
    if (!front || !root) return;
    GoldMessage message;
    message.path = path;
    if (const auto* id = front->find("id")) message.id = id->scalar;
    if (const auto* language = front->find("language")) message.language = language->scalar;
    body_ = file.text().substr(end + 4);
    body_at_ = static_cast<uint32_t>(end + 4);
    read(gold_file, *root, message);
    found[message.id] = std::move(message);
  }

  void read(const SourceFile& file, const yaml::Node& root, GoldMessage& message) {
    if (const auto* findings = root.find("findings")) {
      for (const auto& item : findings->items) message.findings.push_back(finding(file, item));
    }
    if (const auto* clear = root.find("clear")) {
      for (const auto& item : clear->items) {
        GoldClear statement;
        statement.provisions = words(item, "provisions");
        if (auto span = quoted(file, item, statement.quote)) {
          statement.span = *span;
          message.clear.push_back(std::move(statement));
        }
      }
    }
  }

  GoldFinding finding(const SourceFile& file, const yaml::Node& node) {
    GoldFinding found;
    if (const auto* code = node.find("code")) found.code = code->scalar;
    if (const auto* why = node.find("why")) found.why = why->scalar;
    found.also_ok = words(node, "also_ok");
    found.provisions = words(node, "provisions");
    found.span = quoted(file, node, found.quote);
    return found;
  }

  static std::vector<std::string> words(const yaml::Node& node, std::string_view key) {
    std::vector<std::string> found;
    const auto* list = node.find(key);
    if (list == nullptr) return found;
    for (const auto& item : list->items) found.push_back(item.scalar);
    return found;
  }

  std::optional<Span> quoted(const SourceFile& file, const yaml::Node& node, std::string& quote) {
    const auto* written = node.find("quote");
    if (written == nullptr || written->is_null()) return std::nullopt;
    quote = written->scalar;
    const size_t at = body_.find(quote);
    if (at == std::string_view::npos) {
      diagnostics_.error(file, written->span, "this quote is not in the message", "copy the words of the body exactly");
      return std::nullopt;
    }
    const auto begin = static_cast<uint32_t>(body_at_ + at);
    return Span{begin, begin + static_cast<uint32_t>(quote.size())};
  }

  const FileSystem& files_;
  Diagnostics& diagnostics_;
  std::string_view body_;
  uint32_t body_at_ = 0;
};

}  // namespace

bool GoldFinding::accepts(std::string_view given) const {
  return given == code || std::find(also_ok.begin(), also_ok.end(), given) != also_ok.end();
}

std::map<std::string, GoldMessage> load_gold(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics) {
  std::map<std::string, GoldMessage> found;
  GoldReader(files, diagnostics).folder(folder, found);
  return found;
}

}  // namespace selaras
