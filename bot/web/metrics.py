"""The numbers that Prometheus fetches: none leads to a person, a chat or a text."""

import re
from collections.abc import Iterable, Sequence

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.process_collector import ProcessCollector
from starlette.requests import Request
from starlette.responses import Response

from bot.web.fresh import Fresh
from bot.web.sights import Queues
from nlp.reading import Kind

_SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600)
_REASON = re.compile(r"[A-Za-z_]{1,40}", re.ASCII)
_OUTCOMES = ("handled", "ignored", "given_up")


class Metrics:
    """Counts what happens in this process (`bot.metering.Meter`) and shows it.

    Labels have few values: kinds and themes of the configuration, constant reasons.
    """

    def __init__(self, *, themes: Iterable[str]) -> None:
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)

        def counter(name: str, says: str, *labels: str) -> Counter:
            return Counter(f"brabot_{name}", says, labels, registry=registry)

        def gauge(name: str, says: str, *labels: str) -> Gauge:
            return Gauge(f"brabot_{name}", says, labels, registry=registry)

        def histogram(name: str, says: str) -> Histogram:
            return Histogram(f"brabot_{name}", says, buckets=_SECONDS, registry=registry)

        self._received = counter("updates_received", "Updates committed to the inbox.")
        self._repeated = counter("updates_repeated", "Updates that had come before.")
        self._answered = counter("webhook_requests", "Requests to the webhook.", "status")
        self._handled = counter("updates_handled", "Updates done with.", "outcome")
        self._handling = histogram("handling_seconds", "From an update's receipt until handled.")
        self._read = counter("messages_read", "Texts read.", "kind")
        self._of_theme = counter("messages_read_themes", "Texts read, in each theme.", "theme")
        self._not_read = counter("readings_failed", "Texts that could not be read.")
        self._sent = counter("messages_sent", "Messages sent.", "digest")
        self._sending = histogram("sending_seconds", "From a message's queueing until it is out.")
        self._not_sent = counter("sendings_failed", "Failed sendings.", "reason", "given_up")
        self._digests = counter("digests_queued", "Digests queued for groups by the schedule.")
        self._database = gauge("database_up", "Whether the database could be looked at.")
        self._waiting = gauge("queue_waiting", "Rows that wait.", "queue")
        self._failed = gauge("queue_failed", "Rows that failed for good and are kept.", "queue")
        self._oldest = gauge("queue_oldest_seconds", "Age of the oldest waiting row.", "queue")
        for kind in Kind:
            self._read.labels(kind.value)
        self.follow(themes)
        for outcome in _OUTCOMES:
            self._handled.labels(outcome)

    def follow(self, themes: Iterable[str]) -> None:
        """Count these themes from now on; what was counted of others stays."""
        self._themes = frozenset(themes)
        for theme in self._themes:
            self._of_theme.labels(theme)

    def received(self, count: int, *, new: int) -> None:
        """Updates were committed; `new` of them had not come before."""
        self._received.inc(new)
        self._repeated.inc(count - new)

    def answered(self, status: int) -> None:
        """A request to the webhook was answered."""
        self._answered.labels(str(status)).inc()

    def read(self, kind: str, themes: Sequence[str]) -> None:
        """A text was read."""
        self._read.labels(kind).inc()
        for theme in self._themes.intersection(themes):
            self._of_theme.labels(theme).inc()

    def not_read(self) -> None:
        """The reading of a text failed."""
        self._not_read.inc()

    def handled(self, outcome: str, *, seconds: float) -> None:
        """An update was `handled`, `ignored` or `given_up`, so long after it was received."""
        self._handled.labels(outcome).inc()
        self._handling.observe(max(0.0, seconds))

    def sent(self, *, digest: bool, seconds: float) -> None:
        """A message is out, so long after it was queued."""
        self._sent.labels(_yes(digest)).inc()
        self._sending.observe(max(0.0, seconds))

    def not_sent(self, reason: str, *, given_up: bool) -> None:
        """A message could not be sent, now or ever; of the reason the first word is shown."""
        word = _REASON.fullmatch(reason.partition(" ")[0])
        self._not_sent.labels(word.group() if word else "other", _yes(given_up)).inc()

    def digests_queued(self, count: int) -> None:
        """So many deliveries of digests were queued by the schedule."""
        self._digests.inc(count)

    def text(self, queues: Queues | None) -> bytes:
        """All numbers in Prometheus' text format, with the queues as they are."""
        self._database.set(queues is not None)
        for gauge in (self._waiting, self._failed, self._oldest):
            gauge.clear()  # what nobody knows is not shown
        if queues is not None:
            for name, queue in (("inbox", queues.inbox), ("outbox", queues.outbox)):
                self._waiting.labels(name).set(queue.waiting)
                self._failed.labels(name).set(queue.failed)
                self._oldest.labels(name).set(queue.oldest_seconds)
        return generate_latest(self._registry)


class MetricsPage:
    """Answers `GET /metrics`."""

    def __init__(self, metrics: Metrics, *, queues: Fresh[Queues]) -> None:
        self._metrics = metrics
        self._queues = queues

    async def __call__(self, request: Request) -> Response:
        """The numbers as of now."""
        text = self._metrics.text(await self._queues.get())
        return Response(text, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"
