"""Texts that have broken other programs, and a few that this one is for."""

import unicodedata

from hypothesis import strategies as st

_NASTY = (
    "",
    " ",
    "\0",
    "före\0efter",
    "\u200b\u200d\ufeff",
    "\u00ad" * 60,
    "\u2028rad\u2029stycke\x85\x0b\x0c\r\n\r",
    "\u202e\u2066bakvänt\u2069\u202c",
    "\u202a\u202b\u202d\u202e" * 100 + "aldrig stängt",
    "مرحبا \u200fabc\u200e 123 שלום, mopeder på Norrby",
    "\ud800",
    "ljud\udfff i slutet",
    "\udc00\ud800 bak och fram, med många ord i samma mening",
    "e" + "\u0301" * 400,
    "Z̷̢̛͔a̸l̵g̶o̴" * 60,
    "👩‍👩‍👧‍👦" * 50,
    "👍🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿🇸🇪🇸" * 20,
    "😀" * 2_048,
    "😀" * 2_049,
    "\U0010ffff\ufffe\uffff\ue000",
    "ﷺ" * 300,
    "İıſßẞﬁΣς" * 40,  # change their length or sign when the case changes
    "Ⅷ²③٣৪५",  # numbers, though not those of int()
    unicodedata.normalize("NFD", "Mörkt på Åsvägen i Sjöbo, gärna mer ljus"),
    "ｍｏｐｅｄｅｒ　ｐå　Ｎｏｒｒｂｙ",
    "Мореder på Nоrrby, ett o är ryskt",
    "<b>inte <i>stängd",
    "</b></a></blockquote>",
    "&lt;&#0;&amp;&#x110000;",
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a><tg-spoiler>',
    "&" * 4_000,
    "<" * 4_096,
    "{ $reference } { bot_name } %s %(x)s {0}",
    "'; DROP TABLE concern; --",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "\x1b[2J\x1b]0;titel\x07",
    "/start@nagon_annan_bot",
    "/start " + "x" * 4_000,
    "/radera B-0000",
    "/radera B-" + "٣" * 8,
    "/svara B-0000 " + "ord " * 900,
    "/svara " + "<" * 4_000 + " hej",
    "/status B-0000 klart " + "&" * 3_000,
    "/gjort " + "å" * 4_000,
    "/gjort Norrby: nu är det lagat",
    "/folj " + "Norrby" * 600,
    "/sprak \u202esv",
    "/koppla \ud800",
    "/" + "a" * 4_000,
    "/\u202estart",
    "/",
    "//",
    "/ start",
    "a" * 4_096,
    "å" * 4_097,
    "hjälp " * 2_000,
    "ord\n" * 1_500,
    "mopeder på Norrby " * 200,
    "0701740605 " * 300,
    "Hjälp, de slåss med kniv här nu",
    "Hjälp\u200b, de slåss med kniv här nu " + "\u0301" * 3_000,
    "Mopeder kör på gångvägen i Norrby varje kväll",
    "Det är mörkt i tunneln vid stationen",
    "vet inte",
    "tack",
)

# By number, since Hypothesis would show a list of them all.
nasty = st.integers(0, len(_NASTY) - 1).map(_NASTY.__getitem__)
texts = st.one_of(
    nasty,
    nasty,
    st.text(max_size=200),
    st.text(st.characters(), max_size=40),  # lone surrogates too
    st.lists(nasty, max_size=3).map(" ".join),
    st.builds(
        lambda text, of: unicodedata.normalize(of, text),
        nasty,
        st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
    ),
)
short = st.one_of(st.text(max_size=12), nasty.map(lambda text: text[:64]))
