// The word tables that scoring reads: class of a word, its other spellings, other forms of a given name.
#pragma once

#include "text/tables.hpp"

namespace licet::match {

using text::WordClass;
using Lexicon = text::TablesView;

}  // namespace licet::match
