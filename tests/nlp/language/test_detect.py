import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.language.detect import detect, weighed_language
from nlp.language.evidence import vocabulary
from nlp.language.words import unquoted

WORDS = {code: sorted(words) for code, words in vocabulary().words.items()}
SIGNS = st.sampled_from(['"', "”hej", "då”", "kl.", "a.b", "x@y.example", "@nn", "🔥", "http://a"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Det är mörkt på gångvägen"),
        ("sv", "knark"),
        ("sv", "asså bre dom langar bakom kiosken wlh"),
        ("sv", "tredje gangen nagon tar min cykel pa kort tid"),
        ("sv", "någon skrek go home you don't belong here till min fru på bussen"),
        ("sv", 'Han sa "you have no right to be here, leave now" till oss'),
        ("sv", "läs mer på https://example.se/this-is-the-best-offer"),
        ("sv", "Min svenska inte bra. Barn kasta sten på fönster"),
        ("en", "kids throw rocks at the bus every evening"),
        ("en", "thank you"),
        ("en", "Street lights are out near Hässleholmen and Trandaredsgatan"),
        ("so", "Dhallinyaro ayaa habeen kasta ku buuqda Norrby"),
        ("so", "Carruurtaydu way baqayaan inay dibadda ku ciyaaraan"),
        ("fi", "Nuoret ajavat mopoilla jalkakäytävällä Hultassa"),
        ("fi", "Auttakaa, naapurissa hakataan naista"),
        ("bs", "Komšije svaku noć puštaju muziku"),
        ("bs", "na igralistu ima stakla i igala svuda"),
        ("pl", "Na klatce schodowej śpi ktoś obcy"),
        ("pl", "pomocy bija sie pod sklepem"),
        ("ar", "شباب يصرخون كل ليلة خلف المدرسة"),
        ("ar", "حريق في Kristineberg Hässleholmens torg"),
        ("fa", "هر شب پشت مدرسه سر و صدا می‌کنند"),
        ("fa", "در پارک چراغ نیست و خیلی تاریک است"),
        ("uk", "Біля школи щовечора розбивають пляшки"),
        ("ru", "Возле школы дети курят каждый день"),
        ("tr", "Her akşam parkta gençler bağırıyor"),
        ("de", "Jeden Abend fahren hier Mopeds auf dem Gehweg"),
        ("es", "Hay chicos que rompen las ventanas todas las noches"),
        ("da", "Der er altid nogen der ryger hash i opgangen, og børnene tør ikke gå derned"),
        (
            "no",
            "Det er noen som kjører moped på gangveien hver kveld, jeg tør ikke slippe ut barna",
        ),
        ("ti", "ኣብ ጥቓ ቤት ትምህርቲ ህጻናት የፍርሑና"),
    ],
)
def test_the_language_is_told(language, text):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "👍", "😡😡😡", "???", "123 456", "asdfgh", "ok", "Norrby"])
def test_where_none_can_be_told_it_is_swedish(text):
    assert detect(text) == "sv"


@given(st.text(max_size=200))
def test_any_text_has_a_language_code(text):
    assert detect(text).isalpha() and len(detect(text)) == 2


@given(
    st.sampled_from(sorted(WORDS)).flatmap(
        lambda code: st.lists(
            st.sampled_from(WORDS["sv"]) | st.sampled_from(WORDS["en"] + WORDS[code]) | SIGNS
        ).map(" ".join)
    )
)
def test_a_language_that_is_clear_at_once_is_the_one_that_all_words_tell(text):
    assert detect(text) == weighed_language(unquoted(text))
