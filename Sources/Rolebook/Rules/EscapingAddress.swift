extension Rule {
  static let escapingAddress = Rule(
    "escaping-address", .pages, .error, "A redirect would be written outside the output, or over a page"
  ) { catalog in
    catalog.redirects.compactMap { redirect in
      if redirect.isTooLong, !redirect.isPattern {
        return Finding(
          "the old address is too long to be the path of a file", at: redirect.from.place,
          help: "write at most 255 bytes between two `/`, and 1,000 in all", facts: [redirect.from.value])
      }
      let path = percentDecoded(redirect.from.value)
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let isUnsafe =
        parts.contains { $0 == ".." || $0 == "." } || path.contains("\\")
        || path.unicodeScalars.contains { $0.value < 0x20 }
        || path == "/.rolebook" || path.hasPrefix("/.rolebook/")
      guard isUnsafe else { return nil }
      return Finding(
        "`\(redirect.from.value)` would be written outside the site", at: redirect.from.place,
        help: "write the old address from the site's root: `/guides/setup/`", facts: [redirect.from.value])
    }
  }
}
