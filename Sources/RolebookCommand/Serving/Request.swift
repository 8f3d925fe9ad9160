/// What a browser asks for.
struct Request: Sendable {
  let method: String
  /// As it was sent: `/roles/?q=1`.
  let target: String
  /// The name under which it reached us: `127.0.0.1:4000`.
  let host: String?
  /// The site whose page asks, where the browser says so: `http://127.0.0.1:4000`.
  let origin: String?
  /// The digest of what the browser has already.
  let known: String?

  /// The path without its query, its escapes decoded; nil where that is no path.
  var path: String? {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    guard path.hasPrefix("/"), let decoded = path.removingEscapes, !decoded.contains("\0") else { return nil }
    return decoded
  }

  /// The host without its port: `127.0.0.1`, `[::1]`; nil where what follows is no port.
  var hostName: String? {
    guard let host else { return nil }
    let bracket = host.hasPrefix("[") ? host.firstIndex(of: "]") : nil
    let end = bracket.map(host.index(after:)) ?? host.firstIndex(of: ":") ?? host.endIndex
    let port = host[end...]
    guard
      port.isEmpty || (port.first == ":" && port.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) })
    else { return nil }
    return String(host[..<end])
  }

  /// Whether no page of another site asks.
  var isOfOwnPage: Bool { origin == nil || origin == host.map { "http://\($0)" } }

  /// The value of a field of the query: `path=%2Froles%2F`.
  func query(_ name: String) -> String? {
    guard let start = target.firstIndex(of: "?") else { return nil }
    let fields = target[target.index(after: start)...].split(separator: "&")
    return fields.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1).removingEscapes
  }
}

/// What the server says.
struct Answer: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// Pieces as they come, until the browser goes away.
    case stream(AsyncStream<[UInt8]>)
  }

  var status = 200
  var headers: [(name: String, value: String)] = []
  var body = Body.bytes([])

  static func text(_ status: Int, _ text: String) -> Answer {
    Answer(
      status: status, headers: [("Content-Type", "text/plain; charset=utf-8")],
      body: .bytes(Array((text + "\n").utf8)))
  }
}

extension StringProtocol {
  /// The text that `%20` and the like stand for; nil where that is no UTF-8 or an escape is broken.
  fileprivate var removingEscapes: String? {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count > 1, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
