"""One file per exchange format, reading and writing; knows values, not where they are stored."""
