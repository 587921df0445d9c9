"""Rows of a packed run's stages: token counts for the plan, decisions for the steps, a cache of token ids beside the rows."""
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from transformers import PreTrainedTokenizerBase

from plan import Lengths, Pick
from rows import Row, RowError, iterate_rows, read_manifest
from tokens import Decision, encode_row, shuffled_order

CACHE = ".tokens"


@dataclass
class StageData:
    """Rows of one stage, their ids (choice: in the order of the file), their lengths, and the fixed validation sample."""

    name: str
    rows: list[Row]
    decisions: list[Decision]
    lengths: Lengths
    validation: list[Decision]


def load_stage(stage: dict[str, Any], config: dict[str, Any], tokenizer: PreTrainedTokenizerBase) -> StageData:
    """Reads a stage's train rows and the first rows of its validation file. RowError for a bad row or one over `max_tokens`."""
    folder = Path(stage["rows"])
    recipe = read_manifest(folder)["recipe"]
    if recipe != config["loss"]:
        raise RowError(f"{folder / 'manifest.json'}: field recipe: {recipe!r}, but the run's loss is {config['loss']!r}")
    rows = list(iterate_rows(folder / "train.jsonl", recipe))
    if not rows:
        raise RowError(f"{folder / 'train.jsonl'}: no rows")
    decisions = encode_rows(tokenizer, rows, folder / "train.jsonl")
    for row, decision in zip(rows, decisions):
        check_length(decision, config["max_tokens"], f"{folder / 'train.jsonl'}: row {row['id']!r}")
    validation = iterate_rows(folder / "validation.jsonl", recipe, config["validate"]["examples"])
    return StageData(
        stage["name"], rows, decisions, _measure(rows, decisions), [encode_row(tokenizer, row) for row in validation]
    )


def check_length(decision: Decision, max_tokens: int, where: str) -> None:
    """RowError when a prompt is over the limit."""
    if decision.longest_prompt > max_tokens:
        raise RowError(
            f"{where}: a prompt of {decision.longest_prompt} tokens, limit {max_tokens}: cut, it would lose its label"
        )


def encode_rows(tokenizer: PreTrainedTokenizerBase, rows: list[Row], path: Path) -> list[Decision]:
    """Decisions of all rows of the file at `path`, from the cache when it was made of these bytes by this tokenizer."""
    cache = _cache_path(tokenizer, path)
    if cache.is_file():
        return [Decision(**fields) for fields in json.loads(cache.read_text())]
    decisions = [encode_row(tokenizer, row) for row in rows]
    cache.parent.mkdir(exist_ok=True)
    fresh = cache.with_suffix(".new")
    fresh.write_text(json.dumps([asdict(decision) for decision in decisions]))
    fresh.rename(cache)
    return decisions


def _cache_path(tokenizer: PreTrainedTokenizerBase, path: Path) -> Path:
    digest = hashlib.sha256(path.read_bytes())
    digest.update(tokenizer.backend_tokenizer.to_str().encode())
    return path.parent / CACHE / f"{path.stem}-{digest.hexdigest()[:16]}.json"


def _measure(rows: list[Row], decisions: list[Decision]) -> Lengths:
    lengths = Lengths([], [], [])
    for row, decision in zip(rows, decisions):
        key = viewer_part(row)
        lengths.tokens.append(decision.token_count)
        lengths.shared.append(len(decision.prefix) * len(key) // len(row["prefix"]) if key != row["id"] else 0)
        lengths.keys.append(key)
    return lengths


def viewer_part(row: Row) -> str:
    """What pointwise rows of one viewer begin with: the prefix up to its last empty line (the title stands after it)."""
    pointwise = row.get("formulation") == "pointwise"
    return row["prefix"].rpartition("\n\n")[0] if pointwise else row["id"]


def decision_of(stages: list[StageData], pick: Pick, tokenizer: PreTrainedTokenizerBase, seed: int) -> Decision:
    """The decision a pick stands for; choice options in the order of its epoch."""
    stage = stages[pick.stage]
    row = stage.rows[pick.index]
    if row.get("formulation") != "choice":
        return stage.decisions[pick.index]
    return encode_row(tokenizer, row, shuffled_order(seed, pick.epoch, row))
