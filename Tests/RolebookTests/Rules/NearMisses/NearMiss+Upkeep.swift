extension NearMiss {
  static let upkeep: [NearMiss] = [
    NearMiss(
      rule: "expired-suppression", why: "the last day itself",
      page: concept("<!-- allow dead-link: soon, until 2027-01-01 -->\n[x](none.md)\n")),
    NearMiss(
      rule: "expired-suppression", why: "a day that has passed, and nothing to hide",
      page: concept("<!-- allow dead-link: soon, until 2020-01-01 -->\nText.\n")),
    NearMiss(
      rule: "expired-suppression", why: "another comment allows it still",
      page: concept(
        "<!-- allow dead-link: soon, until 2020-01-01 -->\n<!-- allow dead-link: later -->\n[x](none.md)\n")),
    NearMiss(
      rule: "unused-suppression", why: "it hides a finding deep in its block",
      page: concept("<!-- allow dead-link: soon -->\n- a\n\n  > [x](none.md)\n")),
    NearMiss(
      rule: "unused-suppression", why: "comments in prose that start with the same word",
      page: concept(
        "<!-- allow users to read -->\n\nText.\n\n<!-- allow: everyone -->\n\n<!-- allow wrapping: see below -->\n\nText.\n"
      )),
    NearMiss(
      rule: "unused-suppression", why: "the example of one in a block of code",
      page: concept("```markdown\n<!-- allow dead-link: soon -->\n```\n")),
    NearMiss(
      rule: "unused-suppression", why: "a rule that is off on this page",
      page: concept("<!-- allow dead-link: soon -->\n[x](none.md)\n"),
      settings: "overrides: [{match: page.md, rules: {dead-link: off}}]\n"),
    NearMiss(
      rule: "stale-baseline", why: "a site without a baseline", page: concept("[x](none.md)\n")),
  ]
}
