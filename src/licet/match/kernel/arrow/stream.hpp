// A stream of Arrow batches, and one batch of it.
#pragma once

#include <memory>
#include <vector>

#include "c_data.hpp"
#include "column.hpp"

namespace licet::arrow {

// Some rows of a table, column by column. Never changes: any number of threads may read it.
class Batch {
 public:
  // Take an array over. Throws OddArrow when it does not fit the types.
  Batch(const std::vector<ColumnType>& types, ArrowArray& array);

  std::size_t rows() const noexcept { return rows_; }
  const std::vector<Column>& columns() const noexcept { return columns_; }

 private:
  Owned<ArrowArray> array_;
  std::size_t rows_ = 0;
  std::vector<Column> columns_;
};

class Stream {
 public:
  // Take a stream over and read the types of its columns. Throws OddArrow.
  explicit Stream(ArrowArrayStream& stream);

  const std::vector<ColumnType>& types() const noexcept { return types_; }

  // The next batch; none at the end. Throws OddArrow when the producer fails: its words are in the message.
  std::shared_ptr<const Batch> next();

 private:
  void check(int code);

  Owned<ArrowArrayStream> stream_;
  std::vector<ColumnType> types_;
};

}  // namespace licet::arrow
