"""Comparisons: what changed from one policy to the one that supersedes it, in a student's words.

Provisions and figures are aligned by their ids, so an id that goes on is what went on.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, dates
from generator.pages.citations import figures_of
from generator.pages.components import Chip, Link, Prose
from generator.pages.explainers import applies_to, chip_of
from generator.pages.page import Page, Shown, Site
from generator.pages.policies import ADDRESS, CRUMBS, document_name, in_order
from generator.pages.prose import required, value_of
from generator.records.policy import Policy, Provision
from generator.records.unit import Unit


class FigureChange(NamedTuple):
    """A figure that is another, new or gone: 省内项目 4000 → 6000 元."""

    name: str
    before: str
    after: str
    unit: str


class Side(NamedTuple):
    """A provision as one of the two documents has it."""

    label: str
    """原来 or 现在"""
    now: bool
    body: Prose
    lines: tuple[tuple[str, str], ...]
    """Label and text, where the other has another or none: 给谁, 怎么办, 找谁."""
    chip: Chip


class ProvisionChange(NamedTuple):
    """A provision that is another, new or gone, with what each document says, unless the same."""

    title: str
    address: str
    figures: tuple[FigureChange, ...]
    sides: tuple[Side, ...]
    chips: tuple[Chip, ...]
    """The clauses, where no sides show them."""


class ChangeGroup(NamedTuple):
    """变了, 新增 or 取消, and what it is in a sentence."""

    heading: str
    note: str
    provisions: tuple[ProvisionChange, ...]


class Comparison(NamedTuple):
    """``articles/comparison.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    sample: bool
    documents: tuple[tuple[str, Link], ...]
    """新文件 and 旧文件, each linked to its explainer."""
    groups: tuple[ChangeGroup, ...]
    same: tuple[Link, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page for each policy and each that it supersedes."""
    for policy in public.all(Policy):
        for old in public.each(Policy, policy.supersedes):
            if old.id != policy.id:
                yield Page(
                    address=urls.comparison(policy.id, old.id),
                    section=ADDRESS,
                    template="comparison.html",
                    make=_comparison,
                    about=(policy.id, old.id),
                    made_from=(f"policies/{policy.id}", f"policies/{old.id}"),
                )


def _comparison(public: PublicCatalogue, site: Site, new_id: str, old_id: str) -> Shown:
    new, old = public.the(Policy, new_id), public.the(Policy, old_id)
    before = {part.id: part for part in old.provisions}
    after = {part.id: part for part in new.provisions}
    pairs = [(before[part.id], part) for part in in_order(new) if part.id in before]
    changes = [_changed(one, other, old, new, public) for one, other in pairs]
    new_parts = [part for part in in_order(new) if part.id not in before]
    old_parts = [part for part in in_order(old) if part.id not in after]
    groups = (
        ChangeGroup("变了", "两份文件都有，说法不同。", tuple(filter(None, changes))),
        ChangeGroup("新增", "旧文件没有。", tuple(_new(part, new, public) for part in new_parts)),
        ChangeGroup(
            "取消", "新文件不再写。", tuple(_gone(part, old, public) for part in old_parts)
        ),
    )
    title = f"变了什么：{new.title}"
    lead = f"{dates.day(new.begins)}起，新文件取代旧文件。"
    view = Comparison(
        crumbs=(*CRUMBS, cards.link(new)),
        title=title,
        lead=lead,
        sample=new.sample or old.sample,
        documents=tuple(
            (label, Link(document_name(item), urls.path_of(item)))
            for label, item in (("新文件", new), ("旧文件", old))
        ),
        groups=tuple(group for group in groups if group.provisions),
        same=tuple(
            Link(part.title, _address(part, new))
            for (_, part), change in zip(pairs, changes, strict=True)
            if change is None
        ),
    )
    return Shown(title, lead, view)


def _address(part: Provision, item: Policy) -> str:
    return urls.part(urls.path_of(item), part.id)


def _changed(
    before: Provision, after: Provision, old: Policy, new: Policy, public: PublicCatalogue
) -> ProvisionChange | None:
    """What changed in a provision for a student; another clause or quote alone is nothing."""
    figures = tuple(_figures(before, after, old, new))
    was, now = _lines(before, public), _lines(after, public)
    differ = {label for label in was | now if was.get(label) != now.get(label)}
    # A figure's link names its own document: that is no other text.
    reworded = before.body.replace(f"{old.id}.yml", f"{new.id}.yml").strip() != after.body.strip()
    if not (figures or differ or reworded):
        return None
    one, other = (
        _side(part, item, item is new, differ, public)
        for part, item in ((before, old), (after, new))
    )
    sides = (one, other) if differ or reworded else ()
    chips = tuple(
        side.chip._replace(text=f"{side.label} {side.chip.text}") for side in (one, other)
    )
    return ProvisionChange(after.title, _address(after, new), figures, sides, chips)


def _lines(part: Provision, public: PublicCatalogue) -> dict[str, str]:
    contact = public.get(Unit, part.contact)
    lines = {
        "叫法": part.title,
        "性质": part.kind.label,
        "给谁": applies_to(part, public),
        "怎么办": "".join(part.how),
        "找谁": (contact.short or contact.name) if contact else "",
    }
    return {label: text for label, text in lines.items() if text}


def _new(part: Provision, item: Policy, public: PublicCatalogue) -> ProvisionChange:
    figures = tuple(_figures(None, part, item, item))
    side = _side(part, item, True, {"给谁"}, public)
    return ProvisionChange(part.title, _address(part, item), figures, (side,), ())


def _gone(part: Provision, item: Policy, public: PublicCatalogue) -> ProvisionChange:
    figures = tuple(_figures(part, None, item, item))
    side = _side(part, item, False, {"给谁"}, public)
    return ProvisionChange(part.title, _address(part, item), figures, (side,), ())


def _side(
    part: Provision, item: Policy, now: bool, told: Set[str], public: PublicCatalogue
) -> Side:
    """What *item* says of a provision, with those of its lines that are *told*."""
    return Side(
        label="现在" if now else "原来",
        now=now,
        body=required(part.body, item, public),
        lines=tuple((label, text) for label, text in _lines(part, public).items() if label in told),
        chip=chip_of(item, part.cite, public),
    )


def _figures(
    before: Provision | None,
    after: Provision | None,
    old: Policy,
    new: Policy,
) -> Iterator[FigureChange]:
    """The figures of a provision that are not the same in both."""
    was = {figure.id: figure for figure in (figures_of(old, before) if before else ())}
    now = {figure.id: figure for figure in (figures_of(new, after) if after else ())}
    several = len(was | now) > 1
    for id in now | was:
        one, other = was.get(id), now.get(id)
        if one and other and (one.value, one.unit) == (other.value, other.unit):
            continue
        figure = other or one
        assert figure
        alike = one is None or other is None or one.unit is other.unit
        yield FigureChange(
            name=(figure.subject or figure.text or "") if several else "",
            before=(value_of(one) if alike else f"{value_of(one)} {one.unit.label}") if one else "",
            after=value_of(other) if other else "",
            unit=figure.unit.label,
        )
