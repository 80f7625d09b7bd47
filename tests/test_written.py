"""Hand-written pages: what cannot be read is said as it is of records, before MkDocs meets it."""

from __future__ import annotations

import os
from datetime import date

import pytest

from generator.preview import Preview
from tests.commands import build, run
from tests.site import TODAY

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'

symlinks = pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")


def put(site, name, data):
    """Write *data*, bytes, to the page *name*."""
    path = site.content_folder / "pages" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "place", "code", "guess"),
    [
        ("# 关于\n\n示例。\n".encode("gbk"), (1, 3), "not-utf8", "GBK"),
        ("# About\n\n关于。\n".encode("gbk"), (3, 1), "not-utf8", "GBK"),
        ("# 关于\n".encode("utf-16"), (1, 1), "not-utf8", "UTF-16"),
        (b"# \xff\xff\xff\n", (1, 1), "not-text", None),
        ("# 关于\n\n示\u202e例。\n".encode(), (3, 2), "control-character", None),
        (b"# x\n" * 600_000, (1, 1), "file-too-large", None),
    ],
)
def test_a_page_that_is_no_utf8_text_is_a_problem_where_it_begins(site, data, place, code, guess):
    """With the encoding that it seems to have."""
    put(site, "about.md", data)

    (problem,) = site.problems()

    assert (problem.file, problem.line, problem.column) == ("content/pages/about.md", *place)
    assert (problem.code, problem.particulars.get("guess")) == (code, guess)


@pytest.mark.parametrize(
    "data",
    ["\ufeff# 关于\n\n示例。\n".encode(), "# 关于\r\n\r\n示例。\r\n".encode()],
    ids=["byte order mark", "Windows"],
)
def test_a_page_may_be_saved_as_programs_save_it(site, data):
    """As a record may."""
    put(site, "about.md", data)

    assert site.problems() == []
    assert "示例。" in site.build().page("/about/").text


def test_a_link_to_a_page_that_cannot_be_read_is_no_second_problem(site):
    """The page is there; one cause, one problem."""
    put(site, "about.md", "# 关于\n".encode("gbk"))
    site.add("stories/x", body="见[关于](../pages/about.md)。")

    assert [problem.code for problem in site.problems()] == ["not-utf8"]


@pytest.mark.parametrize("command", ["westbound", "mkdocs"])
def test_a_page_in_gbk_stops_the_build_with_a_sentence(site, command):
    """In both ways to build; the site stays as it was."""
    site.build()
    digest = site.digest
    put(site, "about.md", "# 关于\n".encode("gbk"))

    done = build(site) if command == "westbound" else run("build", cwd=site.root, module="mkdocs")

    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    assert "content/pages/about.md:1:3: error:" in said
    assert "UTF-8" in said
    assert "Traceback" not in said
    assert site.digest == digest


def test_a_folder_that_is_named_like_a_page_is_a_problem(site):
    """To MkDocs it is a folder of pages; whoever made it meant one."""
    (site.content_folder / "pages" / "x.md").mkdir()

    (problem,) = site.problems()

    assert (problem.file, problem.code) == ("content/pages/x.md", "not-a-file")
    assert ".md" in problem.particulars["suffix"]


@symlinks
@pytest.mark.parametrize("target", ["gone.md", "y.md"])
def test_a_link_to_a_page_that_leads_nowhere_is_a_problem(site, target):
    """Or to itself."""
    (site.content_folder / "pages" / "y.md").symlink_to(target)

    (problem,) = site.problems()

    assert (problem.file, problem.code) == ("content/pages/y.md", "file-unreadable")


@symlinks
@pytest.mark.parametrize("link", ["pages/y.md", "pages/more"])
def test_a_link_out_of_the_content_folder_is_not_published(site, tmp_path, link):
    """Neither a page nor a folder of pages."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "y.md").write_text("# 别处\n", "utf-8")
    target = tmp_path / "outside"
    (site.content_folder / link).symlink_to(target / "y.md" if link.endswith(".md") else target)

    (problem,) = site.problems()

    assert (problem.file, problem.code) == (f"content/{link}", "file-outside")


@pytest.mark.parametrize("name", [".draft.md", ".trash/old.md"])
def test_what_systems_and_editors_hide_is_no_page(site, name):
    """MkDocs passes it over as well."""
    put(site, name, "# 草稿\n".encode("gbk"))

    assert site.problems() == []


@pytest.mark.parametrize("name", ["about.md", "drawing.svg"])
def test_the_preview_says_what_cannot_be_read(site, name):
    """Over the page, not as a trace in the window that nobody looks at."""
    site.add("stories/x")
    path = site.content_folder / "pages" / name
    path.symlink_to("gone") if name == "drawing.svg" else path.write_bytes("# 关于\n".encode("gbk"))

    preview = Preview(site.config, as_of=date.fromisoformat(TODAY))
    try:
        laid = preview.answer("/stories/x/").body.decode()
    finally:
        preview.close()

    assert f"content/pages/{name}" in laid


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("old.md~", "page-file-kind"),
        ("~$a.docx", "page-file-kind"),
        ("名单.txt", "page-file-kind"),
        ("people.xlsx", "page-file-kind"),
        ("drawing.svg", "page-file-unused"),
        ("below/form.pdf", "page-file-unused"),
    ],
)
def test_nothing_is_published_by_accident(site, name, code):
    """What lies beside the pages is named, and left out of the site."""
    site.write("pages/about.md", "# 关于\n\n示例。\n")
    site.write(f"pages/{name}", "金丝雀")

    assert [(file, found) for file, *_, found in site.seen()] == [(f"content/pages/{name}", code)]
    assert site.build().files_containing("金丝雀") == []


def test_a_drawing_that_a_page_uses_is_published(site):
    """Under its own name, also from a folder called as the theme's."""
    site.write("pages/about.md", "# 关于\n\n![示例](assets/plan.svg)\n")
    site.write("pages/assets/plan.svg", SVG.format("<circle r='1'/>"))

    assert site.seen() == []
    page = site.build().page("/about/")
    (source,) = page.all("//img/@src")
    assert page.resolve(source).strip("/") in site.files


def test_a_link_to_somebody_who_is_withheld_leaves_the_words_around_it(site):
    """It is no link any more, and nothing is filled in; the site is built."""
    site.add("volunteers/a", consent=None)
    site.write(
        "pages/about.md", "# 关于\n\n见[](../volunteers/a.yml)和[他](../volunteers/a.yml)。\n"
    )

    page = site.build().page("/about/")

    assert "见一位志愿者和他。" in page.text
    assert "/volunteers/a/" not in page.addresses


def test_a_link_in_a_folder_of_pages_is_seen_from_there(site):
    """As editors and their programs see it; and what is wrong with it is said of that page."""
    site.add("volunteers/a")
    site.write("pages/help/more.md", "# 更多\n\n见[](../../volunteers/a.yml)。\n")
    site.policy()

    assert site.seen() == []
    assert "/volunteers/a/" in site.build().page("/help/more/").addresses

    site.write("pages/help/more.md", "# 更多\n\n[](../../volunteers/b.yml)\n\n补贴6000元。\n")

    dangling, bare = site.problems()
    assert (dangling.line, dangling.code) == (3, "dangling-link")
    assert bare.particulars["link"] == "[](../../policies/doc.yml#outside)"
