"""Checks a training-rows/1 folder for a base, writes its token cache, prints counts and token lengths.

usage: prepare.py --rows FOLDER --base FOLDER [--max-tokens N] [--sample N]

Refuses, naming file, row and field: a wrong shape, targets that do not sum to 1, weights that are not finite and positive,
labels of more than one token, a prefix that does not end at a token boundary, a prompt over the limit (cut, it would lose its label).
"""
import argparse
import sys
from pathlib import Path

import torch
from transformers import PreTrainedTokenizerBase

from model import load_tokenizer
from rows import LABEL_SOFTMAX, Row, RowError, fingerprint, iterate_rows, read_manifest
from stage_data import check_length, encode_rows
from tokens import Decision, encode

QUANTILES = (0.0, 0.5, 0.95, 1.0)
PACKED = (LABEL_SOFTMAX, "s-dpo")


def check_boundary(tokenizer: PreTrainedTokenizerBase, row: Row, where: str) -> None:
    """RowError unless tokens(prefix) + tokens(branch) == tokens(prefix + branch) for every branch."""
    prefix, branches = (row["prefix"], row["branches"]) if "branches" in row else (row["prompt"], [row["chosen"], *row["rejected"]])
    head = encode(tokenizer, prefix)
    for number, branch in enumerate(branches):
        if head + encode(tokenizer, branch) != encode(tokenizer, prefix + branch):
            raise RowError(
                f"{where}: row {row['id']!r}: field branches[{number}]: a token crosses the border between prefix and branch"
            )


def prompt_lengths(tokenizer: PreTrainedTokenizerBase, rows: list[Row], path: Path, recipe: str, limit: int) -> list[int]:
    """Tokens of each row's longest prompt with its answer. RowError for one over the limit."""
    if recipe in PACKED:
        decisions = encode_rows(tokenizer, rows, path)
    else:
        answers = ("completion", "chosen", "rejected")
        decisions = [
            Decision(row["id"], recipe, encode(tokenizer, row["prompt"]), [encode(tokenizer, row[a]) for a in answers if a in row], [], [], 1.0)
            for row in rows
        ]
    for decision in decisions:
        check_length(decision, limit, f"{path}: row {decision.id!r}")
    return [decision.longest_prompt for decision in decisions]


def prepare_split(tokenizer: PreTrainedTokenizerBase, path: Path, recipe: str, args: argparse.Namespace) -> str:
    """Checks one file; returns its line of the report."""
    rows = list(iterate_rows(path, recipe))
    if not rows:
        raise RowError(f"{path}: no rows")
    ids = {row["id"] for row in rows}
    if len(ids) != len(rows):
        raise RowError(f"{path}: {len(rows) - len(ids)} ids occur twice")
    step = max(1, len(rows) // args.sample)
    for row in rows[::step]:
        if "branches" in row or recipe == "s-dpo":
            check_boundary(tokenizer, row, str(path))
    lengths = torch.tensor(prompt_lengths(tokenizer, rows, path, recipe, args.max_tokens), dtype=torch.float64)
    weights = torch.tensor([row["weight"] for row in rows], dtype=torch.float64)
    effective = float(weights.sum() ** 2 / weights.square().sum())
    quantiles = ", ".join(f"{q:.0%} {int(lengths.quantile(q))}" for q in QUANTILES)
    return f"{path.name}: {len(rows)} rows, weight mean {float(weights.mean()):.3f} effective {effective:.0f}; prompt tokens {quantiles}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--base", required=True)
    parser.add_argument("--max-tokens", type=int, default=1024)
    parser.add_argument("--sample", type=int, default=500, help="rows whose token boundary is checked")
    args = parser.parse_args()
    try:
        recipe = read_manifest(args.rows)["recipe"]
        tokenizer = load_tokenizer(args.base)
        print(f"{args.rows}: {recipe}, fingerprint {fingerprint(args.rows)}")
        for path in sorted(args.rows.glob("*.jsonl")):
            print(prepare_split(tokenizer, path, recipe, args), flush=True)
    except RowError as error:
        sys.exit(f"prepare.py: {error}")


if __name__ == "__main__":
    main()
