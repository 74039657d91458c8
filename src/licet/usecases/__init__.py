"""One verb a file: the only place that combines lists, store and match."""
