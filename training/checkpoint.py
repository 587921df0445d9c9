"""Checkpoints of the label trainer: adapter, optimiser, random state and position, in a folder that appears whole or not at all."""
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from peft import PeftModel, get_peft_model_state_dict, set_peft_model_state_dict

NAME = "checkpoint"
STATE = "state.pt"


@dataclass
class Position:
    """How far a run has come. plan: hash of everything that decides the plan; a resumed run must have the same."""

    plan: str
    step: int = 0
    examples: int = 0
    seconds: float = 0.0


def save_checkpoint(run: Path, network: PeftModel, optimizer: torch.optim.Optimizer, position: Position) -> None:
    """Writes `run/checkpoint`; the one before stays readable until the new one is complete."""
    fresh, final, old = run / f".{NAME}.new", run / NAME, run / f".{NAME}.old"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    state: dict[str, Any] = {
        "adapter": get_peft_model_state_dict(network),
        "optimizer": optimizer.state_dict(),
        "rng": torch.get_rng_state(),
        "cuda_rng": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
        "position": asdict(position),
    }
    with (fresh / STATE).open("wb") as file:
        torch.save(state, file)
        file.flush()
        os.fsync(file.fileno())
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    fresh.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def load_checkpoint(run: Path, network: PeftModel, optimizer: torch.optim.Optimizer, plan: str) -> Position:
    """Puts network, optimiser and random state back. SystemExit when there is none or its plan was another."""
    folder = run / NAME if (run / NAME).exists() else run / f".{NAME}.old"
    if not (folder / STATE).is_file():
        raise SystemExit(f"{run}: no checkpoint to resume from")
    state = torch.load(folder / STATE, map_location="cpu", weights_only=True)
    position = Position(**state["position"])
    if position.plan != plan:
        raise SystemExit(f"{folder}: made with other settings or rows (plan {position.plan}, now {plan}); use another name")
    set_peft_model_state_dict(network, state["adapter"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["rng"])
    if state["cuda_rng"] and torch.cuda.is_available():
        torch.cuda.set_rng_state_all(state["cuda_rng"])
    return position
