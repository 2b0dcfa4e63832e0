"""All that is kept of a resident as files: one to read, one for machines, the same in both."""

import asyncio
import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.config.config import Config
from bot.dialogue.privacy import privacy
from bot.my_data_page import page
from bot.outgoing import File
from bot.texts.catalogue import Texts
from bot.texts.direction import undirected
from storage.my_data import KeptConcern, KeptFile, MyData, Waiting


@dataclass(frozen=True, kw_only=True)
class Packing:
    """Makes the files, in the resident's language."""

    config: Config
    texts: Texts

    async def packed(self, data: MyData, *, telegram_id: int, now: datetime) -> tuple[File, File]:
        """The page and the JSON, made off the loop."""
        return await asyncio.to_thread(self._packed, data, telegram_id, now)

    def _packed(self, data: MyData, telegram_id: int, now: datetime) -> tuple[File, File]:
        language = self.texts.supported(data.language)
        told = "\n\n".join(privacy(self.config, self.texts, language))
        values = as_json(data, telegram_id=telegram_id, now=now) | {
            "rules": {
                "retention_days": _days(self.config),
                "told": undirected(told),
                "not_kept": undirected(self.texts.plain(language, "mindata-not-kept")),
            }
        }
        html = page(values, config=self.config, texts=self.texts, language=language, rules=told)
        text = json.dumps(values, ensure_ascii=False, indent=2)
        day = now.astimezone(self.config.municipality.timezone).date().isoformat()
        return (
            File(name=f"mindata-{day}.html", content=html.encode()),
            File(name=f"mindata-{day}.json", content=text.encode()),
        )


def as_json(data: MyData, *, telegram_id: int, now: datetime) -> dict[str, Any]:
    """All of it as JSON values; times are ISO 8601 in UTC, files base64."""
    mute = data.mute
    return {
        "made_at": now.isoformat(),
        "resident": {
            "telegram_id": telegram_id,
            "since": data.since.isoformat(),
            "language": data.language,
            "language_chosen": data.language_chosen,
            "muted": mute
            and {
                "since": mute.muted_at.isoformat(),
                "until": mute.until and mute.until.isoformat(),
                "reason": mute.reason,
            },
        },
        "following": [{"area": one.area, "since": one.since.isoformat()} for one in data.following],
        "concerns": [_concern(one) for one in data.concerns],
        "conversation": dict(data.conversation),
        "waiting": [_waiting(one) for one in data.waiting],
        "unhandled": [_waiting(one) for one in data.unhandled],
    }


def _concern(kept: KeptConcern) -> dict[str, Any]:
    concern = kept.concern
    return {
        "reference": concern.reference,
        "told_at": concern.told_at.isoformat(),
        "recorded_at": kept.recorded_at.isoformat(),
        "kind": concern.kind,
        "themes": [
            {"id": theme.id, "score": theme.score, "origin": str(theme.origin)}
            for theme in concern.themes
        ],
        "area": concern.area,
        "places": [{"name": one.name, "origin": str(one.origin)} for one in concern.places],
        "urgency": concern.urgency,
        "recurring": concern.recurring,
        "language": concern.language,
        "status": str(concern.status),
        "closed_at": concern.closed_at and concern.closed_at.isoformat(),
        "needs_human": concern.needs_human,
        "not_passed_on": concern.muted,
        "held": kept.held
        and {"since": kept.held.since.isoformat(), "decision": kept.held.decision},
        "pseudonym": concern.pseudonym,
        "messages": [
            {
                "told_at": one.told_at.isoformat(),
                "text": one.text,
                "masked": one.masked,
                "reading": dict(one.reading),
            }
            for one in kept.texts
        ],
        "files": [_file(one) for one in kept.files],
        "corrections": [
            {
                "at": one.at.isoformat(),
                "by": one.by,
                "what": one.what,
                "area": one.area,
                "names": list(one.names),
            }
            for one in kept.corrections
        ],
        "answers": [
            {
                "at": one.at.isoformat(),
                "by": one.by,
                "kind": one.kind,
                "status": one.status,
                "text": one.text,
                "reach": one.reach,
            }
            for one in kept.answers
        ],
        "history": [
            {"at": one.at.isoformat(), "what": one.what, "status": one.status}
            for one in kept.history
        ],
    }


def _file(kept: KeptFile) -> dict[str, Any]:
    about = kept.about
    return {
        "told_at": about.told_at.isoformat(),
        "kind": about.kind,
        "state": str(about.state),
        "reason": about.reason,
        "media_type": about.media_type,
        "bytes": about.size,
        "content": kept.content and b64encode(kept.content).decode(),
    }


def _waiting(waiting: Waiting) -> Mapping[str, Any]:
    return {"since": waiting.since.isoformat(), "what": waiting.what, "text": waiting.text}


def _days(config: Config) -> dict[str, int]:
    """The general ones, which hold for everything that is told."""
    plain = config.retention.model_dump()
    return {name: days for name, days in plain.items() if name not in ("decision", "theme")}
