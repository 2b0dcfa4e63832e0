"""Small configurations, trained in a moment."""

from pathlib import Path

from nlp.config import Place, ReaderConfig, Theme

FIRE = (
    "Det brinner i en papperskorg bakom skolan.",
    "Någon tände på containern i natt.",
    "Soptunnan brann igen på gården.",
    "De eldar i skogsbrynet och det är torrt.",
    "Brandlukt i trapphuset efter att någon eldat tidningar.",
    "En bil stod i lågor på parkeringen.",
    "Gräset har eldats upp vid dammen.",
    "Anlagd brand i förrådet i källaren.",
    "Ungdomar tänder eld på skräp vid busshållplatsen.",
    "Röken stod tät, någon hade tänt på en soffa.",
)
LIGHT = (
    "Lampan i tunneln är trasig.",
    "Gatlyktorna lyser inte på gångvägen.",
    "Det är kolsvart vid busshållplatsen, belysningen är släckt.",
    "Lyktstolpen blinkar hela kvällen.",
    "Sätt upp fler lampor i parken, det är mörkt.",
    "Belysningen utanför skolan har slocknat.",
    "Hela gatan saknar ljus sedan i måndags.",
    "Armaturen hänger lös och lyser inte.",
    "Mörkt på parkeringen, alla lyktor är trasiga.",
    "Trasig lampa över porten, vi ser inte var vi går.",
)
MOPED = (
    "Mopeder kör på gångvägen.",
    "EPA-traktorn sladdar på torget varje kväll.",
    "Elsparkcyklar kör på trottoaren i hög fart.",
    "Killar på cross kör sönder fotbollsplanen.",
    "Mopedbuset på gården måste få ett slut.",
    "En fyrhjuling körde över lekplatsen.",
    "Moppar utan lyse kör genom parken.",
    "A-traktorer tutar och kör runt skolan.",
    "Trimmade mopeder på cykelbanan.",
    "De kör moped mitt bland barnen på skolgården.",
)
THEMES = (
    Theme(id="brand", keywords=("brand", "brinner", "tänt på"), examples=FIRE),
    Theme(id="belysning", keywords=("lampa", "lykta", "belysning"), examples=LIGHT),
    Theme(id="buskorning", keywords=("moped", "moppe", "epa"), examples=MOPED),
)
PLACES = (
    Place(name="Borås", kind="locality", area="Borås", lat=57.721, lon=12.94),
    Place(name="Norrby", kind="area", area="Norrby", lat=57.723, lon=12.92, aliases=("norby",)),
    Place(name="Sjöbo", kind="area", area="Sjöbo", lat=57.745, lon=12.946),
    Place(name="Sjöboskolan", kind="school", area="Sjöbo", lat=57.746, lon=12.947),
)


def reader_config(
    *, cache_dir: Path | None = None, themes: tuple[Theme, ...] = THEMES
) -> ReaderConfig:
    """Three themes with ten examples each and four places."""
    return ReaderConfig(themes=themes, places=PLACES, no_area_names=("Borås",), cache_dir=cache_dir)
