"""Stands beside the built kernel, which Python prefers, and speaks up where there is none.

The kernel itself is C++ under `kernel/`; its types are in `_kernel.pyi`.
"""

message = (
    "licet's native kernel is not built for this Python. In a checkout run `make`, or "
    "`tools/build-kernel path/to/python`; "
    "elsewhere install licet anew: `pip install --force-reinstall licet`."
)
raise ImportError(message)
