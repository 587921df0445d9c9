"""Label-softmax rows of a run's stages: token counts for the plan, decisions for the steps."""
from dataclasses import dataclass
from pathlib import Path

from transformers import PreTrainedTokenizerBase

from plan import Lengths, Pick
from rows import Row, RowError, iterate_rows, read_manifest
from tokens import Decision, encode_row, shuffled_order


@dataclass
class StageData:
    """Rows of one stage, their lengths, and the decisions of the fixed validation sample."""

    name: str
    rows: list[Row]
    lengths: Lengths
    validation: list[Decision]


def load_stage(
    name: str, folder: Path, tokenizer: PreTrainedTokenizerBase, max_tokens: int, validation_count: int
) -> StageData:
    """Reads and measures a stage's train rows and the first rows of its validation file. RowError for a row over `max_tokens`."""
    manifest = read_manifest(folder)
    rows = list(iterate_rows(folder / "train.jsonl", manifest["recipe"]))
    if not rows:
        raise RowError(f"{folder / 'train.jsonl'}: no rows")
    lengths = _measure(tokenizer, rows, max_tokens, folder)
    validation = iterate_rows(folder / "validation.jsonl", manifest["recipe"], validation_count)
    return StageData(name, rows, lengths, [encode_row(tokenizer, row) for row in validation])


def _measure(tokenizer: PreTrainedTokenizerBase, rows: list[Row], max_tokens: int, folder: Path) -> Lengths:
    lengths = Lengths([], [], [])
    for row in rows:
        decision = encode_row(tokenizer, row)
        if decision.longest_prompt > max_tokens:
            raise RowError(
                f"{folder / 'train.jsonl'}: row {row['id']!r}: a prompt of {decision.longest_prompt} tokens, "
                f"limit {max_tokens}: cut, it would lose its label"
            )
        key = viewer_part(row)
        lengths.tokens.append(decision.token_count)
        lengths.shared.append(len(decision.prefix) * len(key) // len(row["prefix"]))
        lengths.keys.append(key)
    return lengths


def viewer_part(row: Row) -> str:
    """What rows of one viewer begin with: the prefix up to its last empty line (the title stands after it)."""
    return row["prefix"].rpartition("\n\n")[0] if row["formulation"] == "pointwise" else row["id"]


def decision_of(stages: list[StageData], pick: Pick, tokenizer: PreTrainedTokenizerBase, seed: int) -> Decision:
    """The decision a pick stands for; choice options in the order of its epoch."""
    row = stages[pick.stage].rows[pick.index]
    order = shuffled_order(seed, pick.epoch, row) if row["formulation"] == "choice" else None
    return encode_row(tokenizer, row, order)
