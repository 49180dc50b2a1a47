#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "base/utf8.h"
#include "text/eight_bytes.h"

namespace selaras {
namespace {

const icu::Normalizer2& case_folder() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC_Casefold data");
  return *folder;
}

bool is_ascii(char byte) { return static_cast<signed char>(byte) >= 0; }

char ascii_lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }

/// Source characters that become something else than NFKC makes of them, because writers use them for one another.
struct Respelling {
  uint32_t source_size;
  std::string_view key;
};

std::optional<Respelling> respell_doubled(std::string_view text, size_t at, CodePoint c, std::string_view joined) {
  const size_t next = at + c.length;
  const bool doubled = next + c.length <= text.size() && text.substr(next, c.length) == text.substr(at, c.length);
  if (!doubled) return std::nullopt;
  return Respelling{2 * c.length, joined};
}

std::optional<Respelling> respell(std::string_view text, size_t at, CodePoint c) {
  switch (c.value) {
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x02B9: case 0x00B4: case 0x2032:
      return Respelling{c.length, "'"};
    case 0x2010: case 0x2011: case 0x2012: case 0x2212:
      return Respelling{c.length, "-"};
    case 0x0640:  // Arabic stretching stroke
      return Respelling{c.length, ""};
    case 0x0E40:  // two Thai or Lao E signs typed for one AE
      return respell_doubled(text, at, c, "\u0E41");
    case 0x0EC0:
      return respell_doubled(text, at, c, "\u0EC1");
    default:
      break;
  }
  if (c.value >= 0x064B && c.value <= 0x0652) return Respelling{c.length, ""};  // Arabic vowel points
  return std::nullopt;
}

/// Pairs of equally long characters of which only the second is kept in keys.
char32_t variant_of(char32_t c) {
  switch (c) {
    case 0x064A: case 0x0649: return 0x06CC;               // yeh, alef maksura
    case 0x0643: return 0x06A9;                            // kaf
    case 0x06C1: case 0x06D5: return 0x0647;                // heh (not the two-eyed heh, a letter of its own in Urdu)
    case 0x0623: case 0x0625: case 0x0671: return 0x0627;  // alef with hamza, alef wasla
    default: return c;
  }
}

bool between(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

/// Two marks in an order that looks like the other one on paper; keys hold them swapped.
bool is_misordered(char32_t first, char32_t second) {
  if (first == 0x0E4D) return between(second, 0x0E48, 0x0E4B);                               // Thai nikhahit, tone
  if (first == 0x0ECD) return between(second, 0x0EC8, 0x0ECB);                               // Lao niggahita, tone
  if (between(first, 0x17B6, 0x17C6)) return second == 0x17C9 || second == 0x17CA;           // Khmer vowel, register shifter
  return false;
}

constexpr char32_t kKhmerCoeng = 0x17D2;
constexpr char32_t kKhmerRo = 0x179A;
constexpr char32_t kKhmerDa = 0x178A;
constexpr char32_t kKhmerTa = 0x178F;

/// Rewrites the characters from `begin` on without changing any length, so that offsets stay in step.
class MarkOrder {
 public:
  explicit MarkOrder(std::string& key) : key_(key) {}

  void mend(size_t begin) {
    for (size_t at = begin; at < key_.size();) {
      const CodePoint c = code_point_at(key_, at);
      if (c.value >= 0x0600) mend_character(at, c);
      at += c.length;
    }
  }

 private:
  void mend_character(size_t at, CodePoint c) {
    if (const char32_t kept = variant_of(c.value); kept != c.value) put(at, kept);
    const size_t next = at + c.length;
    if (next >= key_.size()) return;
    const CodePoint following = code_point_at(key_, next);
    if (is_misordered(c.value, following.value)) {
      put(at, following.value);
      put(next, c.value);
    } else if (c.value == kKhmerCoeng) {
      mend_coeng(at);
    }
  }

  /// Subscript DA is drawn as subscript TA; subscript RO is typed before or after the other subscript.
  void mend_coeng(size_t at) {
    constexpr size_t size = 3;  // every Khmer character
    if (value(at + size) == kKhmerDa) put(at + size, kKhmerTa);
    const bool ro_first = value(at + size) == kKhmerRo && value(at + 2 * size) == kKhmerCoeng && value(at + 3 * size) != kKhmerRo;
    if (!ro_first || value(at + 3 * size) == 0) return;
    put(at + size, value(at + 3 * size));
    put(at + 3 * size, kKhmerRo);
    if (value(at + size) == kKhmerDa) put(at + size, kKhmerTa);
  }

  char32_t value(size_t at) const {
    if (at >= key_.size() || is_ascii(key_[at])) return 0;
    return code_point_at(key_, at).value;
  }

  void put(size_t at, char32_t c) {
    std::string bytes;
    append_utf8(bytes, c);
    key_.replace(at, bytes.size(), bytes);
  }

  std::string& key_;
};

}  // namespace

constexpr size_t kSpare = 16;  // bytes more, since the matcher lengthens its keys by as many

/// Builds a key left to right: ASCII bytes one by one, respelled characters one by one, everything else in runs through ICU.
class Folder {
 public:
  explicit Folder(std::string_view source) : source_(source) { folded_.key.reserve(source.size() + source.size() / 8 + kSpare); }

  FoldedText run() {
    for (size_t at = 0; at < source_.size();) at = is_ascii(source_[at]) ? fold_ascii(at) : fold_other(at);
    return std::move(folded_);
  }

 private:
  size_t fold_ascii(size_t at) {
    const char* source = source_.data();
    size_t end = at;
    while (end + 8 <= source_.size() && (eight_bytes(source + end) & kHighBits) == 0) end += 8;
    while (end < source_.size() && is_ascii(source[end])) ++end;
    const size_t key_begin = folded_.key.size();
    folded_.key.append(source + at, end - at);
    char* key = folded_.key.data() + key_begin;
    const size_t size = end - at;
    size_t i = 0;
    for (; i + 8 <= size; i += 8) put_eight_bytes(key + i, lower_case(eight_bytes(key + i)));
    for (; i < size; ++i) key[i] = ascii_lower(key[i]);
    return end;
  }

  size_t fold_other(size_t at) {
    const CodePoint c = code_point_at(source_, at);
    if (const auto respelled = respell(source_, at, c)) {
      const size_t key_begin = folded_.key.size();
      folded_.key += respelled->key;
      shift({offset(key_begin), offset(folded_.key.size())}, {offset(at), offset(at + respelled->source_size)});
      return at + respelled->source_size;
    }
    return fold_run(at);
  }

  /// The run starts one ASCII letter early, because a combining mark joins it.
  size_t fold_run(size_t at) {
    const size_t end = run_end(at);
    const bool after_ascii = at > 0 && is_ascii(source_[at - 1]) && !folded_.key.empty();
    const size_t begin = after_ascii ? at - 1 : at;
    if (after_ascii) folded_.key.pop_back();
    const size_t key_begin = folded_.key.size();
    normalize(begin, end);
    MarkOrder(folded_.key).mend(key_begin);
    return end;
  }

  size_t run_end(size_t at) const {
    while (at < source_.size() && !is_ascii(source_[at])) {
      const CodePoint c = code_point_at(source_, at);
      if (respell(source_, at, c)) break;
      at += c.length;
    }
    return at;
  }

  void normalize(size_t begin, size_t end) {
    const size_t key_begin = folded_.key.size();
    icu::StringByteSink<std::string> sink(&folded_.key);
    icu::Edits edits;
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(source_.data() + begin, static_cast<int32_t>(end - begin));
    normalizer_.normalizeUTF8(0, piece, sink, &edits, status);
    if (U_FAILURE(status)) throw std::runtime_error("NFKC_Casefold failed");
    for (auto it = edits.getFineChangesIterator(); it.next(status);) {
      if (it.oldLength() == it.newLength()) continue;
      const size_t key_at = key_begin + static_cast<size_t>(it.destinationIndex());
      const size_t source_at = begin + static_cast<size_t>(it.sourceIndex());
      shift({offset(key_at), offset(key_at + static_cast<size_t>(it.newLength()))},
            {offset(source_at), offset(source_at + static_cast<size_t>(it.oldLength()))});
    }
  }

  void shift(Span key, Span source) {
    if (key.size() != source.size()) folded_.shifts_.push_back({key, source});
  }

  static uint32_t offset(size_t size) { return static_cast<uint32_t>(size); }

  std::string_view source_;
  const icu::Normalizer2& normalizer_ = case_folder();
  FoldedText folded_;
};

FoldedText fold(std::string_view utf8) { return Folder(utf8).run(); }

std::string fold_key(std::string_view utf8) {
  if (!std::all_of(utf8.begin(), utf8.end(), is_ascii)) return Folder(utf8).run().key;
  std::string key(utf8);
  for (char& byte : key) byte = ascii_lower(byte);
  return key;
}

Span FoldedText::shifted_source(Span in_key) const {
  const auto first = std::partition_point(shifts_.begin(), shifts_.end(), [&](const Shift& s) { return s.key.begin <= in_key.begin; });
  uint32_t begin = in_key.begin;
  if (first != shifts_.begin()) {
    const Shift& before = *(first - 1);
    begin = in_key.begin < before.key.end ? before.source.begin : before.source.end + (in_key.begin - before.key.end);
  }
  if (in_key.empty()) return {begin, begin};
  const auto last = std::partition_point(shifts_.begin(), shifts_.end(), [&](const Shift& s) { return s.key.begin < in_key.end; });
  uint32_t end = in_key.end;
  if (last != shifts_.begin()) {
    const Shift& before = *(last - 1);
    end = in_key.end <= before.key.end ? before.source.end : before.source.end + (in_key.end - before.key.end);
  }
  return {begin, end};
}

uint32_t FoldedText::shifted_key_offset(uint32_t source_offset) const {
  const auto after = std::partition_point(shifts_.begin(), shifts_.end(), [&](const Shift& s) { return s.source.begin < source_offset; });
  if (after == shifts_.begin()) return source_offset;
  const Shift& before = *(after - 1);
  if (source_offset < before.source.end) return before.key.end;
  return before.key.end + (source_offset - before.source.end);
}

}  // namespace selaras
