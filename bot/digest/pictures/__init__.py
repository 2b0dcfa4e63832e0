"""The pictures of a digest: numbers over time, themes by area, areas on a map.

Each is drawn from plain values, 360 pixels wide as on a phone (three times as many dots), as
PNG or SVG; equal values give equal bytes. Each has a text that says the same.
"""

from bot.digest.pictures.area_map import area_map_alt, draw_area_map
from bot.digest.pictures.areas import AreaMap, AreaNumber
from bot.digest.pictures.from_facts import area_map_of, heat_map_of, timeline_of
from bot.digest.pictures.heat_map import draw_heat_map, heat_map_alt
from bot.digest.pictures.heat_table import HeatCell, HeatLine, HeatMap
from bot.digest.pictures.outlines import AreaOutline, area_outlines
from bot.digest.pictures.points import Point, Timeline
from bot.digest.pictures.timeline import draw_timeline, timeline_alt

__all__ = [
    "AreaMap",
    "AreaNumber",
    "AreaOutline",
    "HeatCell",
    "HeatLine",
    "HeatMap",
    "Point",
    "Timeline",
    "area_map_alt",
    "area_map_of",
    "area_outlines",
    "draw_area_map",
    "draw_heat_map",
    "draw_timeline",
    "heat_map_alt",
    "heat_map_of",
    "timeline_alt",
    "timeline_of",
]
