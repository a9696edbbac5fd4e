"""How points in time stand in a library: ISO 8601 in UTC, to the millisecond, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime


def timestamp(moment: datetime) -> str:
    """Return an aware datetime as it is stored.

    Raises:
        ValueError: if the datetime has no time zone (it would mean another moment elsewhere).
    """
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
