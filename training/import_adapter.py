"""GGUF LoRA -> PEFT folder, so that training can go on from an adapter kept as GGUF (`init_adapter:` in a run's YAML).

usage: import_adapter.py --gguf ADAPTER.gguf --base BASE_FOLDER --out FOLDER
"""
import argparse
import json
import sys
from pathlib import Path

import gguf
import numpy as np
from peft import LoraConfig
from safetensors.numpy import save_file

from gguf_names import MODULES, heads_to_permute, to_peft, unpermute


def import_adapter(path: Path, base: Path, out: Path) -> int:
    """Writes `out` (adapter_config.json, adapter_model.safetensors in float32); returns the number of tensors."""
    reader = gguf.GGUFReader(str(path))
    config = json.loads((base / "config.json").read_text())
    alpha = reader.get_field(gguf.Keys.Adapter.LORA_ALPHA)
    if alpha is None or not reader.tensors:
        raise ValueError(f"{path}: not a LoRA adapter (no {gguf.Keys.Adapter.LORA_ALPHA}, or no tensors)")
    tensors: dict[str, np.ndarray] = {}
    for tensor in reader.tensors:
        values = gguf.quants.dequantize(tensor.data, tensor.tensor_type).astype(np.float32)
        heads = heads_to_permute(tensor.name, config["num_attention_heads"], config["num_key_value_heads"])
        tensors[to_peft(tensor.name)] = np.ascontiguousarray(unpermute(values, heads) if heads else values)
    ranks = {values.shape[0] for key, values in tensors.items() if ".lora_A." in key}
    if len(ranks) != 1:
        raise ValueError(f"{path}: ranks {sorted(ranks)}; one rank for all layers expected")
    targets = sorted({module.rpartition(".")[2] for module in MODULES if any(f".{module}." in key for key in tensors)})
    lora = LoraConfig(
        r=ranks.pop(), lora_alpha=float(alpha.contents()), lora_dropout=0.0, target_modules=targets, task_type="CAUSAL_LM",
        base_model_name_or_path=base.name,
    )  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    lora.save_pretrained(str(out))
    save_file(tensors, out / "adapter_model.safetensors", metadata={"format": "pt"})
    return len(tensors)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gguf", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    try:
        count = import_adapter(args.gguf, args.base, args.out)
    except (ValueError, FileNotFoundError) as error:
        sys.exit(f"import_adapter.py: {error}")
    print(f"{args.out}: {count} tensors")


if __name__ == "__main__":
    main()
