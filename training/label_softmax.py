"""Loss of the label softmax: cross-entropy over a decision's candidates, read from label logits at a branch's last token.

pointwise: score of candidate k = logit(yes) - logit(no) after branch k; choice: score = logit of its letter; reading: every
branch has a target of its own over F words, and the loss is the mean over branches.
loss = weight * CE(softmax(scores), target) + mass_weight * mean(-log P(labels)); the second term keeps the labels' share of
the whole vocabulary, which the first does not see. The vocabulary is computed at the branches' last tokens only.
"""
from dataclasses import dataclass
from itertools import chain

import torch
import torch.nn.functional as F
from torch import Tensor

from tokens import Decision
from model import Model


@dataclass(frozen=True)
class Scored:
    """Of one decision. scores: [K] float32 (reading: [K, F]); log_mass: [branches], log of the labels' share; label_log_probabilities: [branches, L]."""

    scores: Tensor
    log_mass: Tensor
    label_log_probabilities: Tensor


def score(model: Model, groups: list[list[Decision]]) -> list[Scored]:
    """One forward pass over groups that share a row each, results in their order."""
    hidden = model.hidden(model.pack(groups))
    normaliser = model.logits(hidden).logsumexp(dim=-1, keepdim=True)
    results, at = [], 0
    for decision in chain.from_iterable(groups):
        part = slice(at, at + len(decision.branches))
        at = part.stop
        labels = model.label_logits(hidden[part], decision.labels) - normaliser[part]
        scores = {"pointwise": labels[:, 0] - labels[:, 1], "choice": labels[0], "reading": labels}[decision.formulation]
        results.append(Scored(scores, labels.logsumexp(dim=-1), labels))
    return results


def cross_entropy(scored: Scored, decision: Decision, scale: float = 1.0) -> Tensor:
    """CE of softmax(scale * scores) against the target, unweighted, a scalar; reading: the mean of its branches' CEs, unscaled."""
    target = torch.tensor(decision.target, device=scored.scores.device)
    scores = scored.scores if decision.formulation == "reading" else scale * scored.scores
    return -(target * F.log_softmax(scores, dim=-1)).sum(dim=-1).mean()


def entropy(decision: Decision) -> float:
    """Entropy of the target in nats: the least cross-entropy there is."""
    target = torch.tensor(decision.target, dtype=torch.float64)
    return float(torch.special.entr(target).sum(dim=-1).mean())


@dataclass(frozen=True)
class LabelObjective:
    """The label softmax as the trainer's objective. mass_weight: of the mean -log P(labels); score_scale: what scores are multiplied
    with in the loss. A model learns differences of its scores that are small, so a scale above 1 gets it there sooner; ranking does
    not change, and whoever reads probabilities divides by it again (a temperature)."""

    model: Model
    mass_weight: float
    score_scale: float = 1.0

    def batch_loss(self, groups: list[list[Decision]]) -> tuple[Tensor, float]:
        """(sum over decisions of weighted loss with the mass term, sum of weighted cross-entropies as a number)."""
        total = torch.zeros((), device=self.model.device)
        plain = 0.0
        for scored, decision in zip(score(self.model, groups), chain.from_iterable(groups)):
            loss = decision.weight * cross_entropy(scored, decision, self.score_scale)
            plain += float(loss.detach())
            total = total + loss - self.mass_weight * scored.log_mass.mean()
        return total, plain

    @torch.no_grad()
    def measure(self, batches: list[list[Decision]]) -> dict[str, float]:
        """Means over all decisions: loss (CE), excess (CE - target entropy), agreement (argmax with the target's), labelMass."""
        sums = {"loss": 0.0, "excess": 0.0, "agreement": 0.0, "labelMass": 0.0}
        count = 0
        for batch in batches:
            for scored, decision in zip(score(self.model, [[decision] for decision in batch]), batch):
                loss = float(cross_entropy(scored, decision, self.score_scale))
                sums["loss"] += loss
                sums["excess"] += loss - entropy(decision)
                sums["agreement"] += agrees(scored, decision)
                sums["labelMass"] += float(scored.log_mass.exp().mean())
                count += 1
        return {name: value / max(count, 1) for name, value in sums.items()} | {"count": count}


def agrees(scored: Scored, decision: Decision) -> float:
    """Whether the best score stands at the target's largest value (any of them, when several are); reading: share of branches."""
    target = torch.tensor(decision.target, device=scored.scores.device)
    picked = target.gather(-1, scored.scores.argmax(dim=-1, keepdim=True))
    return float((picked == target.amax(dim=-1, keepdim=True)).float().mean())
