"""Living inside MkDocs: one path for both commands, and a failed build changes nothing."""

from __future__ import annotations

import ast
import shutil
from datetime import date

import pytest
from mkdocs.commands.build import build as mkdocs_build

from generator.plugin import Run, Stopped, configured
from generator.preview import Preview
from tests.commands import build, run
from tests.site import ROOT, TODAY, Built


def imports(path):
    """The modules that a Python file imports, at its top or within."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_only_the_plugin_imports_mkdocs():
    """Another engine needs to replace one file."""
    importing = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*.py")
        if any(name.split(".")[0] == "mkdocs" for name in imports(path))
    }

    assert importing == {"generator/plugin.py"}


def test_nothing_imports_material_itself():
    """It is a folder of templates to us."""
    for path in (ROOT / "generator").rglob("*.py"):
        assert not any(name.split(".")[0] == "material" for name in imports(path)), path


def mkdocs(site, *arguments):
    """``mkdocs build`` of *site*; it knows no --as-of, so its content must not depend on the day."""
    return run("build", *arguments, cwd=site.root, module="mkdocs")


def listing(site):
    """What lies in the site's folder."""
    return sorted(path.name for path in site.root.iterdir())


def test_westbound_build_and_mkdocs_build_give_the_same_bytes(site):
    """The first only sets options and prints better."""
    site.add("volunteers/a")
    site.add("stories/x", volunteers=["a"], tags=["支教"])
    site.policy()
    site.write("pages/about.md", "# 关于\n\n见[政策](../policies/doc.yml)。\n")
    today = date.today().isoformat()

    ours = build(site, as_of=today)
    assert ours.returncode == 0, ours.stderr.decode()
    digest = site.digest
    theirs = mkdocs(site)

    assert theirs.returncode == 0, theirs.stderr.decode()
    assert date.today().isoformat() == today
    assert site.digest == digest
    assert len(site.files) > 10


@pytest.fixture
def built(site):
    """A site that was built once, and what it holds."""
    site.add("volunteers/a")
    site.build()
    return site, site.digest


@pytest.mark.parametrize("command", [mkdocs, build])
def test_a_broken_record_stops_the_build_and_leaves_the_site_whole(built, command):
    """The same files with the same bytes, nothing beside them, and no stack trace."""
    site, digest = built
    site.write("volunteers/b.yml", "name: [\n")

    done = command(site)

    assert done.returncode == 1
    assert site.digest == digest
    assert listing(site) == [".cache", ".site.westbound", "content", "deploy", "mkdocs.yml", "site"]
    said = (done.stdout + done.stderr).decode()
    assert "content/volunteers/b.yml:" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("command", [mkdocs, build])
def test_a_warning_stops_a_strict_build_only(built, command):
    """Without --strict the site is built; with it, it is left as it was."""
    site, digest = built
    site.add("volunteers/b", consent=None)
    site.add("stories/x")

    strict = command(site, "--strict")
    assert strict.returncode == 1
    assert "Traceback" not in (strict.stdout + strict.stderr).decode()
    assert site.digest == digest
    assert listing(site) == [".cache", ".site.westbound", "content", "deploy", "mkdocs.yml", "site"]

    assert command(site).returncode == 0
    assert site.digest != digest


@pytest.mark.parametrize("command", [mkdocs, build])
def test_a_warning_of_mkdocs_stops_a_strict_build_before_the_swap(built, command):
    """A hand-written page that links to a page that is not there."""
    site, digest = built
    site.write("pages/about.md", "# 关于\n\n见[别处](nowhere.md)。\n")

    done = command(site, "--strict")

    assert done.returncode != 0
    assert "Traceback" not in (done.stdout + done.stderr).decode()
    assert site.digest == digest
    assert listing(site) == [".cache", ".site.westbound", "content", "deploy", "mkdocs.yml", "site"]


def test_a_template_that_fails_leaves_the_site_whole(built, tmp_path):
    """Even a mistake of ours, half way through rendering."""
    import shutil

    site, digest = built
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "theme", theme)
    (theme / "articles" / "profile.html").write_text("{{ view.nothing }}", "utf-8")
    config = site.config.read_text("utf-8")
    site.config.write_text(config.replace(str(ROOT / "theme"), str(theme)), "utf-8")

    done = mkdocs(site)

    assert done.returncode != 0
    assert site.digest == digest
    assert "stage" not in [path.name for path in (site.root / ".site.westbound").iterdir()]


def test_what_stops_a_build_is_said_in_a_sentence(site):
    """In both languages, with the state in which the site is."""
    site.write("volunteers/b.yml", "name: [\n")

    with pytest.raises(Stopped, match=r"网站未改动.*the site is unchanged"):
        site.build()


def test_the_plugin_starts_anew_with_each_build(site):
    """``mkdocs serve`` keeps the instance from build to build: nothing of the last one may stay."""
    site.add("volunteers/a")
    site.add("stories/x")
    with configured(site.config, Run(as_of=date.fromisoformat(TODAY))) as config:
        plugin = config.plugins["westbound"]
        mkdocs_build(config)
    (site.content_folder / "stories" / "x.yml").unlink()
    site.add("volunteers/b")
    with configured(site.config, Run(as_of=date.fromisoformat(TODAY))) as config:
        assert config.plugins["westbound"] is plugin
        mkdocs_build(config)

    assert site.has("/volunteers/b/")
    assert site.files_containing("stories/x") == []
    assert site.page("/").sections == ["志愿者"]


def test_while_serving_nothing_is_put_in_place_of_the_published_site(built):
    """The preview has a folder of its own."""
    site, digest = built
    site.add("stories/x")
    preview = site.root / "preview"
    with configured(site.config, Run(as_of=date.fromisoformat(TODAY)), preview) as config:
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            mkdocs_build(config)
        finally:  # MkDocs keeps the instance for the life of the process
            config.plugins.on_startup(command="build", dirty=False)

    assert Built(preview).has("/stories/x/")
    assert not (preview / "search" / "index.json").exists()
    assert site.digest == digest
    assert listing(site) == [
        ".cache",
        ".site.westbound",
        "content",
        "deploy",
        "mkdocs.yml",
        "preview",
        "site",
    ]


def test_a_configuration_without_the_plugin_is_told_so(site):
    """An operator who removed the line learns which."""
    config = site.config.read_text("utf-8")
    site.config.write_text(config.replace("plugins:\n  - westbound\n", "plugins: []\n"), "utf-8")

    with pytest.raises(Stopped, match="plugins: westbound is missing"):
        site.build()


def test_a_hand_written_home_page_is_not_lost(site):
    """Both the hand-written page and the home page claim the top of the site."""
    site.write("pages/index.md", "# 自己写的首页\n\n示例文字。\n")

    codes = [problem.code for problem in site.problems()]

    assert codes == ["page-address-taken"] or "示例文字" in site.build().page("/").text


def test_a_style_sheet_that_changes_has_another_name(site, tmp_path):
    """So that browsers may keep it for ever; all pages name the new one, the old one is gone."""
    theme = tmp_path / "own-theme"
    shutil.copytree(ROOT / "theme", theme)
    config = site.config.read_text("utf-8").replace(str(ROOT / "theme"), str(theme))
    site.config.write_text(config, "utf-8")
    site.add("stories/x")
    site.write("pages/about.md", "# 关于\n\n示例。\n")

    def sheets():
        site.build()
        paths = ["/stories/x/", "/about/", "/"]
        named = {
            site.page(path).resolve(href)
            for path in paths
            for href in site.page(path).all("//link[@rel='stylesheet']/@href")
            if "westbound" in href
        }
        assert {f"/{name}" for name in site.files if "westbound" in name} == named
        return named

    before = sheets()
    assert len(before) == 1
    css = theme / "assets" / "westbound.css"
    css.write_text(css.read_text("utf-8") + "\n", "utf-8")

    assert sheets().isdisjoint(before)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Asia/Shang", "Asia/Shanghai"),
        ("Asia/Urumchi", "Asia/Urumqi"),
        ("Asia", None),
        ("../etc", None),
        ("''", None),
    ],
)
def test_a_time_zone_that_there_is_not_is_told_with_the_nearest(site, typed, near):
    """In one sentence that names the file and the option; no stack trace."""
    config = site.config.read_text("utf-8")
    site.config.write_text(
        config.replace("  - westbound\n", f"  - westbound: {{timezone: {typed}}}\n"), "utf-8"
    )

    for done in (build(site), run("check", cwd=site.root)):
        said = done.stderr.decode()
        assert done.returncode == 2
        assert said.startswith("mkdocs.yml: ")
        assert "timezone: " in said
        assert len(said.splitlines()) == 1
        assert near is None or f"是不是 {near}？" in said
    theirs = mkdocs(site)
    assert theirs.returncode == 1
    assert b"Traceback" not in theirs.stdout + theirs.stderr


def test_a_mistaken_time_zone_is_laid_over_the_preview(site):
    """While the rest goes on."""
    site.add("stories/x")
    preview = Preview(site.config, as_of=date.fromisoformat(TODAY))
    try:
        config = site.config.read_text("utf-8")
        site.config.write_text(
            config.replace("  - westbound\n", "  - westbound: {timezone: Asia/Shang}\n"), "utf-8"
        )
        preview.change([site.config])

        laid = preview.answer("/stories/x/").body.decode()
    finally:
        preview.close()

    assert "示例故事" in laid
    assert "是不是 Asia/Shanghai？" in laid


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_site_needs_no_folder_of_hand_written_pages(site, command):
    """Git drops an empty folder; nobody should have to make one."""
    site.add("volunteers/a")
    (site.content_folder / "pages").rmdir()

    done = run(command, "--as-of", TODAY, cwd=site.root)

    assert done.returncode == 0, done.stderr.decode()
    assert command == "check" or site.has("/volunteers/a/")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_content_folder_that_is_not_there_is_told_in_the_reader_s_language(site, command):
    """As any other problem is; the site stays."""
    shutil.rmtree(site.content_folder)

    done = run(command, "--lang", "zh", cwd=site.root)

    assert done.returncode == 1
    assert "没有找到内容文件夹" in done.stdout.decode()
    assert b"docs_dir" not in done.stdout + done.stderr
    assert not site.folder.exists()


def test_a_folder_of_pages_that_is_misspelled_in_the_configuration_is_told(site):
    """Rather than a site without them."""
    site.write("pages/about.md", "# 关于\n")
    config = site.config.read_text("utf-8")
    site.config.write_text(config.replace("docs_dir: content/pages", "docs_dir: content/pags"))

    done = build(site)

    assert done.returncode == 2
    assert "mkdocs.yml: docs_dir: " in done.stderr.decode()


@pytest.mark.parametrize("folder", ["content", ".", "content/pages", "content/site", ".."])
@pytest.mark.parametrize("pages", [True, False])
def test_a_site_does_not_go_into_the_content_nor_around_it(site, folder, pages):
    """It is said in a sentence of ours, and nothing is touched."""
    site.add("volunteers/a")
    if not pages:
        (site.content_folder / "pages").rmdir()

    done = build(site, "--site-dir", folder)

    said = done.stderr.decode()
    assert done.returncode == 2
    assert len(said.splitlines()) == 1
    assert "网站不能放在" in said
    assert "The site cannot go" in said
    assert (site.content_folder / "volunteers" / "a.yml").is_file()
    assert listing(site) == ["content", "mkdocs.yml"]
