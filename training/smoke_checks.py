"""Assertions of smoke.sh over its runs.

usage: smoke_checks.py packing BASE ROWS | falls LOG [BY] | same-loss RUN_A RUN_B | same-adapter PEFT_A PEFT_B TOLERANCE
"""
import json
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file

from model import Model, attach_adapter, load_base, load_tokenizer, pick_device
from label_softmax import LabelObjective, score
from rows import LABEL_SOFTMAX, iterate_rows
from tokens import encode_row

SCORE_TOLERANCE = 1e-4
GRADIENT_TOLERANCE = 1e-3


def _model(base: str, fast: bool) -> Model:
    torch.manual_seed(3)
    network = attach_adapter(load_base(base, None, torch.float32, "eager"), {}, None)
    for name, parameter in network.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.05)
    model = Model(network, load_tokenizer(base), pick_device(), torch.float32)
    if fast:
        model.use_fast_layers()
    return model


def check_packing(base: str, rows: str) -> None:
    """Packed scores equal each prompt scored alone by transformers itself, in every packed form; gradients agree."""
    plain, fast = _model(base, fast=False), _model(base, fast=True)
    decisions = [encode_row(plain.tokenizer, row) for row in iterate_rows(Path(rows) / "validation.jsonl", LABEL_SOFTMAX, 8)]
    with torch.no_grad():
        alone = torch.cat([_alone(plain, decision) for decision in decisions])
        forms = {
            "dense, one a row": score(plain, [[decision] for decision in decisions]),
            "dense, four a row": score(plain, [decisions[:4], decisions[4:]]),
            "blocks, one a row": score(fast, [[decision] for decision in decisions]),
            "blocks, four a row": score(fast, [decisions[:4], decisions[4:]]),
        }
    for name, scored in forms.items():
        difference = float((torch.cat([one.scores for one in scored]) - alone).abs().max())
        print(f"packing: {name}: largest difference {difference:.1e}")
        assert difference < SCORE_TOLERANCE, name
    one, other = (_gradient(model, decisions) for model in (plain, fast))
    relative = float((one - other).norm() / one.norm())
    print(f"packing: gradients differ by {relative:.1e}")
    assert relative < GRADIENT_TOLERANCE


def _alone(model: Model, decision) -> torch.Tensor:  # noqa: ANN001
    prompts = [decision.prefix + branch for branch in decision.branches]
    logits = [model.network(input_ids=torch.tensor([ids], device=model.device)).logits[0, -1] for ids in prompts]
    return torch.stack([row[decision.labels[0]] - row[decision.labels[1]] for row in logits])


def _gradient(model: Model, decisions: list) -> torch.Tensor:
    loss, _ = LabelObjective(model, 0.1).batch_loss([decisions[:4], decisions[4:]])
    loss.backward()
    return torch.cat([parameter.grad.flatten() for parameter in model.trainable()])


def _losses(log: Path) -> list[float]:
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    return [line.get("eval_loss", line.get("loss")) for line in lines if line["kind"] == "validation"]


def _train_losses(log: Path) -> list[float]:
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    return [line["loss"] for line in lines if line["kind"] == "train" and "loss" in line]


def check_falls(log: str, by: float) -> None:
    """Validation loss (or the training loss, when validated once) falls by at least `by`."""
    losses = _losses(Path(log))
    if len(losses) < 2 or losses[0] == losses[-1]:
        losses = _train_losses(Path(log))
    print(f"{log}: loss {losses[0]:.4f} -> {losses[-1]:.4f}")
    assert losses[-1] < losses[0] - by, f"loss did not fall by {by}"


def check_same_loss(one: str, other: str) -> None:
    """Last validation losses are equal, and so are the adapters."""
    a, b = _losses(Path(one) / "log.jsonl")[-1], _losses(Path(other) / "log.jsonl")[-1]
    print(f"resume: {a} and {b}")
    assert a == b, "a resumed run ends elsewhere than an uninterrupted one"
    check_same_adapter(f"{one}/adapter", f"{other}/adapter", 0.0)


def check_same_adapter(one: str, other: str, tolerance: float) -> None:
    """Tensors have the same names and differ by `tolerance` times the largest value at most."""
    a, b = (load_file(Path(folder) / "adapter_model.safetensors") for folder in (one, other))
    assert a.keys() == b.keys(), "other tensors"
    worst = max(float((a[key] - b[key]).abs().max() / a[key].abs().max().clamp_min(1e-9)) for key in a)
    print(f"{one} and {other}: largest relative difference {worst:.1e}")
    assert worst <= tolerance


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "packing":
        check_packing(*arguments)
    elif command == "falls":
        check_falls(arguments[0], float(arguments[1]) if len(arguments) > 1 else 0.0)
    elif command == "same-loss":
        check_same_loss(*arguments)
    elif command == "same-adapter":
        check_same_adapter(arguments[0], arguments[1], float(arguments[2]))
    else:
        sys.exit(__doc__)
