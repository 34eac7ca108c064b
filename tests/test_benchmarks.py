"""The benchmarks measure what they say, and stop where a result is wrong; how fast anything is is not tested here."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks import __main__, harness
from benchmarks.harness import Goal, Metric

ROOT = Path(__file__).parents[1]
KEYS = ["name", "ours", "peer", "ratio", "goal", "limit", "n"]


def test_a_metric_is_one_line_of_json():
    line = Metric("history.save [saves/s]", ours=700.0, n=50, peer=1000.0, goal=Goal(at_least=0.7), limit=1000.0).line()

    assert "\n" not in line
    assert list(json.loads(line)) == KEYS
    assert json.loads(line) == {
        "name": "history.save [saves/s]", "ours": 700.0, "peer": 1000.0, "ratio": 0.7, "goal": ">= 0.7",
        "limit": 1000.0, "n": 50,
    }  # fmt: skip


def test_a_metric_without_peer_has_no_ratio():
    found = json.loads(Metric("pages.home.queries", ours=3, n=1).line())

    assert (found["ours"], found["peer"], found["ratio"], found["goal"]) == (3, None, None, None)


@pytest.mark.parametrize(
    ("goal", "ours", "standing"),
    [
        (Goal(at_least=0.7), 0.7, "met"),
        (Goal(at_least=0.7), 0.6, "missed"),
        (Goal(at_least=0.7), 0.34, "fault"),
        (Goal(at_most=2), 2.0, "met"),
        (Goal(at_most=2), 3.9, "missed"),
        (Goal(at_most=2), 4.1, "fault"),
        (None, 9.0, ""),
    ],
)
def test_a_ratio_stands_to_its_goal(goal, ours, standing):
    assert Metric("x", ours=ours, n=1, peer=1.0, goal=goal).standing == standing


def test_without_peer_the_goal_is_of_the_count_itself():
    assert Metric("x", ours=4, n=1, goal=Goal(at_most=4)).standing == "met"


def test_contenders_take_turns_and_the_warm_up_does_not_count():
    turns = []

    def ours(watch):
        turns.append("ours")

    def peer(watch):
        turns.append("peer")
        with watch.running():
            time.sleep(0.05 if len(turns) == 2 else 0.001)

    taken = harness.times({"ours": ours, "peer": peer}, "quick")

    assert turns == ["ours", "peer"] * 6
    assert taken["ours"] == 0
    assert 0.001 <= taken["peer"] < 0.05


def test_the_median_is_told_not_the_mean():
    waits = iter([0, 0.001, 0.001, 0.001, 0.08, 0.08])
    taken = harness.times({"one": harness.whole(lambda: time.sleep(next(waits)))}, "quick")

    assert 0.001 <= taken["one"] < 0.08


def test_what_is_judged_is_repeated_five_times():
    assert min(harness.REPEATS[size] for size in ("quick", "full")) >= 5


@pytest.mark.parametrize("area", __main__.AREAS)
def test_an_area_runs_and_finds_its_results_right(area):
    command = [sys.executable, "-m", "benchmarks", "--size", "tiny", area]
    home = {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    ran = subprocess.run(command, cwd=ROOT, env={**os.environ, **home}, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert found
    assert all(list(line) == KEYS and line["name"].startswith(f"{area}.") for line in found)


def test_each_area_is_in_the_table_of_the_readme():
    page = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    assert [area for area in __main__.AREAS if f"`{area}." not in page] == []
