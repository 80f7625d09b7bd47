"""Who gets what: the conditions of policies, held against a student's answers.

Conditions name criteria and, of each, the options under which something counts. They are asked
one at a time, and only while an answer still changes anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from generator.catalogue import PublicCatalogue
from generator.records.criterion import Criterion
from generator.records.fields import Labelled
from generator.records.pathway import Pathway
from generator.records.policy import (
    Conditions,
    Figure,
    FigureUnit,
    Level,
    Policy,
    Provision,
    ProvisionKind,
    Standing,
)

QUESTIONS = 4
"""How many questions a student is asked at most."""
OUTCOMES = 500
"""How many outcomes there may be: each is a page."""

Answers = Mapping[str, str]
"""criterion → the option chosen."""

Rule = Mapping[str, frozenset[str]]
"""criterion → the options under which something counts; one that is not named is free."""

ADDED_UP = frozenset({FigureUnit.CNY, FigureUnit.POINT})
"""The units of which several figures make one: years of different things do not."""


class Verdict(Labelled):
    """Whether something is given under a student's answers."""

    APPLIES = "applies", "符合"
    MAY = "may", "视情况"
    NOT = "not", "不符合"


def rule(*conditions: Conditions) -> Rule:
    """What must hold where all of *conditions* must."""
    met: dict[str, frozenset[str]] = {}
    for one in conditions:
        for criterion, options in one.items():
            chosen = frozenset(options)
            met[criterion] = met[criterion] & chosen if criterion in met else chosen
    return met


def failing(given: Rule, answers: Answers) -> str | None:
    """The first criterion whose answer the rule *given* does not allow."""
    return next(
        (id for id, chosen in answers.items() if id in given and chosen not in given[id]), None
    )


def matters(given: Rule, criterion: Criterion) -> bool:
    """Whether the rule *given* depends on how *criterion* is answered."""
    return criterion.id in given and any(
        option.id not in given[criterion.id] for option in criterion.options
    )


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What a policy gives to a person, or may give, with its figures."""

    policy: Policy
    provision: Provision
    figures: tuple[Figure, ...]

    @property
    def level(self) -> Level:
        """Who gives it: the document's own level, unless it says that another does."""
        return self.provision.level or self.policy.level

    @property
    def rule(self) -> Rule:
        """When it is given."""
        return rule(self.provision.for_)

    @property
    def depends(self) -> bool:
        """Whether more than the answers decides: what its editor says, or the student's college.

        A college's document counts for its own students only, and no question asks for the college.
        """
        return bool(self.provision.depends) or self.policy.level is Level.COLLEGE

    def figure_rule(self, figure: Figure) -> Rule:
        """When it is given in the amount of *figure*."""
        return rule(self.provision.for_, figure.for_)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All on which its page depends."""
        return self.rule, *map(self.figure_rule, self.figures)

    def given(self, answers: Answers) -> tuple[Figure, ...]:
        """The figures that *answers* leave."""
        return tuple(one for one in self.figures if not failing(self.figure_rule(one), answers))


def entitlements(policies: Iterable[Policy]) -> list[Entitlement]:
    """What *policies* give to persons: benefits and honours, the nation's first."""
    found = [
        Entitlement(policy, part, tuple(one for one in policy.figures if one.provision == part.id))
        for policy in policies
        for kind in (ProvisionKind.BENEFIT, ProvisionKind.HONOUR)
        for part in policy.provisions
        if part.kind is kind and not part.collective
    ]
    levels = list(Level)
    return sorted(found, key=lambda one: levels.index(one.level))


def clashing(one: Entitlement) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of its figures, of one unit, that some answers would give both."""
    for place, figure in enumerate(one.figures):
        for other in one.figures[:place]:
            both = rule(one.provision.for_, figure.for_, other.for_)
            if figure.unit is other.unit and all(both.values()):
                yield figure, other


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The questions in their order, and the rules that hang on the answers."""

    criteria: tuple[Criterion, ...]
    rules: tuple[Rule, ...]
    left_out: tuple[Criterion, ...] = ()
    """Criteria that would matter and are not asked: there are too many."""
    known: Mapping[str, Criterion] = field(default_factory=dict)
    """Every criterion by id, those on which nothing depends as well."""

    def next(self, answers: Answers) -> Criterion | None:
        """The next question; None where no answer changes anything any more."""
        open_rules = [one for one in self.rules if not failing(one, answers)]
        for criterion in self.criteria:
            if criterion.id not in answers and any(matters(one, criterion) for one in open_rules):
                return criterion
        return None

    def ways(self, answers: Answers | None = None) -> Iterator[Answers]:
        """All that can have been answered, from nothing on, each before what follows on it."""
        answers = answers or {}
        yield answers
        question = self.next(answers)
        for option in question.options if question else ():
            yield from self.ways({**answers, question.id: option.id})  # type: ignore[union-attr]

    def answered(self, options: Sequence[str]) -> Answers:
        """What was answered by choosing *options* in turn."""
        answers: dict[str, str] = {}
        for option in options:
            question = self.next(answers)
            assert question
            answers[question.id] = option
        return answers

    def verdict(self, one: Entitlement, answers: Answers) -> Verdict:
        """Whether *one* is given under *answers*, all questions being asked."""
        if failing(one.rule, answers):
            return Verdict.NOT
        undecided = any(
            id not in answers and (id not in self.known or matters(one.rule, self.known[id]))
            for id in one.rule
        )
        units = [figure.unit for figure in one.given(answers)]
        if undecided or one.depends or len(units) > len(set(units)):
            return Verdict.MAY
        return Verdict.APPLIES


def inquiry(
    given: Iterable[Entitlement], criteria: Iterable[Criterion], more: Iterable[Conditions] = ()
) -> Inquiry:
    """The questions that decide on what is *given*, and on *more* conditions, such as pathways'."""
    found = (*(each for one in given for each in one.rules), *map(rule, more))
    rules = tuple(each for each in found if all(each.values()))  # the others nobody can meet
    ordered = sorted(criteria, key=lambda one: (one.order is None, one.order or 0, one.id))
    mattering = [one for one in ordered if any(matters(each, one) for each in rules)]
    most = next(
        count
        for count in range(min(len(mattering), QUESTIONS), -1, -1)
        if prod(len(one.options) for one in mattering[:count]) <= OUTCOMES
    )
    known = {one.id: one for one in ordered}
    return Inquiry(tuple(mattering[:most]), rules, tuple(mattering[most:]), known)


def today(public: PublicCatalogue) -> tuple[list[Entitlement], Inquiry]:
    """What the policies give that are in force, and the questions that decide on it."""
    valid = [one for one in public.all(Policy) if public.standing(one) is Standing.VALID]
    given = entitlements(valid)
    ways = [pathway.for_ for pathway in public.all(Pathway)]
    return given, inquiry(given, public.all(Criterion), ways)
