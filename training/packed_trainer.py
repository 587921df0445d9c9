"""Trainer of packed decisions: accumulation, checkpoints, validation. Set up by train_packed.py."""
import hashlib
import json
import time
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor

from checkpoint import Position, save_checkpoint
from config import Extent
from stage_data import StageData, decision_of
from model import Model, base_note
from plan import Pick, Step, rate_factor
from rows import data_note
from run_log import RunLog, in_words
from tokens import Decision

PROGRESS_SECONDS = 20.0
SMOOTHING = 0.95
VALIDATION_BATCH = 4
PLAN_KEYS = (
    "loss", "base", "init_adapter", "lora", "stages", "order", "examples", "batch", "warm_up", "seed", "precision",
    "mass_weight", "score_scale", "beta", "sft_weight",
)


class Objective(Protocol):
    """What is minimised; label_softmax.py and preference.py have one each."""

    def batch_loss(self, groups: list[list[Decision]]) -> tuple[Tensor, float]:
        """(sum over decisions, to be differentiated; the same without auxiliary terms, a number)."""

    def measure(self, batches: list[list[Decision]]) -> dict[str, float]:
        """Validation figures, `loss` and `agreement` among them."""


class PackedTrainer:
    """State of one run: model, optimiser, plan and position."""

    def __init__(
        self, config: dict[str, Any], model: Model, objective: Objective, stages: list[StageData], steps: list[Step]
    ) -> None:
        self.config, self.model, self.objective, self.stages, self.steps = config, model, objective, stages, steps
        self.run = Path(config["runs"]) / config["name"]
        self.parameters = model.trainable()
        self.optimizer = torch.optim.AdamW(self.parameters, lr=0.0, betas=(0.9, 0.98), weight_decay=0.0)
        self.position = Position(plan=self._plan_hash())
        self.log = RunLog(self.run / "log.jsonl")
        self.smoothed: float | None = None

    def _plan_hash(self) -> str:
        self.data = data_note([Path(stage["rows"]) for stage in self.config["stages"]])
        text = json.dumps([{key: self.config[key] for key in PLAN_KEYS}, self.data, len(self.steps)], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def run_all(self, extent: Extent) -> dict[str, float]:
        """Trains from the position on; leaves `adapter/` and a last checkpoint. Returns the last validation figures."""
        if self.position.step == 0:
            self.validate()
        last_save, last_line = time.monotonic(), 0.0
        while (progress := self._progress(extent.minutes)) < 1 and self.position.step != extent.stop_after:
            began = time.monotonic()
            self.step(self.steps[self.position.step], progress)
            self.position.seconds += time.monotonic() - began
            if time.monotonic() - last_line > PROGRESS_SECONDS:
                last_line = time.monotonic()
                self.print_progress(extent.minutes)
            if self.position.step % self.config["validate"]["every_steps"] == 0 and self.position.step < len(self.steps):
                self.validate()
            if time.monotonic() - last_save > 60 * self.config["checkpoint_minutes"]:
                last_save = time.monotonic()
                self.save()
        figures = self.validate()
        self.save()
        return figures

    def _progress(self, minutes: float | None) -> float:
        """Share of the run done: of its steps, or of its time where that is further."""
        done = self.position.step / len(self.steps)
        return done if minutes is None else max(done, self.position.seconds / (60 * minutes))

    def step(self, step: Step, progress: float) -> float:
        """One optimiser step over its micro-batches; returns its mean weighted cross-entropy."""
        rate = step.learning_rate * rate_factor(progress + 0.5 / len(self.steps), self.config["warm_up"])
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        total = 0.0
        for batch in step.batches:
            groups = [[self._decision(pick) for pick in group] for group in batch]
            loss, plain = self.objective.batch_loss(groups)
            (loss / step.example_count).backward()
            total += plain
        torch.nn.utils.clip_grad_norm_(self.parameters, self.config["clip_norm"])
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.position.step += 1
        self.position.examples += step.example_count
        mean = total / step.example_count
        self.smoothed = mean if self.smoothed is None else SMOOTHING * self.smoothed + (1 - SMOOTHING) * mean
        return mean

    def _decision(self, pick: Pick) -> Decision:
        return decision_of(self.stages, pick, self.model.tokenizer, self.config["seed"])

    def print_progress(self, minutes: float | None) -> None:
        """One line with loss, examples/s and the time left."""
        position = self.position
        left = position.seconds * (len(self.steps) / position.step - 1)
        if minutes is not None:
            left = min(left, 60 * minutes - position.seconds)
        speed = position.examples / max(position.seconds, 1e-9)
        print(
            f"step {position.step}/{len(self.steps)} loss {self.smoothed:.4f} "
            f"{speed:.2f} examples/s eta {in_words(max(left, 0))}",
            flush=True,
        )
        self.log.write("train", step=position.step, examples=position.examples, seconds=position.seconds, loss=self.smoothed)

    def validate(self) -> dict[str, float]:
        """Measures every stage's fixed validation sample, writes it to the log, returns the last stage's figures."""
        figures: dict[str, float] = {}
        self.model.network.eval()
        for stage in self.stages:
            ordered = sorted(stage.validation, key=lambda decision: decision.token_count)
            cuts = range(0, len(ordered), VALIDATION_BATCH)
            figures = self.objective.measure([ordered[at : at + VALIDATION_BATCH] for at in cuts])
            position = {key: value for key, value in vars(self.position).items() if key != "plan"}
            self.log.write("validation", stage=stage.name, **position, **figures)
            text = " ".join(f"{key} {value:.4f}" for key, value in figures.items() if key != "count")
            print(f"validation {stage.name} step {self.position.step}: {text}", flush=True)
        self.model.network.train()
        return figures

    def save(self) -> None:
        """Checkpoint for `--resume` and the adapter as a PEFT folder."""
        save_checkpoint(self.run, self.model.network, self.optimizer, self.position)
        self.model.network.save_pretrained(self.run / "adapter")
        note = {
            "base": base_note(self.config["base"]),
            "data": self.data,
            "config": self.config,
            "position": vars(self.position),
        }
        (self.run / "run.json").write_text(json.dumps(note, indent=2) + "\n")
