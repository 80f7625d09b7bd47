"""The address of everything: the one place where addresses are made.

A page's address begins and ends with a slash (``/volunteers/wb2024-001/``), a file's ends in its
name; both are relative to the top of the site. Addresses of records are permalinks: changing how one is made breaks links that
others keep for years.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b
from urllib.parse import quote

from generator.problems import Problem
from generator.records import Record
from generator.records.fields import is_reserved

HOME = "/"

WITH_PAGES = frozenset(
    {
        *("volunteers", "stories", "events", "policies", "notices", "honours"),
        *("units", "questions", "pathways"),
    }
)
"""The collections whose records have pages, and whose section has an index."""


def record(collection: str, id: str) -> str:
    """The permalink of a record."""
    return f"/{collection}/{id}/"


def section(collection: str) -> str:
    """The index of a collection."""
    return f"/{collection}/"


def comparison(new: str, old: str) -> str:
    """What changed from the policy *old* to the policy *new*, which supersedes it."""
    return f"/policies/{new}/compare/{old}/"


def policies_for(cohort: int) -> str:
    """The policies that applied to a cohort."""
    return f"/policies/for/{cohort}/"


def notices_of(year: str) -> str:
    """The notices that began in a year."""
    return f"/notices/year/{year}/"


def honours_of(year: str) -> str:
    """The honours of a year."""
    return f"/honours/year/{year}/"


SOURCES = "/sources/"


def source(file: str) -> str:
    """The page of an official document."""
    return f"{SOURCES}{file.rsplit('.', 1)[0].lower()}/"


def clause(file: str, anchor: str) -> str:
    """A clause on the page of an official document."""
    return f"{source(file)}#{anchor}"


def part(address: str, anchor: str) -> str:
    """A part of a page."""
    return f"{address}#{anchor}"


def volunteers_by(kind: str, value: str) -> str:
    """The volunteers of a cohort, province, college or project."""
    return f"/volunteers/{kind}/{value}/"


def stories_by(kind: str, value: str) -> str:
    """The stories with a tag, or of a place. A tag stands in the address as it is."""
    return f"/stories/{kind}/{value}/"


def benefits(options: Iterable[str] = ()) -> str:
    """What a student gets who chose *options*, one for each question that was asked."""
    return "".join(("/benefits/", *(f"{option}/" for option in options)))


def questions_by(kind: str, value: str) -> str:
    """The questions with a tag, which stands in the address as it is, or on a policy."""
    return f"/questions/{kind}/{value}/"


def step(address: str, number: int) -> str:
    """Step *number*, from 1, of the pathway at *address*."""
    return part(address, f"step-{number}")


def needs(address: str) -> str:
    """What is needed for the pathway at *address*."""
    return f"{address}needs/"


def month(year: int, number: int) -> str:
    """A month of the calendar."""
    return f"/events/{year:04}/{number:02}/"


def events_by(kind: str, value: str) -> str:
    """The events of a kind, for an audience, of a college, on a campus: as :func:`calendar_by`."""
    return f"/events/{kind}/{value}/"


CLOSING = "/events/deadlines/"
"""The deadlines, on a page."""

EMBEDS = "/embed/"
"""Where the pages lie that other sites may show in a frame, and no others."""


def embedded(address: str) -> str:
    """The list at *address* as other sites show it."""
    return f"{EMBEDS}{address.lstrip('/')}"


SUBSCRIBE = "/calendar/"
"""The page that lists the calendars to subscribe to."""
CALENDAR = "/calendar/all.ics"
"""The calendar of all events, to subscribe to."""
DEADLINES = "/calendar/deadlines.ics"
"""The calendar of all deadlines, to subscribe to."""
ATOM = "/events/feed.xml"
JSON_FEED = "/events/feed.json"
"""New and changed events, to follow: RFC 4287, and JSON Feed 1.1."""
NEWS = {ATOM: "application/atom+xml", JSON_FEED: "application/feed+json"}
"""What browsers and readers call each of them."""


def calendar_by(kind: str, value: str) -> str:
    """The calendar of the events of a kind, for an audience, of a college, on a campus.

    ``kind`` is kind, audience, college or campus; ``value`` an event's kind, a unit's id, or
    else the :func:`slug` of what records say.
    """
    return f"/calendar/{_CALENDARS[kind]}/{value}.ics"


_CALENDARS = {"kind": "kinds", "audience": "audiences", "college": "colleges", "campus": "campuses"}


def calendar_of(event: str) -> str:
    """The calendar of one event's dates; *event* is its id."""
    return f"/events/{event}.ics"


def slug(text: str) -> str:
    """What stands for a free *text* in an address: 全校学生, 示例校区, mba-学生.

    Han characters stay as they are: a spelling in Latin letters would depend on how a library
    reads them, and change with it. Texts that differ only by width, case or signs have one slug.
    """
    plain = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFKC", text).casefold()).strip("-")
    if plain and len(plain) <= _LONGEST_SLUG and not is_reserved(plain):
        return plain
    digest = blake2b(text.encode(), digest_size=4).hexdigest()
    return f"{plain[:_LONGEST_SLUG]}-{digest}".strip("-")


_LONGEST_SLUG = 40
"""A file's name may have 255 bytes on most systems, of which a Han character takes three."""


PRIVACY = "/privacy/"
"""What is published of people, and how they take it back."""

SEARCH = "/search/"
"""The page that searches; its index lies beside it."""


def listed(kind: str, value: str = "") -> str:
    """Every page of a kind, as far as it has a value (its letter, its year): for who has no script."""
    return f"{SEARCH}{kind}/{value}/" if value else f"{SEARCH}{kind}/"


def paged(address: str, number: int) -> str:
    """Page *number*, from 1, of a list at *address*."""
    return address if number == 1 else f"{address}page/{number}/"


def parent(address: str) -> str:
    """The address of the folder in which *address* lies."""
    return address[: address.rstrip("/").rfind("/") + 1] or "/"


def root(address: str) -> str:
    """The way from *address* to the top of the site, without a slash at its end."""
    depth = address.count("/") - 1
    return "/".join([".."] * depth) or "."


def href(address: str) -> str:
    """*address* as it stands in a link: percent-encoded where it must be."""
    return quote(address, safe="/#:?=&%-._~")


def file(address: str) -> str:
    """The file, relative to the site's folder, that serves *address*."""
    return f"{address}index.html".lstrip("/") if address.endswith("/") else address.lstrip("/")


def of_index(name: str) -> str:
    """The file, relative to the site's folder, of a file of the search index."""
    return f"search/{name}"


PICTURES = "/pictures/"


def picture(name: str) -> str:
    """A file that shows a picture. No permalink: another edition of the picture has another."""
    return f"{PICTURES}{name}"


def collisions(claims: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
    """Addresses claimed twice. A claim is an address and the file that makes it.

    Addresses that differ only by case collide as well: Windows' and macOS' file systems, and
    some servers, do not tell them apart.
    """
    taken: dict[str, str] = {}
    problems = []
    for address, owner in claims:
        other = taken.setdefault(address.casefold(), owner)
        if other != owner:
            problems.append(
                Problem(owner, "address-taken", particulars={"address": address, "other": other})
            )
    return tuple(problems)


def path_of(item: Record) -> str:
    """The permalink of *item*."""
    return record(item.collection, item.id)
