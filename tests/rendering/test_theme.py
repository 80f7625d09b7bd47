"""Material's templates: what is not listed, and what is not compiled twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import jinja2
import material
import pytest

from generator.plugin import Stopped
from generator.rendering.theme import lean
from tests.site import ROOT

DIRS = [str(ROOT / "theme"), str(Path(material.__file__).parent / "templates")]


def hidden(name):
    return any(part.startswith(".") for part in name.split("/"))


def test_only_hidden_files_are_not_listed():
    """MkDocs publishes none of those, and looked at 14,000 icons in each build."""

    def made():
        return jinja2.Environment(loader=jinja2.FileSystemLoader(DIRS))

    every = made().list_templates()

    assert lean(made)().list_templates() == [name for name in every if not hidden(name)]
    assert sum(map(hidden, every)) > 1000


def test_an_icon_can_still_be_included():
    """Material's own templates do."""
    environment = lean(lambda: jinja2.Environment(loader=jinja2.FileSystemLoader(DIRS)))()

    assert "<svg" in environment.get_template(".icons/material/menu.svg").render()


def test_a_template_that_was_edited_is_compiled_anew(tmp_path):
    """A preview builds again and again in one process."""
    made = lean(lambda: jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path)))
    for text in ("one", "two"):
        (tmp_path / "page.html").write_text(text, "utf-8")

        assert made().get_template("page.html").render() == text


@pytest.mark.parametrize(
    ("template", "old", "new", "said"),
    [
        ("articles/story.html", "{{ view.title", "{{ view.titel", "no attribute 'titel'"),
        ("articles/story.html", "{{ view.title", "{{ badg(view) }}{{ view.title", "'badg'"),
        ("main.html", "{% extends", "{{ nothing.here }}{% extends", "'nothing' is undefined"),
    ],
)
def test_a_template_that_is_wrong_is_told_by_its_line(site, template, old, new, said):
    shutil.copytree(ROOT / "theme", site.root / "theme")
    settings = site.config.read_text("utf-8")
    own = settings.replace(str(ROOT / "theme"), str(site.root / "theme"))
    site.config.write_text(own, "utf-8")
    site.add("stories/a")
    path = site.root / "theme" / template
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    line = text[: text.index(old)].count("\n") + 1

    with pytest.raises(Stopped) as stopped:
        site.build()

    assert f"{template}:{line}: " in str(stopped.value)
    assert said in str(stopped.value)
    assert "网站未改动" in str(stopped.value)
    assert not site.has("/")


def test_a_template_that_is_not_utf_8_is_told_by_its_line(site):
    shutil.copytree(ROOT / "theme", site.root / "theme")
    own = site.config.read_text("utf-8").replace(str(ROOT / "theme"), str(site.root / "theme"))
    site.config.write_text(own, "utf-8")
    path = site.root / "theme" / "articles" / "story.html"
    path.write_bytes("示例\n".encode() + "示例".encode("gbk"))

    with pytest.raises(Stopped, match=r"story.html:2: .*UTF-8"):
        site.build()
