#include "message/ignore_pattern.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace selaras {
namespace {

constexpr size_t kLongest = 4096;  // bytes of a pattern; paths are no longer

/// Spaces at the end do not count unless a backslash stands before them.
std::string_view without_last_spaces(std::string_view line) {
  size_t end = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      ++i;
      end = i + 1;
    } else if (line[i] != ' ') {
      end = i + 1;
    }
  }
  return line.substr(0, end);
}

std::optional<std::bitset<256>> named_set(std::string_view name) {
  struct Named {
    std::string_view name;
    int (*holds)(int);
  };
  static constexpr std::array<Named, 12> all = {{{"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank},
                                                 {"cntrl", std::iscntrl}, {"digit", std::isdigit}, {"graph", std::isgraph},
                                                 {"lower", std::islower}, {"print", std::isprint}, {"punct", std::ispunct},
                                                 {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}}};
  for (const auto& named : all) {
    if (named.name != name) continue;
    std::bitset<256> set;
    for (int c = 0; c < 128; ++c) set[static_cast<size_t>(c)] = named.holds(c) != 0;
    return set;
  }
  return std::nullopt;
}

}  // namespace

std::optional<IgnorePattern> IgnorePattern::parse(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.starts_with('#')) return std::nullopt;
  line = without_last_spaces(line);
  IgnorePattern pattern;
  if (line.starts_with('!')) {
    pattern.negated_ = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folders_only_ = true;
    line.remove_suffix(1);
  }
  if (line.empty() || line.size() > kLongest) return std::nullopt;
  pattern.name_alone_ = line.find('/') == std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty() || !pattern.compile(line)) return std::nullopt;
  return pattern;
}

bool IgnorePattern::compile(std::string_view pattern) {
  for (size_t i = 0; i < pattern.size(); ++i) {
    const auto byte = static_cast<unsigned char>(pattern[i]);
    if (byte == '*') {
      size_t end = i;
      while (end < pattern.size() && pattern[end] == '*') ++end;
      const bool part_begins = i == 0 || pattern[i - 1] == '/';
      if (end - i > 1 && part_begins && end == pattern.size()) {
        steps_.push_back({Kind::all});
      } else if (end - i > 1 && part_begins && pattern[end] == '/') {
        steps_.push_back({Kind::folders});
        steps_.push_back({Kind::inside});
        ++end;
      } else {
        steps_.push_back({Kind::star});
      }
      i = end - 1;
    } else if (byte == '?') {
      steps_.push_back({Kind::any});
    } else if (byte == '[') {
      if (!compile_set(pattern, i)) return false;
    } else if (byte == '\\') {
      if (++i == pattern.size()) return false;
      steps_.push_back({Kind::literal, static_cast<unsigned char>(pattern[i])});
    } else {
      steps_.push_back({Kind::literal, byte});
    }
  }
  return true;
}

/// `[a-z]`, `[!a]`, `[^a]`, `[]a]`, `[[:alpha:]]`; `at` stands on `[` and ends on `]`. False when it is not closed.
bool IgnorePattern::compile_set(std::string_view pattern, size_t& at) {
  std::bitset<256> set;
  size_t i = at + 1;
  const bool inverted = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (inverted) ++i;
  int before = -1;  // the byte that may begin a range
  for (bool first = true;; first = false) {
    if (i >= pattern.size()) return false;
    auto byte = static_cast<unsigned char>(pattern[i]);
    if (byte == ']' && !first) break;
    const bool range = byte == '-' && before >= 0 && i + 1 < pattern.size() && pattern[i + 1] != ']';
    if (byte == '[' && i + 1 < pattern.size() && pattern[i + 1] == ':') {
      const size_t end = pattern.find(']', i + 2);
      if (end == std::string_view::npos) return false;
      if (end >= i + 3 && pattern[end - 1] == ':') {
        const auto named = named_set(pattern.substr(i + 2, end - i - 3));
        if (!named) return false;
        set |= *named;
        before = -1;
        i = end + 1;
        continue;
      }
    }
    if (range) byte = static_cast<unsigned char>(pattern[++i]);
    if (byte == '\\') {
      if (++i >= pattern.size()) return false;
      byte = static_cast<unsigned char>(pattern[i]);
    }
    if (range) {
      for (int c = before; c <= byte; ++c) set.set(static_cast<size_t>(c));
      before = -1;
    } else {
      set.set(byte);
      before = byte;
    }
    ++i;
  }
  if (inverted) set.flip();
  set.reset('/');
  steps_.push_back({Kind::set, 0, static_cast<uint32_t>(sets_.size())});
  sets_.push_back(set);
  at = i;
  return true;
}

/// The step, and those behind it that need no byte.
void IgnorePattern::enter(size_t step, std::vector<bool>& states) const {
  while (!states[step]) {
    states[step] = true;
    if (step == steps_.size()) return;
    if (steps_[step].kind == Kind::folders) {
      enter(step + 1, states);
      step += 2;
    } else if (steps_[step].kind == Kind::star) {
      ++step;
    } else {
      return;
    }
  }
}

bool IgnorePattern::matches(std::string_view path, bool is_directory) const {
  if (folders_only_ && !is_directory) return false;
  if (name_alone_) path = path.substr(path.rfind('/') + 1);
  std::vector<bool> states(steps_.size() + 1), next(steps_.size() + 1);
  enter(0, states);
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    next.assign(next.size(), false);
    for (size_t i = 0; i < steps_.size(); ++i) {
      if (!states[i]) continue;
      const Step& step = steps_[i];
      switch (step.kind) {
        case Kind::literal:
          if (byte == step.byte) enter(i + 1, next);
          break;
        case Kind::any:
          if (byte != '/') enter(i + 1, next);
          break;
        case Kind::set:
          if (sets_[step.set][byte]) enter(i + 1, next);
          break;
        case Kind::star:
          if (byte != '/') enter(i, next);
          break;
        case Kind::folders: break;
        case Kind::inside:
          enter(i, next);
          if (byte == '/') enter(i + 1, next);
          break;
        case Kind::all:
          enter(i, next);
          enter(i + 1, next);
          break;
      }
    }
    states.swap(next);
    if (std::find(states.begin(), states.end(), true) == states.end()) return false;
  }
  return states[steps_.size()];
}

}  // namespace selaras
