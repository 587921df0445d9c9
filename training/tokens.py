"""Token ids of label-softmax rows. Prompts are rendered by the exporter; nothing is added here, no BOS, no chat template."""
from dataclasses import dataclass
from random import Random
from typing import Any

from transformers import PreTrainedTokenizerBase

from rows import Row, RowError


@dataclass(frozen=True)
class Decision:
    """One decision ready to be packed.

    prefix: ids all branches share (empty for choice); branches: ids of each continuation (choice: one, the whole prompt);
    labels: ids read after the branch's last token ([yes, no], K letters, or F words); target: [K], sums to 1 (reading: [K][F],
    every branch's own); weight: > 0.
    """

    id: str
    formulation: str
    prefix: list[int]
    branches: list[list[int]]
    labels: list[int]
    target: list[Any]
    weight: float

    @property
    def token_count(self) -> int:
        """Width of the packed row."""
        return len(self.prefix) + sum(map(len, self.branches))

    @property
    def longest_prompt(self) -> int:
        """Tokens of the longest single prompt, as the server sees it."""
        return len(self.prefix) + max(map(len, self.branches))


def encode(tokenizer: PreTrainedTokenizerBase, text: str) -> list[int]:
    """Ids of `text`, special tokens parsed, none added."""
    return tokenizer(text, add_special_tokens=False)["input_ids"]


def encode_row(tokenizer: PreTrainedTokenizerBase, row: Row, order: list[int] | None = None) -> Decision:
    """Ids of a checked label-softmax or s-dpo row. `order` [K]: choice options in that order (target follows). RowError when a label is not one token."""
    if "chosen" in row:
        return _encode_preference(tokenizer, row)
    reading = row["formulation"] == "reading"
    labels = _word_ids(tokenizer, row) if reading else [_label_id(tokenizer, label, row["id"]) for label in row["labels"]]
    if row["formulation"] != "choice":
        encoded = tokenizer([row["prefix"], *row["branches"]], add_special_tokens=False)["input_ids"]
        prefix, branches, target = encoded[0], encoded[1:], row["target"]
    else:
        order = list(range(len(row["options"]))) if order is None else order
        prefix, branches = [], [encode(tokenizer, choice_prompt(row, order))]
        target = [row["target"][index] for index in order]
    return Decision(row["id"], row["formulation"], prefix, branches, labels, target, float(row["weight"]))


def _encode_preference(tokenizer: PreTrainedTokenizerBase, row: Row) -> Decision:
    """Prompt as prefix, chosen and rejected answers as branches, each closed by the end token (as TRL does)."""
    answers = [encode(tokenizer, text) + [tokenizer.eos_token_id] for text in (row["chosen"], *row["rejected"])]
    target = [1.0] + [0.0] * len(row["rejected"])
    return Decision(row["id"], "preference", encode(tokenizer, row["prompt"]), answers, [], target, float(row["weight"]))


def choice_prompt(row: Row, order: list[int]) -> str:
    """The choice prompt with option `order[slot]` behind the letter of `slot`."""
    lines = [f"{label.strip()}. {row['options'][index]}" for label, index in zip(row["labels"], order)]
    return row["prefix"] + "\n".join(lines) + row["suffix"]


def shuffled_order(seed: int, epoch: int, row: Row) -> list[int]:
    """Option order of a choice row in an epoch: depends on nothing else, so that a resumed run sees the same."""
    order = list(range(len(row["options"])))
    Random(f"{seed}/{epoch}/{row['id']}").shuffle(order)
    return order


def _label_id(tokenizer: PreTrainedTokenizerBase, label: str, row_id: str) -> int:
    ids = encode(tokenizer, label)
    if len(ids) != 1:
        raise RowError(f"row {row_id!r}: field labels: {label!r} is {len(ids)} tokens, expected one")
    return ids[0]


def _word_ids(tokenizer: PreTrainedTokenizerBase, row: Row) -> list[int]:
    """First tokens of a reading row's words: enough to tell them apart, or RowError."""
    ids = [encode(tokenizer, label)[0] for label in row["labels"]]
    if len(set(ids)) < len(ids):
        raise RowError(f"row {row['id']!r}: field labels: two of them begin with the same token")
    return ids
