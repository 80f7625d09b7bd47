"""Westbound beside its peers: the same content, interleaved in one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import content
from benchmarks.measure import Cost, Failed, middle, run
from benchmarks.peers import BASE, Peer, bare
from benchmarks.tables import megabytes, seconds, table

STEPS = COLD, WARM, EDIT = "cold", "warm", "one edit"
_HEAD = (
    *("records", "generator", COLD, "CPU", "peak memory", WARM, EDIT),
    *(f"{COLD} ÷ {BASE}", f"{EDIT} ÷ {BASE}", "pages", "bytes a page"),
)

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What one generator made of so many records, and at what cost: cold, warm, after an edit."""

    count: int
    name: str
    costs: dict[str, Cost]
    pages: int
    bytes_a_page: float


def programs(peers: Sequence[Peer], tools: Path) -> tuple[list[tuple[Peer, str]], list[str]]:
    """Each peer with its program, and of all peers a line: its version, or why it does not run."""
    found, lines = [], []
    for peer in peers:
        try:
            program = peer.install(tools)
            lines.append(f"- {peer.NAME} {peer.version(program)}; built again by {peer.AGAIN}.")
            found.append((peer, program))
        except bare.Missing as missing:
            lines.append(f"- {peer.NAME}: not run, {missing}.")
    return found, lines


def compare(
    peers: Sequence[tuple[Peer, str]], count: int, rounds: int, folder: Path, say: Say
) -> list[Result]:
    """Build *count* records *rounds* times with each of *peers*, taking turns at each step.

    Making files just after deleting many is slow on ext4. So each cold build has a folder of its
    own, all of them come first, and nothing is deleted here.
    """
    records = folder / "records"
    content.write(records, count)
    turns = []
    for number in range(rounds):
        for peer, program in peers:
            say(f"{count:,} records: writing project {number + 1} of {rounds} of {peer.NAME}")
            place = _place(folder, peer, number)
            peer.prepare(records, place)
            turns.append((peer, program, place))
    costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    failed: set[str] = set()
    for step in STEPS:
        for peer, program, place in turns:
            if peer.NAME in failed:
                continue
            say(f"{count:,} records: {step}, {peer.NAME}")
            try:
                costs[peer.NAME, step].append(_take(step, peer, program, place))
            except Failed as words:
                failed.add(peer.NAME)
                say(f"{peer.NAME} failed:\n{words}")
    return [
        _result(
            count,
            peer.NAME,
            {step: middle(costs[peer.NAME, step]) for step in STEPS},
            _place(folder, peer, 0) / bare.SITE,
        )
        for peer, _ in peers
        if peer.NAME not in failed
    ]


def _place(folder: Path, peer: Peer, number: int) -> Path:
    place = folder / f"{peer.NAME.partition(' ')[0].lower()}-{number}"
    place.mkdir(exist_ok=True)
    return place


def _take(step: str, peer: Peer, program: str, place: Path) -> Cost:
    if step == EDIT:
        peer.edit(place)
    cost = run(peer.build(program, place, again=step != COLD), place)
    if step == EDIT and not bare.shows_edit(place):
        raise Failed("the site does not show the edit")
    return cost


def _result(count: int, name: str, costs: dict[str, Cost], site: Path) -> Result:
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    return Result(count, name, costs, len(sizes), sum(sizes) / len(sizes))


def as_table(results: Sequence[Result]) -> str:
    """The table of all results."""
    base = {result.count: result.costs for result in results if result.name == BASE}
    return table(_HEAD, (_row(result, base.get(result.count)) for result in results))


def _row(result: Result, base: dict[str, Cost] | None) -> list[str]:
    costs = result.costs
    ratios = [f"{costs[step].wall / base[step].wall:.2f}" if base else "" for step in (COLD, EDIT)]
    return [
        f"{result.count:,}",
        result.name,
        seconds(costs[COLD].wall),
        seconds(costs[COLD].cpu),
        megabytes(max(cost.peak for cost in costs.values())),
        seconds(costs[WARM].wall),
        seconds(costs[EDIT].wall),
        *ratios,
        f"{result.pages:,}",
        f"{result.bytes_a_page:,.0f}",
    ]
