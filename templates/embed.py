#!/usr/bin/env python3
"""Write the templates of this folder into the program: `make templates`."""
import pathlib

here = pathlib.Path(__file__).resolve().parent
target = here.parent / "Sources/Rolebook/Site/BuiltInTemplates.swift"


def literal(text):
    """A raw string literal of Swift, with as many number signs as the text needs."""
    signs = "#"
    while f'"""{signs}' in text or f"\\{signs}" in text:
        signs += "#"
    return f'{signs}"""\n{text}\n"""{signs}'


entries = "".join(
    f'    (\n      "{file.stem}",\n{literal(file.read_text(encoding="utf-8"))}\n    ),\n'
    for file in sorted(here.glob("*.mustache"))
)
style = literal((here / "style.css").read_text(encoding="utf-8"))
target.write_text(
    f"""// Made from templates/ by `make templates`; change the files there.
// swift-format-ignore-file

/// The templates of sites that bring none.
enum BuiltInTemplates {{
  static let all: [(name: String, text: String)] = [
{entries}  ]

  static let stylesheet =
{style}
}}
""",
    encoding="utf-8",
)
