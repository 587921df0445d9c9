"""What a rationale may say, and the rule-based writer of rationales."""
import re

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
MOST_WORDS = 60
LEAK = re.compile(r"\b(option|letter|choice|answer|picture|label)\s+[A-Z]\b")
ALLOWED = frozenset(
    """a an and any are as at be because been being both but by can chosen closest did do does each enjoys even every few fit fits
    for from gives goes had has have here hints how if in into is it its itself just keeps less like likes looks loves made makes
    match matches more most near no none nor not of off on one only or other others out over picks promises rather same seems shows
    so some speaks such suits suggests taste tastes than that the their them then there these they this those to too under up very
    viewer viewers was were what when where which while who whose why will with without would yet answers appeals avoids prefers
    bright dark light colour colours colourful warm cold soft sharp close distant calm tense quiet lively scene face faces figure
    figures mood tone image picture pictures artwork shot frame framing background foreground lit shadow shadows""".split()
)


def words_of(text: str) -> list[str]:
    """Lower-case words and numbers in order."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def refusal_of(rationale: str, prompt: str, caption: str) -> str | None:
    """Why a rationale is refused, None when it is good.

    empty, long, leaks-letter (names an option by its letter), copies-caption (the chosen caption word for word), unknown-word (a
    content word or name that is in neither the prompt nor the list of function and visual words).
    """
    words = words_of(rationale)
    if not words:
        return "empty"
    if len(words) > MOST_WORDS:
        return "long"
    if LEAK.search(rationale) or re.match(r"\s*[A-Z][.):]", rationale):
        return "leaks-letter"
    copied = words_of(caption)
    if len(copied) > 1 and f" {' '.join(copied)} " in f" {' '.join(words)} ":
        return "copies-caption"
    known = {_stem(word) for word in words_of(prompt)}
    return "unknown-word" if any(word not in ALLOWED and _stem(word) not in known for word in words) else None


def _stem(word: str) -> str:
    """Plural and possessive endings off: `boats`, `boat's` and `boat` are one word."""
    word = word.removesuffix("'s")
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def rule_based(prefix: str, caption: str) -> str:
    """A rationale of what viewer and chosen caption share, from the prompt's own words."""
    lines = [line for line in prefix.split("\n") if ":" in line and "<|" not in line]
    wanted = [line for line in lines if not line.startswith("Title:") and not _against(line)]
    tastes = [taste.strip(" .") for line in wanted for taste in line.partition(":")[2].split(",") if taste.strip(" .")]
    content = [word for word in dict.fromkeys(words_of(caption)) if word not in ALLOWED]
    shared = [taste for taste in tastes if set(words_of(taste)) & set(content)]
    named = " and ".join((shared or tastes)[:2])
    seen = " and ".join(content[:2])
    if not named:
        return f"The picture shows {seen}."
    return f"This viewer likes {named}, and the picture shows {seen}."


def _against(line: str) -> bool:
    return line.startswith(("Hates", "Put off", "Rather dislikes", "Less keen", "Avoids"))
