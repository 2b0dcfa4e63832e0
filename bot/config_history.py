"""Which configuration was in use since when, what it changed, and why: kept in the audit log."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from bot.config.changes import MOST, Difference, changes
from bot.config.config import Config
from bot.config.git import Commit, commits, committed_as
from bot.config.loader import config_texts, version_of_texts
from storage.audit import AuditEntry
from storage.database import Transaction

CHANGED: Final = "config_changed"
"""The audit log's action when another configuration is taken into use."""
LOSS_ACCEPTED: Final = "config_loss_accepted"
"""The audit log's action when an admin takes a loss on purpose."""
RESORTED: Final = "archive_resorted"
"""The audit log's action when the archive was sorted anew."""
REASON_GIVEN: Final = "config_reason_given"
"""The audit log's action when an admin says afterwards why something was changed."""
ACTIONS: Final = (CHANGED, REASON_GIVEN, LOSS_ACCEPTED, RESORTED)
"""The actions of the audit log that are about the configuration."""
BOT: Final = "bot"
_SHOWN_APART = frozenset({"reason", "commit"})
_WORDS = {
    "areas": "annat område",
    "decision": "beslut",
    "focus_area": "fokusområde",
    "groups": "grupper",
    "kinds": "annan sort",
    "known": "fanns redan",
    "losses": "förluster",
    "new": "nya",
    "period": "tid",
    "read": "lästa",
    "since": "från och med",
    "themes": "andra teman",
    "valid_days": "gäller i dagar",
    "whole": "hela vägen",
}
"""What the log's commonest details are called; others are shown by their key."""


@dataclass(frozen=True, kw_only=True)
class ConfigChange:
    """That another configuration is in use.

    `before` is None for the first one. `differences` is None where the files had been changed
    once more before they could be compared. `left_out` counts those beyond the first `MOST`.
    """

    before: str | None
    after: str
    differences: tuple[Difference, ...] | None
    left_out: int = 0
    reason: str | None = None
    commit: str | None = None


async def note_config(
    tx: Transaction, config: Config, reason: str | None, now: datetime, *, actor: str = BOT
) -> ConfigChange | None:
    """Note in the audit log that this configuration is in use now, unless it was before.

    Args:
        tx: the transaction to write in.
        config: the configuration as it was loaded.
        reason: why, in the admin's words; None takes the message of the commit that the
            directory stands at, where it is kept under git.
        now: when.
        actor: who took it into use.

    Returns:
        What changed; None if this very configuration was the last one noted.
    """
    await tx.configs.wait_turn()
    last = await tx.configs.last()
    if last is not None and last.version == config.version:
        return None
    texts, commit = await asyncio.to_thread(_looked_at, config.directory)
    same = texts is not None and version_of_texts(texts) == config.version
    found: tuple[Difference, ...] | None = None
    if texts is not None and same:
        found = () if last is None else changes(last.files, texts)
        await tx.configs.keep(version=config.version, files=texts, at=now)
    if not same:
        commit = None
    change = ConfigChange(
        before=None if last is None else last.version,
        after=config.version,
        differences=None if found is None else found[:MOST],
        left_out=max(0, len(found or ()) - MOST),
        reason=reason or (None if commit is None else commit.subject),
        commit=None if commit is None else commit.id,
    )
    await tx.audit.write(
        at=now,
        actor=actor,
        action=CHANGED,
        subject=f"config:{config.version}",
        detail=as_plain(change),
    )
    return change


def as_plain(change: ConfigChange) -> dict[str, Any]:
    """The change as the audit log has it."""
    found = change.differences
    return {
        "from": change.before,
        "to": change.after,
        "changes": None if found is None else [one.as_plain() for one in found],
        "left_out": change.left_out,
        "reason": change.reason,
        "commit": change.commit,
    }


async def give_reason(
    tx: Transaction, config: Config, reason: str, *, actor: str, now: datetime
) -> None:
    """Note why the configuration is as it is now."""
    await tx.audit.write(
        at=now,
        actor=actor,
        action=REASON_GIVEN,
        subject=f"config:{config.version}",
        detail={"reason": reason},
    )


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One entry of the history: of the audit log, of git, or of both.

    `action` is None for a commit that was not taken into use by itself. `subject` is what it
    was done to. `lines` tell what changed, in Swedish.
    """

    at: datetime
    action: str | None
    actor: str
    version: str | None
    reason: str | None
    commit: str | None
    subject: str | None = None
    lines: tuple[str, ...] = ()


async def history(
    tx: Transaction, directory: Path, *, limit: int, everything: bool = False
) -> list[Happening]:
    """What happened to the configuration, newest first: the audit log and git together.

    A commit that the audit log names already is not told twice. `everything` gives all that
    the audit log has, whatever it is about.
    """
    entries = await tx.audit.entries(limit=limit, actions=None if everything else ACTIONS)
    committed = await asyncio.to_thread(commits, directory, limit=limit) or ()
    told = [_of_entry(entry) for entry in entries]
    named = {one.commit for one in told}
    told += [_of_commit(commit) for commit in committed if commit.id not in named]
    return sorted(told, key=lambda one: one.at, reverse=True)[:limit]


def _looked_at(directory: Path) -> tuple[Mapping[str, str] | None, Commit | None]:
    return config_texts(directory), committed_as(directory)


def _of_entry(entry: AuditEntry) -> Happening:
    detail = entry.detail
    about, _, name = entry.subject.partition(":")
    return Happening(
        at=entry.at,
        action=entry.action,
        actor=entry.actor,
        version=name if about == "config" and name else None,
        subject=entry.subject,
        reason=detail.get("reason"),
        commit=detail.get("commit"),
        lines=tuple(_lines(entry.action, detail)),
    )


def _of_commit(commit: Commit) -> Happening:
    return Happening(
        at=commit.at,
        action=None,
        actor=commit.author,
        version=None,
        reason=commit.subject,
        commit=commit.id,
    )


def _lines(action: str, detail: Mapping[str, Any]) -> Sequence[str]:
    if action != CHANGED:
        shown = {key: value for key, value in detail.items() if value and key not in _SHOWN_APART}
        return tuple(f"{_WORDS.get(key, key)}: {_plain(value)}" for key, value in shown.items())
    if detail["from"] is None:
        return ("Den första som antecknades.",)
    if detail["changes"] is None:
        return ("Filerna hann ändras igen, så skillnaden är inte känd.",)
    lines = [str(Difference.from_plain(one)) for one in detail["changes"]]
    if detail["left_out"]:
        lines.append(f"… och {detail['left_out']} ändringar till.")
    return lines or ("Bara kommentarer och ordning.",)


def _plain(value: object) -> str:
    if value is True:
        return "ja"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
