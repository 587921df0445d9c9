"""Scores pointwise prompts with a base or an adapter, resumably: a run goes on where the last one stopped.

usage: score.py --base FOLDER --prompts FILE.jsonl --out FILE.jsonl [--adapter PEFT_FOLDER] [--precision bf16|fp32] [--threads N]

In: {id, prefix, branches[K], labels} a line, with formulation "reading" or (default) "pointwise"; lines one after another whose
prefixes begin alike are computed together.
Out: {id, scores, labelMass} a line: pointwise scores[k] = logit(yes) - logit(no); reading scores[k * F + f], log-probability of
label f after branch k. labelMass is the smallest over the branches. Ids that the file holds already are left out.
"""
import argparse
import json
import sys
import time
from itertools import groupby
from pathlib import Path
from typing import Any, Iterator

import torch

from evaluate import open_model
from label_softmax import score
from model import Model
from rows import Row, RowError
from run_log import in_words
from stage_data import viewer_part
from tokens import Decision, encode_row

GROUP = 8
PROGRESS_SECONDS = 20.0


def read_prompts(path: Path, known: set[str]) -> list[Row]:
    """Rows that are still to be scored. RowError naming line and field."""
    rows = []
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        row = json.loads(line)
        for field in ("id", "prefix", "branches", "labels"):
            if not row.get(field):
                raise RowError(f"{path}:{number}: field {field}: {row.get(field)!r}, expected one that is not empty")
        if row["id"] not in known:
            count = len(row["branches"])
            reading = row.get("formulation") == "reading"
            target = [[1 / len(row["labels"])] * len(row["labels"])] * count if reading else [1 / count] * count
            rows.append({"formulation": "pointwise"} | row | {"target": target, "weight": 1.0})
    return rows


def read_known(path: Path) -> set[str]:
    """Ids a file of scores holds; a last line that was cut off is dropped from it."""
    if not path.is_file():
        return set()
    text = path.read_text()
    whole = text[: text.rfind("\n") + 1]
    if whole != text:
        path.write_text(whole)
    return {json.loads(line)["id"] for line in whole.splitlines()}


def groups_of(model: Model, rows: list[Row]) -> Iterator[list[Decision]]:
    """Up to GROUP neighbours of one viewer each."""
    for _, own in groupby(rows, key=viewer_part):
        part = list(own)
        for at in range(0, len(part), GROUP):
            yield [encode_row(model.tokenizer, row) for row in part[at : at + GROUP]]


@torch.no_grad()
def score_rows(model: Model, rows: list[Row], out: Path) -> None:
    """Appends a line a row, with progress on stderr."""
    began, last, done = time.monotonic(), 0.0, 0
    with out.open("a") as file:
        for group in groups_of(model, rows):
            for scored, decision in zip(score(model, [group]), group):
                line: dict[str, Any] = {
                    "id": decision.id,
                    "scores": [round(value, 5) for value in scored.scores.flatten().tolist()],
                    "labelMass": round(float(scored.log_mass.exp().min()), 5),
                }
                file.write(json.dumps(line) + "\n")
            file.flush()
            done += len(group)
            if (now := time.monotonic()) - last > PROGRESS_SECONDS:
                last = now
                left = (now - began) / done * (len(rows) - done)
                print(f"{done}/{len(rows)} prompts scored, eta {in_words(left)}", file=sys.stderr, flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True)
    parser.add_argument("--prompts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--adapter")
    parser.add_argument("--precision", choices=["fp32", "bf16"], default="bf16")
    parser.add_argument("--threads", type=int)
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    try:
        rows = read_prompts(args.prompts, read_known(args.out))
    except (RowError, OSError, json.JSONDecodeError) as error:
        sys.exit(f"score.py: {error}")
    if rows:
        score_rows(open_model(args.base, args.adapter, args.precision), rows, args.out)
    print(f"{args.out}: {len(rows)} prompts scored now", file=sys.stderr)


if __name__ == "__main__":
    main()
