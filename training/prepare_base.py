"""GGUF file -> plain Hugging Face folder (dequantised, no `quantization_config`), once.

usage: prepare_base.py --gguf MODEL.gguf --out FOLDER [--dtype bfloat16|float32]

Loaded straight from a GGUF, transformers keeps the weights packed: every product unpacks them again, and TRL refuses such
a model. From the plain folder training is several times faster and every tool accepts it. Logits are those of the GGUF
(float32) or within its rounding (bfloat16). `keyart-base.json` beside the weights keeps the GGUF's sha256, which every
adapter made from the folder carries.
"""
import argparse
import hashlib
import json
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

BASE_NOTE = "keyart-base.json"
CHUNK_BYTES = 1 << 20


def sha256_of(path: Path) -> str:
    """Hex digest of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def prepare_base(gguf: Path, out: Path, dtype: torch.dtype) -> None:
    """Writes config, tokenizer and weights of `gguf` to `out`; `out` loads with `from_pretrained` and nothing else."""
    tokenizer = AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name)
    model = AutoModelForCausalLM.from_pretrained(
        gguf.parent, gguf_file=gguf.name, dtype=dtype, quantization_config=GgufConfig(dequantize=True)
    )
    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config
    model.hf_quantizer = None
    model.is_quantized = False
    model.save_pretrained(out)
    tokenizer.save_pretrained(out)
    note = {"fileName": gguf.name, "sha256": sha256_of(gguf), "dtype": str(dtype).removeprefix("torch.")}
    (out / BASE_NOTE).write_text(json.dumps(note, indent=2) + "\n")


def main() -> None:
    """Command line; prints what was written."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gguf", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--dtype", choices=["bfloat16", "float32"], default="bfloat16")
    args = parser.parse_args()
    if not args.gguf.is_file():
        raise SystemExit(f"{args.gguf}: no such file")
    prepare_base(args.gguf, args.out, getattr(torch, args.dtype))
    config = json.loads((args.out / "config.json").read_text())
    if "quantization_config" in config:
        raise SystemExit(f"{args.out}/config.json still has a quantization_config; TRL would refuse it")
    print(f"{args.out}: {config['model_type']}, {config['num_hidden_layers']} layers, {args.dtype}")


if __name__ == "__main__":
    main()
