"""Times Vowpal Wabbit's cb_explore_adf --squarecb prediction; prints one JSON object of [wall seconds, CPU seconds] a pass.

python vw_peer.py FOLDER ROUNDS, where FOLDER holds train.txt and test.txt. Nothing is sampled and nothing is written
while the clock runs, which favours Vowpal Wabbit.
"""

import json
import pathlib
import resource
import subprocess
import sys
import time
from typing import NamedTuple

import vowpalwabbit
from vowpalwabbit import Workspace

SQUARECB = "--cb_explore_adf --squarecb --gamma_scale 100 --gamma_exponent 0 --cb_type mtr"


class Cost(NamedTuple):
    """What a run took: seconds on the wall, and seconds of processor time (start-up included)."""

    wall: float
    cpu: float

    def __sub__(self, other: "Cost") -> "Cost":
        return Cost(self.wall - other.wall, self.cpu - other.cpu)


def children_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def command_line(*arguments: str) -> Cost:
    """One run of the command line, start-up and reading included."""
    cpu, started = children_cpu(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "vowpalwabbit", "--quiet", *arguments], check=True)
    return Cost(time.perf_counter() - started, children_cpu() - cpu)


def python_api(model: str, text: str, rounds: int) -> list[Cost]:
    """Passes over examples parsed beforehand."""
    workspace = Workspace(f"-t -i {model} --quiet")
    examples = [workspace.parse(block) for block in text.split("\n\n") if block]
    probabilities = workspace.predict(examples[0])
    assert abs(sum(probabilities) - 1) < 1e-4, probabilities
    costs = []
    for _ in range(rounds):
        cpu, started = time.process_time(), time.perf_counter()
        for example in examples:
            workspace.predict(example)
        costs.append(Cost(time.perf_counter() - started, time.process_time() - cpu))
    for example in examples:
        workspace.finish_example(example)
    workspace.finish()
    return costs


def measure(folder: pathlib.Path, interactions: str, rounds: int) -> dict:
    model = str(folder / f"model{interactions}.vw")
    crossing = f"-q {interactions}" if interactions else ""
    command_line(*f"{SQUARECB} {crossing} -d {folder}/train.txt -f {model}".split())
    cache = str(folder / f"test{interactions}.cache")
    predict = ["-t", "-i", model, "-d"]
    command_line(*predict, f"{folder}/test.txt", "--cache_file", cache, "-k")
    idle = min(command_line(*predict, f"{folder}/one.txt") for _ in range(rounds))
    cached = [command_line(*predict, f"{folder}/test.txt", "--cache_file", cache) for _ in range(rounds)]
    text = [command_line(*predict, f"{folder}/test.txt") for _ in range(rounds)]
    return {
        "python": python_api(model, (folder / "test.txt").read_text(), rounds),
        "cached": [cost - idle for cost in cached],
        "text": [cost - idle for cost in text],
    }


def main() -> None:
    folder, rounds = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    blocks = (folder / "test.txt").read_text().split("\n\n")
    (folder / "one.txt").write_text(f"{blocks[0]}\n\n")
    result = {"version": vowpalwabbit.__version__}
    result["crossed"] = measure(folder, "TP", rounds)
    result["plain"] = measure(folder, "", rounds)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
