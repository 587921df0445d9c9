"""Writes an adapter's card and prints the command that registers it with the service.

usage: register.py --run RUNS/NAME --file ADAPTER.gguf --figures EVALUATE.json --out CARD.json [--licence TEXT]
"""
import argparse
import json
import shlex
import sys
from pathlib import Path
from typing import Any

from export_adapter import metadata_of
from prepare_base import sha256_of

SCHEMA = "adapter-card/1"
LICENCE = "Follows the base model's licence; trained on rows derived from the data sets named in the world's report."


def card_of(run: dict[str, Any], file: Path, figures: dict[str, Any], licence: str) -> dict[str, Any]:
    """The card; everything in it comes from the run, the figures and the file's own bytes."""
    metadata = metadata_of(run)
    config = run["config"]
    return {
        "schema": SCHEMA,
        "name": config["name"],
        "base": run["base"].get("fileName", Path(config["base"]).name),
        "baseSha256": metadata["keyart.base_sha256"],
        "templateVersion": metadata["keyart.template_version"],
        "formulation": metadata["keyart.formulation"],
        "recipe": config["loss"],
        "lora": config["lora"],
        "seeds": [config["seed"]],
        "examples": run.get("position", {}).get("examples"),
        "dataFingerprint": metadata["keyart.data_fingerprint"],
        "figures": figures,
        "licence": licence,
        "file": {"name": file.name, "sha256": sha256_of(file), "sizeBytes": file.stat().st_size},
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--figures", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--licence", default=LICENCE)
    args = parser.parse_args()
    for path in (args.run / "run.json", args.file, args.figures):
        if not path.is_file():
            sys.exit(f"register.py: {path}: no such file")
    run, figures = json.loads((args.run / "run.json").read_text()), json.loads(args.figures.read_text())
    args.out.write_text(json.dumps(card_of(run, args.file, figures, args.licence), indent=2) + "\n")
    print(shlex.join(["keyart", "model", "register", "--card", str(args.out), "--file", str(args.file)]))


if __name__ == "__main__":
    main()
