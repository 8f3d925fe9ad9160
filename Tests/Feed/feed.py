"""What the checks of a feed share."""
import json
import pathlib


def folder(path):
    """The feed's folder: the one given, or `api/v1` below it."""
    path = pathlib.Path(path)
    return path if (path / "index.json").exists() else path / "api/v1"


def load(feed, name):
    return json.loads((feed / name).read_text("utf-8"))


def rows(feed, name):
    with (feed / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
