"""Texts that grow, and that keep a careless program busy for longer and longer: those of cmark's and others' tests of
Markdown, and those of our own tables, patterns, redirects and scripts.

A family gives the files of a site's content folder for a size; its text is proportional to it.
"""
from collections.abc import Callable

Files = dict[str, str]
HEAD = "---\ntitle: Grown\nkind: concept\n---\n\n"
REFERENCE = "---\ntitle: Grown\nkind: reference\nplatform: storage\n---\n\n"
GUIDE = "---\ntitle: Grown\nkind: guide\nplatform: redshift\ndialect: redshift\n---\n\n"


def page(text: Callable[[int], str], head: str = HEAD) -> Callable[[int], Files]:
    """A family of one page whose text grows."""
    return lambda size: {"grown.md": head + text(size) + "\n"}


def repeated(piece: str, head: str = HEAD, before: str = "", after: str = "") -> Callable[[int], Files]:
    """A family of one page in which a piece is repeated."""
    return page(lambda size: before + piece * (size // len(piece)) + after, head)


def mirrored(left: str, right: str, middle: str = "a") -> Callable[[int], Files]:
    """A family in which as many pieces are closed as are opened."""
    return page(lambda size: left * (size // len(left + right)) + middle + right * (size // len(left + right)))


def counted(line: Callable[[int], str], head: str = HEAD, before: str = "", after: str = "") -> Callable[[int], Files]:
    """A family of one page with a line for each number."""
    width = len(line(10_000))
    return page(lambda size: before + "".join(line(number) for number in range(size // width)) + after, head)


def wrapped(piece: str, width: int = 200) -> Callable[[int], Files]:
    """A family in which a piece is repeated over many lines of one paragraph."""
    return repeated(piece * max(1, width // len(piece)) + "\n")


def triangle(line: Callable[[int], str]) -> Callable[[int], Files]:
    """A family of lines each of which is longer than that before."""
    def text(size: int) -> str:
        lines: list[str] = []
        while sum(map(len, lines)) < size and len(lines) < 3000:
            lines.append(line(len(lines)))
        return "".join(lines)
    return page(text)


# cmark's test/pathological_tests.py, and its regressions since.
CMARK = {
    "nested strong emphasis": mirrored("*a **a ", " a** a*", "b"),
    "emphasis closers without openers": repeated("a_ "),
    "emphasis openers without closers": repeated("_a "),
    "link closers without openers": repeated("a]"),
    "link openers without closers": repeated("[a"),
    "openers and closers that do not fit": repeated("*a_ "),
    "openers and closers in halves": page(lambda size: "*a " * (size // 8) + "_a*_ " * (size // 8)),
    "closers of three": repeated("c* ", before="a**b"),
    "link openers and emphasis closers": repeated("[ a_"),
    "brackets and parentheses": repeated("[ (]("),
    "image brackets": repeated("![[]()"),
    "a hard link": repeated("**x [a*b**c*](d) "),
    "nested brackets": mirrored("[", "]"),
    "nested quotes": repeated("> ", after="a"),
    "nested quotes without blanks": repeated(">", after="a"),
    "deeply nested lists": triangle(lambda number: "  " * number + "* a\n"),
    "backticks": triangle(lambda number: "e" + "`" * number),
    "backticks on lines": triangle(lambda number: "e" + "`" * number + "\n"),
    "unclosed links with angles": repeated("[a](<b"),
    "unclosed links": repeated("[a](b"),
    "unclosed comments": repeated("<!--", before="</"),
    "unclosed instructions": repeated("<?", before="a "),
    "unclosed character data": repeated("<![CDATA[", before="a "),
    "unclosed declarations": repeated("<!A ", before="a "),
    "empty lines in nested lists": page(lambda size: "- " * (size // 4) + "x" + "\n" * (size // 2)),
    "empty lines in nested lists in a quote": page(lambda size: "> " + "- " * (size // 4) + "x\n" + ">\n" * (size // 4)),
    "emphasis in deep quotes": page(lambda size: ">" * (size // 3) + "a*" * (size // 3)),
    "references without definitions": repeated("[0] "),
    "many references": counted(lambda number: f"[{number:06}]: u\n", after="\n[0] " * 5000),
    "references that are used": counted(lambda number: f"[{number:06}]: u\n\n[{number:06}]\n\n"),
    "references of one name": repeated("[a]: u\n", after="\n[a]\n"),
    "a long reference used often": page(lambda size: "[a]: " + "u" * min(size // 2, 100_000) + "\n\n" + "[a] [a]\n" * (size // 16)),
    "autolinks without ends": repeated("<a:"),
    "autolinks of mail without ends": repeated("a@b."),
    "ampersands": repeated("&"),
    "entities without ends": repeated("&#1234567"),
    "titles without ends": repeated("[a](b 'c "),
    "backslashes": repeated("\\"),
}

# Of other parsers' tests: commonmark.js, markdown-it, pulldown-cmark, comrak, and GitHub's tables.
MARKDOWN = {
    "stars": repeated("*"), "stars around": mirrored("*", "*"), "underscores": repeated("_"), "stars and underscores": repeated("*_"),
    "emphasis over lines": wrapped("*a **a_ "), "brackets over lines": wrapped("[a] "), "links over lines": wrapped("[a](b) "),
    "images over lines": wrapped("![a](b) "), "code over lines": wrapped("`a` "), "HTML over lines": wrapped("<a> "), "entities over lines": wrapped("&amp; "),
    "escapes over lines": wrapped("\\* "), "hard breaks": repeated("a  \n"), "soft breaks": repeated("a\n"), "empty lines": repeated("\n"),
    "thematic breaks": repeated("---\n\n"), "underlines": repeated("a\n===\n"), "a paragraph of many lines and an underline": repeated("a\n", after="===\n"),
    "fences": repeated("```\na\n```\n"), "fences that open longer": triangle(lambda number: "`" * (3 + number) + "\n"), "tildes": repeated("~~~ a\n"),
    "an open fence": repeated("a\n", before="```\n"), "indented code": repeated("    a\n"), "HTML blocks": repeated("<div>\n\n"), "comments": repeated("<!-- a -->\n\n"),
    "open comments": repeated("<!-- a\n"), "attributes": repeated(" a='b'", before="<a"), "attributes without ends": repeated("<a b='"),
    "lists": repeated("- a\n"), "loose lists": repeated("- a\n\n"), "numbered lists": counted(lambda number: f"{number}. a\n"), "lists of all bullets": repeated("- a\n* a\n+ a\n"),
    "lists of one long item": repeated("  a\n", before="- a\n"), "quotes": repeated("> a\n"), "lazy quotes": repeated("a\n", before="> a\n"),
    "lists in 60 quotes": repeated("> " * 50 + "- a\n"), "tabs": repeated("\t"), "tabs in lists": repeated("-\ta\n"), "a line of letters": repeated("a", after="\n"),
    "lines of 100,000 letters": repeated("a" * 100_000 + "\n\n"), "a long line of links": repeated("[a](other.md) "), "a long line of code": repeated("`a` "),
    "definitions without ends": repeated("[a]: <b\n"), "definitions with titles without ends": repeated("[a]: b 'c\n"), "parentheses in addresses": repeated("(", before="[a](b", after="\n"),
    "carriage returns": repeated("a\r"), "letters of four bytes": repeated("\U0001f600"), "marks": repeated("\u0301", before="a"), "callouts": repeated("> [!NOTE]\n> a\n\n"),
    "attribute lists": repeated("[a](b){:c} "), "attribute lists without ends": repeated("[a](b){: "), "headings with ids": repeated("## a {#b}\n"),
    "footnotes": counted(lambda number: f"a[^{number}]\n\n[^{number}]: b\n\n"), "NUL": repeated("a\0"),
}

TABLES = {
    "a wide table": page(lambda size: "|" + "a|" * (size // 6) + "\n|" + "-|" * (size // 6) + "\n|" + "b|" * (size // 6)),
    "a wide header and short rows": page(lambda size: "|" + "a|" * (size // 8) + "\n|" + "-|" * (size // 8) + "\n" + "|b|\n" * (size // 8)),
    "a long table": repeated("| a | b |\n", before="| a | b |\n|-|-|\n"),
    "many tables": repeated("| a |\n|-|\n| b |\n\n"),
    "text before tables": repeated("text\n| a |\n|-|\n| b |\n\n"),
    "delimiters": repeated("a\n|-|\n"), "delimiters alone": repeated("|-|\n"), "delimiters of colons": repeated(":-:\n"),
    "lazy rows": repeated("b | c\n", before="> a | b\n> -|-\n"), "rows of escaped pipes": repeated("| \\| |\n", before="| a |\n|-|\n"),
    "a table of code": repeated("| `a` | `b` |\n", before="| a | b |\n|-|-|\n"), "a table of links": repeated("| [a](other.md) |\n", before="| a |\n|-|\n"),
    "a table of references": repeated("| [a] |\n", before="[a]: other.md\n\n| a |\n|-|\n"), "a table of emphasis": repeated("| *a* |\n", before="| a |\n|-|\n"),
    "a table of entities": repeated("| &amp; |\n", before="| a |\n|-|\n"), "one cell": repeated("a ", before="| a |\n|-|\n| ", after="|"),
    "one cell of code": repeated("`a` ", before="| a |\n|-|\n| ", after="|"), "one cell of pipes": repeated("\\|", before="| a |\n|-|\n| ", after="|"),
    "an HTML table": repeated("<tr><td>a</td><td>b</td></tr>\n", before="<table>\n", after="</table>\n"), "HTML tables without ends": repeated("<table><tr><td>\n"),
    "HTML tables in tables": mirrored("<table><tr><td>", "</td></tr></table>"), "cells over many columns": repeated("<td colspan=1000>a</td>", before="<table><tr>\n", after="</table>\n"),
    "cells over many rows": repeated("<tr><td rowspan=1000>a</td></tr>\n", before="<table>\n", after="</table>\n"),
}

PERMISSIONS = "| Permission | Description |\n|-|-|\n"
ROLES = "| Role | Permissions |\n|-|-|\n"
FACTS = {
    "equal headings": repeated("# a\n"), "empty headings": repeated("#\n"), "headings that end in a number": counted(lambda number: f"# a-{number % 100}\n"),
    "headings of one anchor": repeated("# a {#a}\n\n"), "headings of all levels": repeated("# a\n## b\n### c\n"), "sections": counted(lambda number: f"## Part {number}\n\nText.\n\n"),
    "permissions": counted(lambda number: f"| `s.a{number}.get` | Read. |\n", REFERENCE, PERMISSIONS),
    "permissions of one name": repeated("| `s.a.get` | Read. |\n", REFERENCE, PERMISSIONS),
    "permissions that differ in case": counted(lambda number: "| `s.a.%s` | Read. |\n" % "".join(
        letter.upper() if number >> place & 1 else letter for place, letter in enumerate("getallthemanythings")), REFERENCE, PERMISSIONS),
    "permissions that say see also": counted(lambda number: f"| `s.a{number}.get` | Needs `s.a{number + 1}.get`. |\n", REFERENCE, PERMISSIONS),
    "permissions that are misspelled": counted(lambda number: f"Needs `s.a{number}.gett`.\n\n", REFERENCE, PERMISSIONS + "".join(f"| `s.a{n}.get` | Read. |\n" for n in range(500)) + "\n"),
    "wildcards": counted(lambda number: f"| `roles/r{number % 50}` | `s.a{number}.*` |\n", REFERENCE, ROLES),
    "wildcards of one role": counted(lambda number: f"`s.a{number}.*` ", REFERENCE, ROLES + "| `roles/r.a` | ", "|"),
    "wildcards in a list": counted(lambda number: f"- `s.a{number}.*`\n", REFERENCE, "## `roles/r.a`\n\nTitle: A\n\n"),
    "wildcards that hold much": counted(lambda number: f"| `s.a{number}.get` | Read. |\n", REFERENCE, ROLES + "".join(f"| `roles/r{n}` | `s.*` |\n" for n in range(50)) + "\n" + PERMISSIONS),
    "patterns of many stars": repeated("*.", REFERENCE, ROLES + "| `roles/r.a` | `", "a` |\n"),
    # Roles that hold the same are listed with each other in the feed, and so are not many here.
    "roles": counted(lambda number: f"| `roles/r{number}` | `s.a{number}.get` |\n", REFERENCE, ROLES),
    "roles of one name": repeated("| `roles/r.a` | `s.a.get` |\n", REFERENCE, ROLES),
    "roles of equal titles": counted(lambda number: f"| `roles/r{number}` | Viewer | `s.a{number}.get` |\n", REFERENCE, "| Role | Title | Permissions |\n|-|-|-|\n"),
    "roles that inherit": counted(lambda number: f"## `roles/r{number}`\n\n- all permissions of `roles/r{number + (number % 8 != 0)}`\n- `s.a{number}.get`\n\n", REFERENCE),
    "role sections": counted(lambda number: f"## `roles/r{number}`\n\nTitle: T{number}\n\n- `s.a{number}.get`\n\n", REFERENCE),
    "a matrix": counted(lambda number: f"| `s.a{number}.get` |" + " x |" * 20 + "\n", REFERENCE, "| Permission |" + "".join(f" `roles/r{n}` |" for n in range(20)) + "\n|" + "-|" * 21 + "\n"),
    "a wide matrix": page(lambda size: "| Permission |" + "".join(f" `roles/r{n}` |" for n in range(size // 100)) + "\n|" + "-|" * (size // 100 + 1) + "\n" + "".join(
        f"| `s.a{row}.get` |" + "".join(" x |" if n >> row & 1 else "   |" for n in range(size // 100)) + "\n" for row in range(12)), REFERENCE),
    "mentions": repeated("Use `storage.objects.get`. "), "mentions of unknown names": counted(lambda number: f"Use `storage.objects.get{number}`. "),
    "bold titles": counted(lambda number: f"Use **Viewer {number}**. "), "allowed blocks": repeated("<!-- allow dead-link: a reason -->\n\n[a](nowhere.md)\n\n"),
    "allowed blocks that are not used": repeated("<!-- allow dead-link: a reason -->\n\nText.\n\n"), "allow comments with nothing after": repeated("<!-- allow dead-link: a reason -->\n"),
    "dead links": counted(lambda number: f"[a](nowhere-{number}.md)\n"), "dead links on one line": counted(lambda number: f"[a](nowhere-{number}.md) "),
    "dead links with dots": repeated("../", before="[a](", after="a.md)\n"), "dead anchors": counted(lambda number: f"[a](#nowhere-{number})\n"), "unsafe links": counted(lambda number: f"[a](javascript:{number})\n"),
    "mojibake": repeated("fÃ¼r "), "steps": counted(lambda number: f"{number % 7}. Click **Next**.\n"), "steps that refer": counted(lambda number: f"1. As in step {number}.\n", GUIDE.replace("dialect: redshift\n", "")),
    "bidi controls": repeated("a\u202eb "),
    "options": lambda size: {"grown.md": GUIDE.replace("---\n\n", "options:\n" + "".join(
        f"  - {{id: o{n}, title: O{n}}}\n" for n in range(size // 64)) + "---\n\n") + "".join(f"## O{n}\n\nText.\n\n" for n in range(size // 64))},
    "existing objects": lambda size: {"grown.md": GUIDE.replace("---\n\n", "existing:\n" + "".join(f"  - schema s{n}\n" for n in range(min(size, 60_000) // 16)) + "---\n\nText.\n")},
    "tags": lambda size: {"grown.md": HEAD.replace("---\n\n", "tags: [" + "a, " * (min(size, 60_000) // 4) + "b]\n---\n\nText.\n")},
    "keys on one line": lambda size: {"grown.md": HEAD.replace("---\n\n", "tags: {" + "".join(f"k{n}: 1, " for n in range(min(size, 60_000) // 9)) + "}\n---\n\nText.\n")},
}

REDIRECTS = {
    "redirects": lambda size: {"_redirects": "".join(f"/old-{n} /other/\n" for n in range(size // 20))},
    "redirects in a chain": lambda size: {"_redirects": "".join(f"/old-{n}/ /old-{n + 1}/\n" for n in range(size // 24))},
    "redirects in a circle": lambda size: {"_redirects": "".join(f"/old-{n}/ /old-{(n + 1) % (size // 24)}/\n" for n in range(size // 24))},
    "redirects from one address": lambda size: {"_redirects": "/old/ /other/\n/old/ /index/\n" * (size // 30)},
    "redirects with wildcards": lambda size: {"_redirects": "".join(f"/old-{n}/* /other/:splat\n" for n in range(size // 28))},
    "redirects to nowhere": lambda size: {"_redirects": "".join(f"/old-{n}/ /nowhere-{n}/\n" for n in range(size // 28))},
    "redirects deep down": lambda size: {"_redirects": "/a" * (size // 4) + " /other/\n"},
    "redirects of many folders": lambda size: {"_redirects": "".join(f"/a{n % 100}/b{n % 1000}/c{n} /other/\n" for n in range(size // 28))},
    "old addresses of a page": lambda size: {"grown.md": HEAD.replace("---\n\n", "redirect_from: [" + ", ".join(f"/old-{n}/" for n in range(min(size, 60_000) // 12)) + "]\n---\n\nText.\n")},
    "links to old addresses": lambda size: {"_redirects": "".join(f"/old-{n}/* /other/\n" for n in range(size // 40)), "grown.md": HEAD + "".join(f"[a](/old-{n}/b)\n" for n in range(size // 40))},
}

SQL = {
    "grants": counted(lambda number: f"GRANT SELECT ON a.t{number} TO b;\n", GUIDE, "```sql\n", "```"), "equal grants": repeated("GRANT SELECT ON a.b TO c;\n", GUIDE, "```sql\n", "```"),
    "a grant on many tables": counted(lambda number: f"a.t{number}, ", GUIDE, "```sql\nGRANT SELECT ON ", "a.b TO c;\n```"),
    "a grant to many": counted(lambda number: f"u{number}, ", GUIDE, "```sql\nGRANT SELECT ON a.b TO ", "c;\n```"),
    "a grant on and to many": page(lambda size: "```sql\nGRANT SELECT ON " + ", ".join(f"a.t{n}" for n in range(size // 20)) + " TO " + ", ".join(f"u{n}" for n in range(size // 20)) + ";\n```", GUIDE),
    "roles in a chain": counted(lambda number: f"CREATE ROLE r{number};\nGRANT ROLE r{number} TO ROLE r{number + 1};\n", GUIDE, "```sql\n", "```"),
    "roles in a circle": page(lambda size: "```sql\n" + "".join(f"GRANT ROLE r{n} TO ROLE r{(n + 1) % (size // 32)};\n" for n in range(size // 32)) + "```", GUIDE),
    "schemas": counted(lambda number: f"CREATE SCHEMA s{number};\nGRANT USAGE ON SCHEMA s{number} TO r;\n", GUIDE, "```sql\n", "```"),
    "users": counted(lambda number: f"CREATE USER u{number} PASSWORD 'x{number}';\n", GUIDE, "```sql\n", "```"), "default privileges": repeated("ALTER DEFAULT PRIVILEGES IN SCHEMA a GRANT SELECT ON TABLES TO b;\n", GUIDE, "```sql\n", "```"),
    "blocks": repeated("```sql\nGRANT SELECT ON a.b TO c;\n```\n\n", GUIDE), "blocks of other options": repeated("```sql option=x\nSELECT 1;\n```\n\n", GUIDE),
    "an access table": counted(lambda number: f"| `r{number % 10}` | read | table `a.t{number}` |\n", GUIDE, "| Role | Access | Object |\n|-|-|-|\n"),
    "an access table and its grants": lambda size: {"grown.md": GUIDE + "| Role | Access | Object |\n|-|-|-|\n" + "".join(f"| `r` | read | table `a.t{n}` |\n" for n in range(size // 80))
                                                    + "\n```sql\n" + "".join(f"GRANT SELECT ON a.t{n} TO r;\n" for n in range(size // 80)) + "```\n"},
    "an access table and other grants": lambda size: {"grown.md": GUIDE + "| Role | Access | Object |\n|-|-|-|\n" + "".join(f"| `r` | read | table `a.t{n}` |\n" for n in range(size // 80))
                                                       + "\n```sql\n" + "".join(f"GRANT SELECT ON b.u{n} TO r;\n" for n in range(size // 80)) + "```\n"},
    "an access table and grants of the same": lambda size: {"grown.md": GUIDE + "| Role | Access | Object |\n|-|-|-|\n" + "| `r` | read | table `a.t` |\n" * (size // 80)
                                                             + "\n```sql\n" + "GRANT SELECT ON b.t TO r;\n" * (size // 80) + "```\n"},
    "an access table and grants that are refused": lambda size: {"grown.md": GUIDE + "| Role | Access | Object |\n|-|-|-|\n" + "".join(f"| `r` | read | table `a.t{n}` |\n" for n in range(size // 80))
                                                                  + "\n```sql\n" + "".join(f"GRANT SELECT ON SCHEMA s{n} TO r;\n" for n in range(size // 80)) + "```\n"},
    "open parentheses": repeated("(", GUIDE, "```sql\nSELECT ", "\n```"), "comments in SQL": repeated("-- GRANT SELECT ON a TO b;\n", GUIDE, "```sql\n", "```"),
    "nested comments": repeated("/*", GUIDE, "```sql\n", "\n```"), "dollar quotes": counted(lambda number: f"$a{number}$ ", GUIDE, "```sql\n", "\n```"),
    "semicolons": repeated(";", GUIDE, "```sql\n", "\n```"), "words": repeated("grant ", GUIDE, "```sql\n", "\n```"), "placeholders": repeated("<a", GUIDE, "```sql\nGRANT SELECT ON ", " TO b;\n```"),
    "variables": counted(lambda number: f"SET v{number} = 'a';\n", GUIDE, "```sql\n", "```"), "names of many parts": repeated("a.", GUIDE, "```sql\nGRANT SELECT ON ", "b TO c;\n```"),
    "code of other languages": repeated("a: [b, {c: \"d\"}]\n", HEAD, "```yaml\n", "```"), "JSON": repeated("[", HEAD, "```json\n", "\n```"), "strings in HCL": repeated("\"${", HEAD, "```hcl\n", "\n```"),
}


def many_pages(text: Callable[[int, int], str], width: int, name: Callable[[int], str] = lambda n: f"p{n}.md") -> Callable[[int], Files]:
    """A family of pages, one for so many bytes of its size."""
    return lambda size: {name(number): text(number, size // width) for number in range(size // width)}


PAGES = {
    "pages": many_pages(lambda n, _: HEAD + "Text.\n", 512), "pages that link in a circle": many_pages(lambda n, all: HEAD + f"[next](p{(n + 1) % all}.md)\n", 512),
    "pages of one title and order": many_pages(lambda n, _: HEAD.replace("kind", "order: 1\nkind") + "Text.\n", 512),
    "folders in folders": lambda size: {"a/" * depth + "a.md": HEAD + "Text.\n" for depth in range(size // 8192)},
    "folders": many_pages(lambda n, _: HEAD + "Text.\n", 512, lambda n: f"f{n}/a.md"), "names that differ in case": many_pages(lambda n, _: HEAD + "Text.\n", 512, lambda n: f"{n:b}".replace("1", "A").replace("0", "a") + ".md"),
    "pages that supersede": many_pages(lambda n, all: f"---\ntitle: A\nkind: concept\nstatus: superseded\nsuperseded_by: p{(n + 1) % all}.md\n---\n\nText.\n", 512),
    "guides of one task": many_pages(lambda n, _: "---\ntitle: A\nkind: guide\nplatform: storage\ntask: t\n---\n\n| Permission | Description |\n|-|-|\n| `storage.objects.get` | Read. |\n", 4096),
    "assets": lambda size: {f"f{n}.txt": "a" for n in range(size // 512)},
}

GROUPS = {"cmark": CMARK, "markdown": MARKDOWN, "tables": TABLES, "facts": FACTS, "redirects": REDIRECTS, "SQL": SQL, "pages": PAGES}
