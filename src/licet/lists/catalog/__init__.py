"""One folder a list: `list.yml` and `parse.py`. The folder is found; nothing is registered."""
