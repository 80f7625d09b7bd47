"""Plain MkDocs with Material: records as pages that the navigation does not list, no search."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import version as version_of
from pathlib import Path

from benchmarks.peers import bare

NAME = "MkDocs + Material"
AGAIN = "`--dirty`: the changed page only, no list"

_SETTINGS = """\
site_name: 西部计划
site_url: https://example.org/
site_dir: site
theme:
  name: material
  custom_dir: theme
  language: zh
  font: false
plugins: []
validation:
  omitted_files: ignore
nav:
  - index.md
  - volunteers/index.md
  - events/index.md
  - stories/index.md
"""
_RECORD = """\
{% extends "base.html" %}
{% block content %}
<h1>{{ page.title }}</h1>
{% if page.meta.summary %}<p>{{ page.meta.summary }}</p>{% endif %}
{% if page.meta.facts %}<dl>{% for fact in page.meta.facts %}<dt>{{ fact.label }}</dt><dd>{{ fact.value }}</dd>{% endfor %}</dl>{% endif %}
{% if page.meta.quote %}<blockquote>{{ page.meta.quote }}</blockquote>{% endif %}
{% if page.meta.timeline %}<ol>{% for entry in page.meta.timeline %}<li><time>{{ entry.date }}</time> {{ entry.text }}</li>{% endfor %}</ol>{% endif %}
{{ page.content }}
{% endblock %}
"""


def install(tools: Path) -> str:
    """It is here: Westbound is made with it."""
    return sys.executable


def version(program: str) -> str:
    """The versions of both."""
    return f"{version_of('mkdocs')} + {version_of('mkdocs-material')}"


def prepare(records: Path, folder: Path) -> None:
    """Pages with YAML front matter; lists, which MkDocs does not make, are written here."""
    docs = folder / "docs"
    items = bare.items(records)
    for item in items:
        text = item.front_matter() + item.body
        bare.write(docs / item.collection / f"{item.id}.md", text)
    for collection in ("events", "stories"):
        listed = (item for item in items if item.collection == collection)
        bare.write(docs / collection / "index.md", _list(bare.SECTIONS[collection], listed))
    cohorts = "# 西部计划\n\n" + "".join(f"- [{year}](cohorts/{year}.md)\n" for year in bare.YEARS)
    bare.write(docs / "index.md", cohorts)
    bare.write(docs / "volunteers" / "index.md", cohorts.replace("(cohorts", "(../cohorts"))
    for year in bare.YEARS:
        listed = (item for item in items if item.cohort == str(year))
        bare.write(docs / "cohorts" / f"{year}.md", _list(f"{year} 届", listed))
    bare.write(folder / "mkdocs.yml", _SETTINGS)
    bare.write(folder / "theme" / "main.html", _RECORD)


def _list(title: str, items: Iterable[bare.Item]) -> str:
    lines = (f"- [{one.title}](../{one.collection}/{one.id}.md) {one.summary}" for one in items)
    return f"---\ntitle: {title}\n---\n\n" + "\n".join(lines) + "\n"


def build(program: str, folder: Path, again: bool) -> list[str]:
    """The command."""
    dirty = ["--dirty"] if again else []
    return [program, "-m", "mkdocs", "build", "--quiet", *dirty]


def edit(folder: Path) -> None:
    """Change one volunteer's summary."""
    bare.edit(folder / "docs" / "volunteers" / "v00000.md")
