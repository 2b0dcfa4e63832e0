"""Conversations as people write them: a text file becomes steps with their line numbers.

The format is explained in README.md, for those who write the files.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ANSWERS = (
    "Boten",
    "Boten nämner inte",
    "Knappar",
    "Knapparna blir",
    "Visar kort",
    "Knappen slutar snurra",
    "Samordnarna får",
    "Gruppen får",
    "Ingenting",
)
"""What is expected of the bot; everything else is done by somebody."""

ACTIONS = (
    "Invånaren",
    "Ändrar",
    "Trycker",
    "Trycker på den äldsta",
    "En annan invånare trycker",
    "En annan invånare",
    "Delar position",
    "Delar ställe",
    "Skickar",
    "Skickar bild",
    "Skickar fil",
    "Skickar film",
    "Skickar album",
    "Byter",
    "Ändrar bildtexten",
    "Vidarebefordrar",
    "Vidarebefordrar från Kalle",
    "Upprepar",
    "Skrev nyss",
    "Dämpas",
    "Låses",
    "Boten läggs till i gruppen",
    "Boten tas bort ur gruppen",
    "Till ett företagskonto",
    "Väntar",
    "I gruppen",
    "I en annan grupp",
    "Samordnarna skriver",
    "Samordnarna trycker",
    "Samordnaren svarar",
    "Samordnaren sätter",
    "Kontakten bryts",
    "I kanalen",
    "En annan bot",
)
SETTINGS = (
    "Känt fel",
    "Även på riktigt",
    "Språk",
    "Klockan",
    "Har redan hälsat",
    "Samordnare",
    "Kod",
)

_LINE = re.compile(r"(?P<word>[^:\s][^:]*):\s*(?P<rest>.*)")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line: its word, what stands after the colon, and where it stands."""

    word: str
    rest: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """One conversation of a file; `known_fault` says why it is expected to fail, or nothing."""

    file: str
    title: str
    settings: tuple[Step, ...]
    steps: tuple[Step, ...]
    known_fault: str = ""

    def where(self, step: Step) -> str:
        return f"{self.file}, rad {step.line}"


def conversations(path: Path) -> list[Conversation]:
    """The conversations of one file, in order.

    Raises:
        ValueError: a line is not understood; said with file and line.
    """
    found: list[Conversation] = []
    title, steps = "", list[Step]()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.startswith("## "):
            found += _conversation(path.name, title, steps)
            title, steps = line[3:].strip(), []
        elif not line.strip() or line.startswith("#"):
            continue
        elif line.startswith("  ") and steps:
            last = steps[-1]
            steps[-1] = Step(
                word=last.word, rest=f"{last.rest}\n{line.strip()}".strip(), line=last.line
            )
        else:
            steps.append(_step(path.name, line, number))
            if not title:
                raise ValueError(f"{path.name}, rad {number}: skriv en rubrik först: ## Rubrik")
    return found + _conversation(path.name, title, steps)


def _step(file: str, line: str, number: int) -> Step:
    match = _LINE.fullmatch(line.strip() if ":" in line else f"{line.strip()}:")
    word = match["word"].strip() if match else line
    known = (*ANSWERS, *ACTIONS, *SETTINGS)
    if match is None or word not in known:
        raise ValueError(f"{file}, rad {number}: {word!r} är inget av {', '.join(known)}")
    return Step(word=word, rest=match["rest"].strip(), line=number)


def _conversation(file: str, title: str, steps: list[Step]) -> list[Conversation]:
    if not steps:
        return []
    faults = [step.rest for step in steps if step.word == "Känt fel"]
    return [
        Conversation(
            file=file,
            title=title,
            settings=tuple(s for s in steps if s.word in SETTINGS and s.word != "Känt fel"),
            steps=tuple(s for s in steps if s.word not in SETTINGS),
            known_fault=" ".join(faults),
        )
    ]
