"""`brabot deliveries` as an operator and a script see it, and the admin's own chat."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from bot.cli.deliveries import app
from bot.cli.group import app as group_app
from storage.outbox import Outgoing, Priority

from .environment import settle_in, stored

AT = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
CHAT = -1001740605


@pytest.fixture
def config(monkeypatch, tmp_path):
    return settle_in(monkeypatch, tmp_path)


def run(config, *arguments, of=app):
    """The options of the table come before, those of a subcommand after its name."""
    given = ["--config", str(config)]
    words = [*arguments, *given] if arguments[:1] and arguments[0].isalpha() else given
    return CliRunner().invoke(of, words if words != given else [*given, *arguments])


async def deliver(tx, *, reason=None, week="2026-W47"):
    """A delivery that came, or failed for a reason."""
    groups = await tx.groups.list()
    if not groups:
        code = await tx.groups.invite("trafik", now=AT, valid_for=timedelta(days=1))
        groups = [await tx.groups.redeem(code, chat_id=CHAT, now=AT)]
    digest = await tx.digests.record("trafik", week, {}, [], now=AT)
    message = Outgoing(chat_id=CHAT, method="sendMessage", params={}, priority=Priority.DIGEST)
    assert await tx.digests.deliver(digest.id, groups[0].id, [message], now=AT)
    (item,) = await tx.outbox.claim(now=AT, limit=1)
    if reason is None:
        await tx.outbox.sent(item.id, now=AT, message_id=1)
    else:
        await tx.outbox.failed(item.id, now=AT, reason=reason)


async def deliver_two(tx):
    await deliver(tx)
    await deliver(tx, reason="BadRequest", week="2026-W48")


def test_where_nothing_was_sent_that_is_said(config):
    result = run(config)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Ingen sammanställning har skickats" in result.stderr


def test_the_table_shows_what_came_and_what_to_do_about_what_did_not(config):
    stored(deliver_two)
    result = run(config)
    assert result.exit_code == 1
    rows = [line.split() for line in result.stdout.splitlines() if "2026-W4" in line]
    assert [(row[0], row[1]) for row in rows] == [("1", "2026-W47"), ("2", "2026-W48")]
    assert "skickad" in result.stdout
    assert "misslyckad" in result.stdout
    assert "2: Telegram godtog inte meddelandet. Försök igen: `brabot deliveries resend 2`." in (
        result.stdout
    )
    assert str(CHAT) not in result.stdout


def test_only_what_needs_somebody_is_shown_on_request(config):
    stored(deliver_two)
    result = run(config, "--failed")
    assert result.exit_code == 1
    assert "2026-W48" in result.stdout
    assert "2026-W47" not in result.stdout


def test_json_holds_codes_and_words_and_neither_chats_nor_addresses(config):
    stored(deliver_two)
    result = run(config, "--json", "--focus-area", "trafik")
    came, failed = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (came["state"], came["unresolved"], came["remedy"]) == ("sent", False, "")
    assert (failed["number"], failed["reason"], failed["channel"]) == (2, "BadRequest", "telegram")
    assert failed["why"] == "Telegram godtog inte meddelandet"
    assert "chat" not in result.stdout
    assert run(config, "--focus-area", "norr").exit_code == 0


def test_one_that_nobody_needs_is_dismissed_and_that_is_logged(config):
    stored(deliver_two)
    assert run(config, "dismiss", "2", "--by", "Eva").exit_code == 0
    assert run(config).exit_code == 0
    assert "avskriven" in run(config).stdout

    async def logged(tx):
        return [(e.actor, e.action, e.subject) for e in await tx.audit.entries()]

    assert ("Eva", "delivery_dismissed", "delivery:2") in [
        (actor.removeprefix("cli:"), action, subject) for actor, action, subject in stored(logged)
    ]


@pytest.mark.parametrize("command", ["dismiss", "resend"])
def test_a_number_that_is_none_is_told(config, command):
    result = run(config, command, "7")
    assert result.exit_code != 0
    assert "ingen leverans 7" in str(result.exception)


def test_a_chat_becomes_the_admins_by_a_code_of_its_own(config):
    result = run(config, "invite", "--admin", of=group_app)
    assert result.exit_code == 0
    code = result.stdout.strip()

    async def redeem(tx):
        now = datetime.now(UTC)
        await tx.groups.redeem(code, chat_id=CHAT, now=now)
        return len(await tx.groups.admins()), len(await tx.groups.list())

    assert stored(redeem) == (1, 0)
    listed = run(config, "list", of=group_app)
    assert "(admin)" in listed.stdout
    assert str(CHAT) not in listed.stdout


@pytest.mark.parametrize("arguments", [("invite",), ("invite", "trafik", "--admin")])
def test_a_code_is_for_a_focus_area_or_the_admin(config, arguments):
    result = run(config, *arguments, of=group_app)
    assert result.exit_code != 0
    assert "--admin" in str(result.exception)
