"""Reads a run's YAML, with `--set dotted.key=value` changes, and fills in defaults. Unknown keys are errors."""
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from rows import RECIPES

DEFAULTS: dict[str, Any] = {
    "name": None,
    "loss": None,
    "base": None,
    "init_adapter": None,
    "quantise": None,
    "precision": "bf16",
    "attention": "auto",
    "lora": {"rank": 16, "alpha": 32, "targets": "all-linear"},
    "stages": None,
    "order": "sequence",
    "examples": None,
    "max_tokens": 2048,
    "batch": {"examples": 16, "tokens": 1536, "decisions_per_row": 4},
    "fast_layers": True,
    "warm_up": 0.03,
    "clip_norm": 1.0,
    "mass_weight": 0.1,
    "score_scale": 1.0,
    "beta": 0.1,
    "sft_weight": 1.0,
    "seed": 1,
    "threads": None,
    "runs": "runs",
    "checkpoint_minutes": 10,
    "validate": {"every_steps": 100, "examples": 120},
}
STAGE_KEYS = {"name", "rows", "epochs", "share", "lr"}


@dataclass(frozen=True)
class Extent:
    """How much of a run this call does. resume: go on from its checkpoint; minutes: time limit; max_steps: steps of the whole plan;
    stop_after: stop at that step as if interrupted."""

    resume: bool = False
    minutes: float | None = None
    max_steps: int | None = None
    stop_after: int | None = None


class ConfigError(Exception):
    """A setting that is missing, unknown or out of range; the message names file and key."""


def read_config(path: Path, changes: list[str]) -> dict[str, Any]:
    """Settings of `path` over the defaults, `changes` ("a.b=value", values in YAML) over both."""
    if not path.is_file():
        raise ConfigError(f"{path}: no such file")
    given = yaml.safe_load(path.read_text())
    for change in changes:
        _apply(given, change)
    unknown = set(given) - set(DEFAULTS)
    if unknown:
        raise ConfigError(f"{path}: unknown keys {sorted(unknown)}; known: {', '.join(DEFAULTS)}")
    merged = dict(DEFAULTS)
    for key, value in given.items():
        merged[key] = {**DEFAULTS[key], **value} if isinstance(DEFAULTS[key], dict) else value
    _check(merged, path)
    return merged


def _apply(settings: dict[str, Any], change: str) -> None:
    key, separator, text = change.partition("=")
    if not separator:
        raise ConfigError(f"--set {change}: expected key=value")
    *parents, last = key.split(".")
    at: Any = settings
    for parent in parents:
        at = at[int(parent)] if isinstance(at, list) else at.setdefault(parent, {})
    at[last] = yaml.safe_load(text)


def _check(config: dict[str, Any], path: Path) -> None:
    for key in ("name", "loss", "base", "stages"):
        if not config[key]:
            raise ConfigError(f"{path}: key {key} is missing")
    if config["loss"] not in RECIPES:
        raise ConfigError(f"{path}: key loss: {config['loss']!r}, expected one of {', '.join(RECIPES)}")
    if config["precision"] not in ("bf16", "fp32"):
        raise ConfigError(f"{path}: key precision: {config['precision']!r}, expected bf16 or fp32")
    if config["order"] not in ("sequence", "mixed"):
        raise ConfigError(f"{path}: key order: {config['order']!r}, expected sequence or mixed")
    for number, stage in enumerate(config["stages"]):
        where = f"{path}: stages[{number}]"
        if set(stage) - STAGE_KEYS or not {"name", "rows", "lr"} <= set(stage):
            raise ConfigError(f"{where}: keys {sorted(stage)}, expected name, rows, lr and one of epochs, share")
        if ("epochs" in stage) == ("share" in stage):
            raise ConfigError(f"{where}: give epochs or share, not both and not neither")
        if "share" in stage and not config["examples"]:
            raise ConfigError(f"{where}: share needs the key examples (examples in the whole run)")
        stage["lr"] = float(stage["lr"])
