"""The links at the foot of every page: one that leads nowhere is told at its line of mkdocs.yml."""

from __future__ import annotations

from datetime import date

import pytest

from generator.preview import Preview
from generator.problems import Language
from tests.commands import build, run
from tests.site import TODAY


def with_footer(site, *urls):
    """Let the site's footer lead to *urls*, an entry each."""
    entries = "".join(f"\n    - title: 示例{at}\n      url: {url}" for at, url in enumerate(urls))
    config = site.config.read_text("utf-8").partition("  footer:")[0]
    site.config.write_text(f"{config}  footer:{entries}\n", "utf-8")


def told(site):
    """What ``check`` says of mkdocs.yml."""
    done = run("check", "--as-of", TODAY, "--lang", "zh", cwd=site.root)
    assert b"Traceback" not in done.stderr
    return [line for line in done.stdout.decode().splitlines() if line.startswith("mkdocs.yml")]


def test_an_entry_that_leads_to_no_page_is_told_at_its_line(site):
    """With its title, and what may have been meant; the build stops."""
    site.add("units/office")
    with_footer(site, "units/", "units/ofice/", "nowhere/")

    near, nowhere = told(site)

    assert near.startswith("mkdocs.yml:25:12: error: extra.footer.1.url: ")
    assert "“示例1”" in near
    assert "是不是 units/office/？" in near
    assert nowhere.startswith("mkdocs.yml:27:12: error: extra.footer.2.url: ")
    assert build(site).returncode == 1
    assert not site.folder.exists()


@pytest.mark.parametrize(
    "url",
    [
        "units/",
        "units/office/",
        "/units/office/",
        "./units/office/index.html",
        "units/office/#contacts",
        "about/",
        "files/form.pdf",
        '""',
        ".",
        "'#top'",
        "https://www.example.edu.cn/x",
        "mailto:office@example.edu.cn",
        "sources/doc/",
        "sitemap.xml",
    ],
)
def test_an_entry_may_lead_to_whatever_the_site_has_and_to_other_sites(site, url):
    """As the theme resolves it."""
    site.add("units/office")
    site.policy()
    site.write("pages/about.md", "# 关于\n")
    site.write("pages/files/form.pdf", "示例")
    with_footer(site, url)

    assert told(site) == []


def test_a_file_to_which_the_footer_alone_leads_is_published(site):
    """It is used on purpose; one of a kind that is never published is no page to lead to."""
    site.write("pages/files/申请 表.pdf", "示例")
    with_footer(site, "files/%E7%94%B3%E8%AF%B7%20%E8%A1%A8.pdf")
    assert build(site, "--strict").returncode == 0
    assert (site.folder / "files" / "申请 表.pdf").is_file()

    site.write("pages/files/form.docx", "示例")
    with_footer(site, "files/form.docx", "criteria/x/")
    site.add("criteria/x")

    assert [": error: " in line for line in told(site)] == [True, True]


@pytest.mark.parametrize("url", ["units/office/", "units/"])
def test_a_page_that_is_not_public_today_is_a_warning(site, url):
    """An embargo, or the end of a period, must not keep the site from being built."""
    site.add("units/office", publish={"until": "2026-11-01"})
    with_footer(site, url)

    (line,) = told(site)

    assert ": warning: extra.footer.0.url: " in line
    assert build(site).returncode == 0


@pytest.mark.parametrize(
    "entry", ["关于", "{title: 关于}", "{url: about/}", "{title: [x], url: y}"]
)
def test_an_entry_without_title_or_address_is_told(site, entry):
    """Rather than an empty link on every page."""
    config = site.config.read_text("utf-8").replace("footer: []", f"footer: [{entry}]")
    site.config.write_text(config, "utf-8")

    (line,) = told(site)

    assert line.startswith("mkdocs.yml:21:12: error: extra.footer.0: ")
    assert "title" in line
    assert "url" in line


def test_the_preview_follows_what_is_mended_in_the_footer(site):
    """The mistake is laid over the page, and goes."""
    site.add("units/office")
    preview = Preview(site.config, as_of=date.fromisoformat(TODAY))
    try:
        with_footer(site, "nowhere/")
        preview.change([site.config])
        assert [problem.code for problem in preview.errors] == ["footer-link"]
        assert "没有这个网页" in preview.errors[0].message(Language.ZH)

        with_footer(site, "units/office/")
        preview.change([site.config])
        assert preview.errors == []
    finally:
        preview.close()
