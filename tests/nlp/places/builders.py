"""A small gazetteer, and the reading of single texts with it."""

from collections.abc import Iterable
from functools import cache

import spacy
from spacy.tokens import Doc

from nlp import extensions
from nlp.config import Place
from nlp.places.component import Places
from nlp.places.gazetteer import Gazetteer
from nlp.places.lexicon import Lexicon
from nlp.places.splitter import Splitter

ROWS = """
Brämhult;area;Brämhult;57.7230;13.0080;Bremhult
Myrås;area;Brämhult;57.7200;13.0200;
Byttorp;area;Byttorp;57.7290;12.9100;Bytorp
Centrum;area;Centrum;57.7210;12.9400;city|stan|innerstan|centrala Borås
Druvefors;area;Druvefors;57.7120;12.9400;
Göta;area;Göta;57.7050;12.9300;
Hässleholmen;area;Hässleholmen;57.7150;12.9800;Hässle|Hassleholmen
Boda;area;Hässleholmen;57.7180;12.9850;
Hestra;area;Hestra;57.7480;12.8900;
Hulta;area;Hulta;57.7100;12.9900;
Knalleland;area;Knalleland;57.7320;12.9360;Knallan
Lugnet;area;Lugnet;57.7190;12.9300;
Lundby;area;Knalleland;57.7330;12.9300;
Norrby;area;Norrby;57.7200;12.9200;Norby
Norrmalm;area;Norrmalm;57.7290;12.9500;
Saga;area;Norrmalm;57.7300;12.9480;
Östermalm;area;Östermalm;57.7240;12.9600;
Regementet;area;Regementet;57.7020;12.9200;
Sjöbo;area;Sjöbo;57.7500;12.9500;
Trandared;area;Trandared;57.7080;12.9600;Tranared
Tullen;area;Tullen;57.7180;12.9000;
Villastaden;area;Villastaden;57.7150;12.9300;
Viared;area;Viared;57.7000;12.8500;
Borås;locality;Borås;57.7210;12.9401;Boras
Fristad;locality;Fristad;57.8230;13.0100;
Sandared;locality;Sandared;57.7090;12.7900;
Viskafors;locality;Viskafors;57.6290;12.8500;
Allégatan;street;Centrum;;;
Alingsåsvägen;street;Hestra;;;
Ekvägen;street;Hulta;;;
Ekvägen;street;Fristad;;;
Billdalsgatan;street;Norrby;;;
Brämhultsvägen;street;Östermalm;;;
Gånghestervägen;street;Trandared;;;
Göteborgsvägen;street;Regementet;;;
Mellomgårdsgatan;street;;;;
Solvarvsgatan;street;Hässleholmen;;;
Stora Brogatan;street;Centrum;;;gågatan
Stormgatan;street;Viared;;;
Parkgatan Viskafors;street;Viskafors;;;Parkgatan i Viskafors
Riksväg 40;street;;;;rv 40|motorvägen
7:e Villagatan;street;Villastaden;;;
Hässle torg;square;Hässleholmen;57.7151;12.9801;
Hulta torg;square;Hulta;;;
Södra torget;square;Centrum;;;
Stora torget;square;Centrum;;;
Stadsparken;park;Centrum;;;
Almås;park;;;;Älmås
Byttorpskolan;school;Byttorp;;;
Fjärdingskolan;school;Hässleholmen;;;
Högskolan i Borås;school;Lugnet;;;Högskolan
Sjöboskolan;school;Sjöbo;;;Sjöbo skola
Borås Resecentrum;station;Centrum;;;resecentrum
Fristad station;station;Fristad;;;
Viskafors station;station;Viskafors;;;tågstationen Viskafors
Stadsparksbadet;venue;Centrum;;;simhallen
Södra Älvsborgs sjukhus;other;Östermalm;;;SÄS|sjukhuset|akuten
Polishuset;other;Lugnet;;;polisstationen
S:t Sigfrids griftegård;other;Göta;;;
Viskan;water;;;;
Åhaga;venue;Druvefors;;;
Såken;water;Viskafors;;;
Skansen;stop;Fristad;;;
Solvarvsgatan 7;stop;Hässleholmen;;;
Hållplats Regementet;stop;Regementet;;;Regementet hållplats
"""


def place(row: str) -> Place:
    """The place of a line `name;kind;area;lat;lon;aliases`."""
    name, kind, area, lat, lon, aliases = row.split(";")
    return Place(
        name=name,
        kind=kind,
        area=area or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        aliases=tuple(filter(None, aliases.split("|"))),
    )


PLACES = tuple(map(place, ROWS.split("\n")[1:-1]))


@cache
def component() -> Places:
    extensions.register()
    places = Places()
    places.initialize(PLACES, no_area_names=("Borås",))
    return places


@cache
def splitter() -> Splitter:
    return Splitter(Lexicon(Gazetteer(PLACES, no_area_names=("Borås",))))


@cache
def _blank() -> spacy.language.Language:
    return spacy.blank("sv")


def read(text: str, *, language: str = "sv") -> Doc:
    """A text with its places read."""
    reader = component()
    doc = _blank().make_doc(text)
    doc._.language = language
    return reader(doc)


def names(text: str, *, language: str = "sv") -> list[str]:
    return [mention.name for mention in read(text, language=language)._.places]


def area(text: str, *, language: str = "sv") -> str | None:
    found: str | None = read(text, language=language)._.area
    return found


def spelled(text: str, *, language: str = "sv") -> Iterable[str]:
    """What stands in the text for each place."""
    return [text[m.start : m.end] for m in read(text, language=language)._.places]
