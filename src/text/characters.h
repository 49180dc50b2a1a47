// Properties of single characters and of strings of them, for every script: digit values, columns on a terminal, country codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace selaras {

bool is_all_ascii(std::string_view text);

/// The value 0-9 of a decimal digit of any script; nullopt for anything else.
std::optional<int> digit_value(char32_t c);
/// Every decimal digit replaced by its ASCII form; all other bytes stay.
std::string ascii_digits(std::string_view utf8);

bool is_letter(char32_t c);
bool is_space(char32_t c);
bool is_lower_case(char32_t c);
bool is_upper_case(char32_t c);

/// A character of a script that writes words without spaces between them and needs a dictionary to find them (Thai, Lao, Khmer,
/// Burmese and their kin).
bool is_unspaced(char32_t c);
/// Whether a phrase may end after `before` and another begin at `after` in such a script: never inside a written syllable, that is
/// before a mark or a dependent vowel, after a leading vowel, or on either side of a sign that stacks consonants.
bool is_syllable_break(char32_t before, char32_t after);

/// Columns of a terminal that the text takes: wide characters two, combining marks none.
size_t display_width(std::string_view utf8);
/// Offsets of the ends of grapheme clusters, for scripts that have no spaces.
std::vector<uint32_t> grapheme_ends(std::string_view utf8);

/// ISO 3166-1 alpha-2, plus XX for international bodies.
bool is_country_code(std::string_view code);
/// English short name, or the code itself when it is not a country.
std::string country_name(std::string_view code);
/// ISO 4217.
bool is_currency_code(std::string_view code);

/// ISO 15924 code of the script most letters belong to ("Latn", "Beng"); empty without letters.
std::string dominant_script(std::string_view utf8);

}  // namespace selaras
