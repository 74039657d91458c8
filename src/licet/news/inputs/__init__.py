"""What stories come as: plain text, web pages, feeds, sitemaps, JSON lines, mail.

Each kind has one module; `licet.news.inputs.reading.read_input` chooses it. Bytes in, stories and links out:
nothing here opens a file or an address. The libraries that read pages and feeds are loaded when one is read.
"""
