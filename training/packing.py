"""Decisions packed for one forward pass.

A row holds decisions of one viewer: [common][rest 1][branches of 1…][rest 2][branches of 2…]…, where common is the longest
beginning their prefixes share. A rest sees common and itself, a branch sees common, its rest and itself; positions go on from
what a token sees. So every branch is scored as if its prompt stood alone, while shared beginnings are computed once.

Two forms of the same layout: `pack_rows` with a dense mask [n, 1, width, width] for any attention, padded to the widest row;
`pack_flat` with all rows one after the other, no padding, and the visible blocks listed for packed_attention.py.
"""
from dataclasses import dataclass

import torch
from torch import Tensor

from tokens import Decision

WIDTH_STEP = 16


@dataclass(frozen=True)
class Block:
    """Tokens start:end see common_start:common_end wholly and each other where `visible` [end-start, end-start] says so."""

    common_start: int
    common_end: int
    start: int
    end: int
    visible: Tensor


@dataclass(frozen=True)
class Row:
    """One packed row: ids and positions [tokens], blocks, and the last token of every branch in decision order."""

    ids: list[int]
    positions: list[int]
    blocks: list[Block]
    ends: list[int]


@dataclass(frozen=True)
class Packed:
    """ids, positions: [n, width]; mask: additive [n, 1, width, width] or None; blocks: of the flat form or []; rows, ends: [branches]."""

    ids: Tensor
    positions: Tensor
    mask: Tensor | None
    blocks: list[Block]
    rows: Tensor
    ends: Tensor


def common_length(prefixes: list[list[int]]) -> int:
    """Tokens all prefixes begin with; 0 for a single one, which has nobody to share with."""
    if len(prefixes) < 2:
        return 0
    first, last = min(prefixes), max(prefixes)
    length = 0
    while length < min(len(first), len(last)) and first[length] == last[length]:
        length += 1
    return length


def lay_out(decisions: list[Decision]) -> Row:
    """The row of `decisions`."""
    common = common_length([decision.prefix for decision in decisions])
    ids = decisions[0].prefix[:common]
    positions = list(range(common))
    blocks = [Block(0, 0, 0, common, _causal(common))] if common else []
    ends: list[int] = []
    for decision in decisions:
        start, rest = len(ids), decision.prefix[common:]
        ids, positions = ids + rest, positions + list(range(common, common + len(rest)))
        for branch in decision.branches:
            ids = ids + branch
            positions += range(len(decision.prefix), len(decision.prefix) + len(branch))
            ends.append(len(ids) - 1)
        blocks.append(Block(0, common, start, len(ids), _branching(len(rest), list(map(len, decision.branches)))))
    return Row(ids, positions, blocks, ends)


def _branching(rest: int, branches: list[int]) -> Tensor:
    """[size, size]: causal, and no branch sees another."""
    visible = _causal(rest + sum(branches))
    start = rest
    for size in branches:
        visible[start + size :, start : start + size] = False
        start += size
    return visible


def _causal(size: int) -> Tensor:
    return torch.ones(size, size, dtype=torch.bool).tril_()


def pack_rows(groups: list[list[Decision]], device: torch.device, dtype: torch.dtype) -> Packed:
    """One row a group, padded; padding sees the first token only (its softmax must not be empty)."""
    laid = [lay_out(group) for group in groups]
    width = -(-max(len(row.ids) for row in laid) // WIDTH_STEP) * WIDTH_STEP
    ids = torch.zeros(len(laid), width, dtype=torch.long)
    positions = torch.zeros(len(laid), width, dtype=torch.long)
    visible = torch.zeros(len(laid), 1, width, width, dtype=torch.bool)
    for number, row in enumerate(laid):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
        positions[number, : len(row.ids)] = torch.tensor(row.positions)
        for block in row.blocks:
            visible[number, 0, block.start : block.end, block.common_start : block.common_end] = True
            visible[number, 0, block.start : block.end, block.start : block.end] = block.visible
        visible[number, 0, len(row.ids) :, 0] = True
    mask = torch.zeros(visible.shape, dtype=dtype).masked_fill_(~visible, torch.finfo(dtype).min)
    rows = torch.tensor([number for number, row in enumerate(laid) for _ in row.ends])
    ends = torch.tensor([end for row in laid for end in row.ends])
    tensors = (tensor.to(device) for tensor in (ids, positions, mask, rows, ends))
    ids, positions, mask, rows, ends = tensors
    return Packed(ids, positions, mask, [], rows, ends)


def pack_flat(groups: list[list[Decision]]) -> Packed:
    """All groups in one row of width = their tokens, on CPU."""
    ids: list[int] = []
    positions: list[int] = []
    blocks: list[Block] = []
    ends: list[int] = []
    for group in groups:
        row, at = lay_out(group), len(ids)
        ids += row.ids
        positions += row.positions
        ends += [at + end for end in row.ends]
        for block in row.blocks:
            places = (at + place for place in (block.common_start, block.common_end, block.start, block.end))
            blocks.append(Block(*places, block.visible))
    return Packed(
        torch.tensor([ids]), torch.tensor([positions]), None, blocks, torch.zeros(len(ends), dtype=torch.long), torch.tensor(ends)
    )
