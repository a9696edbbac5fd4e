"""Frozen values every floor shares: spans, pages, articles, mentions; imports nothing of the project but itself."""
