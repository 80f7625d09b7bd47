"""Inspection: the second net. What was built is looked through before it takes the site's place.

Every file, byte by byte for what is withheld, and as what it is: that pages lead somewhere, have
no id twice and load nothing from elsewhere, and that files for programs can be read by them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.clearance.explained import Visible
from generator.clearance.withheld import Withheld, Word
from generator.inspection import formats, html, kept
from generator.inspection.facts import Facts
from generator.inspection.faults import Faults
from generator.inspection.references import Target, Way
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

    def inspect(self, tree: Path, files: Files, facts_of_before: Path | None = None) -> None:
        """Look through the *files* of *tree*. Raises :class:`Unsound`.

        ``facts_of_before`` is where what is known of unchanged files lies.
        """
        before = kept.read(facts_of_before, self.by)
        faults, way, quick = Faults(), Way(self.own), html.Quick(self.own)
        facts = before.facts
        held: dict[Word, list[str]] = {}
        anew = 0
        for name, entry in files.items():
            is_known = before.has(name, entry)
            if not is_known or before.words != self.withheld.digest:
                data = (tree / name).read_bytes()
                for word in self.withheld.found(b"%b\0%b" % (name.encode(), data), name):
                    held.setdefault(word, []).append(name)
                if not is_known:
                    facts.put(name, *self._facts(name, data, way, quick, faults))
                anew += 1
        facts.only(files)
        self._judge_words(held, tree, faults)
        self._judge_links(facts, tree, way, faults)
        if faults:
            raise Unsound(faults.problems(self.site, self.made_from))
        if facts_of_before and (anew or before.known.keys() != files.keys()):
            kept.save(facts_of_before, self.by, self.withheld.digest, files, facts)

    def _facts(
        self, name: str, data: bytes, way: Way, quick: html.Quick, faults: Faults
    ) -> tuple[frozenset[Target], tuple[str, ...]]:
        """Where a file leads, and its ids; what is wrong with it goes to *faults*."""
        if name.endswith(".html"):
            said = self._read(name, data, quick)
            for id, count in Counter(said.ids).items():
                if count > 1:
                    faults.add("site-double-id", id, name)
            # Most pages lead to parts of their own: what is there needs no asking of other files.
            needs = said.needs.difference([f"#{id}" for id in said.ids])
            ids, loads = said.ids, said.loads
        else:
            read = formats.read(name, data, self.own)
            if read.wrong:
                faults.add(read.code, read.wrong, name)
            ids, needs, loads = (), read.needs, read.loads
        for address in loads:
            if html.leads_out(address, self.own) and not address.startswith("data:"):
                faults.add("site-third-party", address, name)
        return way.targets(needs, name), ids

    def _read(self, name: str, data: bytes, quick: html.Quick) -> html.Said:
        said = quick.said(data) if name in self.made_from else None
        if said is None or len(set(said.ids)) < len(said.ids):
            return html.parsed(data, self.own)
        return said

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

    def _judge_links(self, facts: Facts, tree: Path, way: Way, faults: Faults) -> None:
        """Whether something is wherever the site leads."""
        found = list(facts.dead())
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
