"""Adapter of a run -> GGUF for the embedded model (and, with --peft-out, the PEFT folder as it is, for vLLM).

usage: export_adapter.py --run RUNS/NAME --out ADAPTER.gguf [--type f16|q8_0|f32] [--peft-out FOLDER]

Metadata: general.name, keyart.template_version, keyart.base_sha256, keyart.formulation, keyart.recipe,
keyart.data_fingerprint; the service refuses an adapter whose base or template is not its own.
"""
import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from safetensors.numpy import load_file

from gguf_names import heads_to_permute, permute, to_gguf

FILE_TYPES = {
    "f32": gguf.LlamaFileType.ALL_F32,
    "f16": gguf.LlamaFileType.MOSTLY_F16,
    "q8_0": gguf.LlamaFileType.MOSTLY_Q8_0,
}
Q8_BLOCK = 32
UNSUPPORTED = ("use_rslora", "use_dora", "alpha_pattern", "rank_pattern", "modules_to_save", "lora_bias")


def export_adapter(adapter: Path, base_config: dict[str, Any], metadata: dict[str, str], out: Path, kind: str) -> int:
    """Writes the PEFT folder `adapter` as a GGUF; returns the number of tensors. ValueError for what llama.cpp cannot apply."""
    config = json.loads((adapter / "adapter_config.json").read_text())
    used = [key for key in UNSUPPORTED if config.get(key)]
    if used or config.get("bias", "none") != "none":
        raise ValueError(f"{adapter}/adapter_config.json: {', '.join(used) or 'bias'} cannot be written as a GGUF adapter")
    writer = gguf.GGUFWriter(str(out), "llama")
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
    writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, float(config["lora_alpha"]))
    writer.add_name(metadata["general.name"])
    writer.add_file_type(FILE_TYPES[kind])
    for key, value in metadata.items():
        if key.startswith("keyart."):
            writer.add_string(key, value)
    tensors = load_file(adapter / "adapter_model.safetensors")
    for key in sorted(tensors):
        name = to_gguf(key)
        heads = heads_to_permute(name, base_config["num_attention_heads"], base_config["num_key_value_heads"])
        values = tensors[key].astype(np.float32)
        _add(writer, name, permute(values, heads) if heads else values, kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return len(tensors)


def _add(writer: gguf.GGUFWriter, name: str, values: np.ndarray, kind: str) -> None:
    """q8_0 needs rows of whole blocks of 32: narrower matrices (lora_b of a small rank) stay f16."""
    if kind == "q8_0" and values.shape[-1] % Q8_BLOCK == 0:
        q8_0 = gguf.GGMLQuantizationType.Q8_0
        writer.add_tensor(name, gguf.quants.quantize(values, q8_0), raw_dtype=q8_0)
    else:
        writer.add_tensor(name, np.ascontiguousarray(values if kind == "f32" else values.astype(np.float16)))


def metadata_of(run: dict[str, Any]) -> dict[str, str]:
    """GGUF metadata of a `run.json`."""
    data = run["data"]
    return {
        "general.name": run["config"]["name"],
        "keyart.template_version": data["templateVersion"],
        "keyart.base_sha256": run["base"].get("sha256", ""),
        "keyart.formulation": data["formulation"],
        "keyart.recipe": run["config"]["loss"],
        "keyart.data_fingerprint": data["fingerprint"],
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--type", choices=list(FILE_TYPES), default="f16")
    parser.add_argument("--peft-out", type=Path)
    args = parser.parse_args()
    if not (args.run / "run.json").is_file():
        sys.exit(f"{args.run}/run.json: no such file; train.py writes it")
    run = json.loads((args.run / "run.json").read_text())
    base_config = json.loads((Path(run["config"]["base"]) / "config.json").read_text())
    try:
        count = export_adapter(args.run / "adapter", base_config, metadata_of(run), args.out, args.type)
    except ValueError as error:
        sys.exit(f"export_adapter.py: {error}")
    if args.peft_out:
        shutil.copytree(args.run / "adapter", args.peft_out, dirs_exist_ok=True)
    print(f"{args.out}: {count} tensors, {args.type}, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
