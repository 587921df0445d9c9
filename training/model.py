"""Base model with a LoRA adapter, as the label trainer and the evaluator use it."""
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from tokenizers import processors
from torch import Tensor
from packed_attention import Visible, use_block_attention
from packing import Packed, pack_flat, pack_rows
from fast_layers import speed_up
from tokens import Decision
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedTokenizerBase

BASE_NOTE = "keyart-base.json"


@dataclass
class Model:
    """A causal LM under PEFT (or plain) with its inner transformer and head apart, so that the head runs where it is needed."""

    network: torch.nn.Module
    tokenizer: PreTrainedTokenizerBase
    device: torch.device
    compute_dtype: torch.dtype
    visible: Visible | None = None
    wide_head: Tensor | None = None

    def use_fast_layers(self) -> None:
        """On CPU: leaner layers and block attention (a Llama only; nothing happens elsewhere)."""
        if self.device.type == "cpu" and self._causal_lm.config.model_type == "llama":
            speed_up(self.network)
            self.visible = use_block_attention(self.network)

    def pack(self, groups: list[list[Decision]]) -> Packed:
        """Groups of decisions in the form this model's attention reads."""
        if self.visible is not None:
            return pack_flat(groups)
        return pack_rows(groups, self.device, self.compute_dtype)

    @property
    def _causal_lm(self) -> torch.nn.Module:
        return self.network.base_model.model if isinstance(self.network, PeftModel) else self.network

    def hidden(self, packed: Packed, rows: Tensor | None = None, places: Tensor | None = None) -> Tensor:
        """Last hidden states [m, hidden] at `rows`, `places` [m]; left out, at the last token of every branch. The residual stream is float32 throughout:
        in bfloat16 its rounding alone moves scores by as much as an untrained model's scores differ."""
        mask = packed.mask
        if self.visible is not None:
            self.visible.set(packed.blocks, self.compute_dtype)
            mask = torch.zeros(1, 1, 1, 1)
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.compute_dtype == torch.bfloat16):
            inner = self._causal_lm.model
            wide = inner.embed_tokens(packed.ids).float()
            out = inner(inputs_embeds=wide, attention_mask=mask, position_ids=packed.positions, use_cache=False)
        return out.last_hidden_state[packed.rows if rows is None else rows, packed.ends if places is None else places]

    def logits(self, hidden: Tensor) -> Tensor:
        """Logits [m, vocabulary] in float32 of hidden states [m, hidden]. On CPU the product itself is float32: in bfloat16
        neighbouring logits differ by .125 at 20, which would drown the scores."""
        head = self._causal_lm.lm_head.weight
        if self.device.type == "cpu":
            if self.wide_head is None:
                self.wide_head = head.detach().float()
            return hidden.float() @ self.wide_head.T
        return (hidden.to(head.dtype) @ head.T).float()

    def label_logits(self, hidden: Tensor, labels: list[int]) -> Tensor:
        """Logits [m, labels] in float32, of the labels' rows of the head only."""
        return hidden.float() @ self._causal_lm.lm_head.weight[labels].float().T

    def trainable(self) -> list[torch.nn.Parameter]:
        """The adapter's parameters, in a fixed order."""
        return [parameter for parameter in self.network.parameters() if parameter.requires_grad]


def pick_device() -> torch.device:
    """CUDA when there is one, else CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def load_base(base: str, quantise: str | None, dtype: torch.dtype, attention: str) -> torch.nn.Module:
    """The frozen base; `quantise` "nf4" loads it in four bits (QLoRA). SystemExit with what is missing when it cannot."""
    options: dict[str, Any] = {"dtype": dtype, "attn_implementation": attention}
    if quantise == "nf4":
        options["quantization_config"] = _four_bit_config()
        options["device_map"] = {"": 0}
    elif quantise is not None:
        raise SystemExit(f"quantise: {quantise!r}, expected nf4 or nothing")
    network = AutoModelForCausalLM.from_pretrained(base, **options)
    network.requires_grad_(False)
    return network if quantise else network.to(pick_device())


def _four_bit_config() -> Any:
    if not torch.cuda.is_available():
        raise SystemExit("quantise: nf4 (QLoRA) needs a CUDA device; there is none. Remove quantise for plain LoRA")
    try:
        import bitsandbytes  # noqa: F401
    except ImportError as error:
        raise SystemExit("quantise: nf4 (QLoRA) needs bitsandbytes: pip install bitsandbytes") from error
    from transformers import BitsAndBytesConfig

    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )


def lora_config(lora: dict[str, Any]) -> LoraConfig:
    """PEFT's configuration of `lora: {rank, alpha, targets}`; dropout 0."""
    return LoraConfig(
        r=lora.get("rank", 16),
        lora_alpha=lora.get("alpha", 32),
        lora_dropout=0.0,
        target_modules=lora.get("targets", "all-linear"),
        task_type="CAUSAL_LM",
    )


def attach_adapter(network: torch.nn.Module, lora: dict[str, Any], init_adapter: str | None) -> PeftModel:
    """A trainable adapter in float32: a new one, or `init_adapter` (PEFT folder) to go on from."""
    if init_adapter:
        peft_model = PeftModel.from_pretrained(network, init_adapter, is_trainable=True)
    else:
        peft_model = get_peft_model(network, lora_config(lora))
    for parameter in peft_model.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.float()
    return peft_model


def load_tokenizer(base: str) -> PreTrainedTokenizerBase:
    """The base's tokenizer; a padding token is set when it lacks one (padding is masked, so which one does not matter)."""
    tokenizer = AutoTokenizer.from_pretrained(base)
    # Prompts carry their own begin-of-text; a tokenizer that adds one would double it.
    tokenizer.backend_tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer


def base_note(base: str) -> dict[str, Any]:
    """What prepare_base.py noted beside the weights ({} for a base it did not make)."""
    path = Path(base) / BASE_NOTE
    return json.loads(path.read_text()) if path.is_file() else {}
