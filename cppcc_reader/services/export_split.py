"""Which split a page belongs to: by a stable hash, so that adding pages never moves one."""

from __future__ import annotations

import hashlib

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.services.export_options import SplitBy, SplitPlan

UNDIVIDED = "all"
SPLITS = ("train", "dev", "test")


def split_of(record: PageRecord, plan: SplitPlan | None) -> str:
    """Return the split of a page: ``all`` without a plan.

    A page's place depends on nothing but its bytes (or its issue) and the seed.
    """
    if plan is None:
        return UNDIVIDED
    place = _fraction(f"{plan.seed}\n{_key(record, plan.by)}")
    shares = (plan.train, plan.dev, plan.test)
    total = sum(shares)
    bound = 0.0
    for name, share in zip(SPLITS, shares, strict=True):
        bound += share / total
        if place < bound and share:
            return name
    return next(name for name, share in reversed(list(zip(SPLITS, shares, strict=True))) if share)


def _key(record: PageRecord, by: SplitBy) -> str:
    meta = record.page.meta
    if by is SplitBy.ISSUE and meta.date is not None:
        return f"{meta.paper or ''}\n{meta.date}"
    # Without a date the issue is unknown: the page stands for itself.
    return record.page.source.sha256 or record.page.id


def _fraction(key: str) -> float:
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:7], "big") / 2.0**56
