"""Runs whose loss TRL computes: sft, sft-reasoning, dpo (with an SFT term), kto. Started by train.py.

Weights become repetition of rows (weights.py); stages run one after the other, each with its own optimiser, the adapter going on.
"""
import json
import time
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset, disable_progress_bars
from transformers import PreTrainedTokenizerBase, PrinterCallback, TrainerCallback
from trl import DPOConfig, DPOTrainer, KTOConfig, KTOTrainer, SFTConfig, SFTTrainer

from config import Extent
from model import attach_adapter, base_note, load_base, load_tokenizer, pick_device
from rows import Row, RowError, data_note, iterate_rows, read_manifest
from run_log import RunLog, in_words
from tokens import encode
from weights import resample

FIELDS = {
    "sft": ("prompt", "completion"),
    "sft-reasoning": ("prompt", "completion"),
    "dpo": ("prompt", "chosen", "rejected"),
    "kto": ("prompt", "completion", "label"),
}
DONE = "complete"


def train_trl(config: dict[str, Any], extent: Extent) -> dict[str, float]:
    """Runs all stages; leaves `adapter/` and `run.json`. `extent.minutes` holds for the whole run. Returns the last evaluation."""
    disable_progress_bars()
    run = Path(config["runs"]) / config["name"]
    tokenizer = load_tokenizer(config["base"])
    dtype = torch.bfloat16 if config["precision"] == "bf16" else torch.float32
    base = load_base(config["base"], config["quantise"], dtype, "sdpa" if config["attention"] == "auto" else config["attention"])
    network = attach_adapter(base, config["lora"], _start_adapter(config, run, extent.resume))
    watch = Watch(RunLog(run / "log.jsonl"), config["checkpoint_minutes"], extent)
    figures: dict[str, float] = {}
    for stage in _stages(config):
        folder = run / f"stage-{stage['name']}"
        if extent.resume and (folder / DONE).is_file():
            continue
        train, validation = _datasets(config, stage, tokenizer)
        trainer = _trainer(config, _settings(config, stage, folder, extent.max_steps), train)(
            model=network, train_dataset=train, eval_dataset=validation, processing_class=tokenizer, callbacks=[watch]
        )
        trainer.remove_callback(PrinterCallback)
        newest = _newest_checkpoint(folder) if extent.resume else None
        trainer.train(resume_from_checkpoint=str(newest) if newest else None)
        network = trainer.model
        if "ref" in network.peft_config:
            network.delete_adapter("ref")
        figures = {key: value for key, value in trainer.evaluate().items() if isinstance(value, float)}
        network.save_pretrained(run / "adapter", selected_adapters=["default"])
        if watch.stopped:
            break
        (folder / DONE).write_text("")
    data = data_note([Path(stage["rows"]) for stage in config["stages"]])
    note = {"base": base_note(config["base"]), "data": data, "config": config, "figures": figures}
    (run / "run.json").write_text(json.dumps(note, indent=2) + "\n")
    return figures


def _start_adapter(config: dict[str, Any], run: Path, resume: bool) -> str | None:
    """The adapter to begin with: of the stages already done, when resuming."""
    done = resume and any((run / f"stage-{stage['name']}" / DONE).is_file() for stage in _stages(config))
    return str(run / "adapter") if done else config["init_adapter"]


def _stages(config: dict[str, Any]) -> list[dict[str, Any]]:
    """The stages as they run: one made of all when `order: mixed`."""
    if config["order"] == "sequence":
        return config["stages"]
    return [{**config["stages"][0], "name": "mixed", "parts": config["stages"]}]


def _datasets(config: dict[str, Any], stage: dict[str, Any], tokenizer: PreTrainedTokenizerBase) -> tuple[Dataset, Dataset]:
    train: list[Row] = []
    validation: list[Row] = []
    for part in stage.get("parts", [stage]):
        folder = Path(part["rows"])
        recipe = read_manifest(folder)["recipe"]
        if recipe != config["loss"]:
            raise RowError(f"{folder / 'manifest.json'}: field recipe: {recipe!r}, but the run's loss is {config['loss']!r}")
        rows = list(iterate_rows(folder / "train.jsonl", recipe))
        _check_lengths(rows, tokenizer, config["max_tokens"], folder)
        wanted = round(part["epochs"] * len(rows) if "epochs" in part else part["share"] * config["examples"])
        pool = resample(rows, config["seed"]) * -(-wanted // len(rows))
        train += pool[: max(wanted, 1)]
        validation += iterate_rows(folder / "validation.jsonl", recipe, config["validate"]["examples"])
    fields = FIELDS[config["loss"]]
    return tuple(Dataset.from_list([{key: row[key] for key in fields} for row in rows]) for rows in (train, validation))


def _check_lengths(rows: list[Row], tokenizer: PreTrainedTokenizerBase, limit: int, folder: Path) -> None:
    for row in rows:
        answers = [row[key] for key in ("completion", "chosen", "rejected") if key in row]
        longest = max(len(encode(tokenizer, row["prompt"] + answer)) for answer in answers) + 1
        if longest > limit:
            raise RowError(
                f"{folder / 'train.jsonl'}: row {row['id']!r}: {longest} tokens, limit {limit}: cut, it would lose its label"
            )


def _trainer(config: dict[str, Any], settings: dict[str, Any], train: Dataset) -> Any:
    """A function of model and data that makes the loss's TRL trainer."""
    if config["loss"] == "dpo":
        arguments = DPOConfig(
            **settings, beta=config["beta"], loss_type=["sigmoid", "sft"], loss_weights=[1.0, config["sft_weight"]]
        )
        return lambda **parts: DPOTrainer(args=arguments, **parts)
    if config["loss"] == "kto":
        arguments = KTOConfig(**settings, **_kto_weights(train["label"]), beta=config["beta"])
        return lambda **parts: KTOTrainer(args=arguments, **parts)
    return lambda **parts: SFTTrainer(args=SFTConfig(**settings, completion_only_loss=True), **parts)


def _kto_weights(labels: list[bool]) -> dict[str, float]:
    """Weights that give wanted and unwanted answers the same total (Ethayarajh et al. 2024, section 4.2: a ratio of 1 to 4/3)."""
    wanted = sum(labels)
    unwanted = len(labels) - wanted
    if wanted == 0 or unwanted == 0:
        raise RowError(f"kto: {wanted} rows with label true, {unwanted} with false; both kinds are needed")
    return {"desirable_weight": max(1.0, unwanted / wanted), "undesirable_weight": max(1.0, wanted / unwanted)}


def _settings(config: dict[str, Any], stage: dict[str, Any], folder: Path, max_steps: int | None) -> dict[str, Any]:
    per_device = config["batch"].get("per_device", 4)
    on_cuda = pick_device().type == "cuda"
    return {
        "output_dir": str(folder),
        "learning_rate": stage["lr"],
        "lr_scheduler_type": "cosine",
        "warmup_steps": config["warm_up"],
        "max_grad_norm": config["clip_norm"],
        "num_train_epochs": 1,
        "max_steps": max_steps or -1,
        "per_device_train_batch_size": per_device,
        "per_device_eval_batch_size": per_device,
        "gradient_accumulation_steps": max(1, config["batch"]["examples"] // per_device),
        "gradient_checkpointing": False,
        "bf16": config["precision"] == "bf16",
        "use_cpu": not on_cuda,
        "max_length": config["max_tokens"],
        "seed": config["seed"],
        "logging_steps": 1,
        "save_strategy": "no",
        "eval_strategy": "steps",
        "eval_steps": config["validate"]["every_steps"],
        "report_to": [],
        "disable_tqdm": True,
    }


def _newest_checkpoint(folder: Path) -> Path | None:
    """The last checkpoint written whole (its marker is written after it)."""
    whole = [path for path in folder.glob("checkpoint-*") if (path / DONE).is_file()]
    return max(whole, key=lambda path: int(path.name.rpartition("-")[2]), default=None)


class Watch(TrainerCallback):
    """Saves by the clock, stops after `minutes`, writes log lines and progress."""

    def __init__(self, log: RunLog, checkpoint_minutes: float, extent: Extent) -> None:
        self.log, self.checkpoint_minutes, self.extent = log, checkpoint_minutes, extent
        self.stopped = False
        self.started = self.saved = time.monotonic()
        self.first_step = 0

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        """A stage begins or goes on."""
        self.stage_started, self.first_step = time.monotonic(), state.global_step

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        """Asks for a checkpoint or the end when it is time."""
        if time.monotonic() - self.saved > 60 * self.checkpoint_minutes:
            self.saved = time.monotonic()
            control.should_save = True
        minutes = self.extent.minutes
        late = minutes is not None and time.monotonic() - self.started > 60 * minutes
        if late or state.global_step == self.extent.stop_after:
            self.stopped = control.should_save = control.should_training_stop = True

    def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        """Marks the checkpoint as whole."""
        (Path(args.output_dir) / f"checkpoint-{state.global_step}" / DONE).write_text("")

    def on_log(self, args: Any, state: Any, control: Any, logs: dict[str, Any] | None = None, **_: Any) -> None:
        """One line in the log; one printed with the loss, examples/s and the time left."""
        logs = logs or {}
        batch = args.per_device_train_batch_size * args.gradient_accumulation_steps
        kind = "validation" if "eval_loss" in logs else "train"
        numbers = {key: float(value) for key, value in logs.items() if isinstance(value, (int, float))}
        self.log.write(kind, **{"step": state.global_step, "examples": state.global_step * batch, **numbers})
        done, spent = state.global_step - self.first_step, time.monotonic() - self.stage_started
        loss = logs.get("loss", logs.get("eval_loss"))
        if loss is not None and done:
            left = in_words(spent / done * (state.max_steps - state.global_step))
            print(
                f"{kind} step {state.global_step}/{state.max_steps} loss {float(loss):.4f} "
                f"{done * batch / spent:.2f} examples/s eta {left}",
                flush=True,
            )
