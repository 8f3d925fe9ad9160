"""Serves a built site as a strict host would: compressed, and with a policy that lets nothing in from outside, if it is not
told to be careless."""
import contextlib
import gzip
import http.server
import mimetypes
import pathlib
import threading
import urllib.parse
from collections.abc import Iterator

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
TEXTS = ("text/", "application/json", "application/javascript", "image/svg", "application/xml")


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD for the files below `root`, at the path `mount`."""

    protocol_version = "HTTP/1.1"
    root = pathlib.Path()
    mount = "/"
    policy: str | None = None

    def do_GET(self) -> None:
        file = self.find()
        if file is not None and file.is_dir():
            return self.redirect()
        status = 200 if file is not None else 404
        self.send(status, file if file is not None else self.root / "404.html")

    do_HEAD = do_GET

    def find(self) -> pathlib.Path | None:
        """The file at the address; a folder where the slash at the end is missing; None where there is nothing."""
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if not path.startswith(self.mount):
            return None
        file = (self.root / path[len(self.mount):]).resolve()
        if not file.is_relative_to(self.root):
            return None
        if file.is_dir() and path.endswith("/"):
            file = file / "index.html"
        return file if file.exists() else None

    def redirect(self) -> None:
        self.send_response(301)
        self.send_header("Location", urllib.parse.urlsplit(self.path).path + "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send(self, status: int, file: pathlib.Path) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        body = file.read_bytes() if file.is_file() else b""
        self.send_response(status)
        if kind.startswith(TEXTS) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Length", str(len(body)))
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
            self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command == "GET":
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextlib.contextmanager
def serving(folder: pathlib.Path, mount: str = "/", policy: str | None = POLICY) -> Iterator[str]:
    """Serves a folder while the block runs; gives the address of its top, which ends in a slash."""
    handler = type("SiteHandler", (Handler,), {"root": folder.resolve(), "mount": mount, "policy": policy})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    # A browser that leaves a page hangs up on what it was loading.
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{mount}"
    finally:
        server.shutdown()
