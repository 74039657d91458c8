#include "stream.hpp"

#include <string>
#include <string_view>

namespace licet::arrow {

namespace {

bool has_null_row(const ArrowArray& array) {
  if (array.null_count == 0 || array.n_buffers < 1 || array.buffers == nullptr || array.buffers[0] == nullptr) {
    return false;
  }
  const auto* valid = static_cast<const std::uint8_t*>(array.buffers[0]);
  for (std::int64_t at = array.offset; at < array.offset + array.length; ++at) {
    if ((valid[at >> 3] >> (at & 7) & 1) == 0) return true;
  }
  return false;
}

}  // namespace

Batch::Batch(const std::vector<ColumnType>& types, ArrowArray& array) {
  array_.take(array);
  if (array_->length < 0 || array_->offset < 0) throw OddArrow("an Arrow batch with an impossible length");
  if (array_->n_children != static_cast<std::int64_t>(types.size()) ||
      (array_->children == nullptr && !types.empty())) {
    throw OddArrow("an Arrow batch with another number of columns");
  }
  if (has_null_row(*array_)) throw OddArrow("an Arrow batch with rows that are no rows");
  rows_ = static_cast<std::size_t>(array_->length);
  columns_.reserve(types.size());
  for (std::size_t place = 0; place < types.size(); ++place) {
    const ArrowArray* child = array_->children[place];
    if (child == nullptr || child->release == nullptr) throw OddArrow("an Arrow batch with a missing column");
    columns_.emplace_back(types[place], *child, array_->length, array_->offset);
  }
}

Stream::Stream(ArrowArrayStream& stream) {
  if (stream.release == nullptr) throw OddArrow("the Arrow stream was read before");
  stream_.take(stream);
  Owned<ArrowSchema> schema;
  check(stream_->get_schema(stream_.get(), schema.get()));
  if (!schema || schema->format == nullptr || std::string_view(schema->format) != "+s") {
    throw OddArrow("the Arrow stream is no table");
  }
  if (schema->n_children < 0 || (schema->n_children > 0 && schema->children == nullptr)) {
    throw OddArrow("the Arrow stream has no columns");
  }
  for (std::int64_t place = 0; place < schema->n_children; ++place) {
    if (schema->children[place] == nullptr) throw OddArrow("the Arrow stream has a missing column");
    types_.push_back(ColumnType::of(*schema->children[place]));
  }
}

std::shared_ptr<const Batch> Stream::next() {
  Owned<ArrowArray> array;
  check(stream_->get_next(stream_.get(), array.get()));
  if (!array) return nullptr;
  return std::make_shared<const Batch>(types_, *array.get());
}

void Stream::check(int code) {
  if (code == 0) return;
  const char* reason = stream_->get_last_error == nullptr ? nullptr : stream_->get_last_error(stream_.get());
  throw OddArrow(reason == nullptr ? "the Arrow stream failed without a reason" : reason);
}

}  // namespace licet::arrow
