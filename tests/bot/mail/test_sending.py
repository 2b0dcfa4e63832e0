"""Mails from the outbox to a real mail server on loopback."""

import asyncio
import ssl

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.config.models import Tls
from bot.errors import MailDelayed, MailRefused, MailServerRefuses
from storage.outbox import OutboxState
from tests.bot.mail.builders import ADDRESS, NOW, Clock, a_bot, mail, mailer
from tests.bot.mail.server import Letterbox, serving

PATIENCE = 10.0


async def until(holds):
    async with asyncio.timeout(PATIENCE):
        while not await holds():
            await asyncio.sleep(0.02)


async def queue(database, written=None, address=ADDRESS):
    async with database.transaction() as tx:
        return await tx.outbox.put((written or mail()).to(address), now=NOW)


def standing(database, state, count=1):
    async def holds():
        async with database.transaction() as tx:
            return await tx.outbox.count(state) == count

    return holds


def postponed(logged):
    """That something was postponed once more than the times before."""
    before = logged.count("sending_postponed")

    async def holds():
        return logged.count("sending_postponed") > before

    return holds


class Logged:
    """What has been logged so far, as it stands in the log."""

    def __init__(self, capsys):
        self._capsys = capsys
        self._text = ""

    @property
    def text(self):
        captured = self._capsys.readouterr()
        self._text += captured.out + captured.err
        return self._text

    def count(self, event):
        return self.text.count(event)


@pytest.fixture
def logged(capsys):
    return Logged(capsys)


async def test_a_mail_goes_out_once_and_is_emptied(database, tmp_path):
    box = Letterbox()
    await queue(database)
    async with serving(box) as port, a_bot(database, mailer(port), Clock()):
        await until(standing(database, OutboxState.SENT))
        await asyncio.sleep(0.1)
    (letter,) = box.letters
    assert letter.rcpt_tos == [ADDRESS]
    assert letter.mail_from.startswith("studs+1.")
    assert box.messages()[0]["Subject"] == mail().subject
    assert box.hellos == ["boras.example.se"]
    async with database.transaction() as tx:
        await tx.outbox.recover(now=NOW)
        assert await tx.outbox.claim(now=NOW, limit=9) == []


async def test_neither_address_nor_content_can_be_read_in_the_database(database, tmp_path):
    async with database.transaction() as tx:
        await tx.groups.add_mailbox("trafik", ADDRESS, now=NOW)
    await queue(database)
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("brabot.db*"))
    for text in (ADDRESS, "trygghet", "Åska", "veckans bild", "sendMail"):
        assert text.encode() not in stored


async def test_two_bots_on_one_database_send_one_mail(database):
    box, clock = Letterbox(), Clock()
    async with (
        serving(box) as port,
        a_bot(database, mailer(port), clock),
        a_bot(database, mailer(port), clock),
    ):
        for number in range(5):
            await queue(database, mail(subject=str(number)), f"b{number}@example.se")
            await queue(database, mail(subject=str(number)), f"b{number}@example.se")
        await until(standing(database, OutboxState.SENT, 10))
    assert len(box.letters) == 10


async def test_a_bot_that_starts_leaves_alone_what_another_is_sending(database):
    answered = asyncio.Event()

    class Slow(Letterbox):
        async def handle_DATA(self, *given):  # noqa: N802
            await answered.wait()
            return await super().handle_DATA(*given)

    box, clock = Slow(), Clock()
    await queue(database)
    async with serving(box) as port, a_bot(database, mailer(port), clock):
        await until(standing(database, OutboxState.SENDING))
        async with a_bot(database, mailer(port), clock):
            await asyncio.sleep(0.2)
            answered.set()
            await until(standing(database, OutboxState.SENT))
    assert len(box.letters) == 1


async def test_asked_to_wait_it_waits_and_then_sends_the_same(database, logged):
    box, clock = Letterbox(rcpt=["451 4.7.1 <x@example.se> greylisted"]), Clock()
    await queue(database)
    async with serving(box) as port, a_bot(database, mailer(port), clock):
        await until(postponed(logged))
        assert "mail_delayed 4.7.1" in logged.text
        assert box.letters == []
        clock.passes(seconds=61)
        await until(standing(database, OutboxState.SENT))
    assert len(box.letters) == 1


async def test_a_mail_that_may_have_arrived_comes_again_with_the_same_id(database):
    box = Letterbox()
    await queue(database)
    async with serving(box) as port:
        for crash in range(2):
            async with database.transaction() as tx:
                (item,) = await tx.outbox.claim(now=NOW, limit=1)
            assert item.doubtful == crash
            await mailer(port).send(mail(), to=item.address, token=item.token)
            async with database.transaction() as tx:
                assert await tx.outbox.recover(now=NOW) == 0
                later = Clock()
                later.passes(seconds=15)
                assert await tx.outbox.recover(now=later()) == 1
                await tx.outbox.postpone(item.id, until=NOW, reason="crash")
    first, again = box.messages()
    assert first["Message-ID"] == again["Message-ID"]


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        (Letterbox(rcpt=[f"550 5.1.1 <{ADDRESS}>: nobody here"]), "mail_refused 5.1.1"),
        (Letterbox(rcpt=[f"550 <{ADDRESS}>: nobody here"]), "mail_refused 550"),
        (Letterbox(data=["552 5.3.4 too large"]), "mail_refused 5.3.4"),
    ],
)
async def test_refused_for_good_it_has_failed_and_no_address_is_logged(
    database, logged, box, reason
):
    await queue(database)
    async with serving(box) as port, a_bot(database, mailer(port), Clock()):
        await until(standing(database, OutboxState.FAILED))
    assert reason in logged.text
    assert "trygghet" not in logged.text
    assert "example.se" not in logged.text


async def test_while_the_server_is_down_mails_wait(database, logged):
    box, clock = Letterbox(), Clock()
    async with serving(box) as port:
        pass
    await queue(database)
    async with a_bot(database, mailer(port), clock):
        await until(postponed(logged))
        assert "SMTPConnect" in logged.text
        async with serving(box, port=port):
            clock.passes(minutes=2)
            await until(standing(database, OutboxState.SENT))
    assert len(box.letters) == 1


async def test_without_a_mail_server_mails_wait(database, logged):
    await queue(database)
    async with a_bot(database, None, Clock()):
        await until(postponed(logged))
    assert "mail_not_configured" in logged.text
    async with database.transaction() as tx:
        assert await tx.outbox.count(OutboxState.WAITING) == 1


async def test_a_fault_in_the_program_is_told_and_stops_nothing_else(database, logged):
    class Broken:
        async def send(self, mail, *, to, token):
            if to == ADDRESS:
                raise KeyError("a fault")

    await queue(database)
    await queue(database, address="other@example.se")
    async with a_bot(database, Broken(), Clock()):
        await until(standing(database, OutboxState.SENT))
        await until(standing(database, OutboxState.WAITING))
    assert "sending_broken" in logged.text
    assert "KeyError" in logged.text


async def test_a_server_that_does_not_know_us_loses_no_mail(database, logged):
    box, clock = Letterbox(rcpt=["530 5.7.0 authenticate first"]), Clock()
    await queue(database)
    async with serving(box) as port, a_bot(database, mailer(port), clock):
        await until(postponed(logged))
        assert "mail_server_refuses" in logged.text
        clock.passes(minutes=16)
        await until(standing(database, OutboxState.SENT))


async def test_a_server_that_offers_no_encryption_gets_no_mail(database):
    box = Letterbox()
    async with serving(box) as port:
        with pytest.raises((MailServerRefuses, MailDelayed)):
            await mailer(port, tls=Tls.STARTTLS).send(mail(), to=ADDRESS, token="1.a")
    assert box.letters == []


async def test_a_wrong_certificate_gets_no_mail_and_the_right_one_an_encrypted_one(tmp_path):
    box = Letterbox()
    server_context, trusting = contexts(tmp_path)
    async with serving(box, tls=server_context) as port:
        with pytest.raises(MailDelayed):
            await mailer(port, tls=Tls.STARTTLS).send(mail(), to=ADDRESS, token="1.a")
        assert box.letters == []
        known = mailer(port, tls=Tls.STARTTLS, tls_context=trusting)
        await known.send(mail(), to=ADDRESS, token="1.a")
    assert box.encrypted == [True]


@pytest.mark.parametrize("password", ["right", "wrong"])
async def test_the_password_opens_the_server_and_is_never_told(tmp_path, password):
    box = Letterbox()
    server_context, trusting = contexts(tmp_path)

    def knows(server, session, envelope, mechanism, given):
        return AuthResult(success=given.password == b"right", handled=False)

    options = {"authenticator": knows, "auth_required": True}
    async with serving(box, tls=server_context, **options) as port:
        way = {"tls": Tls.STARTTLS, "tls_context": trusting}
        known = mailer(port, user="brabot", password=password, **way)
        if password == "right":
            await known.send(mail(), to=ADDRESS, token="1.a")
        else:
            with pytest.raises(MailServerRefuses, match=r"^5\.7\.8$") as caught:
                await known.send(mail(), to=ADDRESS, token="1.a")
            assert caught.value.__cause__ is None
    assert len(box.letters) == (password == "right")


async def test_an_address_that_cannot_stand_in_a_message_is_refused(database):
    with pytest.raises(MailRefused, match="unsendable"):
        await mailer(1).send(mail(), to="a@b.se\r\nBcc: c@d.se", token="1.a")


def contexts(directory):
    """A server's context with a certificate of its own, and a client's that trusts it."""
    import datetime
    import ipaddress

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mx.example.se")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    file = directory / "server.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    trusting = ssl.create_default_context(
        cadata=certificate.public_bytes(serialization.Encoding.PEM).decode()
    )
    return server, trusting
