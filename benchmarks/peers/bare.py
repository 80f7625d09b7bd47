"""What the peers share: the records as plain values, and a bare page of 6 to 8 kB."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.records.place import Province

SITE = "site"
SECTIONS = {"volunteers": "志愿者", "events": "活动", "stories": "故事"}
EDITED = "我在黄河边改了一句话，后来页面也变了样。"
_FACTS = {
    "college": "学院",
    "major": "专业",
    "degree": "学历",
    "cohort": "届别",
    "project": "项目",
    "province": "省份",
    "county": "县市",
    "host": "服务单位",
    "post": "岗位",
    "start": "开始",
    "end": "结束",
    "kind": "类型",
    "campus": "校区",
    "room": "房间",
    "author": "作者",
    "date": "日期",
}


class Missing(Exception):
    """A generator is not installed and cannot be; why."""


@dataclass(frozen=True, slots=True)
class Item:
    """A record, as far as a bare page shows it."""

    collection: str
    id: str
    title: str
    summary: str
    date: str
    cohort: str
    facts: list[dict[str, str]]
    quote: str
    timeline: list[dict[str, str]]
    body: str

    def front_matter(self) -> str:
        """All but the prose, as YAML between its lines, for those that read it so."""
        values = {key: value for key, value in asdict(self).items() if value}
        for key in ("collection", "id", "body"):
            values.pop(key, None)
        text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{text}---\n\n"


def items(records: Path) -> list[Item]:
    """The volunteers, events and stories in *records*."""
    return [
        _item(path, yaml.load(path.read_bytes(), yaml.CBaseLoader))
        for collection in SECTIONS
        for path in sorted((records / collection).glob("*.yml"))
    ]


def _item(path: Path, data: dict[str, Any]) -> Item:
    nested = [*data.get("placements", ()), data.get("venue", {})]
    flat = {key: value for part in (data, *nested) for key, value in part.items()}
    start = data["dates"][0]["start"][:10] if "dates" in data else f"{data.get('cohort')}-07-01"
    return Item(
        collection=path.parent.name,
        id=path.stem,
        title=data.get("title") or data["name"],
        summary=data["summary"],
        date=data.get("date") or start,
        cohort=data.get("cohort", ""),
        facts=[
            {"label": label, "value": flat[key]} for key, label in _FACTS.items() if key in flat
        ],
        quote=data.get("quote", ""),
        timeline=data.get("timeline", []),
        body=data["body"],
    )


def page(title: str, main: str) -> str:
    """A whole page around *main*; both are the peer's own template."""
    years = "".join(f'<li><a href="/cohorts/{year}/">{year} 届</a></li>' for year in YEARS)
    provinces = "".join(
        f'<li><a href="/volunteers/#{place.name.lower()}">{place.value}</a></li>'
        for place in Province
    )
    return f"""<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title} - 西部计划</title>
<style>{_STYLE}</style>
</head>
<body>
<header><a href="/">西部计划</a><nav><ul><li><a href="/volunteers/">志愿者</a></li>
<li><a href="/events/">活动</a></li><li><a href="/stories/">故事</a></li></ul></nav></header>
<main>
{main}
</main>
<footer><nav><ul>{years}</ul><ul>{provinces}</ul></nav>
<p>页面上的每一个数字都连着文件的条款。人物资料经本人同意后发布，本人可随时要求撤回。</p></footer>
</body>
</html>
"""


YEARS = range(2007, 2027)
"""The cohorts of the synthetic volunteers."""

_STYLE = """
body{margin:0;font:1rem/1.8 sans-serif;color:#1b2a33;background:#fdfdfb}
header,main,footer{max-width:48rem;margin:0 auto;padding:1rem}
header{display:flex;justify-content:space-between;border-bottom:1px solid #d5dbd9}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0;padding:0}
a{color:#0b5a7a;text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
h1{font-size:2rem;line-height:1.3;margin:1rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{color:#5a6a72}dd{margin:0}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #c2873a}
footer{border-top:1px solid #d5dbd9;font-size:.875rem;color:#5a6a72}
@media(prefers-color-scheme:dark){body{color:#e4eaec;background:#0f181e}a{color:#7cc3e0}}
""".replace("\n", "")


def write(path: Path, text: str) -> None:
    """Write *text*, and the folder for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def edit(path: Path) -> None:
    """Change the summary in *path*."""
    text = path.read_text("utf-8")
    write(path, re.sub(r"(?mi)^(summary: ).*$", rf"\g<1>{EDITED}", text, count=1))


def shows_edit(folder: Path) -> bool:
    """Whether the site that was built shows the change."""
    text = (folder / SITE / "volunteers" / "v00000" / "index.html").read_text("utf-8")
    return EDITED in html.unescape(text).replace("<wbr>", "")


def installed(name: str, venv: Path, package: str) -> str:
    """The program *name* of a Python *package*, in an environment of its own."""
    program = venv / "bin" / name
    if not program.exists():
        call([sys.executable, "-m", "venv", str(venv)])
        pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        call([*pip, "--disable-pip-version-check", package])
    return str(program)


def call(command: list[str]) -> str:
    """What *command* prints; raises :class:`Missing` when it is not there, or fails."""
    if not shutil.which(command[0]):
        raise Missing(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing((done.stderr or done.stdout).strip().splitlines()[-1])
    return done.stdout.strip()
