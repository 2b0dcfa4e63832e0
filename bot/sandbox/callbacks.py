"""Pressed buttons that wait for their one answer."""

import secrets
from datetime import datetime, timedelta

from bot.sandbox.errors import bad_request
from bot.sandbox.methods import limit
from bot.sandbox.values import CallbackAnswer
from bot.sandbox.waiting import Change


class Callbacks:
    """The callback queries and what the bot answered."""

    def __init__(self) -> None:
        self._pressed: dict[str, datetime] = {}
        self.answers: dict[str, CallbackAnswer] = {}
        self.change = Change()

    def press(self, at: datetime) -> str:
        """Return the id of a new query."""
        query_id = str(secrets.randbits(62))
        self._pressed[query_id] = at
        return query_id

    def answer(self, query_id: str, answer: CallbackAnswer, *, at: datetime) -> None:
        """Keep the bot's answer.

        Raises:
            RefusalError: 400 for a query that is unknown, answered or too old.
        """
        pressed = self._pressed.pop(query_id, None)
        if pressed is None or at - pressed > timedelta(seconds=limit("callback_age_seconds")):
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        if len(answer.text) > limit("callback_answer_characters"):
            self._pressed[query_id] = pressed
            raise bad_request("MESSAGE_TOO_LONG")
        self.answers[query_id] = answer
        self.change.announce()
