"""Trains an adapter after one YAML.

usage: train.py --config FILE.yaml [--resume] [--smoke] [--minutes M] [--stop-after STEPS] [--set KEY=VALUE ...]

Writes `RUNS/NAME/`: `adapter/` (PEFT folder), `checkpoint/` (for --resume), `log.jsonl`, `run.json`.
--smoke: a few steps only. --minutes: stops after M minutes; packed losses bring the learning rate down by then.
--stop-after: as if interrupted after that many steps, with a checkpoint.
"""
import argparse
import os
import sys
from pathlib import Path

import torch
from transformers.utils import logging as transformers_logging

from config import ConfigError, Extent, read_config
from rows import LABEL_SOFTMAX, RowError

SMOKE_STEPS = 5
PACKED_LOSSES = (LABEL_SOFTMAX, "s-dpo")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--stop-after", type=int)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    args = parser.parse_args()
    try:
        config = read_config(args.config, args.set)
        transformers_logging.disable_progress_bar()
        threads = config["threads"] or os.environ.get("OMP_NUM_THREADS")
        if threads:
            torch.set_num_threads(int(threads))
        extent = Extent(args.resume, args.minutes, SMOKE_STEPS if args.smoke else None, args.stop_after)
        if config["loss"] in PACKED_LOSSES:
            from train_packed import train_packed as run
        else:
            from train_trl import train_trl as run
        run(config, extent)
    except (ConfigError, RowError) as error:
        sys.exit(f"train.py: {error}")


if __name__ == "__main__":
    main()
