"""What is proposed can be moved as it stands, and what was refused stays refused."""

from dataclasses import replace

import pytest

from bot.config.suggestions import FOLDER
from bot.errors import DirectoryUnusable, InputInvalid
from bot.tuning.gain_words import NOTHING, gain_words
from bot.tuning.proposal_files import DISPUTED, prepare, read_refused, write_proposals
from bot.tuning.proposals import (
    MOST_SENTENCES,
    Measured,
    Proposal,
    Proposals,
    Proposed,
    drafts,
    keyword_line,
    measured,
    nothing_new,
)
from bot.tuning.suggested import Disputed, Offered, Suggested
from nlp.gains import Bench, Change, Gain, Told
from storage.concern_values import Origin

from .sorts import load_sorts

TEXTS = [f"Någon avfyrar raketer {how} så att det ekar" for how in ("igen", "jämt", "nu", "ofta")]
EVEN = Change(of=40, before=20, better=1, worse=1)
MORE = Change(of=40, before=20, better=9, worse=0)
LESS = Change(of=900, before=700, better=0, worse=8)


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    return load_sorts(tmp_path_factory.mktemp("sorts") / "config")


@pytest.fixture
def folder(tmp_path):
    prepare(tmp_path / FOLDER)
    return tmp_path / FOLDER


def gathered(*texts, theme="buller"):
    told = tuple(Told(theme=theme, source=n, text=text) for n, text in enumerate(texts))
    return Suggested(
        told=told,
        spoken=told,
        sentences=tuple(Offered(theme=theme, told=(n,), text=text) for n, text in enumerate(texts)),
        disputed=(),
        withheld=0,
    )


def proposed(*lines, keywords=(), refused=(), theme="buller"):
    one = Proposed(
        theme=theme,
        sentences=tuple(Proposal(line=line, concerns=1, people=1) for line in lines),
        keywords=tuple(Proposal(line=keyword_line(k), concerns=4, people=3) for k in keywords),
        refused=refused,
        more=0,
        together=None,
    )
    return Proposals(themes=(one,), together=None)


def test_every_line_that_is_no_comment_can_be_moved_as_it_is(folder, config):
    found = proposed(*TEXTS, keywords=("raketer",))
    (path,) = write_proposals(folder, found, (), config)
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in lines if line and line[0] != "#"] == [*TEXTS, '"raketer",']
    assert path.stat().st_mode & 0o777 == 0o600
    assert (folder / ".gitignore").read_text("utf-8") == "*\n"


def test_what_stands_under_no_is_not_proposed_again_and_stays_there(folder, config):
    (path,) = write_proposals(folder, proposed(*TEXTS, keywords=("raketer",)), (), config)
    unwanted = (TEXTS[1], '"raketer",')
    lines = [line for line in path.read_text("utf-8").splitlines() if line not in unwanted]
    path.write_text("\n".join([*lines, *unwanted]), "utf-8")
    refused = read_refused(folder)
    (draft,) = [d for d in drafts(gathered(*TEXTS), config, refused=refused) if d.theme == "buller"]
    assert [one.text for one in draft.sentences] == [TEXTS[0], *TEXTS[2:]]
    assert '"raketer",' not in [keyword_line(one.word) for one in draft.keywords]
    assert set(draft.refused) == set(unwanted)
    write_proposals(folder, nothing_new([draft]), (), config)
    assert read_refused(folder) == {"buller": frozenset(unwanted)}


def test_what_was_deleted_by_whoever_told_it_goes_from_the_files_refused_or_not(folder, config):
    write_proposals(folder, proposed(TEXTS[0], refused=(TEXTS[1],)), (), config)
    write_proposals(folder, nothing_new(drafts(gathered(), config, refused={})), (), config)
    assert [path.name for path in folder.iterdir()] == [".gitignore"]


def test_a_folder_or_file_that_cannot_be_used_is_told_with_the_remedy(folder, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DirectoryUnusable, match="--out"):
        prepare(tmp_path / "file")
    (folder / "buller.txt").write_bytes("# nej\nhögt\n".encode("latin-1"))
    with pytest.raises(InputInvalid, match="UTF-8"):
        read_refused(folder)


def test_for_one_theme_the_files_of_the_others_stay(folder, config):
    write_proposals(folder, proposed(TEXTS[0]), (), config)
    write_proposals(folder, proposed(theme="buskorning"), (), config, only="buskorning")
    assert read_refused(folder) == {"buller": frozenset()}


def test_disagreements_are_shown_by_role_in_a_file_from_which_nothing_can_be_moved(folder, config):
    said = {"buller": {Origin.RESIDENT: 2}, None: {Origin.COORDINATOR: 1}}
    one = Disputed(said=said, examples=("buskorning",), text=TEXTS[0])
    write_proposals(folder, nothing_new([]), [one], config)
    text = (folder / DISPUTED).read_text("utf-8")
    assert all(line.startswith("#") for line in text.splitlines() if line)
    assert "Buller: 2 invånare" in text
    assert "inget tema passar: 1 samordnare" in text
    assert "ett exempel i examples/buskorning.txt" in text


def test_of_many_the_worst_read_are_proposed_and_as_many_as_asked_measured_alone(config):
    texts = [f"Någon avfyrar raketer för gång {'i' * n}" for n in range(1, MOST_SENTENCES + 3)]
    found = gathered(*texts)
    bench = Bench(config.reader_config().themes, found.told)
    made = drafts(found, config, refused={})
    steps = []
    proposals = measured(
        made, found, bench, alone=2, progress=lambda done, total: steps.append((done, total))
    )
    (one,) = [p for p in proposals.themes if p.sentences]
    assert (len(one.sentences), one.more) == (MOST_SENTENCES, 2)
    assert sum(s.gain is not None for s in one.sentences) == 2
    assert [k.line for k in one.keywords] == ['"avfyrar",', '"raketer",']
    assert all(k.gain is not None for k in one.keywords)
    assert steps[-1][0] == steps[-1][1] == len(steps)
    assert proposals.together is not None


def test_a_sensitive_theme_gets_no_keywords(config):
    found = gathered(*TEXTS, theme="vald")
    assert not any(d.keywords for d in drafts(found, config, refused={}))


@pytest.mark.parametrize(
    ("told", "examples", "doubt", "words"),
    [
        (
            EVEN,
            EVEN,
            0.05,
            "Av 40 andra rättade tips läses 20 rätt utan den och 20 med: " + NOTHING,
        ),
        (MORE, EVEN, 0.05, "och 29 med: 9 fler (mellan 3 och 9), 22,5 procent."),
        (MORE, EVEN, 0.0001, NOTHING),
        (MORE, LESS, 0.05, "Av exemplen: 8 färre (mellan 3 och 8), 0,9 procent."),
    ],
)
def test_a_gain_is_told_only_where_it_is_more_than_chance(told, examples, doubt, words):
    gain = Measured(gain=Gain(told=told, examples=examples), doubt=doubt)
    assert words in gain_words(gain)


def test_what_was_not_measured_is_said_to_be_so():
    assert gain_words(None) == "Inte mätt för sig."


def test_the_more_that_is_measured_the_surer_each_must_be(config):
    found = gathered(*TEXTS)
    bench = Bench(config.reader_config().themes, found.told)
    made = drafts(found, replace(config), refused={})
    few, many = (measured(made, found, bench, alone=n) for n in (1, 4))
    doubts = [
        next(s.gain.doubt for p in proposals.themes for s in p.sentences if s.gain)
        for proposals in (few, many)
    ]
    assert doubts[0] > doubts[1]
