"""Tables in and out: csv, tsv, xlsx, ods, parquet, jsonl. The drivers stay in here."""
