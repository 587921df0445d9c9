"""Softmax-DPO (Chen et al. 2024, "On Softmax Direct Preference Optimization", eq. 12): one chosen answer over N rejected ones.

loss = -log sigmoid(-log sum_j exp(beta (d_j - d_chosen))) - sft_weight * mean log-probability of the chosen answer's tokens,
d = log pi(answer) - log reference(answer); the reference is the adapter as it was when the run began (the base, for a new one).
The prompt is the packed row's prefix and the answers are its branches, so the prompt is computed once for all N + 1 answers.
"""
from collections.abc import Iterator
from contextlib import contextmanager

import torch
import torch.nn.functional as F
from torch import Tensor

from model import Model
from tokens import Decision


def answer_log_probabilities(model: Model, decisions: list[Decision]) -> list[Tensor]:
    """Per decision [branches]: summed log-probability of each branch's tokens after the prefix."""
    packed = model.pack([[decision] for decision in decisions])
    rows: list[int] = []
    sources: list[int] = []
    tokens: list[int] = []
    at = 0
    for decision in decisions:
        before = int(packed.ends[at]) - len(decision.branches[0])
        for branch in decision.branches:
            end = int(packed.ends[at])
            sources += [before, *range(end - len(branch) + 1, end)]
            rows += [int(packed.rows[at])] * len(branch)
            tokens += branch
            at += 1
    device = model.device
    hidden = model.hidden(packed, torch.tensor(rows, device=device), torch.tensor(sources, device=device))
    logits = model.logits(hidden)
    chosen = logits.gather(1, torch.tensor(tokens, device=device)[:, None])[:, 0] - logits.logsumexp(dim=-1)
    sizes = [len(branch) for decision in decisions for branch in decision.branches]
    sums = torch.stack([part.sum() for part in chosen.split(sizes)])
    return list(sums.split([len(decision.branches) for decision in decisions]))


class PreferenceObjective:
    """S-DPO with an SFT term as the trainer's objective; branch 0 is the chosen answer."""

    def __init__(self, model: Model, beta: float, sft_weight: float) -> None:
        self.model, self.beta, self.sft_weight = model, beta, sft_weight
        self.initial = [parameter.detach().clone() for parameter in model.trainable()]

    @contextmanager
    def _reference(self) -> Iterator[None]:
        parameters = self.model.trainable()
        current = [parameter.data for parameter in parameters]
        for parameter, initial in zip(parameters, self.initial):
            parameter.data = initial
        try:
            with torch.no_grad():
                yield
        finally:
            for parameter, data in zip(parameters, current):
                parameter.data = data

    def _margins(self, decisions: list[Decision]) -> list[tuple[Tensor, Tensor]]:
        """Per decision: (d [branches], log pi [branches])."""
        with self._reference():
            reference = answer_log_probabilities(self.model, decisions)
        current = answer_log_probabilities(self.model, decisions)
        return [(now - then, now) for now, then in zip(current, reference)]

    def batch_loss(self, groups: list[list[Decision]]) -> tuple[Tensor, float]:
        """(sum of weighted loss with the SFT term, sum of weighted preference losses as a number)."""
        decisions = [decision for group in groups for decision in group]
        total = torch.zeros((), device=self.model.device)
        plain = 0.0
        for (gain, log_probability), decision in zip(self._margins(decisions), decisions):
            loss = preference_loss(gain, self.beta)
            plain += decision.weight * float(loss.detach())
            sft = -log_probability[0] / len(decision.branches[0])
            total = total + decision.weight * (loss + self.sft_weight * sft)
        return total, plain

    @torch.no_grad()
    def measure(self, batches: list[list[Decision]]) -> dict[str, float]:
        """Means: loss (preference part), agreement (chosen gained most), chosenLogProbability."""
        sums = {"loss": 0.0, "agreement": 0.0, "chosenLogProbability": 0.0}
        count = 0
        for batch in batches:
            for gain, log_probability in self._margins(batch):
                sums["loss"] += float(preference_loss(gain, self.beta))
                sums["agreement"] += float(bool((gain[0] > gain[1:]).all()))
                sums["chosenLogProbability"] += float(log_probability[0])
                count += 1
        return {name: value / max(count, 1) for name, value in sums.items()} | {"count": count}


def preference_loss(gain: Tensor, beta: float) -> Tensor:
    """S-DPO's loss of gains d [1 + N], the chosen answer's first; DPO's for N = 1."""
    return -F.logsigmoid(-torch.logsumexp(beta * (gain[1:] - gain[0]), dim=0))
