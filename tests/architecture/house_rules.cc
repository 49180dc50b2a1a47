#include "house_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <clocale>
#include <cwctype>
#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace selaras::house {
namespace {

bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

bool starts_with_any(std::string_view path, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view start) { return path.starts_with(start); });
}

bool is_header(std::string_view path) { return ends_with_any(path, {".h", ".hpp"}); }
bool is_source(std::string_view path) { return is_header(path) || ends_with_any(path, {".cc", ".cpp", ".inc"}); }

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word_char(char c) { return is_capital(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  uint32_t number = 1;
  for (size_t begin = 0; begin < text.size(); ++number) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    visit(text.substr(begin, end - begin), number);
    begin = end + 1;
  }
}

/// What stands between the quotes or brackets of an include line, or nothing.
std::string_view included(std::string_view line) {
  const size_t hash = line.find_first_not_of(" \t");
  if (hash == std::string_view::npos || line[hash] != '#') return {};
  const size_t word = line.find_first_not_of(" \t", hash + 1);
  if (word == std::string_view::npos || !line.substr(word).starts_with("include")) return {};
  const size_t open = line.find_first_of("\"<", word);
  if (open == std::string_view::npos) return {};
  const size_t close = line.find(line[open] == '<' ? '>' : '"', open + 1);
  if (close == std::string_view::npos) return {};
  return line.substr(open + 1, close - open - 1);
}

template <typename Judge>  // Judge: (file, included path) -> what is wrong, empty when nothing is
std::vector<Breach> judge_includes(const std::vector<File>& files, Judge judge) {
  std::vector<Breach> breaches;
  for (const File& file : files) {
    if (!is_source(file.path)) continue;
    for_each_line(file.text, [&](std::string_view line, uint32_t number) {
      const std::string_view path = included(line);
      if (path.empty()) return;
      if (std::string what = judge(file, path); !what.empty()) breaches.push_back({file.path, number, std::move(what)});
    });
  }
  return breaches;
}

/// `src/<floor>/…` -> floor; empty for other paths.
std::string_view floor_of(std::string_view path) {
  if (!path.starts_with("src/")) return {};
  path.remove_prefix(4);
  const size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

}  // namespace

std::vector<Breach> upward_includes(const std::vector<File>& files, const std::vector<std::string>& floors) {
  const auto height = [&](std::string_view floor) -> std::optional<size_t> {
    const auto at = std::find(floors.begin(), floors.end(), floor);
    if (at == floors.end()) return std::nullopt;
    return static_cast<size_t>(at - floors.begin());
  };
  std::vector<Breach> breaches;
  for (const File& file : files) {
    if (file.path.starts_with("src/") && is_source(file.path) && !height(floor_of(file.path))) {
      breaches.push_back({file.path, 1, "stands in no floor: add the folder to SELARAS_FLOORS in CMakeLists.txt"});
    }
  }
  const auto upward = judge_includes(files, [&](const File& file, std::string_view path) -> std::string {
    const std::string_view own = floor_of(file.path);
    const std::string_view other = path.substr(0, path.find('/'));
    if (!height(own) || !height(other) || *height(other) <= *height(own)) return {};
    return fmt::format("{} includes {}, a floor above it ({})", own, other, path);
  });
  breaches.insert(breaches.end(), upward.begin(), upward.end());
  return breaches;
}

std::vector<Breach> icu_outside_text(const std::vector<File>& files) {
  return judge_includes(files, [](const File& file, std::string_view path) -> std::string {
    const bool may = starts_with_any(file.path, {"src/text/", "tests/text/", "bench/"});
    return may || !path.starts_with("unicode/") ? "" : fmt::format("includes {}: only src/text knows ICU", path);
  });
}

std::vector<Breach> boost_graph_in_headers(const std::vector<File>& files) {
  return judge_includes(files, [](const File& file, std::string_view path) -> std::string {
    return !is_header(file.path) || !path.starts_with("boost/graph/") ? "" : fmt::format("a header includes {}", path);
  });
}

// ---- six-word runs -----------------------------------------------------------------------------------------------------------

Body body_of(std::string_view message) {
  if (!message.starts_with("---")) return {message, 1};
  const size_t close = message.find("\n---", 3);
  if (close == std::string_view::npos) return {message, 1};
  const size_t end = std::min(message.find('\n', close + 1), message.size());
  const auto lines = std::count(message.begin(), message.begin() + static_cast<std::ptrdiff_t>(end), '\n');
  return {message.substr(end), static_cast<uint32_t>(lines + 1)};
}

namespace {

struct Range {
  char32_t first, last;
};

template <size_t N>
bool in_any(char32_t c, const std::array<Range, N>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range range) { return range.first <= c && c <= range.last; });
}

// ICU would know, but only src/text may ask it, and this rule must not depend on what it judges.
bool is_punctuation(char32_t c) {
  static constexpr std::array<Range, 17> kPunctuation{{{0xA1, 0xA9},
                                                       {0xAB, 0xB4},
                                                       {0xB6, 0xB9},
                                                       {0xBB, 0xBF},
                                                       {0xD7, 0xD7},
                                                       {0xF7, 0xF7},
                                                       {0x60C, 0x60D},
                                                       {0x61B, 0x61F},
                                                       {0x66A, 0x66D},
                                                       {0x6D4, 0x6D4},
                                                       {0x964, 0x965},
                                                       {0xE4F, 0xE4F},
                                                       {0x104A, 0x104B},
                                                       {0x17D4, 0x17DA},
                                                       {0x2000, 0x2BFF},
                                                       {0x3000, 0x303F},
                                                       {0xFE00, 0xFE6F}}};
  if (c < 0x80) return !is_word_char(static_cast<char>(c)) || c == '_';
  return in_any(c, kPunctuation) || c == 0xFEFF;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x3000;
}

bool is_unspaced(char32_t c) {
  static constexpr std::array<Range, 5> kUnspaced{
      {{0xE00, 0xEFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x19E0, 0x19FF}, {0xA9E0, 0xAA7F}}};
  return in_any(c, kUnspaced);
}

char32_t lower(char32_t c) {
  static const locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return unicode == nullptr ? c : static_cast<char32_t>(towlower_l(static_cast<wint_t>(c), unicode));
}

/// The code point at `at`, which moves on; a stray byte stands for itself.
char32_t next_code_point(std::string_view text, size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  const int tail = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  char32_t c = tail == 3 ? lead & 0x07U : tail == 2 ? lead & 0x0FU : tail == 1 ? lead & 0x1FU : lead;
  for (int i = 0; i < tail && at < text.size(); ++i) c = (c << 6) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  return c;
}

/// A word, or one letter of a script without spaces.
struct Unit {
  uint64_t hash = 0;
  uint32_t begin = 0, end = 0;  // bytes
  uint32_t line = 1;
};

struct Units {
  std::vector<Unit> words;    // all scripts, as spaces part them
  std::vector<Unit> letters;  // of the scripts without spaces only
};

uint64_t mix(uint64_t hash, uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2);
  return hash * 0xFF51AFD7ED558CCDULL;
}

/// `punctuation_parts`: "1,700" is two words; otherwise one, `1700`.
Units units_of(std::string_view text, uint32_t line, bool punctuation_parts) {
  Units units;
  std::optional<Unit> word;
  const auto close = [&] {
    if (word) units.words.push_back(*word);
    word.reset();
  };
  for (size_t at = 0; at < text.size();) {
    const auto begin = static_cast<uint32_t>(at);
    const char32_t c = lower(next_code_point(text, at));
    const auto end = static_cast<uint32_t>(at);
    if (c == '\n') ++line;
    if (is_space(c)) {
      close();
    } else if (is_punctuation(c)) {
      if (punctuation_parts) close();
    } else {
      if (!word) word = Unit{0, begin, end, line};
      word->hash = mix(word->hash, c);
      word->end = end;
      if (is_unspaced(c)) units.letters.push_back({mix(0, c), begin, end, line});
    }
  }
  close();
  return units;
}

std::vector<uint64_t> grams(const std::vector<Unit>& units, size_t length) {
  std::vector<uint64_t> hashes;
  for (size_t i = 0; i + length <= units.size(); ++i) {
    uint64_t hash = length;
    for (size_t k = 0; k < length; ++k) hash = mix(hash, units[i + k].hash);
    hashes.push_back(hash);
  }
  return hashes;
}

/// The runs of each line by itself, so that no run reaches from one name into the next.
std::vector<uint64_t> runs_of_names(std::string_view names, bool punctuation_parts) {
  std::vector<uint64_t> runs;
  while (!names.empty()) {
    const size_t end = std::min(names.find('\n'), names.size());
    const Units units = units_of(names.substr(0, end), 1, punctuation_parts);
    for (const auto& of_line : {grams(units.words, kRunWords), grams(units.letters, kUnspacedRun)}) {
      runs.insert(runs.end(), of_line.begin(), of_line.end());
    }
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return runs;
}

using GramOwners = std::unordered_map<uint64_t, const File*>;  // the first message that has the run

std::string shorten(std::string_view run) {
  std::string one_line;
  for (const char c : run.substr(0, 240)) one_line += c == '\n' || c == '\r' ? ' ' : c;
  return run.size() > 240 ? one_line + "…" : one_line;
}

/// Adds one breach for each longest stretch of units all of whose runs are owned.
void find_runs(const File& file, const std::vector<Unit>& units, size_t length, const GramOwners& owners,
               std::vector<Breach>& breaches) {
  const std::vector<uint64_t> hashes = grams(units, length);
  for (size_t i = 0; i < hashes.size(); ++i) {
    const auto owner = owners.find(hashes[i]);
    if (owner == owners.end()) continue;
    size_t last = i;
    while (last + 1 < hashes.size() && owners.contains(hashes[last + 1])) ++last;
    const uint32_t begin = units[i].begin;
    const uint32_t end = units[last + length - 1].end;
    breaches.push_back(
        {file.path, units[i].line,
         fmt::format("words of {}: \"{}\"", owner->second->path, shorten(std::string_view(file.text).substr(begin, end - begin)))});
    i = last;
  }
}

}  // namespace

std::vector<Breach> copied_runs(const std::vector<File>& messages, const std::vector<File>& data, std::string_view official_names) {
  std::vector<Breach> breaches;
  std::unordered_set<std::string> told;  // path:line, so that the two ways of parting words do not report one run twice
  for (const bool punctuation_parts : {true, false}) {
    GramOwners words, letters;
    for (const File& message : messages) {
      const Body body = body_of(message.text);
      const Units units = units_of(body.text, body.first_line, punctuation_parts);
      for (const uint64_t hash : grams(units.words, kRunWords)) words.emplace(hash, &message);
      for (const uint64_t hash : grams(units.letters, kUnspacedRun)) letters.emplace(hash, &message);
    }
    for (const uint64_t hash : runs_of_names(official_names, punctuation_parts)) {
      words.erase(hash);
      letters.erase(hash);
    }
    std::vector<Breach> found;
    for (const File& file : data) {
      const Units units = units_of(file.text, 1, punctuation_parts);
      find_runs(file, units.words, kRunWords, words, found);
      find_runs(file, units.letters, kUnspacedRun, letters, found);
    }
    std::vector<std::string> places;
    for (Breach& breach : found) {
      std::string place = fmt::format("{}:{}", breach.path, breach.line);
      if (told.contains(place)) continue;
      places.push_back(std::move(place));
      breaches.push_back(std::move(breach));
    }
    told.insert(places.begin(), places.end());
  }
  return breaches;
}

// ---- paths of the machine ----------------------------------------------------------------------------------------------------

std::vector<Breach> machine_paths(const std::vector<File>& files) {
  // Put together here, so that this file does not name them itself.
  static const std::string slash = "/";
  static const std::vector<std::string> rooted{slash + "work/", slash + "root/"};
  static const std::vector<std::string> anywhere{"shared" + slash + "external", "shared" + slash + "facts",
                                                 "shared" + slash + "eval", "shared" + slash + "domain"};
  const auto names = [&](std::string_view line) -> std::string_view {
    for (const std::string& path : anywhere) {
      if (line.find(path) != std::string_view::npos) return path;
    }
    for (const std::string& path : rooted) {
      for (size_t at = line.find(path); at != std::string_view::npos; at = line.find(path, at + 1)) {
        const bool in_longer_path =
            at > 0 && (is_word_char(line[at - 1]) || std::string_view("./-}*)>").find(line[at - 1]) != std::string_view::npos);
        if (!in_longer_path) return path;
      }
    }
    return {};
  };
  std::vector<Breach> breaches;
  for (const File& file : files) {
    if (file.path.starts_with("bench/measure/")) continue;
    for_each_line(file.text, [&](std::string_view line, uint32_t number) {
      const std::string_view path = names(line);
      if (!path.empty()) breaches.push_back({file.path, number, fmt::format("names {}, a path of one machine", path)});
    });
  }
  return breaches;
}

// ---- words that belong into data ---------------------------------------------------------------------------------------------

namespace {

struct Literal {
  std::string_view text;
  uint32_t line;
};

/// The string literals of C++ source, comments left out. Escapes stay as written.
std::vector<Literal> string_literals(std::string_view source) {
  std::vector<Literal> literals;
  uint32_t line = 1;
  const auto skip_to = [&](size_t& at, size_t end) {
    end = std::min(end, source.size());
    line += static_cast<uint32_t>(
        std::count(source.begin() + static_cast<std::ptrdiff_t>(at), source.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at = end;
  };
  const auto quoted_end = [&](size_t at, char quote) {  // past the closing quote
    for (++at; at < source.size() && source[at] != quote && source[at] != '\n'; ++at) {
      if (source[at] == '\\') ++at;
    }
    return at + 1;
  };
  for (size_t at = 0; at < source.size();) {
    const std::string_view rest = source.substr(at);
    if (rest.starts_with("//")) {
      skip_to(at, source.find('\n', at));
    } else if (rest.starts_with("/*")) {
      const size_t close = source.find("*/", at + 2);
      skip_to(at, close == std::string_view::npos ? close : close + 2);
    } else if (rest.starts_with("R\"") && (at == 0 || !is_word_char(source[at - 1]))) {
      const size_t open = source.find('(', at);
      if (open == std::string_view::npos) return literals;
      const std::string end = ")" + std::string(source.substr(at + 2, open - at - 2)) + "\"";
      const size_t close = std::min(source.find(end, open), source.size());
      literals.push_back({source.substr(open + 1, close - open - 1), line});
      skip_to(at, close + end.size());
    } else if (rest[0] == '"') {
      const size_t end = std::min(quoted_end(at, '"'), source.size());
      literals.push_back({source.substr(at + 1, end - at - 2), line});
      skip_to(at, end);
    } else if (rest[0] == '\'' && (at == 0 || !is_word_char(source[at - 1]))) {  // not the separator of 1'000
      skip_to(at, quoted_end(at, '\''));
    } else {
      skip_to(at, at + 1);
    }
  }
  return literals;
}

/// The runs of capital letters of a literal that stand as words of their own.
std::vector<std::string_view> capital_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    if (!is_word_char(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && is_word_char(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (std::all_of(word.begin(), word.end(), is_capital)) words.push_back(word);
    at = end;
  }
  return words;
}

bool is_currency(std::string_view word) {
  static constexpr std::string_view kIso4217 =
      " AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY "
      "COP "
      "CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR "
      "ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN "
      "MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD "
      "SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW "
      "ZWL ";
  return word.size() == 3 && kIso4217.find(fmt::format(" {} ", word)) != std::string_view::npos;
}

/// Literals that only look like a state, a currency or an agency. Each has its reason; an empty path stands for all files.
struct Allowed {
  std::string_view word, path, reason;
};
constexpr std::array<Allowed, 8> kAllowed{{
    {"XX", "", "stands for no state: international instruments and bodies"},
    {"ZZ", "src/value/", "libphonenumber's code for no region"},
    {"ALL", "", "SQL: UNION ALL"},
    {"TOP", "", "a word of headings"},
    {"TRY", "", "a word of headings"},
    {"OK", "", "an answer of protocols, no state"},
    {"ID", "", "column headings and usage texts: an identifier"},
    {"DIR", "", "usage texts: a folder"},
}};

bool is_allowed(std::string_view word, std::string_view path) {
  return std::any_of(kAllowed.begin(), kAllowed.end(),
                     [&](const Allowed& a) { return a.word == word && (a.path.empty() || path.starts_with(a.path)); });
}

}  // namespace

std::vector<Breach> domain_literals(const std::vector<File>& files, const std::set<std::string, std::less<>>& agencies) {
  std::vector<Breach> breaches;
  for (const File& file : files) {
    if (!file.path.starts_with("src/") || !is_source(file.path)) continue;
    for (const Literal& literal : string_literals(file.text)) {
      for (const std::string_view word : capital_words(literal.text)) {
        if (is_allowed(word, file.path)) continue;
        const bool state = word.size() == 2 && word == literal.text;
        const char* kind = state ? "a state" : is_currency(word) ? "a currency" : agencies.contains(word) ? "an agency" : nullptr;
        if (kind != nullptr) {
          breaches.push_back(
              {file.path, literal.line,
               fmt::format("the literal \"{}\" names {} ({}): it belongs into the data", shorten(literal.text), kind, word)});
        }
      }
    }
  }
  return breaches;
}

std::set<std::string, std::less<>> agencies_of(const std::vector<File>& files) {
  std::set<std::string, std::less<>> agencies;
  for (const File& file : files) {
    const bool lists_issuers = file.path.ends_with("/issuers.yaml");
    for_each_line(file.text, [&](std::string_view line, uint32_t) {
      line.remove_prefix(std::min(line.find_first_not_of(" -{"), line.size()));
      const bool names_issuer = line.starts_with("issuer:") || (lists_issuers && line.starts_with("id:"));
      if (!names_issuer) return;
      std::string_view id = line.substr(line.find(':') + 1);
      id.remove_prefix(std::min(id.find_first_not_of(" \"'"), id.size()));
      id = id.substr(0, id.find_first_of(" ,}\"'\r"));
      if (id.size() > 3 && id[2] == '-') id.remove_prefix(3);
      if (id.size() >= 2 && std::all_of(id.begin(), id.end(), is_capital)) agencies.emplace(id);
    });
  }
  return agencies;
}

}  // namespace selaras::house
