"""One decision for the whole page: each unit follows at most one other, and at most one follows it.

The best choice of links is a maximum-weight matching between ends and beginnings. The page falls into small
independent groups, each solved exactly by the Hungarian method (Kuhn 1955, in the shortest-path form of
Jonker and Volgenant 1987); groups beyond a bound are solved greedily so that time stays linear.
"""

from __future__ import annotations

from collections.abc import Mapping

_LARGEST_EXACT = 60
_INFINITE = float("inf")

Link = tuple[int, int]
"""(unit before, unit after)."""


def best_links(gains: Mapping[Link, float]) -> dict[int, int]:
    """Return the chosen links as ``{unit after: unit before}``.

    Args:
        gains: how much each link adds against leaving both its ends free; only positive ones can be chosen.
    """
    useful = {link: gain for link, gain in gains.items() if gain > 0.0}
    chosen: dict[int, int] = {}
    for group in _groups(useful):
        chosen.update(_matched(group, useful))
    _break_cycles(chosen, useful)
    return chosen


def _groups(gains: Mapping[Link, float]) -> list[list[Link]]:
    """Split the links into groups that share no end and no beginning."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for before, after in gains:
        left, right = root(("end", before)), root(("begin", after))
        if left != right:
            parent[right] = left
    groups: dict[tuple[str, int], list[Link]] = {}
    for link in gains:
        groups.setdefault(root(("end", link[0])), []).append(link)
    return list(groups.values())


def _matched(group: list[Link], gains: Mapping[Link, float]) -> dict[int, int]:
    if len(group) == 1:
        return {group[0][1]: group[0][0]}
    befores = sorted({link[0] for link in group})
    afters = sorted({link[1] for link in group})
    if max(len(befores), len(afters)) > _LARGEST_EXACT:
        return _greedy(group, gains)
    return _hungarian(befores, afters, gains)


def _greedy(group: list[Link], gains: Mapping[Link, float]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for before, after in sorted(group, key=lambda link: (-gains[link], link)):
        if after not in chosen and before not in used:
            chosen[after] = before
            used.add(before)
    return chosen


def _hungarian(befores: list[int], afters: list[int], gains: Mapping[Link, float]) -> dict[int, int]:
    """Match rows (units after) to columns (units before, plus one free column for each row)."""
    rows, columns = len(afters), len(befores) + len(afters)
    costs = [
        [-gains.get((before, after), -_INFINITE) for before in befores]
        + [0.0 if free == row else _INFINITE for free in range(rows)]
        for row, after in enumerate(afters)
    ]
    owner = _shortest_paths(costs, rows, columns)
    return {afters[owner[column]]: befores[column] for column in range(len(befores)) if owner[column] >= 0}


def _shortest_paths(costs: list[list[float]], rows: int, columns: int) -> list[int]:
    """Return for each column the row it is given to, or -1; a free column per row keeps it solvable."""
    row_price = [0.0] * rows
    column_price = [0.0] * columns
    owner = [-1] * columns
    for start in range(rows):
        distance = [_INFINITE] * columns
        came_from = [-1] * columns
        done = [False] * columns
        row, column = start, -1
        while True:
            nearest, best = -1, _INFINITE
            line, price = costs[row], row_price[row]
            for place in range(columns):
                if done[place]:
                    continue
                reach = line[place] - price - column_price[place]
                if reach < distance[place]:
                    distance[place], came_from[place] = reach, column
                if distance[place] < best:
                    nearest, best = place, distance[place]
            row_price[start] += best
            for place in range(columns):
                if done[place]:
                    column_price[place] -= best
                    row_price[owner[place]] += best
                else:
                    distance[place] -= best
            column = nearest
            done[column] = True
            if owner[column] < 0:
                break
            row = owner[column]
        while column >= 0:
            previous = came_from[column]
            owner[column] = start if previous < 0 else owner[previous]
            column = previous
    return owner


def _break_cycles(chosen: dict[int, int], gains: Mapping[Link, float]) -> None:
    """Cut each ring of links at its weakest: a reading order has a beginning."""
    state: dict[int, int] = {}
    for start in sorted(chosen):
        path: list[int] = []
        unit: int | None = start
        while unit is not None and unit in chosen and unit not in state:
            state[unit] = start
            path.append(unit)
            unit = chosen[unit]
        if unit is not None and state.get(unit) == start and unit in chosen and unit in path:
            ring = path[path.index(unit) :]
            weakest = min(ring, key=lambda one: (gains[(chosen[one], one)], one))
            del chosen[weakest]
