"""Which addresses are taken, and how they are shown."""

import pytest

from bot.mail.address import domain_of, is_address, masked, to_ascii


@pytest.mark.parametrize(
    "address",
    ["trygghet@boras.example.se", "a.b+c@x.se", "o'brien@x.example", "a@xn--bors-soa.example.se"],
)
def test_ordinary_addresses_are_taken(address):
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "trygghet",
        "@boras.se",
        "a@b",
        "a b@x.se",
        "a@x.se, b@y.se",
        "<a@x.se>",
        "a@x.se\n",
        "a@x.se\r\nBcc: b@y.se",
        "a\x00@x.se",
        '"a b"@x.se',
        ".a@x.se",
        "a..b@x.se",
        "a@-x.se",
        "a@x..se",
        "a@[127.0.0.1]",
        "åsa@x.se",
        "a" * 65 + "@x.se",
        "a@" + "b." * 130 + "se",
    ],
)
def test_others_are_not(address):
    assert not is_address(address)


def test_a_domain_with_letters_of_its_own_is_written_as_the_network_knows_it():
    assert to_ascii(" info@borås.example ") == "info@xn--bors-soa.example"
    assert to_ascii("info@b..se") == "info@b..se"


def test_of_an_address_enough_is_shown_to_know_it():
    assert masked("trygghet@boras.example.se") == "tr…@boras.example.se"
    assert domain_of("a@Boras.Example.SE") == "boras.example.se"
