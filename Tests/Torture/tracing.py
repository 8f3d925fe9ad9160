"""The program under strace: what it asks of the system, and runs in which one call fails or is the last one."""
import os
import pathlib
import re
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass

# On one processor all tasks run on one thread, so that the calls of a build come in the same order in each run.
ONE_PROCESSOR = ["taskset", "--cpu-list", str(min(os.sched_getaffinity(0)))]
# Git, which is asked for the days of commits, has calls of its own.
WITHOUT_GIT = ["-E", "PATH=/nonexistent"]
# A file system that cannot exchange two folders.
NO_EXCHANGE = ["-e", "inject=renameat2:error=EINVAL"]
LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")


@dataclass
class Call:
    """One call of a traced run: the n-th of its name on its thread, from 1, as strace counts them."""

    thread: str
    name: str
    place: int
    text: str

    def __str__(self) -> str:
        return f"{self.name}({self.text.strip()}"


def traced(command: list[str], calls: str, more: list[str] = []) -> list[Call]:
    """Runs a command to its end and lists its calls; file descriptors are shown with their paths."""
    with tempfile.NamedTemporaryFile("r") as log:
        run(command, ["-y", "-e", f"trace={calls},execve", *more], log.name)
        places: Counter[tuple[str, str]] = Counter()
        found = []
        for thread, name, text in filter(None, map(parts, log)):
            places[thread, name] += 1
            found.append(Call(thread, name, places[thread, name], text))
        return found


def parts(line: str) -> tuple[str, str, str] | None:
    """Thread, name and rest of a line; None for the second half of a call, for signals and ends."""
    match = LINE.match(line)
    return (match[1], match[2], match[3]) if match else None


def concerned(calls: list[Call], folder: pathlib.Path) -> list[Call]:
    """The calls on files below a folder that can be told from others: a place that another thread has too, such as that
    on which the program is loaded, is reached there."""
    threads = {}
    for call in calls:
        threads.setdefault((call.name, call.place), set()).add(call.thread)
    return [call for call in calls if str(folder) in call.text and len(threads[call.name, call.place]) == 1]


def run(command: list[str], options: list[str], log: str = os.devnull) -> subprocess.CompletedProcess:
    """Runs a command under strace with these options."""
    return subprocess.run(
        [*ONE_PROCESSOR, "strace", "-f", "-o", log, *WITHOUT_GIT, *options, *command], capture_output=True, text=True)


def killed_at(command: list[str], call: Call, more: list[str] = []) -> subprocess.CompletedProcess:
    """Kills the command in place of this call."""
    return tampered(command, call, "signal=KILL", more)


def failing_at(command: list[str], call: Call, error: str, more: list[str] = []) -> subprocess.CompletedProcess:
    """Lets this call fail with an error."""
    return tampered(command, call, f"error={error}", more)


def tampered(command: list[str], call: Call, how: str, more: list[str]) -> subprocess.CompletedProcess:
    """Runs the command, in which something happens at this call; what is to happen in the whole run comes first."""
    trace = ["-e", f"trace={call.name},renameat2"]
    return run(command, [*trace, *more, "-e", f"inject={call.name}:{how}:when={call.place}"])
