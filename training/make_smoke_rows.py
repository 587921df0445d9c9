"""Makes small training-rows/1 folders with a rule that can be learnt: the picture whose colour the viewer loves is taken.

usage: make_smoke_rows.py --out FOLDER [--train N] [--validation N]

Writes one folder a recipe: pointwise, choice, sft, dpo, s-dpo, kto.
"""
import argparse
import json
from pathlib import Path
from random import Random
from typing import Any

from rows import SCHEMA, Row, fingerprint

COLOURS = ["red", "blue", "green", "white"]
THINGS = ["boat", "horse", "lamp", "train", "tower", "forest"]
HEAD = (
    "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nYou choose artwork for a streaming service.<|eot_id|>"
    "<|start_header_id|>user<|end_header_id|>\n\n"
)
TAIL = "<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n"
QUESTION = {
    "pointwise": "Does the picture fit this viewer? Answer Yes or No.",
    "choice": "Which picture fits this viewer best? Answer with its letter.",
}


def decision(random: Random, number: int) -> tuple[str, list[str], int]:
    """(viewer and title, captions [4], index of the taken one)."""
    loved = random.choice(COLOURS)
    captions = [f"a {colour} {random.choice(THINGS)}" for colour in random.sample(COLOURS, 4)]
    taken = next(index for index, caption in enumerate(captions) if f" {loved} " in caption)
    return f"Viewer\nLoves: {loved}.\n\nTitle: {random.choice(THINGS)} {number % 7}.\n", captions, taken


def row_of(recipe: str, random: Random, name: str, number: int) -> Row:
    """One row of a recipe (`pointwise` and `choice` are label-softmax)."""
    shared, captions, taken = decision(random, number)
    row: dict[str, Any] = {"id": f"{name}-{number}", "stage": "smoke", "weight": 0.5 + number % 2}
    target = [0.97 if index == taken else 0.01 for index in range(4)]
    if recipe == "pointwise":
        branches = [f"Picture: {caption}.{TAIL}Answer:" for caption in captions]
        prefix = f"{HEAD}{shared}{QUESTION['pointwise']}\n"
        return row | {
            "formulation": "pointwise", "prefix": prefix, "branches": branches, "labels": [" Yes", " No"], "target": target
        }  # fmt: skip
    prefix, letters = f"{HEAD}{shared}{QUESTION['choice']}\n", ["A", "B", "C", "D"]
    options = [f"{caption}." for caption in captions]
    if recipe == "choice":
        return row | {
            "formulation": "choice", "prefix": prefix, "options": options, "suffix": TAIL, "labels": letters, "target": target
        }  # fmt: skip
    prompt = prefix + "\n".join(f"{letter}. {option}" for letter, option in zip(letters, options)) + TAIL
    wrong = [letter for letter in letters if letter != letters[taken]]
    answers = {
        "sft": {"completion": letters[taken]},
        "dpo": {"chosen": letters[taken], "rejected": random.choice(wrong)},
        "s-dpo": {"chosen": letters[taken], "rejected": wrong},
        "kto": {"completion": letters[taken] if number % 2 else random.choice(wrong), "label": bool(number % 2)},
    }
    return row | {"prompt": prompt} | answers[recipe]


def write_folder(folder: Path, recipe: str, counts: dict[str, int]) -> None:
    """Row files and manifest of one recipe."""
    folder.mkdir(parents=True, exist_ok=True)
    for split, count in counts.items():
        random = Random(f"{recipe}/{split}")
        lines = [json.dumps(row_of(recipe, random, f"{recipe}-{split}", number)) for number in range(count)]
        (folder / f"{split}.jsonl").write_text("\n".join(lines) + "\n")
    label_softmax = recipe in ("pointwise", "choice")
    formulation = "pointwise" if recipe == "pointwise" else "choice"
    manifest = {
        "schema": SCHEMA,
        "recipe": "label-softmax" if label_softmax else recipe,
        "formulation": formulation,
        "template": {"name": "llama-3.1", "version": f"llama-3.1/{formulation}@smoke"},
        "dataFingerprint": fingerprint(folder),
        "counts": counts,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--train", type=int, default=400)
    parser.add_argument("--validation", type=int, default=60)
    args = parser.parse_args()
    for recipe in ("pointwise", "choice", "sft", "dpo", "s-dpo", "kto"):
        write_folder(args.out / recipe, recipe, {"train": args.train, "validation": args.validation})
    print(f"{args.out}: rows for 6 recipes")


if __name__ == "__main__":
    main()
