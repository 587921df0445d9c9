"""Decisions packed for one forward pass: [prefix][branch 1]…[branch K] a row; a branch sees the prefix and itself.

Positions of every branch go on from the prefix, so each branch is scored as if its prompt stood alone, while the prefix is
computed once. Padding sees the first token only (its softmax must not be empty).
"""
from dataclasses import dataclass

import torch
from torch import Tensor

from tokens import Decision

WIDTH_STEP = 16


@dataclass(frozen=True)
class Packed:
    """ids, positions: [n, width]; mask: [n, 1, width, width], 0 or the dtype's least number; rows, ends: [branches]."""

    ids: Tensor
    positions: Tensor
    mask: Tensor
    rows: Tensor
    ends: Tensor


def padded_width(width: int) -> int:
    """Width rounded up: new shapes cost a slow first step on CPU."""
    return -(-width // WIDTH_STEP) * WIDTH_STEP


def pack(decisions: list[Decision], device: torch.device, dtype: torch.dtype) -> Packed:
    """Packs `decisions`, one a row, padded to the widest."""
    width = padded_width(max(decision.token_count for decision in decisions))
    count = len(decisions)
    ids = torch.zeros(count, width, dtype=torch.long)
    positions = torch.zeros(count, width, dtype=torch.long)
    visible = torch.zeros(count, 1, width, width, dtype=torch.bool)
    rows: list[int] = []
    ends: list[int] = []
    for row, decision in enumerate(decisions):
        start = len(decision.prefix)
        flat = decision.prefix + [token for branch in decision.branches for token in branch]
        ids[row, : len(flat)] = torch.tensor(flat)
        positions[row, :start] = torch.arange(start)
        visible[row, 0, :start, :start] = _causal(start)
        at = start
        for branch in decision.branches:
            size = len(branch)
            positions[row, at : at + size] = start + torch.arange(size)
            visible[row, 0, at : at + size, :start] = True
            visible[row, 0, at : at + size, at : at + size] = _causal(size)
            at += size
            rows.append(row)
            ends.append(at - 1)
        visible[row, 0, at:, 0] = True
    mask = torch.zeros(visible.shape, dtype=dtype).masked_fill_(~visible, torch.finfo(dtype).min)
    tensors = (ids, positions, mask, torch.tensor(rows), torch.tensor(ends))
    return Packed(*(tensor.to(device) for tensor in tensors))


def _causal(size: int) -> Tensor:
    return torch.ones(size, size, dtype=torch.bool).tril_()
