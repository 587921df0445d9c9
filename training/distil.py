"""Distils a ranker that is slow into a small network, exported to ONNX.

usage: distil.py --rows FOLDER --out FILE.onnx [--name NAME] [--temperature T] [--epochs N] [--hidden N] [--seed N]

In: a folder of `keyart world student-rows` (student-rows/2). Out: a graph with inputs taste [1, F], title [1, F], pictures [K, P],
faces [K] and output scores [K]; beside it FILE.json, its card (student-card/1): the graph's hash, the inputs it takes, who taught it,
and figures on a tenth of the pairs that it was not trained on. The service refuses a graph whose card does not fit (STUDENT_MODEL).
The loss is the cross-entropy of the student's softmax over a title's pictures against the teacher's, plus the squared difference
of centred scores, so that the student ranks as the teacher does and on the teacher's scale (Hinton et al., 2015). Both are taken of
scores stretched to a spread of SPREAD: a teacher whose scores lie close together would teach little but that they do.
"""
import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from rows import RowError

SCHEMA = "student-rows/2"
CARD_SCHEMA = "student-card/1"
BATCH_PAIRS = 256
HELD_OUT = 0.1
CLOSENESS = 0.05
SPREAD = 2.0


@dataclass
class Pairs:
    """N pairs. taste, title: [N, F]; pictures: [M, P], faces, scores: [M]; owner: [M], the pair of a picture."""

    taste: Tensor
    title: Tensor
    pictures: Tensor
    faces: Tensor
    scores: Tensor
    owner: Tensor

    def part(self, chosen: Tensor) -> "Pairs":
        """The pairs at `chosen`, in order."""
        place = torch.full((len(self.taste),), -1, dtype=torch.long)
        place[chosen] = torch.arange(len(chosen))
        owner = place[self.owner]
        kept = torch.nonzero(owner >= 0).squeeze(-1)
        kept = kept[owner[kept].argsort(stable=True)]
        return Pairs(self.taste[chosen], self.title[chosen], self.pictures[kept], self.faces[kept], self.scores[kept], owner[kept])


def read_manifest(folder: Path) -> dict[str, Any]:
    """RowError where the rows are of another schema."""
    manifest = json.loads((folder / "manifest.json").read_text())
    if manifest.get("schema") != SCHEMA:
        raise RowError(f"{folder / 'manifest.json'}: field schema: {manifest.get('schema')!r}, expected {SCHEMA!r}")
    return manifest


def read_pairs(folder: Path, manifest: dict[str, Any]) -> Pairs:
    """RowError naming the file that does not fit the manifest."""
    pairs, rows = manifest["pairCount"], manifest["rowCount"]

    def floats(name: str, *shape: int) -> Tensor:
        values = np.fromfile(folder / f"{name}.f32", dtype="<f4")
        if values.size != np.prod(shape) or not np.isfinite(values).all():
            raise RowError(f"{folder / name}.f32: {values.size} numbers, expected {shape}, all finite")
        return torch.from_numpy(values.reshape(shape))

    counts = torch.from_numpy(np.fromfile(folder / "counts.i32", dtype="<i4").astype(np.int64))
    owner = torch.repeat_interleave(torch.arange(pairs), counts)
    facets, width = manifest["facetCount"], manifest["pictureWidth"]
    return Pairs(
        floats("tastes", pairs, facets), floats("titles", pairs, facets), floats("pictures", rows, width),
        floats("faces", rows), floats("scores", rows), owner,
    )  # fmt: skip


class Student(nn.Module):
    """What a picture shows, read off its embedding and its title's genres, against what the viewer likes: score = MLP([shows * likes, shows, face])."""

    def __init__(self, facets: int, width: int, hidden: int) -> None:
        super().__init__()
        self.shows = nn.Sequential(nn.Linear(width + facets, 2 * hidden), nn.GELU(), nn.Linear(2 * hidden, hidden))
        self.likes = nn.Linear(facets, hidden)
        self.judge = nn.Sequential(nn.Linear(2 * hidden + 1, hidden), nn.GELU(), nn.Linear(hidden, 1))
        self.direct = nn.Linear(hidden, 1, bias=False)

    def forward(self, taste: Tensor, title: Tensor, pictures: Tensor, faces: Tensor) -> Tensor:
        """taste, title: [M or 1, F]; pictures: [M, P]; faces: [M] -> [M]."""
        genres = title.expand(pictures.shape[0], -1)
        shows = self.shows(torch.cat((pictures, genres), dim=-1))
        match = shows * self.likes(taste)
        seen = torch.cat((match, shows, faces[:, None]), dim=-1)
        return (self.judge(seen) + self.direct(match)).squeeze(-1)


def grouped_log_softmax(scores: Tensor, owner: Tensor, count: int) -> Tensor:
    """Log-softmax within each pair, [M]."""
    peak = torch.full((count,), -torch.inf).scatter_reduce(0, owner, scores.detach(), "amax")
    shifted = scores - peak[owner]
    return shifted - torch.zeros(count).index_add(0, owner, shifted.exp()).log()[owner]


def centred(scores: Tensor, owner: Tensor, count: int) -> Tensor:
    """Scores above their pair's mean, [M]."""
    sizes = torch.bincount(owner, minlength=count)
    return scores - (torch.zeros(count).index_add(0, owner, scores) / sizes)[owner]


def sharpness_of(pairs: Pairs) -> float:
    """What the teacher's centred scores are to be multiplied by for a spread of SPREAD."""
    return SPREAD / max(1e-6, float(centred(pairs.scores, pairs.owner, len(pairs.taste)).std()))


def loss_of(student: Student, pairs: Pairs, sharpness: float) -> Tensor:
    """Mean over pairs."""
    count = len(pairs.taste)
    scores = sharpness * student(pairs.taste[pairs.owner], pairs.title[pairs.owner], pairs.pictures, pairs.faces)
    wanted = sharpness * pairs.scores
    target = grouped_log_softmax(wanted, pairs.owner, count).exp()
    cross_entropy = -(target * grouped_log_softmax(scores, pairs.owner, count)).sum() / count
    apart = centred(scores, pairs.owner, count) - centred(wanted, pairs.owner, count)
    return cross_entropy + CLOSENESS * apart.square().mean()


def agreement(student: Student, pairs: Pairs) -> float:
    """Share of pairs with the teacher's pick."""
    with torch.no_grad():
        scores = student(pairs.taste[pairs.owner], pairs.title[pairs.owner], pairs.pictures, pairs.faces)
    sizes = torch.bincount(pairs.owner).tolist()
    picks = zip(scores.split(sizes), pairs.scores.split(sizes))
    return sum(int(own.argmax()) == int(teacher.argmax()) for own, teacher in picks) / len(sizes)


def train(pairs: Pairs, held_out: Pairs, hidden: int, epochs: int) -> Student:
    """AdamW, cosine to 0; prints the held-out loss now and then."""
    student = Student(pairs.taste.shape[1], pairs.pictures.shape[1], hidden)
    optimizer = torch.optim.AdamW(student.parameters(), lr=2e-3, weight_decay=0.05)
    sharpness = sharpness_of(pairs)
    steps = epochs * -(-len(pairs.taste) // BATCH_PAIRS)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for epoch in range(epochs):
        for chosen in torch.randperm(len(pairs.taste)).split(BATCH_PAIRS):
            optimizer.zero_grad()
            loss_of(student, pairs.part(chosen), sharpness).backward()
            optimizer.step()
            schedule.step()
        if epoch % 5 == 4 or epoch + 1 == epochs:
            with torch.no_grad():
                print(f"epoch {epoch + 1}/{epochs}: held-out loss {float(loss_of(student, held_out, sharpness)):.4f}", file=sys.stderr)
    return student.eval()


def export(student: Student, pairs: Pairs, out: Path) -> None:
    """Writes the graph; K is free."""
    sample = (pairs.taste[:1], pairs.title[:1], pairs.pictures[:3], pairs.faces[:3])
    names = ["taste", "title", "pictures", "faces"]
    axes = {"pictures": {0: "K"}, "faces": {0: "K"}, "scores": {0: "K"}}
    torch.onnx.export(student, sample, str(out), input_names=names, output_names=["scores"], dynamic_axes=axes, dynamo=False)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", help="of the student; default: the file's")
    parser.add_argument("--temperature", type=float, default=1.0, help="that the teacher's scores are divided by when they are served")
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--hidden", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    try:
        manifest = read_manifest(args.rows)
        pairs = read_pairs(args.rows, manifest)
    except (RowError, OSError, json.JSONDecodeError) as error:
        sys.exit(f"distil.py: {error}")
    order = torch.randperm(len(pairs.taste))
    cut = int(len(order) * HELD_OUT)
    held_out, taught = pairs.part(order[:cut]), pairs.part(order[cut:])
    student = train(taught, held_out, args.hidden, args.epochs)
    export(student, pairs, args.out)
    figures = {
        "pairs": len(taught.taste),
        "heldOutPairs": cut,
        "agreement": agreement(student, held_out),
        "parameters": sum(parameter.numel() for parameter in student.parameters()),
    }
    card = {
        "schema": CARD_SCHEMA,
        "name": args.name or args.out.stem,
        "sha256": hashlib.sha256(args.out.read_bytes()).hexdigest(),
        **{key: manifest[key] for key in ("inputVersion", "captionModel", "captionMean", "teacher")},
        "temperature": args.temperature,
        "figures": figures,
    }
    args.out.with_suffix(".json").write_text(json.dumps(card) + "\n")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
