#include "value/links.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/characters.h"

namespace selaras::values {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alnum(char c) { return is_alpha(c) || (c >= '0' && c <= '9'); }

/// Asked of most bytes of a text.
constexpr std::array<bool, 256> kAddressChars = [] {
  std::array<bool, 256> table{};
  constexpr std::string_view kAll = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&+;=%";
  for (const char c : kAll) table[static_cast<unsigned char>(c)] = true;
  return table;
}();
bool is_address_char(char c) { return kAddressChars[static_cast<unsigned char>(c)]; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

/// Labels of letters, digits and hyphens, the last one of letters only.
struct Host {
  size_t labels = 0;
  size_t shortest = SIZE_MAX;
  bool named = false;  // a label before the last begins with a letter
  std::string_view top;
};

bool read_host(std::string_view text, Host& host) {
  size_t begin = 0;
  while (true) {
    const size_t dot = std::min(text.find('.', begin), text.size());
    const std::string_view label = text.substr(begin, dot - begin);
    const bool sound = !label.empty() && label.front() != '-' && label.back() != '-' &&
                       std::all_of(label.begin(), label.end(), [](char c) { return is_alnum(c) || c == '-'; });
    if (!sound) return false;
    ++host.labels;
    host.top = label;
    if (dot == text.size()) break;
    host.shortest = std::min(host.shortest, label.size());
    host.named = host.named || is_alpha(label.front());
    begin = dot + 1;
  }
  return host.labels >= 2 && host.top.size() >= 2 && std::all_of(host.top.begin(), host.top.end(), is_alpha);
}

bool is_top_domain(std::string_view top) {
  static constexpr std::array<std::string_view, 10> kGeneric = {"com", "org", "net",  "gov", "int",
                                                                 "edu", "info", "asia", "app", "mil"};
  if (std::find(kGeneric.begin(), kGeneric.end(), top) != kGeneric.end()) return true;
  std::string upper(top);
  for (char& c : upper) c = static_cast<char>(std::toupper(c));
  return top.size() == 2 && is_country_code(upper);
}

/// Without scheme or path a host must look like one: known top domain in lower case, more than initials and a missing space.
bool is_bare_host(std::string_view text, const Host& host) {
  if (text.starts_with("www.")) return true;
  if (!host.named) return false;
  const std::string top(host.top);
  if (lower(top) != top || !is_top_domain(top)) return false;
  return host.labels > 2 ? host.shortest >= 2 : host.shortest >= 3;
}

size_t trimmed_size(std::string_view chunk) {
  while (!chunk.empty() && !is_alnum(chunk.back()) && chunk.back() != '/') chunk.remove_suffix(1);
  return chunk.size();
}

bool read_mail(std::string_view chunk, Address& address) {
  const size_t sign = chunk.find('@');
  if (sign == std::string_view::npos || sign == 0) return false;
  size_t begin = sign;
  while (begin > 0 && (is_alnum(chunk[begin - 1]) || std::string_view("._%+-").find(chunk[begin - 1]) != std::string_view::npos)) --begin;
  size_t end = sign + 1;
  while (end < chunk.size() && (is_alnum(chunk[end]) || chunk[end] == '.' || chunk[end] == '-')) ++end;
  while (end > sign + 1 && !is_alnum(chunk[end - 1])) --end;
  Host host;
  if (begin == sign || !read_host(chunk.substr(sign + 1, end - sign - 1), host)) return false;
  address.mail = true;
  address.text = lower(chunk.substr(begin, end - begin));
  address.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  return true;
}

bool read_link(std::string_view chunk, Address& address) {
  const size_t scheme = chunk.find("://");
  const bool has_scheme = scheme != std::string_view::npos && (chunk.substr(0, scheme).ends_with("http") || chunk.substr(0, scheme).ends_with("https"));
  const size_t begin = has_scheme ? scheme + 3 : 0;
  const std::string_view rest = chunk.substr(begin);
  const size_t host_size = std::min(rest.find_first_of("/?#:"), rest.size());
  const std::string_view written_host = rest.substr(0, host_size);
  Host host;
  if (!read_host(written_host, host)) return false;
  const bool has_path = host_size < rest.size() && rest[host_size] == '/';
  const bool path_proves = has_path && is_top_domain(host.top);
  if (!has_scheme && !path_proves && !is_bare_host(written_host, host)) return false;
  std::string path(rest.substr(host_size));
  while (path.ends_with('/')) path.pop_back();
  address.text = lower(written_host) + path;
  const size_t scheme_begin = has_scheme ? chunk.rfind("http", scheme) : 0;
  address.span = {static_cast<uint32_t>(scheme_begin), static_cast<uint32_t>(chunk.size())};
  return true;
}

}  // namespace

/// Every address has a full stop inside, so that only the stretches around full stops are looked at.
std::vector<Address> find_addresses(std::string_view text) {
  std::vector<Address> found;
  size_t free = 0;  // the end of the stretch before
  for (size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', free)) {
    size_t begin = dot;
    while (begin > free && is_address_char(text[begin - 1])) --begin;
    free = dot + 1;
    while (free < text.size() && is_address_char(text[free])) ++free;
    while (begin < free && !is_alnum(text[begin])) ++begin;
    const std::string_view chunk = text.substr(begin, trimmed_size(text.substr(begin, free - begin)));
    if (chunk.find('.') == std::string_view::npos) continue;
    Address address;
    if (read_mail(chunk, address) || read_link(chunk, address)) {
      address.span.begin += static_cast<uint32_t>(begin);
      address.span.end += static_cast<uint32_t>(begin);
      found.push_back(std::move(address));
    }
  }
  return found;
}

}  // namespace selaras::values
