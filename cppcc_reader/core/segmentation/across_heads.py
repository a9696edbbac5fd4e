"""Whether the text goes on across a head, and to which side the head leans: by meaning and by the page's words."""

from __future__ import annotations

from bisect import bisect_left

from cppcc_reader.core.segmentation.topics import NEAR_STEPS, TOPIC_STEPS, Indexes, Spans, Topics

_LEAN_STEPS = (-0.4, -0.2, -0.05, 0.05, 0.2, 0.4)

AcrossSteps = tuple[int, int, int]
"""In steps: how near the text before is to the text after, to which the head is nearer, and the first by words."""


def across_heads(heads: Indexes, before: Spans, after: Spans, meaning: Topics, words: Topics) -> list[AcrossSteps]:
    """Return the steps of each head.

    Args:
        before, after: for each head the units of text on either side of it.
        meaning, words: what the units are about by a model of meaning, and by the words of the page alone.
    """
    alone = (heads, heads + 1)
    across = meaning.of_groups(before, after).tolist()
    leaning = (meaning.of_groups(alone, after) - meaning.of_groups(before, alone)).tolist()
    by_words = words.of_groups(before, after).tolist()
    return [
        (bisect_left(NEAR_STEPS, near), bisect_left(_LEAN_STEPS, lean), bisect_left(TOPIC_STEPS, shared))
        for near, lean, shared in zip(across, leaning, by_words, strict=True)
    ]
