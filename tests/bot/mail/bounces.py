"""Bounces as mail servers write them."""

POSTFIX = """\
Return-Path: <>
From: MAILER-DAEMON@mx.example.se (Mail Delivery System)
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="A1/mx.example.se"

--A1/mx.example.se
Content-Description: Notification
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Brevet kunde inte lämnas. <borta@boras.example.se>: 550 5.1.1 okänd

--A1/mx.example.se
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.se
Arrival-Date: Mon, 23 Nov 2026 08:00:00 +0100 (CET)

Final-Recipient: rfc822; borta@boras.example.se
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--A1/mx.example.se
Content-Description: Undelivered Message
Content-Type: {returned_type}

{returned}
--A1/mx.example.se--
"""

HEADERS = """\
From: =?utf-8?q?Br=C3=A5bot?= <brabot@boras.example.se>
Message-ID: <brabot.{token}@boras.example.se>
Subject: veckans bild

"""


def bounce(token, **changes):
    """The mail with that token came back, with its headers as Postfix gives them."""
    values = {
        "to": "brabot@boras.example.se",
        "action": "failed",
        "status": "5.1.1",
        "returned_type": "text/rfc822-headers",
        "returned": HEADERS.format(token=token),
    }
    return POSTFIX.format(**{**values, **changes}).encode()
