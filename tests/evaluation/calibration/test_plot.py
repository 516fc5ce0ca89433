import xml.etree.ElementTree as ET

from hearsay.evaluation.calibration.plot import LEFT, SIZE, TOP, draw
from hearsay.evaluation.calibration.reliability import Judged, bins

SVG = "{http://www.w3.org/2000/svg}"


def test_a_dot_for_each_bin_at_its_place():
    drawn = ET.fromstring(draw({"a & b": bins([Judged(0.25, True), Judged(0.75, False)])}))
    dots = [dot for dot in drawn.iter(f"{SVG}circle") if dot.get("fill-opacity")]
    places = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in dots]
    assert places == [(LEFT + SIZE * 0.25, TOP), (LEFT + SIZE * 0.75, TOP + SIZE)]
    assert "a & b" in [text.text for text in drawn.iter(f"{SVG}text")]


def test_an_empty_series_and_none_at_all():
    assert len(list(ET.fromstring(draw({"nothing": ()})).iter(f"{SVG}circle"))) == 1  # its key
    assert not list(ET.fromstring(draw({})).iter(f"{SVG}circle"))


def test_the_same_bins_draw_the_same():
    held = bins([Judged(0.3, True)] * 3)
    assert draw({"x": held}) == draw({"x": held})
