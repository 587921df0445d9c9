"""Leaner forward and backward of a Llama's layers for LoRA training: the same numbers in fewer passes over memory.

On CPU a third of a LoRA step goes into casts, scalings and normalisations around the matrix products. Three functions do
them in place: a linear layer with its adapter, RMSNorm with a frozen weight, SwiGLU's product. Only modules of exactly the
expected kind are replaced (PEFT LoRA with one adapter, no bias, no dropout; Llama's own norm and MLP); others stay as they are.
"""
from typing import Any

import torch
import torch.nn.functional as F
from peft.tuners.lora import Linear as LoraLinear
from torch import Tensor, nn
from transformers.models.llama.modeling_llama import LlamaMLP, LlamaRMSNorm


class _LoraProduct(torch.autograd.Function):
    """y = x Wᵀ + s (x Aᵀ) Bᵀ. x: [..., in]; W: [out, in], frozen; A: [r, in]; B: [out, r]."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, a: Tensor, b: Tensor, scale: float) -> Tensor:
        flat = x.reshape(-1, x.shape[-1])
        small_a, small_b = a.to(x.dtype), (b * scale).to(x.dtype)
        inner = flat @ small_a.T
        out = flat @ weight.T
        out.addmm_(inner, small_b.T)
        ctx.save_for_backward(flat, inner, weight, small_a, small_b)
        ctx.scale = scale
        return out.view(*x.shape[:-1], -1)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor | None, ...]:
        flat, inner, weight, small_a, small_b = ctx.saved_tensors
        rows = grad.reshape(-1, grad.shape[-1])
        grad_inner = rows @ small_b
        grad_x = None
        if ctx.needs_input_grad[0]:
            grad_x = (rows @ weight).addmm_(grad_inner, small_a).view(*grad.shape[:-1], -1)
        grad_a = (grad_inner.T @ flat).float()
        grad_b = (rows.T @ inner).float().mul_(ctx.scale)
        return grad_x, None, grad_a, grad_b, None


class _RmsNorm(torch.autograd.Function):
    """x / rms(x) * weight in the weight's dtype, statistics in float32; the weight is frozen."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, epsilon: float) -> Tensor:
        wide = x.float()
        inverse = wide.square().mean(-1, keepdim=True).add_(epsilon).rsqrt_()
        ctx.save_for_backward(x, inverse, weight)
        return (wide * inverse).to(weight.dtype).mul_(weight)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor | None, ...]:
        x, inverse, weight = ctx.saved_tensors
        normal = x.float() * inverse
        wide = grad.float() * weight
        shared = (wide * normal).mean(-1, keepdim=True).neg_()
        return wide.addcmul_(normal, shared).mul_(inverse).to(x.dtype), None, None


class _SwiGlu(torch.autograd.Function):
    """silu(gate) * up."""

    @staticmethod
    def forward(ctx: Any, gate: Tensor, up: Tensor) -> Tensor:
        ctx.save_for_backward(gate, up)
        return F.silu(gate).mul_(up)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor]:
        gate, up = ctx.saved_tensors
        grad_up = F.silu(gate).mul_(grad)
        return torch.ops.aten.silu_backward(grad * up, gate), grad_up


def speed_up(network: nn.Module) -> int:
    """Replaces the forward of every module that fits; returns how many. Undo by loading the model anew."""
    count = 0
    for module in network.modules():
        if isinstance(module, LoraLinear) and _plain(module):
            module.forward = _lora_forward(module)
        elif type(module) is LlamaRMSNorm and not module.weight.requires_grad:
            module.forward = _norm_forward(module)
        elif type(module) is LlamaMLP and module.config.hidden_act == "silu":
            module.forward = _mlp_forward(module)
        else:
            continue
        count += 1
    return count


def _plain(module: LoraLinear) -> bool:
    name = module.active_adapters[0]
    return (
        len(module.active_adapters) == 1
        and type(module.base_layer) is nn.Linear
        and module.base_layer.bias is None
        and isinstance(module.lora_dropout[name], nn.Identity)
        and not module.use_dora.get(name, False)
        and not module.lora_bias.get(name, False)
    )


def _lora_forward(module: LoraLinear) -> Any:
    def forward(x: Tensor) -> Tensor:
        weight = module.base_layer.weight
        if module.disable_adapters or module.merged:
            return F.linear(x.to(weight.dtype), weight)
        name = module.active_adapters[0]
        a, b = module.lora_A[name].weight, module.lora_B[name].weight
        return _LoraProduct.apply(x.to(weight.dtype), weight, a, b, module.scaling[name])

    return forward


def _norm_forward(module: LlamaRMSNorm) -> Any:
    return lambda x: _RmsNorm.apply(x, module.weight, module.variance_epsilon)


def _mlp_forward(module: LlamaMLP) -> Any:
    return lambda x: module.down_proj(_SwiGlu.apply(module.gate_proj(x), module.up_proj(x)))
