"""CPPCC Reader: split Chinese newspaper pages into articles, correct, tag, search and export them."""
