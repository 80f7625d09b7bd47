"""Eleventy, from npm, with Nunjucks templates."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.peers import bare

NAME = "Eleventy"
AGAIN = "the same command"

_SETTINGS = """\
export default function (config) {
  config.addCollection("cohorts", (all) => {
    const years = new Map();
    for (const item of all.getFilteredByTag("volunteers")) {
      const year = item.data.cohort;
      if (!years.has(year)) years.set(year, []);
      years.get(year).push(item);
    }
    return [...years].map(([year, people]) => ({ year, people }));
  });
}
export const config = {
  dir: { input: "content", includes: "../layouts", output: "site" },
  markdownTemplateEngine: false,
};
"""
_RECORD = """\
<h1>{{ title }}</h1>
<p>{{ summary }}</p>
<dl>{% for fact in facts %}<dt>{{ fact.label }}</dt><dd>{{ fact.value }}</dd>{% endfor %}</dl>
{% if quote %}<blockquote>{{ quote }}</blockquote>{% endif %}
{% if timeline %}<ol>{% for entry in timeline %}<li><time>{{ entry.date }}</time> {{ entry.text }}</li>{% endfor %}</ol>{% endif %}
{{ content | safe }}"""
_LIST = """\
<h1>{{ title }}</h1>
<ul>{% for item in LISTED %}<li><a href="{{ item.url }}">{{ item.data.title }}</a> {{ item.data.summary }}</li>
{% endfor %}</ul>"""
_COHORTS = """\
<h1>{{ title }}</h1>
<ul>{% for cohort in collections.cohorts %}<li>{{ cohort.year }}: {{ cohort.people.length }}</li>
{% endfor %}</ul>"""


def install(tools: Path) -> str:
    """From npm, into a folder of the benchmark's."""
    folder = tools / "eleventy"
    program = folder / "node_modules" / ".bin" / "eleventy"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund"]
        bare.call([*npm, "@11ty/eleventy"])
    return str(program)


def version(program: str) -> str:
    """The versions of Eleventy and Node.js."""
    return f"{bare.call([program, '--version'])} (Node.js {bare.call(['node', '--version'])})"


def prepare(records: Path, folder: Path) -> None:
    """Pages with YAML front matter; the cohorts are a collection, one page each."""
    content = folder / "content"
    for item in bare.items(records):
        path = content / item.collection / f"{item.id}.md"
        bare.write(path, item.front_matter() + item.body)
    for collection, title in bare.SECTIONS.items():
        data = {"tags": collection, "layout": "record.njk"}
        bare.write(content / collection / f"{collection}.json", json.dumps(data))
        listed = _LIST.replace("LISTED", f"collections.{collection}")
        main = _COHORTS if collection == "volunteers" else listed
        bare.write(content / f"{collection}.njk", _own(f"title: {title}", main))
    bare.write(content / "index.njk", _own("title: 西部计划\npermalink: index.html", _COHORTS))
    paged = (
        "pagination: {data: collections.cohorts, size: 1, alias: cohort}\n"
        'permalink: "cohorts/{{ cohort.year }}/index.html"\n'
        'eleventyComputed: {title: "{{ cohort.year }} 届"}'
    )
    bare.write(content / "cohorts.njk", _own(paged, _LIST.replace("LISTED", "cohort.people")))
    bare.write(folder / "layouts" / "record.njk", bare.page("{{ title }}", _RECORD))
    bare.write(folder / "eleventy.config.js", _SETTINGS)
    bare.write(folder / "package.json", '{"type": "module"}')


def _own(front_matter: str, main: str) -> str:
    return f"---\n{front_matter}\n---\n{bare.page('{{ title }}', main)}"


def build(program: str, folder: Path, again: bool) -> list[str]:
    """The command."""
    return [program, "--quiet"]


def edit(folder: Path) -> None:
    """Change one volunteer's summary."""
    bare.edit(folder / "content" / "volunteers" / "v00000.md")
