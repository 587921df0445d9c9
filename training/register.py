"""Writes an adapter's card and prints the command that registers it with the service.

usage: register.py --run RUNS/NAME --file ADAPTER.gguf --figures EVALUATE.json --out CARD.json [--name NAME] [--base-id ID]
                   [--licence SPDX] [--label-mass-threshold X]

The card goes beside the adapter under the same name; models/adapters/README.md says what its fields mean.
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
RECIPE_KEYS = ("loss", "lora", "stages", "batch", "init_adapter", "score_scale", "mass_weight", "seed")
LICENCE = "Apache-2.0"


def card_of(run: dict[str, Any], figures: dict[str, Any], args: argparse.Namespace) -> dict[str, Any]:
    """The card; everything in it comes from the run, the figures and the file's own bytes."""
    metadata = metadata_of(run)
    config = run["config"]
    base_id = args.base_id or run["base"].get("fileName") or Path(config["base"]).name
    calibration = {
        "temperature": round(1 / config.get("score_scale", 1.0), 6),
        "labelMassThreshold": args.label_mass_threshold,
        "slotPrior": {},
    }
    return {
        "schema": SCHEMA,
        "name": args.name or config["name"],
        "base": {"id": base_id, "sha256": metadata["keyart.base_sha256"]},
        "file": {"sha256": sha256_of(args.file), "sizeBytes": args.file.stat().st_size},
        "formulation": metadata["keyart.formulation"],
        "templateVersion": metadata["keyart.template_version"],
        "calibration": calibration,
        "recipe": {key: config.get(key) for key in RECIPE_KEYS} | {"examples": run.get("position", {}).get("examples")},
        "dataFingerprint": metadata["keyart.data_fingerprint"],
        "figures": figures,
        "licence": args.licence,
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--figures", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name")
    parser.add_argument("--base-id", help="id of the base's file in models/manifest.json")
    parser.add_argument("--licence", default=LICENCE)
    parser.add_argument("--label-mass-threshold", type=float, default=0.75)
    args = parser.parse_args()
    for path in (args.run / "run.json", args.file, args.figures):
        if not path.is_file():
            sys.exit(f"register.py: {path}: no such file")
    run, figures = json.loads((args.run / "run.json").read_text()), json.loads(args.figures.read_text())
    args.out.write_text(json.dumps(card_of(run, figures, args), indent=2) + "\n")
    print(shlex.join(["keyart", "model", "register", "--card", str(args.out)]))


if __name__ == "__main__":
    main()
