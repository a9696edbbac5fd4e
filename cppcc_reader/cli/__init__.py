"""The command line: one file per command, listed in main.py; builds objects, holds no rules."""
