"""Who makes the pages: the bytes are the same, whoever does (invariant 7)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import date

import pytest
from distributed import LocalCluster

from generator.plugin import Run, build_site
from generator.rendering import CHUNK
from generator.rendering.jobs import cluster, processes
from tests.site import ROOT, Built

AS_OF = date(2026, 11, 24)


@pytest.fixture
def crowd(site):
    """A site of a few chunks of profiles."""
    for number in range(2 * CHUNK + 5):
        site.add(f"volunteers/v{number:03}", name=f"示例{number}")
    site.build()
    return site


def built(site, name, crew):
    """The digest of *site*, built from nothing by *crew*."""
    folder = site.root / name
    run = Run(as_of=AS_OF, fresh=True, crew=crew, report=lambda problems: None)
    build_site(site.config, run, folder)
    return Built(folder).digest


def test_processes_make_the_same_bytes(crowd):
    """--jobs 3: two that render, and the parent, which writes."""
    assert built(crowd, "jobs", processes(3)) == crowd.digest


@contextmanager
def workers():
    """A real scheduler and two real worker processes on loopback."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as local:
        yield local


def test_a_cluster_makes_the_same_bytes(crowd):
    """--scheduler tcp://…"""
    with workers() as local:
        assert built(crowd, "cluster", cluster(local.scheduler_address)) == crowd.digest


def test_a_worker_that_dies_half_way_does_not_lose_the_build(crowd):
    """Its pages are made by the other one."""
    with workers() as local:
        victims = [worker.process.pid for worker in local.workers.values()]
        killed = []

        def progress(stage, done, total):
            if not killed:
                killed.append(victims[0])
                os.kill(victims[0], signal.SIGKILL)

        folder = crowd.root / "killed"
        run = Run(
            as_of=AS_OF,
            fresh=True,
            crew=cluster(local.scheduler_address),
            report=lambda problems: None,
            progress=progress,
        )
        build_site(crowd.config, run, folder)

    assert killed
    assert Built(folder).digest == crowd.digest


def test_a_scheduler_that_does_not_answer_is_said(site):
    """In a sentence, with the state in which the site is."""
    site.add("volunteers/a")
    command = [sys.executable, "-m", "generator", "build", "--scheduler", "tcp://127.0.0.1:9"]

    done = subprocess.run(
        [*command, "--config-file", str(site.config), "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "the site is unchanged" in done.stderr
