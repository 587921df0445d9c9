"""Sets up a packed run (label-softmax, s-dpo) after its configuration."""
from pathlib import Path
from typing import Any

import torch

from checkpoint import load_checkpoint
from config import Extent
from stage_data import StageData, load_stage
from label_softmax import LabelObjective
from model import Model, attach_adapter, load_base, load_tokenizer, pick_device
from packed_trainer import Objective, PackedTrainer
from plan import Step, plan_steps, stage_groups
from preference import PreferenceObjective
from rows import LABEL_SOFTMAX


def train_packed(config: dict[str, Any], extent: Extent) -> dict[str, float]:
    """Runs the plan to its end, or for `extent.minutes` (the learning rate then reaches 0 at that time). Returns the last validation."""
    torch.manual_seed(config["seed"])
    tokenizer = load_tokenizer(config["base"])
    stages = [load_stage(stage, config, tokenizer) for stage in config["stages"]]
    steps = _plan(config, stages)[: extent.max_steps]
    model = open_model(config, tokenizer)
    trainer = PackedTrainer(config, model, _objective(config, model), stages, steps)
    if extent.resume:
        trainer.position = load_checkpoint(trainer.run, model.network, trainer.optimizer, trainer.position.plan)
    return trainer.run_all(extent)


def open_model(config: dict[str, Any], tokenizer: Any) -> Model:
    """Base and trainable adapter on the device there is."""
    device = pick_device()
    dtype = torch.bfloat16 if config["precision"] == "bf16" else torch.float32
    attention = config["attention"]
    if attention == "auto":
        attention = "sdpa" if device.type == "cuda" else "eager"
    base = load_base(config["base"], config["quantise"], dtype, attention)
    model = Model(attach_adapter(base, config["lora"], config["init_adapter"]), tokenizer, device, dtype)
    if config["fast_layers"]:
        model.use_fast_layers()
    return model


def _objective(config: dict[str, Any], model: Model) -> Objective:
    if config["loss"] == LABEL_SOFTMAX:
        return LabelObjective(model, config["mass_weight"], config["score_scale"])
    return PreferenceObjective(model, config["beta"], config["sft_weight"])


def _plan(config: dict[str, Any], stages: list[StageData]) -> list[Step]:
    groups = []
    for number, (stage, data) in enumerate(zip(config["stages"], stages)):
        wanted = stage["epochs"] * len(data.rows) if "epochs" in stage else stage["share"] * config["examples"]
        size = config["batch"]["decisions_per_row"]
        groups.append((stage_groups(number, data.lengths, max(1, round(wanted)), size, config["seed"]), stage["lr"]))
    lengths = [data.lengths for data in stages]
    return plan_steps(groups, lengths, config["batch"], config["order"] == "mixed", config["seed"])
