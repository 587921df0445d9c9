"""Reads and checks training-rows/1 folders: `manifest.json`, `train.jsonl`, `validation.jsonl`, perhaps `test.jsonl`.

Row shapes by recipe (K candidates; every row also has `id` and `weight`, finite and positive, default 1):
  label-softmax, pointwise  {stage, formulation, prefix, branches[K], labels[2], target[K]}
  label-softmax, choice     {stage, formulation, prefix, options[K], suffix, labels[K], target[K]}
  label-softmax, reading    {stage, formulation, prefix, branches[K], labels[F], target[K][F]}
  sft, sft-reasoning        {prompt, completion}
  dpo                       {prompt, chosen, rejected}
  s-dpo                     {prompt, chosen, rejected[N]}
  kto                       {prompt, completion, label: bool}
"""
import hashlib
import json
import math
from pathlib import Path
from typing import Any, Iterator

SCHEMA = "training-rows/1"
LABEL_SOFTMAX = "label-softmax"
RECIPES = (LABEL_SOFTMAX, "sft", "sft-reasoning", "dpo", "s-dpo", "kto")
TARGET_SUM_TOLERANCE = 1e-3

Row = dict[str, Any]


class RowError(Exception):
    """A folder, file, row or field that cannot be trained on; the message names all four as far as they are known."""


def read_manifest(folder: Path) -> dict[str, Any]:
    """The folder's manifest. RowError when it is missing, not JSON, of another schema or recipe."""
    path = folder / "manifest.json"
    if not path.is_file():
        raise RowError(f"{path}: no such file; a rows folder has manifest.json, train.jsonl, validation.jsonl")
    try:
        manifest = json.loads(path.read_text())
    except json.JSONDecodeError as error:
        raise RowError(f"{path}: not JSON: {error}") from error
    if manifest.get("schema") != SCHEMA:
        raise RowError(f"{path}: field schema: {manifest.get('schema')!r}, expected {SCHEMA!r}")
    if manifest.get("recipe") not in RECIPES:
        raise RowError(f"{path}: field recipe: {manifest.get('recipe')!r}, expected one of {', '.join(RECIPES)}")
    return manifest


def iterate_rows(path: Path, recipe: str, limit: int | None = None) -> Iterator[Row]:
    """Checked rows of a JSON-lines file in order, the first `limit` of them. RowError names file, line, row and field."""
    if not path.is_file():
        raise RowError(f"{path}: no such file")
    with path.open() as file:
        for number, line in enumerate(file, start=1):
            if limit is not None and number > limit:
                return
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise RowError(f"{path}:{number}: not JSON: {error}") from error
            check_row(row, recipe, f"{path}:{number}")
            yield row


def check_row(row: Row, recipe: str, where: str) -> None:
    """RowError `where: row ID: field NAME: …` unless `row` has the recipe's shape."""
    where = f"{where}: row {row.get('id', '?')!r}"
    _text(row, "id", where)
    row.setdefault("weight", 1.0)
    weight = row["weight"]
    if not _is_number(weight) or weight <= 0:
        raise RowError(f"{where}: field weight: {weight!r}, expected a finite positive number")
    if recipe == LABEL_SOFTMAX:
        _check_label_softmax(row, where)
        return
    _text(row, "prompt", where)
    if recipe in ("sft", "sft-reasoning", "kto"):
        _text(row, "completion", where)
    if recipe in ("dpo", "s-dpo"):
        _text(row, "chosen", where)
    if recipe == "dpo":
        _text(row, "rejected", where)
    if recipe == "s-dpo":
        _texts(row, "rejected", where, least=1)
    if recipe == "kto" and not isinstance(row.get("label"), bool):
        raise RowError(f"{where}: field label: {row.get('label')!r}, expected true or false")


def _check_label_softmax(row: Row, where: str) -> None:
    formulation = row.get("formulation")
    if formulation not in ("pointwise", "choice", "reading"):
        raise RowError(f"{where}: field formulation: {formulation!r}, expected pointwise, choice or reading")
    _text(row, "prefix", where)
    count = len(_texts(row, "options" if formulation == "choice" else "branches", where, least=2))
    labels = _texts(row, "labels", where, least=2)
    expected = {"pointwise": 2, "choice": count, "reading": len(labels)}[formulation]
    if len(labels) != expected:
        raise RowError(f"{where}: field labels: {len(labels)} labels, expected {expected}")
    if formulation == "choice":
        _text(row, "suffix", where)
    target = row.get("target")
    if formulation != "reading":
        _check_target(target, count, where)
        return
    if not isinstance(target, list) or len(target) != count:
        raise RowError(f"{where}: field target: expected {count} lists")
    for own in target:
        _check_target(own, len(labels), where)


def _check_target(target: object, count: int, where: str) -> None:
    if not isinstance(target, list) or len(target) != count or not all(_is_number(p) and p >= 0 for p in target):
        raise RowError(f"{where}: field target: expected {count} finite numbers, none negative")
    if abs(sum(target) - 1) > TARGET_SUM_TOLERANCE:
        raise RowError(f"{where}: field target: sums to {sum(target):.6f}, expected 1")


def _text(row: Row, field: str, where: str) -> None:
    if not isinstance(row.get(field), str) or row[field] == "":
        raise RowError(f"{where}: field {field}: {row.get(field)!r}, expected a text that is not empty")


def _texts(row: Row, field: str, where: str, least: int) -> list[str]:
    texts = row.get(field)
    if not isinstance(texts, list) or len(texts) < least or not all(isinstance(t, str) and t for t in texts):
        raise RowError(f"{where}: field {field}: expected a list of at least {least} texts, none empty")
    return texts


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def fingerprint(folder: Path) -> str:
    """sha256 over name and bytes of the folder's row files, in name order."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.jsonl")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def data_note(folders: list[Path]) -> dict[str, Any]:
    """What an adapter says of its rows: template version and formulation (of the last stage), one fingerprint over all."""
    manifest = read_manifest(folders[-1])
    fingerprints = [fingerprint(folder) for folder in folders]
    together = fingerprints[0] if len(folders) == 1 else hashlib.sha256("".join(fingerprints).encode()).hexdigest()
    return {
        "templateVersion": manifest.get("template", {}).get("version", ""),
        "formulation": manifest.get("formulation", ""),
        "fingerprint": together,
    }
