"""The files that strangers may put into a site, each with what must be said of it."""
import os
import pathlib
import socket
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass

HEAD = "---\ntitle: Hostile\nkind: concept\n---\n\n"
# What some of them are written for: nothing is read in it as the wrong thing.
REFERENCE = "---\ntitle: Hostile\nkind: reference\nplatform: storage\n---\n\n"
PAGE = "content/hostile.md"


@dataclass
class Case:
    """A hostile file and the finding that it must give: its rule and line; or none, where it is just a page."""

    name: str
    write: Callable[[pathlib.Path], None]
    rule: str | None
    line: int | None = None
    path: str = PAGE
    # The settings of its site.
    settings: str = "title: Plain\n"
    # Whether it is run as a user without rights on it.
    as_nobody: bool = False
    # The exit code of a build, where nothing can be published for the settings are not to be read.
    code: int = 0


def holding(content: bytes | str) -> Callable[[pathlib.Path], None]:
    """Writes a file with this content."""
    data = content.encode() if isinstance(content, str) else content
    return lambda path: path.write_bytes(data)


def all_cases() -> list[Case]:
    """Every case, each with a name of its own."""
    cases = [case for family in FAMILIES for case in family()]
    names = [case.name for case in cases]
    assert len(names) == len(set(names)), "two cases have one name"
    return cases


# What is no UTF-8, by what is wrong with it.
NOT_UTF8 = {
    "a lone continuation": b"\x80", "a start without its rest": b"\xc3", "two of three bytes": b"\xe2\x82",
    "three of four bytes": b"\xf0\x9f\x98", "an overlong slash": b"\xc0\xaf", "an overlong NUL": b"\xc0\x80",
    "an overlong of three": b"\xe0\x80\xaf", "an overlong of four": b"\xf0\x80\x80\xaf", "a high surrogate": b"\xed\xa0\x80",
    "a low surrogate": b"\xed\xbf\xbf", "a pair of surrogates": b"\xed\xa0\xbd\xed\xb8\x80", "past the last": b"\xf4\x90\x80\x80",
    "five bytes": b"\xf8\x88\x80\x80\x80", "six bytes": b"\xfc\x84\x80\x80\x80\x80", "FE": b"\xfe", "FF": b"\xff",
    "Latin-1": "für".encode("latin-1"), "Windows-1252": "“a”".encode("cp1252"), "Shift JIS": "権限".encode("shift_jis"),
    "GBK": "权限".encode("gbk"), "KOI8-R": "роль".encode("koi8-r"),
}
# Where it stands: what is before it, after it, and on which line it is.
SPOTS = {
    "the first line": ("", "\n", 1), "a title": ("---\ntitle: ", "\nkind: concept\n---\n", 2), "a paragraph": (HEAD + "a ", " b\n", 6),
    "code": (HEAD + "```\na ", "\n```\n", 7), "a table": (HEAD + "| a | b |\n| - | - |\n| ", " | c |\n", 8),
    "the end": (HEAD + "a\n\nb", "", 8),
}


def encodings() -> Iterator[Case]:
    for spot, (before, after, line) in SPOTS.items():
        for name, data in NOT_UTF8.items():
            yield Case(f"{name} in {spot}", holding(before.encode() + data + after.encode()), "unread-file", line)
    text = HEAD + "Some text.\n"
    for encoding in ["utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-32-le"]:
        yield Case(encoding, holding(text.encode(encoding)), "unread-file", 1)
    yield Case("UTF-16 with a big-endian mark", holding(b"\xfe\xff" + text.encode("utf-16-be")), "unread-file", 1)
    for spot, (before, after, line) in SPOTS.items():
        yield Case(f"NUL in {spot}", holding(before + "a\0b" + after), "unread-file", line)
    yield Case("only NUL", holding(b"\0" * 4096), "unread-file", 1)
    yield Case("a program", holding(b"\x7fELF\x02\x01\x01" + bytes(64)), "unread-file", 1)
    yield Case("a picture", holding(b"\x89PNG\r\n\x1a\n" + bytes(64)), "unread-file", 1)
    yield Case("a compressed file", holding(b"\x1f\x8b\x08\x00" + bytes(range(256))), "unread-file", 1)
    yield Case("settings of Latin-1", holding("title: für\n".encode("latin-1")), "rolebook.yml:1", path="rolebook.yml", code=2)
    yield Case("settings with NUL", holding("title: a\nbase_url: \0\n"), "rolebook.yml:2", path="rolebook.yml", code=2)
    yield Case("redirects of Latin-1", holding("/a /b\n/für /b\n".encode("latin-1")), "unread-file", 2, path="content/_redirects")
    yield Case("a template of Latin-1", holding("für".encode("latin-1")), "unread-file", 1, path="templates/page.mustache")


def plain_bytes() -> Iterator[Case]:
    """What looks strange and is a page all the same."""
    text = HEAD + "One line.\n\nAnother line.\n"
    mark = "\ufeff"
    yield Case("a byte order mark", holding(mark + text), None)
    yield Case("a byte order mark alone", holding(mark), "missing-title", 1)
    yield Case("a mark without front matter", holding(mark + "# Title\n\nText.\n"), None)
    for name, end in [("CR LF", "\r\n"), ("lone CR", "\r")]:
        yield Case(f"lines that end with {name}", holding(text.replace("\n", end)), None)
    yield Case("lines that end in all ways", holding("---\rtitle: Mixed\r\nkind: concept\n---\r\rText.\r\n\n\rMore.\n"), None)
    yield Case("an error behind lone CR", holding((text + "[x](nowhere.md)\n").replace("\n", "\r")), "dead-link", 9)
    yield Case("an error behind CR LF", holding((text + "[x](nowhere.md)\n").replace("\n", "\r\n")), "dead-link", 9)
    yield Case("nothing", holding(b""), "missing-title", 1)
    yield Case("one byte", holding(b"a"), "missing-title", 1)
    yield Case("only line ends", holding("\n" * 100_000), "missing-title", 1)
    yield Case("only blanks", holding(" " * 100_000), "missing-title", 1)
    yield Case("no line end", holding(HEAD + "Text."), None)
    yield Case("line separators", holding(HEAD + "a\u2028b\u2029c\u0085d\u000be\u000cf\n"), None)
    yield Case("noncharacters", holding(HEAD + "a \ufffe \uffff \U0010ffff b\n"), None)
    yield Case("many marks on a letter", holding(HEAD + "a" + "\u0301" * 10_000 + "\n"), None)
    yield Case("a family of emoji", holding(HEAD + "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 1000 + "\n"), None)
    yield Case("escapes of a terminal", holding(HEAD + "[\x1b[31mred\x1b]0;title\x07](nowhere.md)\n"), "dead-link", 6)
    yield Case("escapes in an address", holding(HEAD + "[a](<nowhere\x1b[2J.md>)\n"), "dead-link", 6)
    yield Case("backspaces", holding(HEAD + "[a](<no\x08\x08where.md>)\n"), "dead-link", 6)


# Unicode's controls that show text in another order than it has (UAX 9).
BIDI = {"LRE": "\u202a", "RLE": "\u202b", "PDF": "\u202c", "LRO": "\u202d", "RLO": "\u202e", "LRI": "\u2066", "RLI": "\u2067",
        "FSI": "\u2068", "PDI": "\u2069"}
BIDI_SPOTS = {
    "prose": (HEAD + "a ", " b\n", 6), "code": (HEAD + "Use `a", "b`.\n", 6), "a heading": (HEAD + "Text.\n\n## a ", "b\n\nText.\n", 8),
    "SQL": (HEAD + "```sql\nGRANT SELECT ON a TO b; -- ", "\n```\n", 7),
    "a permission": (REFERENCE + "| Permission | Description |\n| --- | --- |\n| `storage.hostile.g", "et` | Read. |\n", 9),
    "a title": ("---\ntitle: a", "b\nkind: concept\n---\n\nText.\n", 2),
    "a link": (HEAD + "[a", "b](other.md)\n", 6),
}


def reordering() -> Iterator[Case]:
    for spot, (before, after, line) in BIDI_SPOTS.items():
        for name, control in BIDI.items():
            yield Case(f"{name} in {spot}", holding(before + control + after), "reordered-text", line)


# Front matter that is no mapping of a few keys.
BAD_YAML = {
    "a billion laughs": ("a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9)), 4),
    "an alias to itself": ("a: &a [*a]\n", 4), "an anchor": ("a: &a b\n", 4), "an alias": ("a: *b\n", 4),
    "a merge": ("<<: {a: b}\n<<: {c: d}\n", 5), "a tag": ("a: !!python/object/apply:os.system ['id']\n", 4),
    "a tag of its own": ("a: !exec id\n", 4), "binary": ("a: !!binary aGk=\n", 4), "a set": ("a: !!set {b}\n", 4),
    "nine levels of lists": ("a: " + "[" * 9 + "]" * 9 + "\n", 4), "a hundred levels": ("a: " + "[" * 100 + "]" * 100 + "\n", 4),
    "10,000 levels": ("a: " + "[" * 10_000 + "\n", 4), "10,000 levels of mappings": ("a: " + "{a: " * 10_000 + "\n", 4),
    "levels by indentation": ("".join(" " * n + "a:\n" for n in range(200)), 12), "levels by hyphens": ("a:\n" + "- " * 5000 + "b\n", 5),
    "levels of complex keys": ("? " * 5000 + "a\n", 4), "a key twice": ("a: b\na: c\n", 5), "a key that is a list": ("? [a]\n: b\n", 4),
    "a tab": ("a:\n\t- b\n", 5), "an open quote": ("a: \"b\n", 4), "an open bracket": ("a: [b\n", 4), "a colon": ("a: b: c\n", 4),
    "a control character": ("a: \x01\n", 4), "DEL": ("a: b\x7f\n", 4), "a directive": ("%YAML 9.9\n", 4), "nonsense": ("@`|\n", 4),
    "a surrogate by escape": ("a: \"\\ud800\"\n", 4), "an escape past the last": ("a: \"\\U7fffffff\"\n", 4),
    "70 KB": ("description: " + "a" * 70_000 + "\n", None), "70 KB of keys": ("".join(f"key{n}: b\n" for n in range(7000)), None),
}
WRONG_VALUES = {
    "a list for a title": "title: [a]\nkind: concept\n", "a mapping for a title": "title: {a: b}\nkind: concept\n",
    "a list for a kind": "title: A\nkind: [concept]\n", "text for an order": "title: A\nkind: concept\norder: first\n",
    "a huge order": "title: A\nkind: concept\norder: 99999999999999999999999\n", "text for tags": "title: A\nkind: concept\ntags: {a: b}\n",
    "lists in options": "title: A\nkind: guide\nplatform: storage\noptions: [[[a]]]\n", "NUL by escape": "title: \"a\\0b\"\nkind: concept\n",
}


def front_matter() -> Iterator[Case]:
    for name, (yaml, line) in BAD_YAML.items():
        yield Case(f"front matter with {name}", holding(f"---\ntitle: A\nkind: concept\n{yaml}---\n\nText.\n"), "unread-front-matter", line)
    for name, yaml in WRONG_VALUES.items():
        yield Case(name, holding(f"---\n{yaml}---\n\nText.\n"), "unread-front-matter")
    for name, (yaml, line) in list(BAD_YAML.items())[:18]:
        yield Case(f"settings with {name}", holding(f"title: A\n{yaml}"), "rolebook.yml", path="rolebook.yml", code=2)
    yield Case("front matter without an end", holding("---\ntitle: A\n" + "a\n" * 50_000), "unread-front-matter", 1)
    yield Case("front matter of many lines of nothing", holding("---\n" + "\n" * 60_000 + "title: A\nkind: concept\n---\n"), None)


# What is past a limit, or near it.
DEEP = {
    "quotes": "> " * 5000 + "a\n", "tight quotes": ">" * 5000 + "a\n", "lists in a line": "- " * 5000 + "a\n",
    "numbered lists in a line": "1. " * 5000 + "a\n", "quotes and lists": "> - " * 2000 + "a\n",
    "lists by indentation": "".join("  " * n + "- a\n" for n in range(500)), "quotes by line": "".join("> " * n + "a\n" for n in range(1, 500)),
    "lists with empty lines": "- " * 5000 + "a\n" + "\n" * 1000, 
    "image brackets": "![" * 5000 + "a\n", "brackets over lines": "[a\n" * 5000, "brackets without ends": "[a" * 5000 + "\n",
    "a line of 300 KB": "a" * 300_000 + "\n", "a line of words": "word " * 60_000 + "\n", "a line of code": "`" + "a" * 300_000 + "`\n",
}
NEAR = {
    "quotes": "> " * 60 + "a\n", "lists": "- " * 60 + "a\n", "emphasis": "*a **b " * 5000 + "\n", "strong": "**" * 20_000 + "a" + "**" * 20_000 + "\n",
    "many backticks": "".join("e" + "`" * n for n in range(600)) + "\n", "links": "[a](b" * 1500 + "\n", "angles": "<a " * 20_000 + "\n",
    "entities": "&amp;" * 30_000 + "\n", "escapes": "\\*" * 60_000 + "\n", "hard breaks": "a  \n" * 50_000, "thematic breaks": "---\n\n" * 50_000,
    "references": "".join(f"[{n}]: /u\n" for n in range(20_000)), "comments": "<!-- a -->\n\n" * 20_000, "open comments": "<!--" * 50_000 + "\n",
    "fences": "```\na\n```\n" * 20_000, "an open fence": "```\n" + "a\n" * 100_000, "underlines": "a\n===\n" * 5_000,
}


def depths() -> Iterator[Case]:
    for name, text in DEEP.items():
        yield Case(f"deep: {name}", holding(HEAD + "Text.\n\n" + text), "input-too-complex")
    for name, text in NEAR.items():
        yield Case(f"allowed: {name}", holding(HEAD + text), "")
    settings = "title: Plain\nlimits: {file_bytes: 400000000}\n"
    yield Case("a line of 100 MB", long_line, "input-too-complex", 1)
    yield Case("a line of 100 MB in a site for large files", long_line, "input-too-complex", 6, settings=settings)
    yield Case("redirects of 100 MB", long_line, "input-too-complex", 1, path="content/_redirects")
    yield Case("settings of 100 MB", long_line, "rolebook.yml", path="rolebook.yml", code=2)


def long_line(path: pathlib.Path) -> None:
    """Writes a line of 100 MB, in pieces: what this program holds at once counts for those that it runs."""
    with path.open("w") as file:
        file.write(HEAD)
        for _ in range(100):
            file.write("a" * 1_000_000)


def tables() -> Iterator[Case]:
    def table(columns: int, rows: int, cell: str = "a") -> str:
        return "|" + " h |" * columns + "\n|" + "-|" * columns + "\n" + ("|" + f" {cell} |" * columns + "\n") * rows
    for columns, rows in [(1000, 100), (10_000, 8), (50_000, 1), (1, 50_000), (2, 50_000), (100, 3000)]:
        yield Case(f"a table of {columns} columns and {rows} rows", holding(HEAD + table(columns, rows)), "")
    yield Case("a table of code", holding(HEAD + table(50, 1000, "`a.b.c`")), "")
    yield Case("a table of links", holding(HEAD + table(20, 1000, "[a](other.md)")), "")
    yield Case("a table of escapes", holding(HEAD + table(50, 1000, "\\|")), "")
    yield Case("a wide header and short rows", holding(HEAD + table(30_000, 0) + "| a |\n" * 30_000), "")
    yield Case("a delimiter of another width", holding(HEAD + "|a|b|\n|" + "-|" * 50_000 + "\n" + "|a|\n" * 10_000), "")
    yield Case("many tables", holding(HEAD + (table(2, 1) + "\n") * 20_000), "")
    yield Case("many delimiters", holding(HEAD + "a\n|-|\n" * 50_000), "")
    yield Case("a table in 60 quotes", holding(HEAD + "".join("> " * 60 + line + "\n" for line in table(20, 200).splitlines())), "")
    yield Case("a permission table of one name", holding(REFERENCE + "| Permission | Description |\n|-|-|\n" + "| `a.b.c` | d |\n" * 20_000), "duplicate-permission")
    yield Case("a matrix of 1,000 roles", holding(REFERENCE + "| Permission |" + "".join(f" `r{n}` |" for n in range(1000)) + "\n|" + "-|" * 1001
               + "\n" + "".join(f"| `a.b.c{n}` |" + " x |" * 1000 + "\n" for n in range(100))), "")


def special_files() -> Iterator[Case]:
    """What is at a path where a page should be."""
    def device(path: pathlib.Path, major: int, minor: int, kind: int = stat.S_IFCHR) -> None:
        os.mknod(path, kind | 0o666, os.makedev(major, minor))

    def plug(path: pathlib.Path) -> None:
        here = os.open(".", os.O_RDONLY)
        os.chdir(path.parent)
        socket.socket(socket.AF_UNIX).bind(path.name)
        os.fchdir(here)
        os.close(here)

    def sparse(path: pathlib.Path, size: int = 10 << 30) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    def unreadable(path: pathlib.Path) -> None:
        path.write_text(HEAD)
        path.chmod(0)

    def closed_folder(path: pathlib.Path) -> None:
        path.mkdir(0)

    def folder(path: pathlib.Path) -> None:
        path.mkdir()
        (path / "inner.md").write_text(HEAD + "Text.\n")

    def link(target: str) -> Callable[[pathlib.Path], None]:
        return lambda path: path.symlink_to(target)

    for suffix, path in {"page": PAGE, "picture": "content/hostile.png"}.items():
        yield Case(f"a pipe as a {suffix}", os.mkfifo, "unread-file", 1, path)
        yield Case(f"a socket as a {suffix}", plug, "unread-file", 1, path)
        yield Case(f"a broken link as a {suffix}", link("nothing"), "unread-file", 1, path)
        yield Case(f"a link to itself as a {suffix}", link(os.path.basename(path)), "unread-file", 1, path)
        yield Case(f"a link out as a {suffix}", link("/etc/passwd"), "unread-file", 1, path)
        yield Case(f"a link to a device as a {suffix}", link("/dev/zero"), "unread-file", 1, path)
        yield Case(f"a link to the processes as a {suffix}", link("/proc/self/environ"), "unread-file", 1, path)
        yield Case(f"a link far out as a {suffix}", link("../" * 40 + "etc/passwd"), "unread-file", 1, path)
        if os.geteuid() == 0:
            yield Case(f"/dev/zero as a {suffix}", lambda path: device(path, 1, 5), "unread-file", 1, path)
            yield Case(f"/dev/tty as a {suffix}", lambda path: device(path, 5, 0), "unread-file", 1, path)
            yield Case(f"a disk as a {suffix}", lambda path: device(path, 7, 200, stat.S_IFBLK), "unread-file", 1, path)
        yield Case(f"an unreadable {suffix}", unreadable, "unread-file", 1, path, as_nobody=True)
    yield Case("a sparse page of 10 GB", sparse, "input-too-complex", 1)
    yield Case("a sparse picture of 10 GB", sparse, None, path="content/hostile.png")
    yield Case("a folder named as a page", folder, "unread-file", 1)
    yield Case("a closed folder", closed_folder, "unread-file", 1, "content/closed", as_nobody=True)
    yield Case("a link to a folder around", link(".."), None, path="content/around")
    yield Case("a link to its folder", link("."), None, path="content/self")
    yield Case("a link to the root", link("/"), "unread-file", 1, path="content/root")
    yield Case("a pipe as redirects", os.mkfifo, "unread-file", 1, "content/_redirects")
    yield Case("a pipe as a template", os.mkfifo, "unread-file", 1, "templates/page.mustache")
    yield Case("a pipe as settings", os.mkfifo, "rolebook.yml", path="rolebook.yml", code=3)
    yield Case("a folder as settings", os.mkdir, "rolebook.yml", path="rolebook.yml", code=3)
    yield Case("sparse settings", sparse, "rolebook.yml", path="rolebook.yml", code=2)


def names() -> Iterator[Case]:
    """File names that a file system holds and a site does not."""
    def named(name: bytes) -> Callable[[pathlib.Path], None]:
        def write(path: pathlib.Path) -> None:
            with open(os.fsencode(path.parent) + b"/" + name, "wb") as file:
                file.write((HEAD + "Text.\n").encode())
        return write

    for what, name in {"Latin-1": b"f\xfcr", "a lone byte": b"\x80", "a surrogate": b"\xed\xa0\x80"}.items():
        yield Case(f"a name of {what}", named(name + b".md"), "unread-file", 1, f"content/{(name + b'.md').decode(errors='replace')}")
    for what, name in {"a line end": "a\nb.md", "a tab": "a\tb.md", "an escape": "a\x1b[31mb.md", "DEL": "a\x7fb.md", "CR": "a\rb.md"}.items():
        yield Case(f"a name with {what}", named(name.encode()), "unread-file", 1, f"content/{name}")
    for what, name in {"255 bytes": "a" * 252 + ".md", "blanks": "  a  .md", "quotes": "a'b\"c.md", "angles": "<script>alert(1)<script>.md",
                       "an ampersand": "a&amp;b.md", "a hash": "a#b.md", "a question": "a?b.md", "a percent": "a%2e%2e%2fb.md", "a backslash": "a\\..\\b.md",
                       "a colon": "javascript:a.md", "only a dot more": "..a.md", "emoji": "\U0001f600.md", "a dollar": "$(id).md",
                       "a hyphen": "--force.md"}.items():
        yield Case(f"a name of {what}", named(name.encode()), None, path=f"content/{name}")
    yield Case("a name with RLO", named("a\u202edm.b.md".encode()), "reordered-text", 1, "content/a\u202edm.b.md")


def sql() -> Iterator[Case]:
    """SQL blocks that keep a reader busy."""
    head = "---\ntitle: Hostile\nkind: guide\nplatform: redshift\ndialect: redshift\n---\n\n```sql\n"
    for name, text in {
        "parentheses": "SELECT " + "(" * 20_000 + ")" * 20_000 + ";", "open parentheses": "(" * 50_000, "an open string": "SELECT '" + "a" * 100_000,
        "an open comment": "/* " + "/* " * 30_000, "nested comments": "/*" * 20_000 + "*/" * 20_000, "dollar quotes": "$a$" * 20_001,
        "semicolons": ";" * 100_000, "one long statement": "GRANT SELECT ON " + ", ".join(f"a.b{n}" for n in range(8000)) + " TO c;",
        "many grants": "GRANT SELECT ON a.b TO c;\n" * 8000, "many roles": "".join(f"CREATE ROLE r{n};\nGRANT ROLE r{n} TO ROLE r{n + 1};\n" for n in range(2000)),
        "many privileges": "GRANT " + ", ".join(["SELECT"] * 10_000) + " ON a.b TO c;", "many variables": "SET a = 'b';\n" * 8000,
        "placeholders": "GRANT SELECT ON " + "<a" * 20_000 + " TO b;", "names of many parts": "GRANT SELECT ON " + "a." * 30_000 + "b TO c;",
    }.items():
        yield Case(f"SQL with {name}", holding(head + text + "\n```\n"), "")


FAMILIES = [encodings, plain_bytes, reordering, front_matter, depths, tables, special_files, names, sql]
