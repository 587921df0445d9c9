"""Attention over a flat packed row, block by block, for LoRA training on CPU.

A dense mask over a packed row computes scores that nobody may see; here each block of packing.py attends to its common part
and itself only, query heads of a group share their key head without copies, and rotation, scores and their gradients are
computed in place. Same numbers as Llama's own attention under the dense mask.
"""
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from transformers.models.llama.modeling_llama import LlamaAttention

from packing import Block


@dataclass
class Visible:
    """Blocks of the forward pass under way, and their additive masks [size, common + size] in the compute dtype."""

    blocks: list[Block] = field(default_factory=list)
    masks: list[Tensor] = field(default_factory=list)

    def set(self, blocks: list[Block], dtype: torch.dtype) -> None:
        """To be called before every forward pass."""
        self.blocks = blocks
        self.masks = [_additive(block, dtype) for block in blocks]


def _additive(block: Block, dtype: torch.dtype) -> Tensor:
    common = block.common_end - block.common_start
    mask = torch.zeros(block.end - block.start, common + block.end - block.start, dtype=dtype)
    mask[:, common:].masked_fill_(~block.visible, torch.finfo(dtype).min)
    return mask


def _rotate(x: Tensor, cos: Tensor, sin: Tensor, sign: int) -> Tensor:
    """Rotary embedding of x [T, H, D] by cos, sin [T, 1, D/2]; sign -1 turns back."""
    half = x.shape[-1] // 2
    out = torch.empty_like(x)
    torch.mul(x[..., :half], cos, out=out[..., :half]).addcmul_(x[..., half:], sin, value=-sign)
    torch.mul(x[..., half:], cos, out=out[..., half:]).addcmul_(x[..., :half], sin, value=sign)
    return out


def _gather(x: Tensor, block: Block) -> Tensor:
    """Keys or values [Hkv, T, D] a block sees: [Hkv, common + size, D]."""
    own = x[:, block.start : block.end]
    if block.common_end == block.common_start:
        return own
    return torch.cat((x[:, block.common_start : block.common_end], own), dim=1)


def _scatter_add(into: Tensor, part: Tensor, block: Block) -> None:
    common = block.common_end - block.common_start
    if common:
        into[:, block.common_start : block.common_end] += part[:, :common]
    into[:, block.start : block.end] += part[:, common:]


class _BlockAttention(torch.autograd.Function):
    """q: [T, H, D]; k, v: [T, Hkv, D], unrotated; cos, sin: [T, 1, D/2] -> [T, H, D]."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, cos: Tensor, sin: Tensor, seen: tuple, scale: float) -> Tensor:
        blocks, masks = seen
        count, heads, depth = q.shape
        key_heads = k.shape[1]
        q = _rotate(q, cos, sin, 1).mul_(scale)
        k = _rotate(k, cos, sin, 1).transpose(0, 1).contiguous()
        v = v.transpose(0, 1).contiguous()
        out = torch.empty(count, heads, depth, dtype=q.dtype)
        shares = []
        for block, mask in zip(blocks, masks):
            queries = _by_key_head(q[block.start : block.end], key_heads)
            scores = torch.bmm(queries, _gather(k, block).transpose(1, 2))
            scores.view(-1, *mask.shape).add_(mask)
            share = torch.softmax(scores, dim=-1)
            out[block.start : block.end] = _by_token(torch.bmm(share, _gather(v, block)), heads)
            shares.append(share)
        ctx.save_for_backward(q, k, v, cos, sin, *shares)
        ctx.blocks, ctx.scale = blocks, scale
        return out

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor | None, ...]:
        q, k, v, cos, sin, *shares = ctx.saved_tensors
        grad_q, grad_k, grad_v = torch.empty_like(q), torch.zeros_like(k), torch.zeros_like(v)
        key_heads, heads = k.shape[0], q.shape[1]
        for block, share in zip(ctx.blocks, shares):
            queries = _by_key_head(q[block.start : block.end], key_heads)
            rows = _by_key_head(grad[block.start : block.end], key_heads)
            keys, values = _gather(k, block), _gather(v, block)
            _scatter_add(grad_v, torch.bmm(share.transpose(1, 2), rows), block)
            towards = torch.bmm(rows, values.transpose(1, 2))
            towards = torch._softmax_backward_data(towards, share, -1, share.dtype)
            grad_q[block.start : block.end] = _by_token(torch.bmm(towards, keys), heads)
            _scatter_add(grad_k, torch.bmm(towards.transpose(1, 2), queries), block)
        grad_q = _rotate(grad_q.mul_(ctx.scale), cos, sin, -1)
        grad_k = _rotate(grad_k.transpose(0, 1), cos, sin, -1)
        return grad_q, grad_k, grad_v.transpose(0, 1), None, None, None, None


def _by_key_head(x: Tensor, key_heads: int) -> Tensor:
    """[S, H, D] -> [Hkv, H/Hkv * S, D]: query heads of a group under their key head."""
    return x.transpose(0, 1).reshape(key_heads, -1, x.shape[-1])


def _by_token(x: Tensor, heads: int) -> Tensor:
    """[Hkv, H/Hkv * S, D] -> [S, H, D]."""
    return x.reshape(heads, -1, x.shape[-1]).transpose(0, 1)


def use_block_attention(network: nn.Module) -> Visible:
    """Replaces the forward of every Llama attention in `network`; the returned blocks say what is visible in the next pass."""
    visible = Visible()
    for module in network.modules():
        if type(module) is LlamaAttention:
            module.forward = _attention_forward(module, visible)
    return visible


def _attention_forward(module: LlamaAttention, visible: Visible) -> Any:
    def forward(hidden_states: Tensor, position_embeddings: tuple[Tensor, Tensor], **_: Any) -> tuple[Tensor, None]:
        depth = module.head_dim
        q, k, v = (project(hidden_states)[0] for project in (module.q_proj, module.k_proj, module.v_proj))
        cos, sin = (table[0, :, None, : depth // 2].to(q.dtype) for table in position_embeddings)
        q, k, v = (x.view(x.shape[0], -1, depth) for x in (q, k, v))
        out = _BlockAttention.apply(q, k, v, cos, sin, (visible.blocks, visible.masks), module.scaling)
        return module.o_proj(out.reshape(1, out.shape[0], -1)), None

    return forward
