"""Which rows each optimiser step sees, and at which learning rate: a pure function of configuration, lengths and seed.

A resumed run makes the same plan and skips to its position; nothing about the order needs saving.
"""
import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

WINDOW_STEPS = 16


@dataclass(frozen=True)
class Pick:
    """One row of one stage in one epoch (the epoch decides how choice options are shuffled)."""

    stage: int
    epoch: int
    index: int


Group = list[Pick]
"""Picks packed in one row: decisions of one viewer, whose prompt they share."""


@dataclass(frozen=True)
class Step:
    """One optimiser step: micro-batches of groups that fit the token budget, and the peak learning rate of its stage."""

    batches: list[list[Group]]
    learning_rate: float

    @property
    def example_count(self) -> int:
        """Examples over all micro-batches."""
        return sum(len(group) for batch in self.batches for group in batch)


@dataclass(frozen=True)
class Lengths:
    """Tokens of a stage's rows [rows], how many of them are shared by rows of the same key, and the keys [rows]."""

    tokens: list[int]
    shared: list[int]
    keys: list[str]

    def of(self, group: Group) -> int:
        """Tokens of the packed row."""
        total = sum(self.tokens[pick.index] for pick in group)
        return total - (len(group) - 1) * self.shared[group[0].index]


def stage_groups(stage: int, lengths: Lengths, example_count: int, size: int, seed: int) -> list[Group]:
    """Groups of up to `size` rows of one key until `example_count`: whole shuffled epochs, then part of one."""
    groups: list[Group] = []
    left = example_count
    row_count = len(lengths.tokens)
    for epoch in range(-(-example_count // row_count)):
        random = Random(f"{seed}/{stage}/{epoch}")
        order = list(range(row_count))
        random.shuffle(order)
        for group in _shuffled_groups([Pick(stage, epoch, index) for index in order], lengths.keys, size, random):
            if left > 0:
                groups.append(group[:left])
                left -= len(groups[-1])
    return groups


def _shuffled_groups(picks: list[Pick], keys: list[str], size: int, random: Random) -> list[Group]:
    open_groups: dict[str, Group] = {}
    groups: list[Group] = []
    for pick in picks:
        group = open_groups.get(keys[pick.index])
        if group is None or len(group) == size:
            group = open_groups[keys[pick.index]] = []
            groups.append(group)
        group.append(pick)
    random.shuffle(groups)
    return groups


def plan_steps(
    stages: list[tuple[list[Group], float]], lengths: list[Lengths], batch: dict[str, int], mixed: bool, seed: int
) -> list[Step]:
    """Steps of all stages, in order, or shuffled together when `mixed` (then the first stage's rate holds for all).

    stages: (groups, peak learning rate) each; batch: {examples, tokens}: examples of a step, tokens of a micro-batch.
    """
    if mixed:
        together = [group for groups, _ in stages for group in groups]
        Random(f"{seed}/mixed").shuffle(together)
        stages = [(together, stages[0][1])]

    def width(group: Group) -> int:
        return lengths[group[0].stage].of(group)

    steps: list[Step] = []
    for groups, rate in stages:
        for number, window in enumerate(_cut(groups, batch["examples"] * WINDOW_STEPS)):
            cuts = _cut(sorted(window, key=width), batch["examples"])
            Random(f"{seed}/{len(steps)}/{number}").shuffle(cuts)
            steps += [Step(_micro_batches(cut, width, batch["tokens"]), rate) for cut in cuts]
    return steps


def _cut(groups: list[Group], example_count: int) -> list[list[Group]]:
    """Runs of groups with at least `example_count` examples each (the last may have fewer)."""
    parts: list[list[Group]] = []
    room = 0
    for group in groups:
        if room <= 0:
            parts.append([])
            room = example_count
        parts[-1].append(group)
        room -= len(group)
    return parts


def _micro_batches(groups: list[Group], width: Callable[[Group], int], token_budget: int) -> list[list[Group]]:
    """Cuts groups, sorted by width, so that padded tokens (count x widest) stay within the budget; a batch has one at least."""
    batches: list[list[Group]] = []
    for group in groups:
        if batches and (len(batches[-1]) + 1) * width(group) <= token_budget:
            batches[-1].append(group)
        else:
            batches.append([group])
    return batches


def rate_factor(progress: float, warm_up: float) -> float:
    """Share of the peak learning rate at `progress` in [0, 1]: linear warm-up, then cosine to 0."""
    if progress < warm_up:
        return max(progress / warm_up, 1e-3)
    rest = min((progress - warm_up) / max(1 - warm_up, 1e-9), 1.0)
    return 0.5 * (1 + math.cos(math.pi * rest))
