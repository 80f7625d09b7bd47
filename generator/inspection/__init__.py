"""Inspection: the second net. What was built is looked through before it takes the site's place.

Every file, byte by byte for what is withheld, and as what it is: that pages lead somewhere, have
no id twice and load nothing from elsewhere, and that files for programs can be read by them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.clearance.explained import Visible
from generator.clearance.withheld import Withheld, Word
from generator.inspection import html, kept
from generator.inspection.facts import Facts
from generator.inspection.faults import Faults
from generator.inspection.look import Asked, looks
from generator.inspection.references import Way
from generator.problems import Problem
from generator.publishing.manifest import Files

__all__ = ["Inspection", "Unsound"]


class Unsound(Exception):
    """What was built may not be published; ``problems`` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(len(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the files of a site are held against.

    ``site`` is the name of its folder, ``own`` how its whole addresses begin. ``visible`` gives all
    that may be seen; it is asked for where a withheld word was found. ``by`` tells this program from
    other editions of it.
    """

    site: str
    own: str
    withheld: Withheld
    visible: Callable[[Path], Visible]
    made_from: Mapping[str, str]
    """page that templates of ours made → the record that it is about, or nothing."""
    hidden: Callable[[], Iterable[str]]
    """Addresses that lead nowhere today, and are no mistake; asked only if something is dead."""
    by: str
    jobs: int | None = 1
    """How many processes may look through the files; None for as many as pay."""

    def inspect(self, tree: Path, files: Files, facts_of_before: Path | None = None) -> None:
        """Look through the *files* of *tree*. Raises :class:`Unsound`.

        ``facts_of_before`` is where what is known of unchanged files lies.
        """
        before = kept.read(facts_of_before, self.by)
        same_words = before.words == self.withheld.digest
        asked = [
            Asked(name, is_known)
            for name, entry in files.items()
            if not ((is_known := before.has(name, entry)) and same_words)
        ]
        facts, faults = before.facts, Faults()
        held: dict[Word, list[str]] = {}
        given = (tree, self.own, self.withheld, frozenset(self.made_from))
        for (name, is_known), found in zip(asked, looks(asked, given, self.jobs), strict=True):
            for word in found.words:
                held.setdefault(word, []).append(name)
            for code, what in found.wrong:
                faults.add(code, what, name)
            if not is_known:
                facts.put(name, found.targets, found.ids)
        facts.only(files)
        self._judge_words(held, tree, faults)
        self._judge_links(facts, tree, faults)
        if faults:
            raise Unsound(faults.problems(self.site, self.made_from))
        if facts_of_before and (asked or before.known.keys() != files.keys()):
            kept.save(facts_of_before, self.by, self.withheld.digest, files, facts)

    def _judge_words(self, held: Mapping[Word, list[str]], tree: Path, faults: Faults) -> None:
        """Whether what was found is only what may be seen anyway."""
        if not held:
            return
        visible = self.visible(tree)
        for word in visible.unexplained(held.keys()):
            for name in held[word]:
                text = (tree / name).read_bytes().replace(b"<wbr>", b"").decode("utf-8", "replace")
                if word.stands_in or not visible.only_joins(word, text):
                    faults.add("site-withheld", word.masked, name, word)

    def _judge_links(self, facts: Facts, tree: Path, faults: Faults) -> None:
        """Whether something is wherever the site leads."""
        found, way = list(facts.dead()), Way(self.own)
        hidden = way.targets(frozenset(self.hidden()), "index.html") if found else frozenset()
        for name, target, is_part in found:
            if target not in hidden and self._leads(name, target, tree, way):
                address = f"/{target.replace('index.html', '', 1)}"
                faults.add("site-dead-part" if is_part else "site-dead-link", address, name)

    def _leads(self, name: str, target: str, tree: Path, way: Way) -> bool:
        """Whether a file does lead to *target*: a page's text may look like a link."""
        if name not in self.made_from:
            return True
        said = html.parsed((tree / name).read_bytes(), self.own)
        return target in way.targets(said.needs, name)
