import Rolebook

/// Answers requests for a site that may change under them.
struct Responder: Sendable {
  let site: LiveSite
  /// The names under which browsers may reach us; nil for any. A page of another site cannot take one of these, so that
  /// it cannot read ours through a name of its own that leads here.
  let hosts: Set<String>?

  /// Where what browsers load of `serve` itself lies.
  static let own = "/_rolebook/"

  /// What every answer says: it is what it says that it is, and a page runs no script but those of the site. Pages may
  /// show pictures and frames of others, as they do when they are published.
  private static let everywhere = [
    ("X-Content-Type-Options", "nosniff"),
    (
      "Content-Security-Policy",
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; media-src *; frame-src *; "
        + "object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
    ),
  ]

  func answer(_ request: Request) async -> Answer {
    var answer = await bareAnswer(request)
    answer.headers += Self.everywhere
    return answer
  }

  private func bareAnswer(_ request: Request) async -> Answer {
    if let hosts, !hosts.contains(request.hostName ?? "") || !request.isOfOwnPage {
      return .text(403, "this server answers to \(hosts.sorted().joined(separator: ", "))")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var answer = Answer.text(405, "this server answers GET and HEAD")
      answer.headers.append(("Allow", "GET, HEAD"))
      return answer
    }
    guard let path = request.path else { return .text(400, "this is no path") }
    if path.hasPrefix(Self.own) { return await answerOwn(path.dropFirst(Self.own.count), request) }
    return await answer(path, request, await site.state)
  }

  private func answer(_ path: String, _ request: Request, _ state: LiveSite.State) async -> Answer {
    let site = state.site
    let file = String(path.dropFirst()) + (path.hasSuffix("/") ? "index.html" : "")
    if let content = await site.contentOrSearch(at: file) { return answer(file, content, request, site) }
    if site.has(file + "/index.html") {
      return Answer(status: 301, headers: [("Location", path.addingEscapes + "/")])
    }
    guard let missing = site.content(at: "404.html") else { return .text(404, "nothing is here") }
    var answer = answer("404.html", missing, request, site)
    answer.status = 404
    return answer
  }

  private func answer(
    _ file: String, _ content: ServedSite.Content, _ request: Request, _ site: ServedSite
  ) -> Answer {
    let isPage = file.hasSuffix(".html")
    let tag = isPage ? "\"\(content.digest)-\(site.look)\"" : "\"\(content.digest)\""
    var answer = Answer(headers: [
      ("Content-Type", ContentType.of(file)), ("ETag", tag), ("Cache-Control", "no-cache"),
    ])
    if request.known == tag {
      answer.status = 304
    } else {
      answer.body = .bytes(isPage ? content.bytes.withLiveScript(content.digest, site.look) : content.bytes)
    }
    return answer
  }

  private func answerOwn(_ name: Substring, _ request: Request) async -> Answer {
    switch name {
    case "events":
      return Answer(
        headers: [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")],
        body: .stream(await site.events()))
    case "state":
      let state = await site.state
      let path = request.query("path") ?? "/"
      let file = String(path.dropFirst()) + (path.hasSuffix("/") ? "index.html" : "")
      let page = state.site.content(at: file) ?? state.site.content(at: "404.html")
      return Answer(
        headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
        body: .bytes(state.json(page: page?.digest ?? "")))
    default:
      guard let text = LiveFiles.all.first(where: { $0.name == name })?.text else {
        return .text(404, "nothing is here")
      }
      return Answer(
        headers: [("Content-Type", ContentType.of(String(name))), ("Cache-Control", "no-cache")],
        body: .bytes(Array(text.utf8)))
    }
  }
}

extension LiveSite.State {
  /// What browsers ask for: what tells the page and the looks of the site from others, and the errors that keep the last
  /// good site in place.
  fileprivate func json(page: String) -> [UInt8] {
    var json = JSON(layout: .row)
    json.object { json in
      json.member("errors", errors)
      json.member("look", site.look)
      json.member("page", page)
    }
    return json.bytes
  }
}

extension [UInt8] {
  /// A page with the script that keeps it up to date, in its head or else at its end.
  fileprivate func withLiveScript(_ digest: String, _ look: String) -> [UInt8] {
    let script = Array(
      "<script defer src=\"\(Responder.own)live.js\" data-page=\"\(digest)\" data-look=\"\(look)\"></script>\n"
        .utf8)
    let at = firstRange(of: Array("</head>".utf8))?.lowerBound ?? endIndex
    return self[..<at] + script + self[at...]
  }
}

extension String {
  /// A path as a header may hold it.
  fileprivate var addingEscapes: String {
    utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, scalar.properties.isAlphabetic || "0123456789/-._~:@".unicodeScalars.contains(scalar)
      {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
  }
}
