"""What `rolebook serve` answers to strangers and how it lasts: `serving.py ROLEBOOK [--saves N]`.

A check is a function `check_…(server)`; it raises AssertionError where the server does something else.
"""
import argparse
import contextlib
import http.client
import itertools
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from small_site import Site, work_folder

PAGES = 20
SECRET = "nobody reads this"
# A page made anew must be served within this many seconds, however busy the machine is.
PATIENCE = 20
MOST_GROWTH = 1.05


@dataclass
class Server:
    """A running server, its site, and how often pages are saved."""

    site: Site
    process: subprocess.Popen
    port: int
    saves: int

    def get(self, target: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        """The status, the headers in lower case and the text of an answer; the target is sent as it is."""
        names = {"Host": f"127.0.0.1:{self.port}", **{name.replace("_", "-"): value for name, value in headers.items()}}
        lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in names.items()), "Connection: close"]
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape"))
            response = http.client.HTTPResponse(connection, method=method)
            response.begin()
            return response.status, {name.lower(): value for name, value in response.getheaders()}, \
                response.read().decode("utf-8", "replace")

    def save(self, words: str) -> float:
        """Saves a page and gives the seconds until the server shows it."""
        page = self.site.folder / "content/page-3.md"
        start = time.monotonic()
        page.write_text(f"---\ntitle: Page\nkind: concept\n---\n\n{words}\n")
        while words not in self.get("/page-3/")[2]:
            assert time.monotonic() - start < PATIENCE, f"`{words}` is not shown"
        return time.monotonic() - start

    def memory(self) -> int:
        """What the server holds in memory, in KiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])


@contextlib.contextmanager
def served(program: pathlib.Path, work: pathlib.Path, saves: int) -> Iterator[Server]:
    """A site that is served until the end; secrets lie beside it and in it."""
    site = Site(program, work / "site", PAGES)
    for secret in (work / "secret.txt", site.folder / "secret.txt", site.folder / ".env"):
        secret.write_text(SECRET)
    command = [str(site.program), "serve", "--root", str(site.folder), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    said = ""
    while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/", said)):
        line = process.stderr.readline()
        assert line, f"it did not start: {said}"
        said += line
    try:
        yield Server(site, process, int(found[1]), saves)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0, f"it ended with {process.returncode}"
        process.stderr.close()


def ways_out() -> Iterator[str]:
    """Targets that try to leave the site."""
    steps = ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "%252e%252e/", "..;/", "....//", ".%00./", "%c0%ae%c0%ae/",
             "..%u2215"]
    goals = ["secret.txt", "site/secret.txt", ".env", "site/.env", "etc/passwd", "rolebook.yml"]
    starts = ["/", "//", "/page-1/", "/api/v1/", "/./"]
    for step, goal, start in itertools.product(steps, goals, starts):
        yield start + step * (1 if goal.startswith(("secret", ".env", "rolebook")) else 6) + goal
    yield from ("/secret.txt", "/.env", "/rolebook.yml", "/content/page-1.md", "/.git/config", "/out.txt",
                "file:///etc/passwd", "/proc/self/environ", "http://127.0.0.1/../secret.txt", "*")


def check_no_way_leads_out(server: Server) -> str:
    (server.site.folder / "content/out.txt").symlink_to(server.site.folder.parent / "secret.txt")
    count = 0
    for target in ways_out():
        status, _, text = server.get(target)
        assert SECRET not in text and "root:" not in text and "The old site\n" not in text, f"{target}: {text[:80]}"
        # What a browser would take for a page of the site is answered with one; nothing else is found.
        assert status in (301, 302, 308, 400, 403, 404, 200) and (status != 200 or "<html" in text), f"{target}: {status}"
        count += 1
    return f"{count} ways tried"


def check_other_names_and_sites_are_refused(server: Server) -> str:
    hosts = ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "0.0.0.0", "[::1].evil", "169.254.0.1"]
    for host in hosts:
        assert server.get("/", Host=host)[0] in (400, 403, 421), f"Host: {host}"
    for host in (f"localhost:{server.port}", f"127.0.0.1:{server.port}", f"[::1]:{server.port}"):
        assert server.get("/", Host=host)[0] == 200, f"Host: {host}"
    origins = ["http://evil.example", "null", f"https://127.0.0.1:{server.port}", "file://", f"http://127.0.0.1:{server.port + 1}"]
    for origin in origins:
        assert server.get("/", Origin=origin)[0] == 403, f"Origin: {origin}"
    return f"{len(hosts)} names and {len(origins)} sites"


def check_only_reading_is_answered(server: Server) -> str:
    methods = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"]
    for method in methods:
        assert server.get("/", method=method)[0] in (400, 405, 501), method
    assert server.get("/", method="HEAD")[0] == 200
    return f"{len(methods)} methods"


def check_answers_say_how_they_are_read(server: Server) -> str:
    targets = ["/", "/page-1/", "/style.css", "/site.js", "/nowhere/", "/sitemap.xml"]
    for target in targets:
        _, headers, _ = server.get(target)
        assert headers.get("x-content-type-options") == "nosniff", target
        assert "default-src 'self'" in headers.get("content-security-policy", ""), target
        assert headers.get("content-type"), target
    return f"{len(targets)} answers"


def check_slow_readers_stop_nobody(server: Server) -> str:
    count = 500
    with contextlib.ExitStack() as stack:
        for number in range(count):
            slow = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE))
            # A third says nothing, a third half of a request, a third asks and never reads.
            slow.sendall((b"", b"GET / HTTP/1.1\r\nHost:", b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20)[number % 3])
        taken = []
        for number in range(20):
            start = time.monotonic()
            assert server.get(f"/page-{number}/")[0] == 200
            taken.append(time.monotonic() - start)
    assert statistics.median(taken) < 1, f"{statistics.median(taken):.1f} s for a page"
    return f"{count} connections; a page took {1000 * statistics.median(taken):.0f} ms beside them"


def check_memory_stays(server: Server) -> str:
    """The first hundred pages bring what is kept for good."""
    for number in range(100):
        server.save(f"Begin {number}.")
    before = server.memory()
    taken = [server.save(f"Words {number}.") for number in range(server.saves)]
    growth = server.memory() / before
    assert growth < MOST_GROWTH, f"{server.saves} saves took {growth:.3f} times the memory"
    return f"{server.saves} saves, {growth:.3f} times the memory, {1000 * statistics.median(taken):.0f} ms from file to page"


CHECKS: list[Callable[[Server], str]] = [check for name, check in sorted(globals().items()) if name.startswith("check_")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--saves", type=int, default=200, help="how often a page is saved while memory is watched")
    options = parser.parse_args()
    failed = 0
    for check in CHECKS:
        name = check.__name__.removeprefix("check_").replace("_", " ")
        with work_folder() as work, served(options.program, work, options.saves) as server:
            try:
                print(f"  serving: {name}: {check(server)}", flush=True)
            except AssertionError as error:
                failed += 1
                print(f"  serving: {name}: FAILS: {error}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
