"""Files that are no pages: what programs would refuse is refused."""

from __future__ import annotations

import icalendar
import pytest

from generator.inspection.formats import read
from tests.images.canaries import picture, saved, webp

OWN = "https://xibu.example.edu.cn/"
GOOD = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//ZH\r\nBEGIN:VEVENT\r\nUID:a@x\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Asia/Shanghai:20261203T190000\r\n"
    'ORGANIZER;CN="示例，学院":https://xibu.example.edu.cn/units/a/\r\nSUMMARY:示例，'
    "一行\r\n 折断\r\nURL:https://xibu.example.edu.cn/events/a/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
WRONG = {
    "nothing": "",
    "no end": GOOD.removesuffix("END:VCALENDAR\r\n"),
    "no end of the entry": GOOD.replace("END:VEVENT\r\n", ""),
    "an end too many": GOOD + "END:VCALENDAR\r\n",
    "no colon": GOOD.replace("SUMMARY:", "SUMMARY"),
    "no name": GOOD.replace("SUMMARY:", ":"),
    "a quote left open": GOOD.replace('学院"', "学院"),
    "a parameter without a value": GOOD.replace("TZID=", "TZID"),
    "a line broken without a space": GOOD.replace("\r\n 折断", "\r\n折断"),
}
WRONG_AS_WELL = {
    "ends crossed": GOOD.replace("END:VEVENT\r\nEND:VCALENDAR", "END:VCALENDAR\r\nEND:VEVENT"),
    "no such day": GOOD.replace("20261203", "20261243"),
    "no UID": GOOD.replace("UID:a@x\r\n", ""),
    "a control character": GOOD.replace("一行", "一\x00行"),
    "a lone line feed": GOOD.replace("SUMMARY:示例", "SUMMARY:示\n例"),
}
"""What icalendar forgives, and other programs do not."""


def refused(text):
    """Whether icalendar's parser refuses a calendar, or a line of it."""
    try:
        found = icalendar.Calendar.from_ical(text)
    except (ValueError, IndexError):
        return True
    return any(component.errors for component in found.walk())


def test_a_calendar_that_is_right_is_read():
    """With the addresses that it names."""
    assert not refused(GOOD)

    found = read("a.ics", GOOD.encode(), OWN)

    assert found.wrong == ""
    assert found.needs == {"https://xibu.example.edu.cn/events/a/"}


@pytest.mark.parametrize("what", WRONG)
def test_a_calendar_that_icalendar_refuses_is_refused(what):
    """Without its parser, which takes a hundred times as long."""
    assert refused(WRONG[what])
    assert read("a.ics", WRONG[what].encode(), OWN).wrong


@pytest.mark.parametrize("what", WRONG_AS_WELL)
def test_a_calendar_that_other_programs_refuse_is_refused(what):
    """RFC 5545 has more rules than that parser asks for."""
    assert read("a.ics", WRONG_AS_WELL[what].encode(), OWN).wrong


def test_every_calendar_of_the_site_is_read_by_both(every_kind):
    """So that what is checked is what is written."""
    calendars = [data for name, data in every_kind.files.items() if name.endswith(".ics")]
    assert calendars
    for data in calendars:
        assert not refused(data.decode())
        assert read("a.ics", data, OWN).wrong == ""


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("a.json", b'{"a": 1}', False),
        ("a.json", b'{"a": 1', True),
        ("a.json", "\xff".encode("latin-1"), True),
        ("a.xml", b"<a><b/></a>", False),
        ("a.xml", b"<a><b></a>", True),
        ("a.svg", b"<svg>&nbsp;</svg>", True),
        ("pictures/a.webp", saved(picture(), "WEBP"), False),
        ("pictures/a.webp", webp(), True),
        ("pictures/a.webp", b"x", True),
    ],
)
def test_what_cannot_be_read_is_refused(name, data, wrong):
    """JSON, XML, drawings; and of pictures what holds more than a picture."""
    assert bool(read(name, data, OWN).wrong) is wrong


@pytest.mark.parametrize(
    ("name", "text", "loads"),
    [
        ("a.css", "/* url(//a.b) */ p { background: url( 'https://a.b/c' ) }", {"https://a.b/c"}),
        ("a.css", '@import "//a.b/c";', {"//a.b/c"}),
        ("a.js", "fetch(`https://a.b/c`) // https://d.e", {"https://a.b/c"}),
        (
            "a.svg",
            '<svg xmlns="http://www.w3.org/2000/svg"><image href="//a.b"/><a href="//c.d"/></svg>',
            {"//a.b"},
        ),
    ],
)
def test_what_a_file_asks_of_others_is_known(name, text, loads):
    """A style sheet, a script, a drawing."""
    assert read(name, text.encode(), OWN).loads == loads
