#include "value/contacts.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"
#include "value/numbers.h"
#include "value/phone_library.h"

namespace selaras {
namespace {

constexpr size_t kLongestShortCode = 6;
constexpr size_t kFewestPhoneDigits = 7;
constexpr size_t kMostPhoneDigits = 15;

struct Dialled {
  bool plus = false;
  std::string digits;
};

/// The digits of what was written, with 00 read as +; digits is empty when there is anything else than digits and separators.
Dialled dialled(std::string_view written) {
  Dialled result;
  for (size_t at = 0; at < written.size();) {
    const CodePoint c = code_point_at(written, at);
    at += c.length;
    if (const auto digit = digit_value(c.value)) {
      result.digits.push_back(static_cast<char>('0' + *digit));
    } else if ((c.value == '+' || c.value == 0xFF0B) && result.digits.empty()) {
      result.plus = true;
    } else if (is_letter(c.value)) {
      return {};
    }
  }
  if (!result.plus && result.digits.size() > kFewestPhoneDigits + 2 && result.digits.starts_with("00")) {
    result.plus = true;
    result.digits.erase(0, 2);
  }
  return result;
}

/// Toll-free and shared-cost lines are known by the digits that are dialled.
std::string normal_form(const Dialled& number, const values::KnownNumber& known) {
  return known.bare_inside && !number.plus && number.digits[0] != '0' ? number.digits : known.international;
}

bool has_number_length(const Dialled& number) { return number.digits.size() >= 3 && number.digits.size() <= kMostPhoneDigits; }

/// For a number that no numbering plan knows.
std::string form_without_plan(const Dialled& number, std::string_view country) {
  if (number.plus) return "+" + number.digits;
  if (number.digits.size() <= kLongestShortCode) return number.digits;
  const std::string code = values::calling_code(country);
  const bool trunk = number.digits[0] == '0' && number.digits[1] != '0';
  return trunk && !code.empty() ? "+" + code + number.digits.substr(1) : number.digits;
}

}  // namespace

std::string normal_contact(std::string_view written, std::string_view country) {
  if (written.find('@') != std::string_view::npos) {
    std::string mail(written);
    std::transform(mail.begin(), mail.end(), mail.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return mail;
  }
  const Dialled number = dialled(written);
  if (!has_number_length(number)) return {};
  if (number.plus) {
    // "+60 (0)3 …": the trunk zero is dropped by the numbering plan.
    const auto known = values::known_number("+" + number.digits, "");
    return known ? known->international : form_without_plan(number, country);
  }
  if (number.digits.size() <= kLongestShortCode) return number.digits;
  const auto known = values::known_number(number.digits, country);
  return known ? normal_form(number, *known) : form_without_plan(number, country);
}

bool same_contact(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  if (a.find('@') != std::string_view::npos || b.find('@') != std::string_view::npos) return false;
  if ((a[0] == '+') == (b[0] == '+')) return false;
  const std::string_view international = a[0] == '+' ? a : b;
  std::string_view local = a[0] == '+' ? b : a;
  const auto national = values::national_part(international);
  if (!national) return false;
  if (local.size() > kLongestShortCode && local.starts_with('0')) local.remove_prefix(1);
  return *national == local;
}

namespace values {
namespace {

constexpr size_t kLongestOneNumber = 11;     // digits; more may be a number and something after it
constexpr size_t kFarthestDiallingWord = 8;  // pieces between "call …" and "… on 16135"

/// A stretch that may be a phone number: groups of digits with single separators between them.
struct Run {
  size_t begin = 0;
  std::vector<size_t> group_ends;  // pieces after each group
  size_t digits = 0;
  bool plus = false;
  bool hyphens_only = true;
  bool any_separator = false;
};

size_t past_separators(const Pieces& pieces, size_t at) {
  size_t i = at;
  while (i < at + 3 && (pieces.is_symbol(i, U"()-.\u2010\u2011\u2013\u00B7") || pieces.is_symbol(i, U"\uFF08\uFF09"))) ++i;
  return i;
}

bool unit_follows(const Pieces& pieces, size_t at) {
  return pieces.has(at, EntryKind::unit) || pieces.has(at, EntryKind::currency) || pieces.has(at, EntryKind::magnitude) ||
         pieces.has(at, EntryKind::month) || pieces.is_symbol(at, U"%:");
}

std::optional<Run> phone_run(const Pieces& pieces, size_t at) {
  Run run;
  run.begin = at;
  run.plus = pieces.is_symbol(at, U"+\uFF0B");
  size_t i = past_separators(pieces, run.plus ? at + 1 : at);
  while (pieces.is_digits(i) && run.digits < kMostPhoneDigits + 2) {
    const DigitNumber& number = pieces.number(i);
    if (!number.plain && !(run.plus || number.leading_zero)) break;
    const size_t groups = run.group_ends.size();
    if (groups > 0 && unit_follows(pieces, i + 1)) break;
    run.digits += number.count;
    run.group_ends.push_back(i + 1);
    const size_t next = past_separators(pieces, i + 1);
    if (pieces.is_digits(next)) {
      run.any_separator = true;
      run.hyphens_only = run.hyphens_only && next == i + 2 && pieces.is_symbol(i + 1, U"-") && pieces.glued(next);
      const bool loose_dash = next > i + 1 && !pieces.glued(i + 1) && !pieces.glued(next);
      if (loose_dash || pieces[next].starts_sentence) break;
    }
    i = next;
  }
  if (run.group_ends.empty() || run.digits < kLongestShortCode) return std::nullopt;
  return run;
}

std::string_view text_of(const Pieces& pieces, size_t begin, size_t end) { return slice(pieces.text(), pieces.cover(begin, end)); }

bool valid_somewhere(const Dialled& number, bool plus, const ReadingPlace& place, std::string& normal) {
  const std::string digits = (plus || number.plus ? "+" : "") + number.digits;
  const auto try_region = [&](std::string_view region) {
    const auto known = known_number(digits, region);
    if (known) normal = normal_form(number, *known);
    return known.has_value();
  };
  if (plus || number.plus) return try_region("");
  if (!place.country.empty() && try_region(place.country)) return true;
  return std::any_of(place.countries.begin(), place.countries.end(), try_region);
}

Reading contact(const Pieces& pieces, size_t begin, size_t end, std::string normal) {
  Reading reading = reading_over(pieces, begin, end, ValueKind::contact);
  reading.value.text = std::move(normal);
  return reading;
}

bool may_begin_phone(const Pieces& pieces, size_t at) {
  const bool opener = pieces.is_symbol(at, U"+(\uFF0B\uFF08");
  if (!opener && !pieces.is_digits(at)) return false;
  if (opener && !pieces.is_digits(at + 1) && !pieces.is_symbol(at + 1, U"+")) return false;
  return at == 0 || !pieces.has(at - 1, EntryKind::currency);
}

/// Money and counts written with spaced groups: 1 000 000.
bool looks_like_spaced_number(const Pieces& pieces, const Run& run) {
  if (run.plus || pieces.number(run.begin).leading_zero || !pieces.is_digits(run.begin)) return false;
  for (size_t i = run.begin; i < run.group_ends.back(); ++i) {
    if (!pieces.is_digits(i)) return false;
    const uint8_t count = pieces.number(i).count;
    if (i == run.begin ? count > 3 : count != 3) return false;
  }
  return run.group_ends.size() > 1;
}

/// Evidence of a number that no plan knows: a plus, a trunk zero, a word about calling, or three groups with hyphens.
bool believable(const Pieces& pieces, const Run& run, size_t end) {
  if (run.digits < kFewestPhoneDigits || run.digits > kMostPhoneDigits) return false;
  if (run.plus || is_dialled(pieces, run.begin, end)) return true;
  const size_t first = pieces.is_digits(run.begin) ? run.begin : run.begin + 1;
  if (pieces.is_digits(first) && pieces.number(first).leading_zero) return true;
  return run.group_ends.size() >= 3 && run.hyphens_only;
}

}  // namespace

bool is_dialled(const Pieces& pieces, size_t begin, size_t end) {
  size_t next = end;
  if (pieces.is_dash(next)) ++next;
  if (pieces.is_cue(next, CueClass::dialling) && !pieces.starts_sentence(next)) return true;
  bool linked = false;
  for (size_t i = begin, steps = 0; i > 0 && steps < kFarthestDiallingWord; ++steps) {
    if (pieces.starts_sentence(i)) return false;
    --i;
    if (pieces.is_cue(i, CueClass::dialling)) return linked || steps < 2;
    if (steps == 0) linked = pieces.is_cue(i, CueClass::dialling_link) || pieces.is_symbol(i, U":(\uFF1A") || pieces.is_dash(i);
    const bool quote = pieces.is_symbol(i, U"\"'\u201C\u2018,");
    if (steps < 2 && !linked && !quote) return false;
    if (steps > 0 && (pieces.is_digits(i) || pieces.has(i, EntryKind::currency))) return false;
  }
  return false;
}

std::optional<Reading> read_phone(const Pieces& pieces, size_t at, const ReadingPlace& place) {
  if (!may_begin_phone(pieces, at)) return std::nullopt;
  const auto run = phone_run(pieces, at);
  if (!run) return std::nullopt;
  if (unit_follows(pieces, run->group_ends.back()) && !run->plus) return std::nullopt;
  std::string normal;
  const bool spaced = looks_like_spaced_number(pieces, *run);
  const bool worth_asking = run->plus || run->any_separator || run->digits >= kFewestPhoneDigits;
  const bool asked = worth_asking && !spaced;
  if (asked) {
    for (auto end = run->group_ends.rbegin(); end != run->group_ends.rend(); ++end) {
      if (valid_somewhere(dialled(text_of(pieces, at, *end)), run->plus, place, normal)) return contact(pieces, at, *end, normal);
      if (run->digits <= kLongestOneNumber) break;
    }
  }
  const size_t end = run->group_ends.back();
  if (spaced && !is_dialled(pieces, at, end)) return std::nullopt;
  if (!believable(pieces, *run, end)) return std::nullopt;
  const std::string_view written = text_of(pieces, at, end);
  if (asked) {  // in vain, and the plans are not asked twice
    const Dialled number = dialled(written);
    if (has_number_length(number)) normal = form_without_plan(number, place.country);
  } else {
    normal = normal_contact(written, place.country);
  }
  if (normal.empty()) return std::nullopt;
  return contact(pieces, at, end, normal);
}

std::optional<Reading> read_short_code(const Pieces& pieces, size_t at, bool after_contact) {
  if (!pieces.is_digits(at)) return std::nullopt;
  const DigitNumber& number = pieces.number(at);
  if (!number.plain || number.count < 3 || number.count > kLongestShortCode || unit_follows(pieces, at + 1)) return std::nullopt;
  if (pieces.is_symbol(at + 1, U"-") && pieces.glued(at + 1) && pieces.has(at + 2, EntryKind::unit)) return std::nullopt;
  if (!after_contact && !is_dialled(pieces, at, at + 1)) return std::nullopt;
  std::string digits = ascii_digits(pieces.written(at));
  return contact(pieces, at, at + 1, std::move(digits));
}

std::optional<Reading> read_spelled_code(const Pieces& pieces, size_t at) {
  auto spelled = read_spelled_digits(pieces, at);
  if (!spelled || unit_follows(pieces, spelled->end)) return std::nullopt;
  Reading reading = contact(pieces, at, spelled->end, std::move(spelled->digits));
  reading.value.in_words = true;
  return reading;
}

}  // namespace values
}  // namespace selaras
