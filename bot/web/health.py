"""Is the bot alive, and can it do its work? For monitoring; nothing of any resident."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.web.fresh import Fresh
from bot.web.sights import Queue, Queues

_LATE_SECONDS = 30 * 60
"""What has waited longer is stuck: the bot itself pauses for a quarter of an hour at most."""

Part = dict[str, bool | int]


async def live(request: Request) -> Response:
    """200 as long as the process answers at all."""
    return JSONResponse({"live": True})


class Readiness:
    """200 when every part is well, else 503; the answer names the parts."""

    def __init__(
        self,
        *,
        queues: Fresh[Queues],
        overdue_digests: Fresh[int],
        telegram: Fresh[bool],
    ) -> None:
        self._queues = queues
        self._overdue_digests = overdue_digests
        self._telegram = telegram

    async def __call__(self, request: Request) -> Response:
        """Answer `GET /health/ready`."""
        parts = await self.parts()
        ready = all(part["ok"] for part in parts.values())
        return JSONResponse({"ready": ready, "parts": parts}, status_code=200 if ready else 503)

    async def parts(self) -> dict[str, Part]:
        """Each part with `ok` and, if it could be looked at, the numbers."""
        queues = await self._queues.get()
        overdue = await self._overdue_digests.get()
        return {
            "database": {"ok": queues is not None},
            "telegram": {"ok": bool(await self._telegram.get())},
            "digests": {"ok": False}
            if overdue is None
            else {"ok": not overdue, "overdue": overdue},
            "inbox": _queue(None if queues is None else queues.inbox),
            "outbox": _queue(None if queues is None else queues.outbox),
        }


def _queue(queue: Queue | None) -> Part:
    if queue is None:
        return {"ok": False}
    return {
        "ok": queue.oldest_seconds <= _LATE_SECONDS,
        "waiting": queue.waiting,
        "failed": queue.failed,
        "oldest_seconds": int(queue.oldest_seconds),
    }
