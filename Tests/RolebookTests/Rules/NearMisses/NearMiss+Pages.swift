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
      rule: "input-too-complex", why: "many brackets that close",
      page: concept(String(repeating: "[a](/ref/) ", count: 3_000))),
    NearMiss(rule: "unread-file", why: "all of Unicode", page: "\u{FEFF}# 𝄞 \u{10FFFF} é\u{301}\n"),
    NearMiss(
      rule: "escaping-address", why: "dots in a name",
      page: "---\ntitle: x\nredirect_from: [/a..b/, /.../, /v1.2/]\n---\n"),
    NearMiss(rule: "broken-template", why: "braces in a page", page: concept("{{ nothing }} {{#x}}")),
  ]
}
