"""Published lists: what one is (`base`), the strict readers (`formats`), one folder each (`catalog`)."""
