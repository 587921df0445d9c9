"""Lines of `runs/NAME/log.jsonl` and the progress printed meanwhile."""
import json
import time
from pathlib import Path
from typing import Any


class RunLog:
    """Appends JSON lines with the time; every line is complete on disk when `write` returns."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path

    def write(self, kind: str, **fields: Any) -> None:
        """One line {kind, at, …fields}, numbers rounded to six digits."""
        line = {"kind": kind, "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), **_rounded(fields)}
        with self._path.open("a") as file:
            file.write(json.dumps(line) + "\n")


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return value


def in_words(seconds: float) -> str:
    """A duration as h:mm:ss."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
