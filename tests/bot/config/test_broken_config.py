"""Each fault of a configuration: where it is said to be, and how to mend it."""

import pytest

from bot.config import load_config
from bot.errors import ConfigInvalid

from .directory import BRABOT, line_of, write_config

B, T, P, X = "brabot.toml", "themes.toml", "places.csv", "examples/buskorning.txt"


def faults_of(directory):
    with pytest.raises(ConfigInvalid) as caught:
        load_config(directory)
    return caught.value.errors


# file, what stands there, what it becomes, key, nearest spelling, part of the sentence
ONE_FAULT = [
    (
        T,
        "precision",
        "precison",
        "precison",
        "precision",
        '"precison" är ingen nyckel för ett tema',
    ),
    (B, "short_name", "shortname", "shortname", "short_name", "är ingen nyckel för [municipality]"),
    (B, "south = 57.0", 'south = "norr"', "south", None, "av fel slag"),
    (B, "south = 57.0", "south = 59.0", "bounds", None, "omsluter ingen yta"),
    (B, '"Europe/Stockholm"', '"Europe/Stokholm"', "timezone", "Europe/Stockholm", "tidszon"),
    (B, '"måndag"', '"mondag"', "weekday", "måndag", "går inte att välja"),
    (B, '"07:30"', '"7.30"', "time", None, "är inget klockslag"),
    (B, '"07:30"', '"25:00"', "time", None, "är inget klockslag"),
    (B, '"1490"', '"149"', "code", None, "har fel form"),
    (B, "unsorted_days = 30", "unsorted_days = 0", "unsorted_days", None, "är för lite"),
    (B, "unsorted_days = 30", "unsorted_days = -3", "unsorted_days", None, "är för lite"),
    (B, "concern_days = 730", "concern_days = 100", "retention", None, "sparas längre än"),
    (B, "bra@lillkoping.example", "bra.lillkoping", "contact_email", None, "ingen e-postadress"),
    (B, '"90101"', '"nittio"', "number", None, "telefonnummer"),
    (B, '"020-50 50 50"', '"020-5"', "number", None, "telefonnummer"),
    (B, '"child"', '"chld"', "danger", "child", "går inte att välja"),
    (B, '"Därför."', '" "', "sv", None, "texten är tom"),
    (B, 'sv = "Lagen.", ', "", "legal_basis", None, "saknas på svenska"),
    (B, ', en = "Not a police report."', "", "not_a_police_report", None, "saknas på: en"),
    (B, '["sv", "en"]', '["sv", "en", "tlh"]', "languages", None, "språkkod"),
    (B, '["sv", "en"]', '["sv", "en", "eo"]', "languages", None, "inga texter på språket"),
    (B, '["sv", "en"]', '["sv"]', "languages", None, "språk saknas: en"),
    (B, "schedule.norr", "schedule.nor", "nor", "norr", 'fokusområdet "nor" finns inte'),
    (B, "2026-02-11", "2026-02-30", "council", None, "finns inte i kalendern"),
    (B, "2026-02-11", "11 februari", "council", None, "är ingen dag"),
    (B, "2026-02-11", "2026-06-03", "council", None, "står två gånger"),
    (B, "2026-02-11", "1926-02-11", "council", None, "kan inte stämma"),
    (B, "norr = [2026", "nor = [2026", "nor", "norr", 'fokusområdet "nor" finns inte'),
    (B, '["Lillköping"]', '["Lilköping"]', "no_area_names", "Lillköping", "finns inte i places"),
    (T, 'id = "trafik"', 'id = "Trafik"', "id", None, "är inget giltigt id"),
    (T, 'id = "norr"', 'id = "all"', "id", None, "betyder hela kommunen"),
    (T, 'focus_area = "trafik"', 'focus_area = "trafk"', "focus_area", "trafik", "finns inte"),
    (T, '["Norrängen"]', '["Norrangen"]', "areas", "Norrängen", "finns inte i places.csv"),
    (T, '["Norrängen"]', "[]", "id", None, "samlar ingenting"),
    (T, '["Norrängen"]', '"Norrängen"', "areas", None, "en lista inom hakparenteser"),
    (T, "precision = 0.8", "precision = 1.0", "precision", None, "är för mycket"),
    (T, "precision = 0.8", "sensitive = 3", "sensitive", None, "true eller false"),
    (T, '"EPA"', '"e"', "keywords", None, "för kort"),
    (P, "kind;area", "sort;area", "sort", None, '"sort" är ingen kolumn'),
    (P, "aliases", "alias", "alias", "aliases", '"alias" är ingen kolumn'),
    (P, "Storgatan;street", "Storgatan;stret", "kind", "street", "är ingen sorts plats"),
    (P, "Storgatan;street", "Storgatan;stop", "name", None, "står redan på rad"),
    (P, "street;Norrängen", "street;Norängen", "area", "Norrängen", "finns inte"),
    (P, "57.61;", "57,61;", "lat", None, "är inget tal"),
    (P, "57.61;", "157.61;", "lat", None, "är inte grader"),
    (P, "57.61;", ";", "lat", None, "bara den ena"),
    (P, "57.61;13.11", "13.11;57.61", "lat", None, "utanför kommunens gränser"),
    (P, "Storgatan;street;", "Storgatan;street", None, None, "6 kolumner"),
    (P, "Långån", '"Långån', None, None, "citattecken"),
]

# Said where the whole stands, or where the second of two stands, and not where it was changed.
SAID_ELSEWHERE = {
    "concern_days = 730": "[retention]",
    "Storgatan;street": "Storgatan;stop",
    'sv = "Lagen.", ': "legal_basis",
    '["Norrängen"] []': 'id = "norr"',
}


@pytest.mark.parametrize(("file", "old", "new", "key", "near", "said"), ONE_FAULT)
def test_a_fault_is_told_with_file_line_key_and_nearest(tmp_path, file, old, new, key, near, said):
    faults = faults_of(write_config(tmp_path / "c", (file, old, new)))

    fault = next((f for f in faults if said in str(f)), None)
    assert fault is not None, [str(f) for f in faults]
    assert (fault.file, fault.key, fault.nearest) == (file, key, near)
    place = (
        SAID_ELSEWHERE.get(f"{old} {new}", SAID_ELSEWHERE.get(old, old))
        if fault.key != "kind"
        else old
    )
    assert str(fault).startswith(f"{file}, rad {line_of(file, place)}: ")
    assert fault.nearest or fault.allowed or fault.remedy


def test_a_fault_is_one_plain_sentence_with_the_remedy(tmp_path):
    directory = write_config(tmp_path / "c", (T, "precision", "precison"))

    assert [str(fault) for fault in faults_of(directory)] == [
        f'themes.toml, rad {line_of(T, "precision")}: "precison" är ingen nyckel för ett tema. '
        'Menade du "precision"? '
        "Tillåtet: id, focus_area, label, keywords, sensitive, precision."
    ]


def test_a_missing_key_is_told_at_its_table(tmp_path):
    directory = write_config(tmp_path / "c", (B, 'bot_name = "Bråbot"\n', ""))

    (fault,) = faults_of(directory)

    assert (fault.key, fault.line) == ("bot_name", line_of(B, "[municipality]"))
    assert 'nyckeln "bot_name" saknas för [municipality]' in str(fault)


def test_a_key_of_the_third_helpline_is_told_at_its_line(tmp_path):
    directory = write_config(tmp_path / "c", (B, 'number = "116 111"', 'nummer = "116 111"'))

    told = {(fault.key, fault.line) for fault in faults_of(directory)}

    assert told == {
        ("nummer", line_of(B, 'number = "116 111"')),
        ("number", line_of(B, 'danger = "child"') - 1),
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (B, 'name = "Kommunstyrelsen"', 'name = "Kommunstyrelsen', "citattecken"),
        (B, 'name = "Kommunstyrelsen"', "name = Kommunstyrelsen", "citattecken"),
        (B, 'name = "Kommunstyrelsen"', 'name "Kommunstyrelsen"', "saknas ett ="),
        (B, 'name = "Kommunstyrelsen"', 'dpo_email = "x"', "står två gånger"),
        (B, "[controller]", "[controller", "inte avslutad med ]"),
    ],
)
def test_broken_toml_is_told_with_its_line(tmp_path, file, old, new, said):
    (fault,) = faults_of(write_config(tmp_path / "c", (file, old, new)))

    assert said in fault.problem
    assert abs(fault.line - line_of(file, old)) <= 2


def test_all_faults_of_all_files_are_told_at_once(tmp_path):
    directory = write_config(
        tmp_path / "c",
        (B, '"måndag"', '"mandag"'),
        (B, '"90101"', '"9"'),
        (T, "precision = 0.8", "precison = 0.8"),
        (P, "street;Norrängen", "street;Söder"),
    )
    (directory / "examples" / "buskörning.txt").write_text("En mening.\n", "utf-8")
    (directory / X).write_text("Bara en.\n", "utf-8")

    faults = faults_of(directory)

    assert [(fault.file, fault.key) for fault in faults] == [
        (B, "weekday"),
        (B, "number"),
        (T, "precison"),
        (P, "area"),
        ("examples/buskörning.txt", "buskörning"),
        (X, "buskorning"),
    ]


def test_a_theme_with_a_fault_does_not_orphan_its_examples(tmp_path):
    directory = write_config(tmp_path / "c", (T, "precision", "precison"))

    assert {fault.file for fault in faults_of(directory)} == {T}


def test_nine_examples_are_too_few(tmp_path):
    directory = write_config(tmp_path / "c")
    lines = "".join(f"Mening {n}.\n" for n in range(9))
    (directory / X).write_text(f"# Kommentar\n{lines}{lines}", "utf-8")

    (fault,) = faults_of(directory)

    assert "9 olika exempel räcker inte" in str(fault)


def test_examples_of_no_theme_are_told_with_the_nearest(tmp_path):
    directory = write_config(tmp_path / "c")
    (directory / "examples" / "buskorningar.txt").write_text("Hej.\n", "utf-8")

    (fault,) = faults_of(directory)

    assert (fault.file, fault.nearest) == ("examples/buskorningar.txt", "buskorning")


@pytest.mark.parametrize("file", [B, T, P, X])
def test_a_missing_file_is_told(tmp_path, file):
    directory = write_config(tmp_path / "c")
    (directory / file).unlink()

    assert [(f.file, "saknas" in f.problem) for f in faults_of(directory)] == [(file, True)]


@pytest.mark.parametrize("file", [B, T, "areas.geojson"])
@pytest.mark.parametrize("content", ["x = " + "9" * 5_000, "9" * 5_000, "x = " + "[" * 9_000])
def test_what_python_itself_refuses_is_told_too(tmp_path, file, content):
    directory = write_config(tmp_path / "c")
    (directory / file).write_text(content, "utf-8")

    assert file in {fault.file for fault in faults_of(directory)}


@pytest.mark.parametrize("file", [B, T, P, X])
def test_a_file_in_another_encoding_is_told(tmp_path, file):
    directory = write_config(tmp_path / "c")
    (directory / file).write_bytes("åäö".encode("latin-1"))

    assert any(f.file == file and "UTF-8" in str(f) for f in faults_of(directory))


@pytest.mark.parametrize("file", [B, T, P])
def test_an_empty_file_is_told(tmp_path, file):
    directory = write_config(tmp_path / "c")
    (directory / file).write_text("")

    assert file in {fault.file for fault in faults_of(directory)}


def test_a_theme_that_stands_twice_is_told_with_both_lines(tmp_path):
    directory = write_config(tmp_path / "c")
    path = directory / T
    theme = path.read_text("utf-8").split("[[theme]]")[1]
    path.write_text(f"{path.read_text('utf-8')}\n[[theme]]{theme}", "utf-8")

    (fault,) = faults_of(directory)

    assert fault.line > line_of(T, 'id = "buskorning"')
    first = line_of(T, 'id = "buskorning"')
    assert f"står redan på rad {first}" in str(fault)


def test_a_danger_without_a_helpline_is_told(tmp_path):
    helpline = "[[helpline]]" + BRABOT.split("[[helpline]]")[3]
    directory = write_config(tmp_path / "c", (B, helpline, ""))

    (fault,) = faults_of(directory)

    assert "hjälplinje saknas för: child" in str(fault)


def test_borders_of_an_unknown_area_are_told(tmp_path):
    directory = write_config(tmp_path / "c")
    (directory / "areas.geojson").write_text(
        '{"features":[{"properties":{"area":"Norrangen"},"geometry":{"type":"Polygon"}},'
        '{"properties":{},"geometry":null},'
        '{"properties":{"area":"Norrängen"},"geometry":{"type":"Point"}}]}',
        "utf-8",
    )

    faults = faults_of(directory)

    assert [fault.file for fault in faults] == ["areas.geojson"] * 3
    assert faults[0].nearest == "Norrängen"


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"features": 3}', '{"features": [3]}'])
def test_borders_that_are_no_geojson_are_told(tmp_path, content):
    directory = write_config(tmp_path / "c")
    (directory / "areas.geojson").write_text(content)

    assert {fault.file for fault in faults_of(directory)} == {"areas.geojson"}


def test_a_directory_that_is_not_there_is_told_with_the_way_to_make_it(tmp_path):
    (fault,) = faults_of(tmp_path / "borta")

    assert "brabot init" in str(fault)


@pytest.mark.parametrize("also", ["belysning", "buskorning"])
def test_a_further_theme_that_is_no_other_theme_is_told_with_its_line(tmp_path, also):
    directory = write_config(tmp_path / "c")
    text = (directory / X).read_text("utf-8")
    (directory / X).write_text(f"{text}De gasar på torget. + {also}\n", "utf-8")

    (fault,) = faults_of(directory)

    assert (fault.file, fault.line, fault.found) == (X, len(text.splitlines()) + 1, also)


def test_a_place_outside_is_told_also_where_the_municipality_has_faults(tmp_path):
    shifted, misspelt = ("places.csv", "57.61;", "59.61;"), (B, "short_name", "shortname")
    directory = write_config(tmp_path / "c", shifted, misspelt)
    assert any("utanför kommunens gränser" in str(fault) for fault in faults_of(directory))


def test_a_further_theme_that_is_gone_is_told_once_with_all_its_lines(tmp_path):
    directory = write_config(tmp_path / "c")
    text = (directory / X).read_text("utf-8")
    (directory / X).write_text(f"{text}De gasar. + borta\nDe rusar. + borta\n", "utf-8")
    (fault,) = faults_of(directory)
    line = len(text.splitlines()) + 1
    assert (fault.line, f"också på rad {line + 1}." in fault.problem) == (line, True)
