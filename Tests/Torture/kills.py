"""Kills a run in place of each of its calls to the system, and builds at random: `kills.py ROLEBOOK [--step N] [--random N]`.

After each kill every place that the program writes to must hold what it held before or all that it will hold, and the
next run must heal what is left: old folders and files beside are gone, and the result is that of a run without a kill.
"""
import argparse
import pathlib
import random
import signal
import subprocess
import sys
import time

from scenes import SCENES, Scene, Stage
from small_site import Site, tree_of, work_folder
from tracing import Call, concerned, killed_at, traced

CALLS = "%file,%desc"


def calls_of(stage: Stage) -> list[Call]:
    """The calls from the first one that writes to the last one."""
    calls = concerned(traced(stage.command, CALLS, stage.scene.strace), stage.site.folder)
    stage.reset()
    begin = next(index for index, call in enumerate(calls) if call.name == "flock" or "O_CREAT" in call.text)
    return calls[begin:]


def killed_at_calls(scene: Scene, program: pathlib.Path, step: int) -> list[str]:
    """The problems after kills at every `step`-th call."""
    problems: list[str] = []
    with work_folder() as work:
        stage = Stage(scene, program, work)
        start = time.monotonic()
        calls = calls_of(stage)[::step]
        outcomes = {"old": 0, "new": 0, "mixed": 0, "none": 0, "not killed": 0}
        for call in calls:
            result = killed_at(stage.command, call, scene.strace)
            outcomes["not killed"] += result.returncode not in (-signal.SIGKILL, 128 + signal.SIGKILL)
            outcomes[outcome(stage)] += 1
            problem = stage.problem() or stage.healing_problem()
            if problem:
                problems.append(f"{scene.name}, killed at {call}: {problem}")
            stage.reset()
        print(f"{'FAILS' if problems else 'ok':5} {time.monotonic() - start:6.1f} s  {scene.name}: killed at "
              f"{len(calls)} calls; " + ", ".join(f"{count} {name}" for name, count in outcomes.items() if count),
              flush=True)
    return problems


def outcome(stage: Stage) -> str:
    """What a kill left, in a word."""
    trees = stage.trees()
    if trees == stage.before:
        return "old"
    if trees == stage.after:
        return "new"
    return "none" if not all(trees.values()) else "mixed"


def killed_at_random(program: pathlib.Path, count: int, pages: int, seed: int) -> list[str]:
    """The problems after kills at random moments of builds of a large site, which go to and fro between two versions."""
    chance = random.Random(seed)
    problems: list[str] = []
    outcomes = {"old": 0, "new": 0}
    with work_folder() as work:
        site = Site(program, work / "site", pages)
        trees, seconds = {}, 0.0
        for version in ("old", "new"):
            site.write(version)
            start = time.monotonic()
            site.build()
            seconds = max(seconds, time.monotonic() - start)
            if version == "old":
                site.add_foreign_files()
                site.build("--force")
            trees[version] = tree_of(site.output)
        standing = "new"
        start = time.monotonic()
        for number in range(count):
            wanted = "old" if standing == "new" else "new"
            site.write(wanted)
            kill_after(site, chance.uniform(0, 1.1 * seconds))
            tree = tree_of(site.output)
            found = next((version for version, whole in trees.items() if tree == whole), None)
            if found is None:
                problems.append(f"random kill {number} of seed {seed}: the site is neither the old one nor the new one")
                break
            outcomes["new" if found == wanted else "old"] += 1
            standing = found
        site.write("old")
        site.build()
        if tree_of(site.output) != trees["old"] or site.beside():
            problems.append(f"the build after {count} kills does not heal: {site.beside()}")
        print(f"{'FAILS' if problems else 'ok':5} {time.monotonic() - start:6.1f} s  {pages} pages: {count} kills at random; "
              + ", ".join(f"{count} {name}" for name, count in outcomes.items()), flush=True)
    return problems


def kill_after(site: Site, seconds: float) -> None:
    """Begins a build with all tasks and kills it, unless it has ended by then."""
    command = [str(site.program), "build", "--quiet", "--root", str(site.folder)]
    build = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        build.wait(seconds)
    except subprocess.TimeoutExpired:
        build.kill()
    _, talk = build.communicate()
    assert build.returncode in (0, -signal.SIGKILL), f"build ended with {build.returncode}: {talk.decode()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--step", type=int, default=1, help="kill at every n-th call")
    parser.add_argument("--random", type=int, default=20, help="how many kills at random")
    parser.add_argument("--pages", type=int, default=2000, help="pages of the site that is killed at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", metavar="SCENE", help="one scene, or `random`")
    options = parser.parse_args()
    problems = []
    for scene in SCENES:
        if options.only in (None, scene.name):
            problems += killed_at_calls(scene, options.program, options.step)
    if options.only in (None, "random") and options.random:
        problems += killed_at_random(options.program, options.random, options.pages, options.seed)
    for problem in problems[:20]:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
