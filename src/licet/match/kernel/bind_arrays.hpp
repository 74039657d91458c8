// Vectors given to Python as arrays.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace licet {

// A vector as an array that owns it.
template <class T>
nanobind::ndarray<nanobind::numpy, T, nanobind::ndim<1>> array_of(std::vector<T> values) {
  auto held = std::make_unique<std::vector<T>>(std::move(values));
  T* data = held->data();
  const std::size_t size = held->size();
  nanobind::capsule owner(held.release(),
                          [](void* given) noexcept { delete static_cast<std::vector<T>*>(given); });
  return {data, {size}, owner};
}

}  // namespace licet
