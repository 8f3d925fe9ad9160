"""Doubles hostile texts and measures what the program takes for them: `linear.py ROLEBOOK`.

A text of twice the size may cost at most 2.3 times the processor, or must be refused for a limit within 100 ms.
"""
import argparse
import pathlib
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass

from families import GROUPS, Files
from running import PATIENCE, Run, run, work_folder, write_plain_site

RATIO = 2.3
REFUSAL = 0.1
# The largest text that is doubled, so that a page of it is just within its limit; one on a line stays in its line.
LARGEST = 1_000_000
SMALLEST = 1000
# Seconds of the processor that a run must take over an empty one for its ratio to say something.
MEASURABLE = 0.15
# The most that the largest of a family may take, by which the search for a size to measure ends.
ENOUGH = 6.0


@dataclass
class Result:
    """What doubling a text cost, in seconds of the processor over a site without it."""

    size: int
    once: float
    twice: float
    refused: float | None = None

    @property
    def ratio(self) -> float:
        return self.twice / max(self.once, 0.001)

    def problem(self) -> str | None:
        """What is wrong; None where all is well."""
        if self.refused is not None:
            return f"was refused after {self.refused:.2f} s" if self.refused > REFUSAL else None
        if self.twice > MEASURABLE and self.ratio > RATIO:
            return f"{self.twice:.2f} s for {2 * self.size} bytes, {self.ratio:.2f} times that for the half"
        return None

    def __str__(self) -> str:
        if self.refused is not None:
            return f"{2 * self.size:8} bytes are refused after {1000 * self.refused:3.0f} ms"
        return f"{self.size:8} bytes: {self.once:6.3f} s; twice of them: {self.twice:6.3f} s, {self.ratio:5.2f} times"


class Scale:
    """Weighs texts by what the program takes for them."""

    def __init__(self, program: pathlib.Path, work: pathlib.Path) -> None:
        self.program = program
        self.work = work
        self.base = {command: min(self.made(command, {}).cpu for _ in range(5)) for command in ("check", "build")}

    def made(self, command: str, files: Files) -> Run:
        """Runs a command on the plain site with these files, fresh from their disk."""
        site = self.work / "site"
        write_plain_site(site)
        for name, text in files.items():
            path = site / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, newline="")
        options = ["build", "--force", "--quiet"] if command == "build" else ["check", "--format", "json", "--quiet"]
        made = run(self.program, site, *options, "--jobs", "1")
        shutil.rmtree(site)
        if made.code not in (0, 1):
            raise AssertionError(f"{command} ended with {made.code} after {made.cpu:.1f} s: {made.talk[:300]}")
        return made

    def seconds(self, files: Files, times: int = 1) -> float:
        """The processor's time for a build of these files over that of the plain site; the least of several."""
        return min(self.made("build", files).cpu for _ in range(times)) - self.base["build"]

    def refusal(self, files: Files) -> float | None:
        """How long a check takes that refuses the files for a limit; None where it does not."""
        made = self.made("check", files)
        is_refused = any(finding["rule"] in ("input-too-complex", "unread-file") for finding in made.findings())
        return max(0, made.cpu - self.base["check"]) if is_refused else None

    def weigh(self, family: Callable[[int], Files]) -> Result:
        """Doubles a text until its doubling can be measured, or is refused, or it is as large as it may be."""
        size = SMALLEST
        once = self.seconds(family(size))
        while True:
            double = family(2 * size)
            refused = self.refusal(double)
            if refused is not None:
                return Result(size, once, 0, refused)
            twice = self.seconds(double)
            result = Result(size, once, twice)
            if result.problem() and twice < PATIENCE / 4:
                result = Result(size, self.seconds(family(size), 3), self.seconds(double, 3))
            if result.problem() or 2 * size > LARGEST or twice > ENOUGH:
                return result
            size, once = 2 * size, twice


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--only", metavar="TEXT", default="", help="families with this in the name of their group or their own")
    options = parser.parse_args()
    results: list[Result] = []
    problems = 0
    with work_folder() as work:
        scale = Scale(options.program.resolve(), work)
        for group, families in GROUPS.items():
            for name, family in families.items():
                if options.only not in f"{group}: {name}":
                    continue
                try:
                    result = scale.weigh(family)
                    results.append(result)
                    problem, line = result.problem(), str(result)
                except AssertionError as error:
                    shutil.rmtree(work / "site", ignore_errors=True)
                    problem, line = str(error), "failed"
                problems += problem is not None
                print(f"{'FAILS' if problem else 'ok':5} {line}  {group}: {name}", flush=True)
                if problem:
                    print(f"      {problem}", file=sys.stderr, flush=True)
    measured = [result.ratio for result in results if result.refused is None and result.twice > MEASURABLE]
    refused = [result.refused for result in results if result.refused is not None]
    print(f"{len(results)} families, {problems} problems; {len(measured)} measured, the worst {max(measured, default=0):.2f} times; "
          f"{len(refused)} refused, the slowest in {1000 * max(refused, default=0):.0f} ms")
    sys.exit(1 if problems or not results else 0)


if __name__ == "__main__":
    main()
