// What the sections of an index share while they are made: words and forms in their final order.
#pragma once

#include <cstdint>
#include <vector>

#include "builder.hpp"

namespace licet::match {

struct Builder::Layout {
  std::vector<std::uint32_t> word_of;   // final number of each token of the pool
  std::vector<std::uint32_t> token_of;  // and back
  std::vector<double> weight;           // by final number of the word
  std::vector<std::uint32_t> info;      // by final number of the word
  std::vector<std::uint32_t> form_of;   // place of each form, the lightest first
  std::vector<std::uint32_t> source;    // and back
  std::vector<float> form_weight;       // by place, rounded down
};

}  // namespace licet::match
