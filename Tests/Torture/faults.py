"""Lets each call to the system fail, one in each run: `faults.py ROLEBOOK [--count N]`.

With a full disk, a broken one, and no permission at the k-th call, a run must either say which path it could not read or
write and end with 3, with all that it writes to as before; or do without that call and give the whole result.
"""
import argparse
import pathlib
import subprocess
import sys
import time
from collections import Counter

from scenes import SCENES, Scene, Stage
from small_site import work_folder
from tracing import Call, concerned, failing_at, traced

CALLS = {
    "open": "openat", "read": "read", "write": "write,pwrite64,sendfile", "mkdir": "mkdir,mkdirat",
    "link": "link,linkat", "rename": "rename,renameat2", "sync": "fsync,syncfs", "list": "getdents64",
    "status": "newfstatat,fstat", "remove": "unlink,unlinkat,rmdir", "mode": "fchmod,ftruncate,utimensat", "lock": "flock",
}
ERRORS = ["ENOSPC", "EIO", "EACCES"]


def sample(calls: list[Call], count: int) -> list[Call]:
    """At most so many of the calls, the first and the last among them."""
    if count == 0 or len(calls) <= count:
        return calls
    return [calls[round(index * (len(calls) - 1) / max(1, count - 1))] for index in range(count)]


def problem_of(stage: Stage, result: subprocess.CompletedProcess) -> str | None:
    """What is wrong after a run in which a call failed."""
    written = stage.problem()
    if written:
        return written
    code, talk = result.returncode, result.stderr.strip()
    if code == 0:
        return None if stage.trees() == stage.after else "it ends with 0 and did not do its work"
    if code != 3:
        return f"it ends with {code}: {talk}"
    # A finding may be at a file of the content, or at the folder itself, which could not be listed.
    named = [str(stage.site.folder), "content/", "--> content:"]
    if not any(path in talk + result.stdout for path in named):
        return f"the message names no path: {talk}"
    if stage.trees() != stage.before and len(stage.scene.places) == 1 and stage.scene.name != "fix":
        return f"it ends with 3 and changed something: {talk}"
    return None


def played(scene: Scene, kind: str, program: pathlib.Path, count: int) -> list[str]:
    """The problems of one scene with failures of one kind of call."""
    problems: list[str] = []
    start = time.monotonic()
    with work_folder() as work:
        stage = Stage(scene, program, work)
        calls = concerned(traced(stage.command, CALLS[kind], scene.strace), stage.site.folder)
        stage.reset()
        codes: Counter[int] = Counter()
        for number, call in enumerate(sample(calls, count)):
            for error in ERRORS if count == 0 else [ERRORS[number % len(ERRORS)]]:
                result = failing_at(stage.command, call, error, scene.strace)
                codes[result.returncode] += 1
                problem = problem_of(stage, result) or stage.healing_problem()
                if problem:
                    problems.append(f"{scene.name}, {error} at {call}: {problem}")
                stage.reset()
    if calls:
        print(f"{'FAILS' if problems else 'ok':5} {time.monotonic() - start:6.1f} s  {scene.name}: {kind} failed "
              f"{codes.total()} times; " + ", ".join(f"{codes[code]} ended with {code}" for code in sorted(codes)),
              flush=True)
    return problems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=0, help="at most so many calls of each kind, with one error each; 0: all of them with all errors")
    parser.add_argument("--only", metavar="SCENE")
    parser.add_argument("--kind", choices=CALLS)
    options = parser.parse_args()
    problems = []
    for scene in SCENES:
        for kind in CALLS:
            if options.only in (None, scene.name) and options.kind in (None, kind):
                problems += played(scene, kind, options.program, options.count)
    for problem in problems[:40]:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
