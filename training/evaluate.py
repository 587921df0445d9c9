"""Scores label-softmax rows with a base or an adapter, through the same prompts as training and serving.

usage: evaluate.py --base FOLDER --rows FOLDER [--adapter PEFT_FOLDER] [--split test] [--limit N] [--precision fp32|bf16]
                   [--shifts N] [--out FILE.json] [--dump FILE.jsonl]

Figures: mean loss (CE), excess over the target's entropy, agreement with the target's argmax, guess (agreement of chance),
label mass quantiles, the temperature that fits best with the loss at it, and for choice the flip rate: share of decisions whose pick changes under cyclic shifts of the options.
--dump writes {group, prompt, labels, logProbabilities} a prompt, natural-log label probabilities over the whole vocabulary: what
`keyart llm parity --prompts` compares with what the service reads.
"""
import argparse
import json
import sys
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from peft import PeftModel

from label_softmax import Scored, agrees, cross_entropy, entropy, score
from model import Model, load_base, load_tokenizer, pick_device
from rows import LABEL_SOFTMAX, Row, RowError, iterate_rows, read_manifest
from tokens import Decision, choice_prompt, encode_row

QUANTILES = (0.0, 0.01, 0.05, 0.25, 0.5)
BATCH = 4
TEMPERATURES = [10 ** (step / 20) for step in range(-20, 21)]


def open_model(base: str, adapter: str | None, precision: str) -> Model:
    """Frozen model for scoring."""
    dtype = torch.bfloat16 if precision == "bf16" else torch.float32
    device = pick_device()
    network = load_base(base, None, dtype, "sdpa" if device.type == "cuda" else "eager")
    if adapter:
        network = PeftModel.from_pretrained(network, adapter)
    model = Model(network.eval(), load_tokenizer(base), device, dtype)
    model.use_fast_layers()
    return model


@torch.no_grad()
def score_all(model: Model, decisions: list[Decision]) -> list[Scored]:
    """Scores in the order given, computed in batches of like length."""
    order = sorted(range(len(decisions)), key=lambda index: decisions[index].token_count)
    results: list[Scored | None] = [None] * len(decisions)
    for at in range(0, len(order), BATCH):
        part = order[at : at + BATCH]
        for index, scored in zip(part, score(model, [[decisions[index]] for index in part])):
            results[index] = scored
    return results


def figures_of(scored: list[Scored], decisions: list[Decision]) -> dict[str, Any]:
    """Means over decisions and quantiles of the label mass over prompts."""
    losses = [float(cross_entropy(one, decision)) for one, decision in zip(scored, decisions)]
    entropies = [entropy(decision) for decision in decisions]
    temperature, tempered = best_temperature(scored, decisions)
    mass = torch.cat([one.log_mass.exp().flatten() for one in scored]).double().cpu()
    count = len(decisions)
    return {
        "count": count,
        "loss": sum(losses) / count,
        "excess": (sum(losses) - sum(entropies)) / count,
        "temperature": temperature,
        "lossAtTemperature": tempered,
        "agreement": sum(agrees(one, decision) for one, decision in zip(scored, decisions)) / count,
        "guess": sum(map(guess_of, decisions)) / count,
        "labelMass": {"mean": float(mass.mean())} | {f"q{q:g}": float(mass.quantile(q)) for q in QUANTILES},
    }


def best_temperature(scored: list[Scored], decisions: list[Decision]) -> tuple[float, float]:
    """The temperature of TEMPERATURES with the least mean CE of softmax(scores / temperature), and that CE. Above 1: too sure as is."""
    targets = [torch.tensor(decision.target, dtype=torch.float64) for decision in decisions]
    scores = [one.scores.double().cpu() for one in scored]

    def loss_at(temperature: float) -> float:
        losses = [-(target * F.log_softmax(own / temperature, dim=-1)).sum(-1).mean() for own, target in zip(scores, targets)]
        return float(torch.stack(losses).mean())

    return min(((one, loss_at(one)) for one in TEMPERATURES), key=lambda pair: pair[1])


def guess_of(decision: Decision) -> float:
    """Agreement of a pick by chance."""
    target = torch.tensor(decision.target)
    return float((target == target.amax(dim=-1, keepdim=True)).float().mean())


def flip_rate(model: Model, rows: list[Row], picks: list[int], shifts: int) -> float:
    """Share of choice decisions whose picked option changes under any of the first `shifts` cyclic shifts of the options."""
    changed = [False] * len(rows)
    for shift in range(1, shifts + 1):
        orders = [[(slot + shift) % len(row["options"]) for slot in range(len(row["options"]))] for row in rows]
        decisions = [encode_row(model.tokenizer, row, order) for row, order in zip(rows, orders)]
        for index, one in enumerate(score_all(model, decisions)):
            changed[index] |= orders[index][int(one.scores.argmax())] != picks[index]
    return sum(changed) / len(rows)


def prompts_of(row: Row) -> list[str]:
    """The prompts of a row, whole."""
    if row["formulation"] == "choice":
        return [choice_prompt(row, list(range(len(row["options"]))))]
    return [row["prefix"] + branch for branch in row["branches"]]


def write_dump(path: Path, rows: list[Row], scored: list[Scored]) -> None:
    """One line a prompt."""
    with path.open("w") as file:
        for row, one in zip(rows, scored):
            for prompt, values in zip(prompts_of(row), one.label_log_probabilities.tolist()):
                line = {"group": row["id"], "prompt": prompt, "labels": row["labels"], "logProbabilities": values}
                file.write(json.dumps(line) + "\n")


def evaluate(args: argparse.Namespace) -> dict[str, Any]:
    """All figures of one rows folder."""
    manifest = read_manifest(args.rows)
    if manifest["recipe"] != LABEL_SOFTMAX:
        raise RowError(f"{args.rows / 'manifest.json'}: field recipe: {manifest['recipe']!r}, expected {LABEL_SOFTMAX!r}")
    rows = list(iterate_rows(args.rows / f"{args.split}.jsonl", LABEL_SOFTMAX, args.limit))
    if not rows:
        raise RowError(f"{args.rows / args.split}.jsonl: no rows")
    model = open_model(args.base, args.adapter, args.precision)
    decisions = [encode_row(model.tokenizer, row) for row in rows]
    scored = score_all(model, decisions)
    figures = figures_of(scored, decisions)
    if args.dump:
        write_dump(args.dump, rows, scored)
    if rows[0]["formulation"] == "choice":
        most = max(len(row["options"]) for row in rows) - 1
        picks = [int(one.scores.argmax()) for one in scored]
        figures["flipRate"] = flip_rate(model, rows, picks, min(args.shifts or most, most))
    return figures


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--adapter")
    parser.add_argument("--split", default="validation")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--precision", choices=["fp32", "bf16"], default="fp32")
    parser.add_argument("--shifts", type=int, help="cyclic shifts tried for choice (default: all)")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--dump", type=Path)
    args = parser.parse_args()
    try:
        figures = evaluate(args)
    except RowError as error:
        sys.exit(f"evaluate.py: {error}")
    text = json.dumps(figures, indent=2)
    if args.out:
        args.out.write_text(text + "\n")
    print(text)


if __name__ == "__main__":
    main()
