"""Receipts: what became of the site once somebody withdrew, to hand to them.

One is owed when an edition is published that does not show any more whom the edition before it
showed, since they withdrew. It lies beside the site, not in it, and names nobody: the record's id
tells whose it is. Their name is forgotten with the edition that bore it, unless it still stands
somewhere; then the receipt says where, and is owed again.

Source: Personal Information Protection Law (个人信息保护法), articles 15, 47 and 50.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from generator import urls
from generator.clearance.names import mentions
from generator.pages.page import Site
from generator.publishing import Manifest
from generator.records.volunteer import Volunteer
from generator.withdrawal import OUTSIDE

FOLDER = "receipts"
_OWED = "owed.json"


@dataclass(frozen=True, slots=True)
class Owed:
    """Who withdrew: their id, how they were named, the files that showed them, and all pictures
    that there were."""

    id: str
    names: tuple[str, ...]
    showed: tuple[str, ...]
    pictures: tuple[str, ...]
    again: bool = False
    """Whether a publication before should have settled it."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as it was written, and the files in which a name still stands."""

    path: Path
    still_in: tuple[str, ...]


def owed(state: Path, before: Manifest | None, withdrawn: Mapping[str, date]) -> list[Owed]:
    """To whom receipts are owed: since earlier, and since the edition *before* is replaced.

    ``state`` is the folder in which publishing keeps its own files.
    """
    found = {one.id: one for one in _noted(state) if one.id in withdrawn}
    shown = before.edition.people.keys() & withdrawn.keys() if before else ()
    files = before.files() if before and shown else {}
    pictures = tuple(sorted(name for name in files if name.startswith(urls.PICTURES.lstrip("/"))))
    for id in sorted(shown):
        asked = ("record", Volunteer.collection, id)
        showed = tuple(sorted(name for name, entry in files.items() if asked in entry.asked))
        names = before.edition.names.get(id, ()) if before else ()
        found[id] = Owed(id, names, showed, pictures)
    return list(found.values())


def note(state: Path, owed: Iterable[Owed]) -> None:
    """Keep in mind who is owed a receipt; nothing where nobody is."""
    rows = [asdict(one) for one in owed]
    if rows:
        (state / _OWED).write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    else:
        (state / _OWED).unlink(missing_ok=True)


def _noted(state: Path) -> list[Owed]:
    try:
        rows = json.loads((state / _OWED).read_text("utf-8"))
        return [
            Owed(row["id"], tuple(row["names"]), tuple(row["showed"]), tuple(row["pictures"]), True)
            for row in rows
        ]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def settle(
    state: Path,
    owed: Sequence[Owed],
    live: Path,
    site: Site,
    withdrawn: Mapping[str, date],
    tombstones: Iterable[str],
) -> list[Receipt]:
    """Write what is *owed*, of the *site* as it is published in *live*, and forget whose it was.

    ``tombstones`` are the addresses that say that a page was taken down.
    """
    if not owed:
        return []
    proof = _searched(live, owed)
    gone = {urls.file(address) for address in tombstones}
    folder = live.with_name(FOLDER)
    folder.mkdir(exist_ok=True)
    receipts = []
    for one in owed:
        path = folder / f"{one.id}-{site.as_of}.txt"
        text = _text(one, proof, live, site, withdrawn[one.id], gone)
        path.write_text(text, encoding="utf-8", newline="\n")
        receipts.append(Receipt(path, tuple(proof.found[one.id])))
    note(state, (one for one in owed if proof.found[one.id]))
    return receipts


@dataclass(frozen=True, slots=True)
class _Proof:
    files: int
    bytes: int
    digest: str
    found: Mapping[str, list[str]]
    """id → the files in which the name stands."""


def _searched(live: Path, owed: Iterable[Owed]) -> _Proof:
    """Every file of the site in *live*, searched for the names; and what tells it from any other."""
    digest, size, number = sha256(), 0, 0
    found: dict[str, list[str]] = {one.id: [] for one in owed}
    bearers = {name: one.id for one in owed for name in one.names}
    for path in sorted(path for path in live.rglob("*") if path.is_file()):
        name, data = path.relative_to(live).as_posix(), path.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
        size, number = size + len(data), number + 1
        for id in {bearers[borne] for borne in _named(f"{name}\n", data, bearers)}:
            found[id].append(name)
    return _Proof(number, size, digest.hexdigest(), found)


_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def _named(name: str, data: bytes, names: Iterable[str]) -> set[str]:
    """Which of *names* stand in a file, or in its own name: plain, percent-encoded, or escaped."""
    if not names:
        return set()
    text = name + data.decode("utf-8", "ignore")
    if "%" in text:
        text += f"\n{unquote(text)}"
    if "\\u" in text:
        text += "\n" + _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return {borne for _, borne in mentions(text, names)}


def _text(
    one: Owed, proof: _Proof, live: Path, site: Site, since: date, tombstones: Set[str]
) -> str:
    removed = sum(not (live / name).exists() for name in one.pictures)
    lines = [
        *("撤回同意的回执", ""),
        f"记录编号：{Volunteer.collection}/{one.id}",
        f"网站：{site.name} {site.url}".rstrip(),
        f"撤回日期：{since}",
        f"网站更新日期：{site.as_of}",
        *("", "一、网站上改了什么", ""),
        *(f"  {_address(name)}  {_fate(name, live, tombstones)}" for name in one.showed),
        *([] if one.showed else ["  没有留下以前哪些网页写到本人的记录。"]),
        f"  这次更新一共删去{removed}个图片文件。",
        *("", "二、更新以后的核对", ""),
        *(f"  {line}" for line in _verdict(one, proof)),
        f"  网站全部文件的校验值（SHA-256）：{proof.digest}",
        *("", "三、网站以外还要办的（办完打勾）", ""),
        *(f"  □ {zh}" for zh, _ in OUTSIDE),
        *("", "本回执不写姓名，请与记录编号对照。", ""),
        "经办人：____________  日期：____________",
    ]
    text = "\n".join(lines) + "\n"
    for name in one.names:  # an address may hold it
        text = text.replace(name, "…")
    return text


def _verdict(one: Owed, proof: _Proof) -> list[str]:
    counted = f"全部{proof.files}个文件（{proof.bytes:,}字节）"
    if not one.names:
        return [f"以前没有公开姓名。网站现在有{counted}。"]
    still_in = proof.found[one.id]
    if still_in:
        return [
            f"检查了{counted}，姓名还出现在{len(still_in)}个文件里，没有撤干净（也可能是同名的人）：",
            *(f"  {_address(name)}" for name in still_in),
            "改好以后再正式生成一次，会另写一份回执。",
        ]
    return [
        f"检查了{counted}，姓名和拼音不在任何一个文件里。",
        "检索用的文件存的是编码，不能这样检查；它们由上面检查过的网页生成。",
    ]


def _fate(name: str, live: Path, tombstones: Set[str]) -> str:
    if name in tombstones:
        return "换成一句话：已撤下"
    return "已更新" if (live / name).exists() else "已删除"


def _address(name: str) -> str:
    return f"/{name.removesuffix('index.html')}"
