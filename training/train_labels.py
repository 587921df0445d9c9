"""The label-softmax trainer: stages, accumulation, checkpoints, validation. Started by train.py."""
import hashlib
import json
import time
from pathlib import Path
from typing import Any

import torch

from checkpoint import Position, load_checkpoint, save_checkpoint
from label_data import StageData, decision_of, load_stage
from label_softmax import batch_loss, measure
from model import Model, attach_adapter, base_note, load_base, load_tokenizer, pick_device
from plan import Pick, Step, plan_steps, rate_factor, stage_groups
from rows import fingerprint
from run_log import RunLog, in_words
from tokens import Decision

PROGRESS_SECONDS = 20.0
SMOOTHING = 0.95


def train_labels(config: dict[str, Any], resume: bool, minutes: float | None, max_steps: int | None) -> dict[str, float]:
    """Runs the plan to its end, or for `minutes` (the learning rate then reaches 0 at that time). Returns the last validation."""
    run = Path(config["runs"]) / config["name"]
    device = pick_device()
    torch.manual_seed(config["seed"])
    tokenizer = load_tokenizer(config["base"])
    sample = config["validate"]["examples"]
    stages = [
        load_stage(stage["name"], Path(stage["rows"]), tokenizer, config["max_tokens"], sample) for stage in config["stages"]
    ]
    steps = _plan(config, stages)[:max_steps]
    dtype = torch.bfloat16 if config["precision"] == "bf16" else torch.float32
    attention = config["attention"]
    if attention == "auto":
        attention = "sdpa" if device.type == "cuda" else "eager"
    base = load_base(config["base"], config["quantise"], dtype, attention)
    network = attach_adapter(base, config["lora"], config["init_adapter"])
    model = Model(network, tokenizer, device, dtype)
    if config["fast_layers"]:
        model.use_fast_layers()
    trainer = LabelTrainer(config, run, model, stages, steps)
    if resume:
        trainer.position = load_checkpoint(run, network, trainer.optimizer, trainer.position.plan)
    return trainer.run_all(minutes)


def _plan(config: dict[str, Any], stages: list[StageData]) -> list[Step]:
    groups = []
    for number, (stage, data) in enumerate(zip(config["stages"], stages)):
        wanted = stage["epochs"] * len(data.rows) if "epochs" in stage else stage["share"] * config["examples"]
        size = config["batch"]["decisions_per_row"]
        groups.append((stage_groups(number, data.lengths, max(1, round(wanted)), size, config["seed"]), stage["lr"]))
    lengths = [data.lengths for data in stages]
    return plan_steps(groups, lengths, config["batch"], config["order"] == "mixed", config["seed"])


class LabelTrainer:
    """State of one run: model, optimiser, plan and position."""

    def __init__(
        self, config: dict[str, Any], run: Path, model: Model, stages: list[StageData], steps: list[Step]
    ) -> None:
        self.config, self.run, self.model, self.stages, self.steps = config, run, model, stages, steps
        self.parameters = model.trainable()
        self.optimizer = torch.optim.AdamW(self.parameters, lr=0.0, betas=(0.9, 0.98), weight_decay=0.0)
        self.position = Position(plan=self._plan_hash())
        self.log = RunLog(run / "log.jsonl")
        self.smoothed: float | None = None

    def _plan_hash(self) -> str:
        deciding = ("loss", "base", "init_adapter", "lora", "stages", "order", "examples", "batch", "warm_up", "seed", "precision")
        rows = [fingerprint(Path(stage["rows"])) for stage in self.config["stages"]]
        text = json.dumps([{key: self.config[key] for key in deciding}, rows], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def run_all(self, minutes: float | None) -> dict[str, float]:
        """Trains from the position on; leaves `adapter/` and a last checkpoint."""
        started, last_save, last_line = time.monotonic(), time.monotonic(), 0.0
        before = self.position.seconds
        if self.position.step == 0:
            self.validate()
            started = time.monotonic()
        while self.position.step < len(self.steps):
            progress = self.position.step / len(self.steps)
            if minutes is not None:
                progress = max(progress, self.position.seconds / (60 * minutes))
            if progress >= 1:
                break
            self.step(self.steps[self.position.step], progress)
            self.position.seconds = before + time.monotonic() - started
            if time.monotonic() - last_line > PROGRESS_SECONDS:
                last_line = time.monotonic()
                self.print_progress(minutes)
            if self.position.step % self.config["validate"]["every_steps"] == 0:
                self.validate()
            if time.monotonic() - last_save > 60 * self.config["checkpoint_minutes"]:
                last_save = time.monotonic()
                self.save()
        figures = self.validate()
        self.save()
        return figures

    def step(self, step: Step, progress: float) -> float:
        """One optimiser step over its micro-batches; returns its mean weighted cross-entropy."""
        rate = step.learning_rate * rate_factor(progress + 0.5 / len(self.steps), self.config["warm_up"])
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        total = 0.0
        for batch in step.batches:
            groups = [[self._decision(pick) for pick in group] for group in batch]
            loss, plain = batch_loss(self.model, groups, self.config["mass_weight"])
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
            figures = measure(self.model, [ordered[at : at + 4] for at in range(0, len(ordered), 4)])
            position = self.position
            self.log.write(
                "validation", stage=stage.name, step=position.step, examples=position.examples, seconds=position.seconds, **figures
            )
            print(
                f"validation {stage.name} step {position.step}: loss {figures['loss']:.4f} excess {figures['excess']:.4f} "
                f"agreement {figures['agreement']:.3f} label mass {figures['labelMass']:.3f}",
                flush=True,
            )
        self.model.network.train()
        return figures

    def save(self) -> None:
        """Checkpoint for `--resume` and the adapter as a PEFT folder."""
        save_checkpoint(self.run, self.model.network, self.optimizer, self.position)
        self.model.network.save_pretrained(self.run / "adapter")
        note = {"base": base_note(self.config["base"]), "config": self.config, "position": vars(self.position)}
        (self.run / "run.json").write_text(json.dumps(note, indent=2) + "\n")
