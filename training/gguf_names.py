"""How llama.cpp names and orders what PEFT calls otherwise, for Llama models."""
import numpy as np

MODULES = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}
PEFT_PREFIX = "base_model.model.model.layers."


def to_gguf(key: str) -> str:
    """`base_model.model.model.layers.3.self_attn.q_proj.lora_A.weight` -> `blk.3.attn_q.weight.lora_a`. ValueError when unknown."""
    layer, *module, part, _ = key.removeprefix(PEFT_PREFIX).split(".")
    name = MODULES.get(".".join(module))
    if not key.startswith(PEFT_PREFIX) or name is None or part not in ("lora_A", "lora_B"):
        raise ValueError(f"tensor {key}: not a LoRA matrix of a Llama's linear layer; llama.cpp has no name for it")
    return f"blk.{layer}.{name}.weight.{part.lower()}"


def to_peft(name: str) -> str:
    """The inverse of `to_gguf`."""
    modules = {gguf: module for module, gguf in MODULES.items()}
    block, layer, module, _, part = name.split(".")
    if block != "blk" or module not in modules or part not in ("lora_a", "lora_b"):
        raise ValueError(f"tensor {name}: not a LoRA matrix of a Llama's linear layer")
    return f"{PEFT_PREFIX}{layer}.{modules[module]}.lora_{part[-1].upper()}.weight"


def heads_to_permute(name: str, heads: int, key_heads: int) -> int:
    """Heads whose rows stand in another order in a GGUF (lora_b of q and k, like the base's), 0 for all other tensors."""
    if name.endswith("attn_q.weight.lora_b"):
        return heads
    return key_heads if name.endswith("attn_k.weight.lora_b") else 0


def permute(rows: np.ndarray, heads: int) -> np.ndarray:
    """[out, r]: halves of every head (rotated together by PyTorch) -> neighbouring pairs (rotated together by llama.cpp)."""
    return rows.reshape(heads, 2, -1, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


def unpermute(rows: np.ndarray, heads: int) -> np.ndarray:
    """The inverse of `permute`."""
    return rows.reshape(heads, -1, 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)
