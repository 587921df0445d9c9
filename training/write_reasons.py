"""sft-reasoning rows from choice rows: the label first, a rationale after it, so that serving still reads one token.

usage: write_reasons.py --rows CHOICE_FOLDER --out FOLDER [--endpoint URL --model M] [--key-variable NAME]
                        [--student BASE_FOLDER [--student-adapter PEFT]] [--limit N]

The rationale is written by a teacher behind an OpenAI-like endpoint, which is told the choice, or by rule (no endpoint). A row is
refused when the rationale says what the prompt does not, names the letter, copies the caption, or, with --student, when the student
does not pick the label again from prompt and rationale. Refusals are counted by reason.
"""
import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reason_checks import refusal_of, rule_based
from rows import LABEL_SOFTMAX, SCHEMA, Row, RowError, fingerprint, iterate_rows, read_manifest
from tokens import choice_prompt, shuffled_order

TRIES = 4
TIMEOUT_SECONDS = 60
RETRIED = (408, 409, 429, 500, 502, 503, 504)
ORDER_SEED = 1
INSTRUCTION = (
    "In one sentence of at most 40 words, say why the chosen picture suits this viewer. Use only what the text says of viewer, title "
    "and picture. Do not name the letter and do not repeat the picture's description word for word."
)

Writer = Callable[[Row, str, str], str]


def endpoint_writer(endpoint: str, model: str, key: str | None) -> Writer:
    """A writer that asks `endpoint` (…/v1/chat/completions). SystemExit when it keeps failing."""

    def write(row: Row, prompt: str, caption: str) -> str:
        text = f"{row['prefix']}\nChosen picture: {caption}\n\n{INSTRUCTION}"
        body = {"model": model, "temperature": 0, "max_tokens": 120, "messages": [{"role": "user", "content": text}]}
        headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {key}"} if key else {})
        request = urllib.request.Request(endpoint, json.dumps(body).encode(), headers)
        answer = json.loads(_fetch(request))
        return str(answer["choices"][0]["message"]["content"]).strip()

    return write


def _fetch(request: urllib.request.Request) -> bytes:
    for attempt in range(TRIES):
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
                return response.read()
        except urllib.error.HTTPError as error:
            if error.code not in RETRIED or attempt == TRIES - 1:
                raise SystemExit(f"{request.full_url}: HTTP {error.code}") from error
        except (urllib.error.URLError, TimeoutError) as error:
            if attempt == TRIES - 1:
                raise SystemExit(f"{request.full_url}: {error}") from error
        time.sleep(2.0**attempt)
    raise AssertionError("unreachable: the last attempt returns or raises")


def rule_writer(row: Row, prompt: str, caption: str) -> str:
    """The rule-based writer."""
    return rule_based(row["prefix"], caption)


def student_picks(base: str, adapter: str | None) -> Callable[[Row, list[int], str], int]:
    """A function of row, option order and rationale: the slot the student picks when the rationale stands in the prompt."""
    from evaluate import open_model, score_all
    from tokens import encode_row

    model = open_model(base, adapter, "fp32")

    def pick(row: Row, order: list[int], rationale: str) -> int:
        hinted = {**row, "suffix": f"\n{rationale}{row['suffix']}"}
        return int(score_all(model, [encode_row(model.tokenizer, hinted, order)])[0].scores.argmax())

    return pick


def write_rows(args: argparse.Namespace, source: Path, target: Path, write: Writer, pick: Callable | None) -> Counter:
    """Rows of one file; returns counts by outcome."""
    outcomes: Counter = Counter()
    with target.open("w") as file:
        for row in iterate_rows(source, LABEL_SOFTMAX, args.limit):
            order = shuffled_order(ORDER_SEED, 0, row)
            best = max(range(len(row["target"])), key=row["target"].__getitem__)
            slot, caption = order.index(best), row["options"][best]
            prompt = choice_prompt(row, order)
            rationale = write(row, prompt, caption)
            refusal = refusal_of(rationale, prompt, caption)
            if refusal is None and pick is not None and pick(row, order, rationale) != slot:
                refusal = "student-disagrees"
            outcomes[refusal or "kept"] += 1
            if refusal is None:
                completion = f"{row['labels'][slot]}\n{rationale}"
                line = {"id": row["id"], "prompt": prompt, "completion": completion, "weight": row["weight"]}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return outcomes


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--endpoint")
    parser.add_argument("--model")
    parser.add_argument("--key-variable", default="OPENAI_API_KEY", help="environment variable that holds the endpoint's key")
    parser.add_argument("--student")
    parser.add_argument("--student-adapter")
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    if args.endpoint and not args.model:
        parser.error("--endpoint needs --model")
    try:
        manifest = read_manifest(args.rows)
        if manifest.get("formulation") != "choice" or manifest["recipe"] != LABEL_SOFTMAX:
            raise RowError(f"{args.rows / 'manifest.json'}: expected recipe {LABEL_SOFTMAX}, formulation choice")
        key = os.environ.get(args.key_variable)
        write = endpoint_writer(args.endpoint, args.model, key) if args.endpoint else rule_writer
        pick = student_picks(args.student, args.student_adapter) if args.student else None
        args.out.mkdir(parents=True, exist_ok=True)
        outcomes = {}
        for path in sorted(args.rows.glob("*.jsonl")):
            outcomes[path.stem] = write_rows(args, path, args.out / path.name, write, pick)
            print(f"{path.name}: {dict(outcomes[path.stem])}", flush=True)
    except RowError as error:
        sys.exit(f"write_reasons.py: {error}")
    made = {
        "schema": SCHEMA, "recipe": "sft-reasoning", "formulation": "choice", "template": manifest.get("template"),
        "teacher": args.model or "rule-based", "dataFingerprint": fingerprint(args.out),
        "counts": {split: counts["kept"] for split, counts in outcomes.items()},
        "refused": {split: {k: n for k, n in counts.items() if k != "kept"} for split, counts in outcomes.items()},
    }  # fmt: skip
    (args.out / "manifest.json").write_text(json.dumps(made, indent=2) + "\n")


if __name__ == "__main__":
    main()
