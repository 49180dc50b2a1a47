// contact-*: what a message would print for people in need must be complete: a means, a reach, an owner, and a number in the one form
// that is compared.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "lint/lints.h"
#include "value/value.h"

namespace selaras {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `24h`, or `HH:MM-HH:MM`, closing after midnight allowed.
bool is_clock(std::string_view text) {
  if (text == "24h") return true;
  if (text.size() != 11 || text[2] != ':' || text[5] != '-' || text[8] != ':') return false;
  const auto two = [&](size_t at) { return is_digit(text[at]) && is_digit(text[at + 1]) ? (text[at] - '0') * 10 + text[at + 1] - '0' : 99; };
  return two(0) <= 24 && two(3) < 60 && two(6) <= 24 && two(9) < 60;
}

class Contacts {
 public:
  Contacts(const LintSubject& subject, Lints& lints) : subject_(subject), lints_(lints) {}

  void look_at(const Contact& contact) {
    origin(contact);
    means(contact);
    numbers(contact);
    for (const auto& hours : contact.hours) {
      if (!is_clock(hours.clock)) {
        tell("contact-hours", contact, fmt::format("'{}' are no opening hours of {}", hours.clock, contact.id), "write \"08:30-16:30\" or \"24h\"");
      }
    }
  }

 private:
  void tell(std::string_view rule, const Contact& contact, std::string message, std::string remedy) {
    lints_.add(rule, *contact.file, contact.where, std::move(message), std::move(remedy));
  }

  void origin(const Contact& contact) {
    if (!subject_.policies.find(contact.id)) {
      tell("contact-provision", contact, fmt::format("no provision has the id of contact {}", contact.id),
           "a contact has the id of the provision it comes from; add the provision, or mend the id");
    }
    if (++seen_[contact.id] == 2) {
      tell("contact-provision", contact, fmt::format("contact {} is listed twice", contact.id), "merge the two");
    }
    if (!subject_.policies.issuer(contact.issuer)) {
      tell("contact-issuer", contact, fmt::format("contact {} belongs to '{}', which no issuers.yaml lists", contact.id, contact.issuer),
           "add the issuer, or mend the id");
    }
  }

  void means(const Contact& contact) {
    if (contact.numbers.empty() && contact.email.empty() && contact.url.empty()) {
      tell("contact-means", contact, fmt::format("contact {} cannot be reached in any way", contact.id), "give it numbers, email or url");
    }
    if (!contact.numbers.empty() && contact.reachable_from.empty()) {
      tell("contact-reach", contact, fmt::format("contact {} does not say from where it can be called", contact.id),
           "write reachable_from: the codes of the countries, or [any]");
    }
    const bool at_home = contact.reachable_from.size() == 1 && contact.reachable_from.front() == "any";
    for (const auto& number : contact.numbers) {
      if (number.starts_with('+') || !at_home || contact.numbers.size() > 1) continue;
      tell("contact-reach", contact, fmt::format("contact {} is told as reachable from anywhere by the short code {}", contact.id, number),
           "short codes work at home only: name the country");
    }
  }

  /// `+` and digits, or digits alone: a short code, or a line that exists at home only.
  void numbers(const Contact& contact) {
    for (const auto& number : contact.numbers) {
      const auto digits = std::string_view(number).substr(number.starts_with('+') ? 1 : 0);
      const bool plain = !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit);
      const auto normal = normal_contact(number, contact.jurisdiction);
      if (plain && !normal.empty()) continue;
      tell("contact-number", contact, fmt::format("'{}' of contact {} is not in normal form", number, contact.id),
           normal.empty() ? "write + and digits, or the digits of a short code" : "write " + normal);
    }
  }

  const LintSubject& subject_;
  Lints& lints_;
  std::map<std::string, int> seen_;
};

}  // namespace

void lint_contacts(const LintSubject& subject, Lints& lints) {
  Contacts contacts(subject, lints);
  for (const auto& contact : subject.policies.contacts()) contacts.look_at(contact);
}

}  // namespace selaras
