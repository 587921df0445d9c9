"""Weights for trainers that have no weight column (TRL): rows repeated in proportion to them."""
from random import Random

from rows import Row


def resample(rows: list[Row], seed: int) -> list[Row]:
    """As many rows as given, each expected `weight / mean weight` times (systematic resampling: at most one off), shuffled.

    Shuffled before, too: weights that alternate with something else in the file would pick one kind only.
    """
    random = Random(f"{seed}/resample")
    rows = random.sample(rows, len(rows))
    step = sum(row["weight"] for row in rows) / len(rows)
    at = random.random() * step
    reached, picked = 0.0, []
    for row in rows:
        reached += row["weight"]
        while at < reached:
            picked.append(row)
            at += step
    random.shuffle(picked)
    return picked
