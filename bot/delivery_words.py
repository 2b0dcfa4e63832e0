"""Deliveries and what goes wrong with them, in the words of the person who looks after them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.config.config import Config
from bot.config.values import in_language
from bot.digest.periods import Period
from bot.errors import InputInvalid
from bot.texts.catalogue import Texts
from storage.deliveries import Delivery, DeliveryState
from storage.groups import ADMIN


@dataclass(frozen=True, kw_only=True)
class DeliveryWords:
    """Says things in `language`."""

    language: str
    config: Config
    texts: Texts

    def focus_area(self, focus_area_id: str) -> str:
        """A focus area's label; the id itself if the configuration has it no more."""
        if focus_area_id == ADMIN:
            return self.texts.plain(self.language, "delivery-admin")
        found = self.config.focus_area(focus_area_id)
        return focus_area_id if found is None else in_language(found.label, self.language)

    def period(self, written: str) -> str:
        """A period as it is spoken of: `vecka 47 2026`; else as it is written."""
        try:
            week = Period.parse(written).week
        except InputInvalid:
            return written
        if week is None:
            return written
        return self.texts.plain(
            self.language, "delivery-week", number=week.number, year=str(week.year)
        )

    def state(self, delivery: Delivery) -> str:
        """How far it has come: `skickad`, `skickad (2:a gången)`, `missad, avskriven`."""
        return self.texts.plain(
            self.language,
            "delivery-state",
            state=delivery.state.value,
            sendings=delivery.sendings,
            dismissed="yes" if delivery.dismissed_at is not None else "no",
        )

    def channel(self, delivery: Delivery) -> str:
        """How its group is reached."""
        channel = "none" if delivery.channel is None else delivery.channel.value
        return self.texts.plain(self.language, "delivery-channel", channel=channel)

    def reason(self, reason: str | None) -> str:
        """Why it did not come, or has not yet; empty if there is nothing to say."""
        if reason is None:
            return ""
        code, _, status = reason.partition(" ")
        return self.texts.plain(
            self.language, "delivery-reason", reason=code, code=f"{code} {status}".strip()
        )

    def remedy(self, delivery: Delivery, *, joined: bool) -> str:
        """What to do about one that is unresolved, as HTML; empty if nothing is."""
        if not delivery.unresolved:
            return ""
        what = {"delivery": delivery.id, "focus_area": delivery.focus_area}
        detail = {**what, "period": delivery.period, "reason": delivery.reason, "joined": joined}
        return self.remedy_of(detail, missed=delivery.state is DeliveryState.MISSED)

    def remedy_of(self, detail: Mapping[str, Any], *, missed: bool = False) -> str:
        """The same for what was noted of a delivery that failed or was missed."""
        code = str(detail["reason"] or "").partition(" ")[0]
        how = "missed" if missed else code
        if not detail["joined"]:
            how = "group_gone"
        return self.texts.html(
            self.language,
            "delivery-remedy",
            how=how,
            number=str(detail["delivery"]),
            focus_area=str(detail["focus_area"]),
            period=str(detail["period"]),
        )
