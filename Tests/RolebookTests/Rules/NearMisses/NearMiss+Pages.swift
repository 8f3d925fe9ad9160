extension NearMiss {
  static let pages: [NearMiss] = [
    NearMiss(
      rule: "misnumbered-step", why: "the same number before every step", page: concept("1. a\n1. b\n1. c\n")),
    NearMiss(
      rule: "misnumbered-step", why: "a list that starts later",
      page: concept("4. a\n5. b\n\ntext\n\n6. c\n7. d\n")),
    NearMiss(
      rule: "misnumbered-step", why: "lists inside steps", page: concept("1. a\n   1. x\n   2. y\n2. b\n")),
    NearMiss(
      rule: "dead-link", why: "links in code",
      page: concept("`[x](none.md)`\n\n```\n[x](none.md)\n```\n\n<!-- [x](none.md) -->\n")),
    NearMiss(
      rule: "dead-link", why: "a page by its address",
      page: concept("[x](../ref/) [y](/ref/) [z](ref.md) [a](https://none.example/ref.md)\n")),
    NearMiss(
      rule: "dead-anchor", why: "an anchor that a heading sets",
      page: concept(
        "## Über uns {#about}\n\n## Über uns\n\n## Über uns\n\n[x](#about) [y](#über-uns) [z](#%C3%BCber-uns-1) [t](#top)\n"
      )),
    NearMiss(
      rule: "duplicate-address", why: "a folder and a page of its name", page: concept("x"),
      others: ["page/other.md": concept("y"), "pages.md": concept("z")]),
    NearMiss(rule: "missing-title", why: "a heading below other text", page: "text\n\nTitle\n=====\n"),
    NearMiss(
      rule: "missing-title", why: "front matter that does not parse", page: "---\ntitle: a: b\n---\ntext\n"),
    NearMiss(
      rule: "unknown-front-matter-key", why: "another tool's key", page: "---\ntitle: x\nplan: y\n---\n",
      settings: "front_matter_keys: [plan]"),
    NearMiss(
      rule: "unread-front-matter", why: "an empty value",
      page: "---\ntitle: x\nkind:\norder:\ntags: one\n---\n"),
    NearMiss(
      rule: "unread-front-matter", why: "a rule below the text", page: "# T\n\n---\n\na: b: c\n\n---\n"),
    NearMiss(
      rule: "ragged-table", why: "escaped pipes and empty cells",
      page: concept("| a | b |\n| - | - |\n| x \\| y | `p\\|q` |\n| | |\n|||\nz | w\n")),
    NearMiss(
      rule: "unread-table", why: "ids among words",
      page: page(
        "reference",
        "| Name | Meaning |\n| - | - |\n| Reading | `a.b.get` |\n| `a.b.get` | x |\n| Writing | y |\n")),
    NearMiss(
      rule: "unread-table", why: "a concept page",
      page: concept("| Name | Meaning |\n| - | - |\n| `a.b.get` | x |\n")),
    NearMiss(
      rule: "input-too-complex", why: "options that combine in just as many ways as are judged",
      page: "---\ntitle: G\nkind: guide\nplatform: p\noptions: [\(sixPairs)]\n---\n"),
    NearMiss(
      rule: "input-too-complex", why: "many brackets that close",
      page: concept(String(repeating: "[a](/ref/) ", count: 3_000))),
    NearMiss(rule: "unread-file", why: "all of Unicode", page: "\u{FEFF}# 𝄞 \u{10FFFF} é\u{301}\n"),
    NearMiss(
      rule: "escaping-address", why: "dots in a name",
      page: "---\ntitle: x\nredirect_from: [/a..b/, /.../, /v1.2/]\n---\n"),
    NearMiss(
      rule: "broken-step-reference", why: "steps that are there, above, below and in another section",
      page: concept(
        "See step 2.\n\n1. a\n2. Copy it.\n3. Paste what you copied in step 2, and repeat steps 1–3.\n\n## B\n\n1. See step 3.\n"
      )),
    NearMiss(
      rule: "broken-step-reference", why: "steps of something else",
      page: concept(
        "1. Follow step 7 of the wizard.\n2. See step 9 in [the quick start](ref.md).\n3. Go on to step 2.4, Step 12: Review or the Step 8 page, and to step 1/5.\n"
      )),
    NearMiss(
      rule: "broken-step-reference", why: "steps that are headings and labels",
      page: concept("1. a\n2. See step 4 and step 5.\n\n## Step 4: Go on\n\n**Step 5** ends.\n")),
    NearMiss(
      rule: "broken-step-reference", why: "a list that goes on after a block",
      page: concept("1. See step 3.\n2. b\n\n```sh\nls\n```\n\n## B\n\n3. c\n4. d\n")),
    NearMiss(
      rule: "broken-step-reference", why: "a page without numbered steps",
      page: concept("- See step 3.\n- b\n")),
    NearMiss(
      rule: "broken-step-reference", why: "steps that another tool puts in",
      page: concept("1. a\n2. See step 9.\n\n{% include steps.md %}\n")),
    NearMiss(
      rule: "redirect-loop", why: "chains and slashes",
      page: "---\ntitle: x\nredirect_from: [/a/, /a, /b]\n---\ntext\n",
      others: ["_redirects": "/c /a\n/d /c\n/page /page/ 301\n/a/index.php /a/ 301\n"]),
    NearMiss(
      rule: "redirect-loop", why: "rewrites, conditions and patterns", page: concept("x"),
      others: [
        "_redirects":
          "# old\n/x /x 200\n/y /z 302 Country=de\n/z /y 302\n/old/* /new/:splat\n/new/* /old/index.html 404\n"
      ]),
    NearMiss(
      rule: "redirect-loop", why: "a page that names its successor", page: concept("x"),
      others: ["old.md": "---\ntitle: x\nstatus: superseded\nsuperseded_by: page.md\n---\ntext\n"]),
    NearMiss(
      rule: "redirect-shadows-page", why: "addresses that are free",
      page: "---\ntitle: x\nredirect_from: [/page.html, /old/, /old/, /pages/]\n---\ntext\n",
      others: ["_redirects": "/old /page/\n/page /page/ 301\n/ref/* /page/ 200\n"]),
    NearMiss(
      rule: "unsafe-link", why: "schemes that are published, and colons without one",
      page: concept(
        "[a](mailto:a@b.c) [b](HTTPS://x.y) [c](ref.md#a:b) [d](./x:y) <ftp://x.y> [e](?a:b) `[f](javascript:x)`\n"
      )),
    NearMiss(
      rule: "unsafe-link", why: "a picture and a tool's address in raw HTML",
      page:
        "---\ntitle: x\nraw_html: true\n---\n<img src=\"data:image/png;base64,x\"> <a href=\"vscode:x\" title=\"javascript:x\">x</a>\n\n<!-- <a href=\"javascript:x\"> -->\n"
    ),
    NearMiss(
      rule: "empty-section", why: "deeper headings, lists, code, and quotes",
      page: concept(
        "# T\n\n## A\n\n### B\n\n- x\n\n## C\n\n```\n```\n\n## D\n\n> ## E\n\n## F\n\n| a |\n| - |\n")),
    NearMiss(
      rule: "empty-section", why: "a page of headings alone",
      page: concept("# T\n\n## A\n\n## B\n\n<!-- soon -->\n")),
    NearMiss(
      rule: "empty-section", why: "a changelog and headings that are links",
      page: concept("# T\n\n## [Unreleased]\n\n## [1.0](ref.md)\n\n## 0.9\n\ntext\n")),
    NearMiss(
      rule: "reordered-text", why: "pairs that keep a piece of prose apart, joiners and marks of direction",
      page: concept(
        "שלום \u{2066}a.b\u{2069} ו\u{2067}ב\u{2069}, \u{202B}ג\u{202C}, \u{200F}\u{200E} \u{200D}\u{2011}\u{2028} ‘’…\n"
      )),
    NearMiss(
      rule: "mojibake", why: "letters of words",
      page: concept(
        "Âge, pâte, « Â », NÃO, IRMÃ”, „Ã“ and „Â“, ĂN, ÂN, ROMÂ”, tâ, Ã, Spaß“, CAFÉ», 25 °C, © 2020, naïve, ðæ\n"
      )),
    NearMiss(
      rule: "mojibake", why: "code that shows it", page: concept("`Ã©` and\n\n```\nâ€™ \u{FFFD}\n```\n")),
    NearMiss(
      rule: "malformed-attribute-list", why: "lists that are read",
      page: concept(
        "[a](ref.md){:target=\"_blank\"} ![b](c.png){: .x #y} <https://a.b>{:rel=\"x\"}\n\n## A {#a}\n\n## B {: #b}\n"
      )),
    NearMiss(
      rule: "malformed-attribute-list", why: "templates, code and places for values",
      page: concept(
        "{{ a }} {%- b -%} `{:.x}` /users/{id}/{:name} ${X} {a: 1} {:key} {name} [a](ref.md){x} x{.y} {\"a\": \"b\"}\n"
      )),
    NearMiss(
      rule: "raw-html", why: "comments, line breaks and tags that shape text",
      page: concept(
        "<!-- a -->\n\nH<sub>2</sub>O, <kbd>Ctrl</kbd><br>\n\n| a |\n| - |\n| x<br/>y<sup>1</sup> |\n\n`<table>`\n\n```html\n<b>\n```\n"
      )),
    NearMiss(
      rule: "raw-html", why: "places for values",
      page: concept(
        "CREATE TABLE <table> IN <your-schema> FOR <user@example.com>, see <https://x.y>\n\n<PROJECT_ID>\n")),
    NearMiss(
      rule: "raw-html", why: "a page that may hold it",
      page: "---\ntitle: x\nraw_html: true\n---\n<details>\n\nx\n\n</details>\n"),
    NearMiss(
      rule: "ambiguous-table", why: "a table of one shape, and a concept page",
      page: concept("| Action | Role | Description |\n| - | - | - |\n| `a.b.get` | `roles/a.viewer` | x |\n")),
    NearMiss(
      rule: "undeclared-kind", why: "tables that state nothing",
      page:
        "---\ntitle: x\n---\n| Action | Description |\n| - | - |\n| Click | Opens it |\n| **Save** | Saves it |\n"
    ),
    NearMiss(
      rule: "undeclared-kind", why: "a site that says what its pages are",
      page: "---\ntitle: x\n---\n| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n",
      settings: "default_kind: concept"),
    NearMiss(
      rule: "unread-front-matter", why: "existing objects, options of two groups, a service of another page",
      page:
        "---\ntitle: x\nkind: guide\nplatform: p\nexisting: [schema devices, user <your user>, DATABASE d]\noptions: [{id: a, group: x}, {id: b, group: y}]\n---\n",
      others: ["other.md": "---\ntitle: y\nkind: reference\nplatform: p\ncomplete: [a]\n---\ntext\n"]),
    NearMiss(
      rule: "dead-link", why: "an address that a redirect leads on from",
      page: concept("[a](/old/x/) [b](/older)\n"), others: ["_redirects": "/old/* /page/\n/older /page/\n"]),
    NearMiss(
      rule: "dead-link", why: "a successor that is current", page: concept("x"),
      others: ["old.md": "---\ntitle: x\nstatus: superseded\nsuperseded_by: page.md\n---\ntext\n"]),
    NearMiss(rule: "broken-template", why: "braces in a page", page: concept("{{ nothing }} {{#x}}")),
  ]
}

private let sixPairs = (1...6).map {
  "{id: a\($0), title: A, group: g\($0)}, {id: b\($0), title: B, group: g\($0)}"
}
.joined(separator: ", ")
