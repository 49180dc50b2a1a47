// Every writing of the table, read with its language's pack: the shipped English one, or the small packs below, which stand for
// conventions (decimal comma, scripts without spaces) rather than for languages.
#include "table.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <map>
#include <memory>

#include "language/lexicon.h"

namespace selaras::values_test {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') fields.emplace_back();
    else fields.back().push_back(c);
  }
  return fields;
}

std::string name_of(ValueKind kind) {
  constexpr std::array<const char*, 12> kNames = {"number", "money", "share", "percent", "age", "duration",
                                                  "date", "clock", "contact", "link", "ordinal", "life"};
  return kNames.at(static_cast<size_t>(kind));
}

std::string mark_of(Bound bound) {
  constexpr std::array<const char*, 8> kMarks = {"", "<=", "<", ">=", ">", "~", "", "any"};
  return kMarks.at(static_cast<size_t>(bound));
}

std::string days_of(const Value& value) {
  if (!value.date) return "?";
  const DateRange& days = *value.date;
  const std::string first = days.first.iso().substr(value.year_missing ? 5 : 0);
  const std::string last = days.last.iso().substr(value.year_missing ? 5 : 0);
  return mark_of(value.bound) + (first == last ? first : first + ".." + last);
}

std::string amount_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::date: return days_of(value);
    case ValueKind::contact: case ValueKind::link: case ValueKind::clock: return value.text;
    case ValueKind::life: return "";
    default: break;
  }
  if (value.bound == Bound::unbounded) return "any";
  if (value.bound == Bound::range) return fmt::format("{}..{}", value.lo, value.hi);
  const bool upper = value.bound == Bound::at_most || value.bound == Bound::less_than;
  return mark_of(value.bound) + fmt::format("{}", std::round((upper ? value.hi : value.lo) * 1e6) / 1e6);
}

std::string one_written(const Value& value, std::string_view text) {
  std::string result = name_of(value.kind);
  const auto add = [&](const std::string& part) { if (!part.empty()) result += " " + part; };
  add(amount_of(value));
  if (value.kind != ValueKind::clock) add(value.unit.empty() && !value.unit_word.empty() ? "?" + value.unit_word : value.unit);
  add(value.per.empty() ? "" : "/" + value.per);
  return result + " @" + std::string(slice(text, value.span));
}

Phrase phrase(std::string text, EntryKind kind, double amount, std::string symbol = "", uint16_t meaning = 0) {
  return {std::move(text), Entry{.kind = kind, .meaning = meaning, .amount = amount, .symbol = std::move(symbol)}};
}

Phrase bound(std::string text, BoundCue cue) { return phrase(std::move(text), EntryKind::bound, 0, "", static_cast<uint16_t>(cue)); }
Phrase cue(std::string text, CueClass c) { return phrase(std::move(text), EntryKind::cue, 0, "", static_cast<uint16_t>(c)); }

LanguagePack decimal_comma() {
  using K = EntryKind;
  LanguagePack pack;
  pack.language = "id";
  pack.decimal = ',';
  pack.group = '.';
  pack.phrases = {phrase("satu", K::number_word, 1), phrase("dua", K::number_word, 2), phrase("lima", K::number_word, 5),
                  phrase("setengah", K::number_word, 0.5), phrase("puluh", K::magnitude, 10), phrase("ratus", K::magnitude, 100),
                  phrase("ribu", K::magnitude, 1000), phrase("juta", K::magnitude, 1e6), phrase("Rp", K::currency, 0, "IDR"),
                  phrase("rupiah", K::currency, 0, "IDR"), phrase("tahun", K::unit, 1, "year"), phrase("bulan", K::unit, 1, "month"),
                  phrase("hari", K::unit, 1, "day"), phrase("persen", K::unit, 1, "percent"), phrase("gaji", K::unit, 1, "wage"),
                  phrase("juli", K::month, 7), phrase("mei", K::month, 5), phrase("sebulan", K::period, 1, "month"),
                  bound("paling banyak", BoundCue::at_most), bound("sampai", BoundCue::to), bound("minimal", BoundCue::at_least),
                  bound("per", BoundCue::per), bound("antara", BoundCue::between), cue("dan", CueClass::conjunction),
                  cue("sejak", CueClass::since), cue("hubungi", CueClass::dialling), cue("Pasal", CueClass::reference)};
  return pack;
}

LanguagePack unspaced() {
  using K = EntryKind;
  LanguagePack pack;
  pack.language = "th";
  pack.phrases = {phrase("บาท", K::currency, 0, "THB"), phrase("ห้า", K::number_word, 5), phrase("สาม", K::number_word, 3),
                  phrase("สิบ", K::magnitude, 10), phrase("ร้อย", K::magnitude, 100), phrase("หมื่น", K::magnitude, 1e4),
                  phrase("แสน", K::magnitude, 1e5), phrase("ล้าน", K::magnitude, 1e6), phrase("ปี", K::unit, 1, "year"),
                  phrase("เดือน", K::unit, 1, "month"), phrase("วัน", K::unit, 1, "day"), phrase("วันละ", K::period, 1, "day"),
                  phrase("พฤศจิกายน", K::month, 11), phrase("พ.ศ.", K::unit, 1, "buddhist-year"),
                  bound("ไม่เกิน", BoundCue::at_most), bound("ถึง", BoundCue::to), bound("อย่างน้อย", BoundCue::at_least),
                  cue("โทร", CueClass::dialling), cue("อายุ", CueClass::age), cue("มาตรา", CueClass::reference),
                  cue("สายด่วน", CueClass::dialling)};
  return pack;
}

LanguagePack south_asian() {
  using K = EntryKind;
  LanguagePack pack;
  pack.language = "bn";
  pack.phrases = {phrase("টাকা", K::currency, 0, "BDT"), phrase("লাখ", K::magnitude, 1e5), phrase("হাজার", K::magnitude, 1000),
                  phrase("বছর", K::unit, 1, "year"), phrase("দিন", K::unit, 1, "day"), phrase("এক", K::number_word, 1),
                  phrase("পাঁচ", K::number_word, 5), phrase("সর্বোচ্চ", K::bound, 0, "", static_cast<uint16_t>(BoundCue::at_most)),
                  cue("হটলাইন", CueClass::dialling), cue("ধারা", CueClass::reference), phrase("শতাংশ", K::unit, 1, "percent"),
                  phrase("জুলাই", K::month, 7)};
  return pack;
}

std::map<std::string, std::unique_ptr<Lexicon>> lexicons() {
  const std::string root = SELARAS_SOURCE_DIR;
  std::map<std::string, std::unique_ptr<Lexicon>> result;
  Diagnostics diagnostics;
  const DiskFileSystem disk;
  const Ontology ontology = Ontology::load(disk, root + "/rules/ontology", diagnostics);
  for (LanguagePack& pack : load_language_packs(disk, root + "/rules/languages", ontology, diagnostics)) {
    if (pack.language != "en") continue;
    result["en"] = std::make_unique<Lexicon>(std::move(pack));
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (result.empty()) MESSAGE(to_line(diagnostic));
  }
  result["comma"] = std::make_unique<Lexicon>(decimal_comma());
  result["unspaced"] = std::make_unique<Lexicon>(unspaced());
  result["lakh"] = std::make_unique<Lexicon>(south_asian());
  return result;
}

}  // namespace

std::vector<Writing> read_table(const std::string& path) {
  std::vector<Writing> table;
  std::ifstream file(path);
  std::string line;
  for (size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const auto fields = fields_of(line);
    if (fields.size() == 4) table.push_back({number, fields[0], fields[1], fields[2], fields[3]});
    else FAIL_CHECK("writings.tsv:" << number << " has not four fields");
  }
  return table;
}

std::string written(const std::vector<Value>& values, std::string_view text) {
  std::string result;
  for (const Value& value : values) result += (result.empty() ? "" : " | ") + one_written(value, text);
  return result.empty() ? "-" : result;
}

TEST_CASE("every writing of the table is read as it says") {
  const auto packs = lexicons();
  Segmenter segmenter;
  size_t right = 0;
  const auto table = read_table(std::string(SELARAS_SOURCE_DIR) + "/tests/value/writings.tsv");
  for (const Writing& writing : table) {
    const auto found = packs.find(writing.pack);
    REQUIRE_MESSAGE(found != packs.end(), "no pack ", writing.pack);
    const Lexicon& lexicon = *found->second;
    const Segmentation segmentation = segmenter.segment(writing.text);
    const auto mentions = lexicon.find(writing.text, segmentation);
    const auto values = find_values(writing.text, segmentation, mentions, lexicon.pack(), {writing.country, {}});
    const std::string got = written(values, writing.text);
    if (got == writing.expected) ++right;
    else FAIL_CHECK("writings.tsv:" << writing.line << " " << writing.text << "\n  expected " << writing.expected << "\n  got      " << got);
  }
  MESSAGE(right << " of " << table.size() << " writings");
  CHECK(table.size() >= 400);
}

}  // namespace selaras::values_test
