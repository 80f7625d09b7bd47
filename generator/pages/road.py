"""Where something stands on the road: the steps of pathways that a record is part of."""

from __future__ import annotations

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages.components import Link
from generator.records.event import Event
from generator.records.pathway import Pathway
from generator.records.policy import Policy
from generator.records.question import Question


def places(item: Policy | Event | Question, public: PublicCatalogue) -> tuple[Link, ...]:
    """Each step that *item* is part of, with its number, linked to its place on the pathway."""
    return tuple(
        Link(
            f"第{number}步，共{len(pathway.steps)}步：{step.title}",
            urls.step(urls.path_of(pathway), number),
        )
        for pathway in public.referring(Pathway, item)
        for number, step in enumerate(pathway.steps, start=1)
        if item.id
        in {"policies": step.policies, "events": step.events}.get(item.collection, step.questions)
    )
