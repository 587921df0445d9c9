"""Which rows each optimiser step sees, and at which learning rate: a pure function of configuration, lengths and seed.

A resumed run makes the same plan and skips to its position; nothing about the order needs saving.
"""
import math
from dataclasses import dataclass
from random import Random

WINDOW_STEPS = 16


@dataclass(frozen=True)
class Pick:
    """One row of one stage in one epoch (the epoch decides how choice options are shuffled)."""

    stage: int
    epoch: int
    index: int


@dataclass(frozen=True)
class Step:
    """One optimiser step: micro-batches that fit the token budget, and the peak learning rate of its stage."""

    batches: list[list[Pick]]
    learning_rate: float

    @property
    def example_count(self) -> int:
        """Examples over all micro-batches."""
        return sum(map(len, self.batches))


def stage_picks(stage: int, row_count: int, example_count: int, seed: int) -> list[Pick]:
    """`example_count` picks: whole shuffled epochs, then part of one."""
    picks: list[Pick] = []
    for epoch in range(-(-example_count // row_count)):
        order = list(range(row_count))
        Random(f"{seed}/{stage}/{epoch}").shuffle(order)
        picks += [Pick(stage, epoch, index) for index in order]
    return picks[:example_count]


def plan_steps(
    stages: list[tuple[list[Pick], float]], lengths: list[list[int]], batch: dict[str, int], mixed: bool, seed: int
) -> list[Step]:
    """Steps of all stages, in order, or shuffled together when `mixed` (then the first stage's rate holds for all).

    stages: (picks, peak learning rate) each; lengths[stage][index]: tokens of a row; batch: {examples, tokens}.
    """
    if mixed:
        together = [pick for picks, _ in stages for pick in picks]
        Random(f"{seed}/mixed").shuffle(together)
        stages = [(together, stages[0][1])]
    steps: list[Step] = []
    for picks, rate in stages:
        window = batch["examples"] * WINDOW_STEPS
        for number, at in enumerate(range(0, len(picks), window)):
            part = sorted(picks[at : at + window], key=lambda pick: lengths[pick.stage][pick.index])
            cuts = [part[cut : cut + batch["examples"]] for cut in range(0, len(part), batch["examples"])]
            Random(f"{seed}/{len(steps)}/{number}").shuffle(cuts)
            steps += [Step(_micro_batches(cut, lengths, batch["tokens"]), rate) for cut in cuts]
    return steps


def _micro_batches(picks: list[Pick], lengths: list[list[int]], token_budget: int) -> list[list[Pick]]:
    """Cuts picks, sorted by length, so that padded tokens (count x widest) stay within the budget; a batch has one at least."""
    batches: list[list[Pick]] = []
    for pick in picks:
        width = lengths[pick.stage][pick.index]
        if batches and (len(batches[-1]) + 1) * width <= token_budget:
            batches[-1].append(pick)
        else:
            batches.append([pick])
    return batches


def rate_factor(progress: float, warm_up: float) -> float:
    """Share of the peak learning rate at `progress` in [0, 1]: linear warm-up, then cosine to 0."""
    if progress < warm_up:
        return max(progress / warm_up, 1e-3)
    rest = min((progress - warm_up) / max(1 - warm_up, 1e-9), 1.0)
    return 0.5 * (1 + math.cos(math.pi * rest))
