"""One comparison a file; its docstring is what the analyst reads."""
