// Keys under which spellings that sound alike are equal; the rules are those of `licet.text.sound`.
//
// Tokens of every length are read; a key is at most twice as long as its token.
#pragma once

#include <string>
#include <string_view>

namespace licet::text {

// Write the consonants of a token as sounds into `key`; empty when the token has no such key.
void consonant_key(std::string_view token, std::string& key);

// Write the consonants with all hissing sounds as one and `j` as a vowel into `key`; empty when the token has
// no such key.
void slavic_key(std::string_view token, std::string& key);

// Write a token as a scanner may have read it ("0" is "o", "rn" is "m") into `key`; empty when the token has
// no such key.
void scan_key(std::string_view token, std::string& key);

// Write a token of three to five letters with silent letters out into `key`; empty for other tokens.
void short_key(std::string_view token, std::string& key);

}  // namespace licet::text
