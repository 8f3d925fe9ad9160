import Digests
import Markdown

/// The comparisons for feed readers: an entry each, dated by the earlier of its two feeds.
struct ChangeFeed {
  static let folder = "changes/"
  static let address = "/changes/"

  private let comparisons: [Comparison]
  private let plan: SitePlan

  /// The latest comes first.
  init(_ comparisons: [Comparison], of plan: SitePlan) {
    self.comparisons = comparisons
    self.plan = plan
  }

  private var title: String { plan.say("changes-of", ["title": plan.settings.title]) }

  /// JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/
  var json: [UInt8] {
    var json = JSON()
    json.object { json in
      if plan.settings.baseURL != nil {
        json.member("feed_url", plan.url(Self.address + "feed.json"))
        json.member("home_page_url", plan.url(Self.address))
      }
      json.member("items") { $0.array(comparisons) { json, comparison in append(comparison, to: &json) } }
      json.member("title", title)
      json.member("version", "https://jsonfeed.org/version/1.1")
    }
    return json.finish()
  }

  private func append(_ comparison: Comparison, to json: inout JSON) {
    json.object { json in
      json.member("content_html", String(decoding: html(of: comparison), as: UTF8.self))
      json.member("date_published", Self.time(of: comparison))
      json.member("id", id(of: comparison.anchor))
      json.member("tags", Change.Effect.allCases.filter { comparison.count($0) > 0 }.map(\.rawValue))
      json.member("title", plan.title(of: comparison))
      if plan.settings.baseURL != nil {
        json.member("url", plan.url(Self.address) + "#" + comparison.anchor)
      }
    }
  }

  /// Atom: RFC 4287.
  var atom: [UInt8] {
    var xml: [UInt8] = []
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    xml.appendElement("id", id(of: "changes"))
    xml.appendElement("title", title)
    xml.appendElement("updated", comparisons.first.map(Self.time) ?? "")
    xml.append("<author><name>")
    xml.append(escaping: plan.settings.title)
    xml.append("</name></author>\n")
    if plan.settings.baseURL != nil {
      xml.appendLink("self", plan.url(Self.address + "atom.xml"))
      xml.appendLink("alternate", plan.url(Self.address))
    }
    for comparison in comparisons { append(comparison, to: &xml) }
    xml.append("</feed>\n")
    // XML has no word for other control characters.
    return xml.filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
  }

  private func append(_ comparison: Comparison, to xml: inout [UInt8]) {
    xml.append("<entry>\n")
    xml.appendElement("id", id(of: comparison.anchor))
    xml.appendElement("title", plan.title(of: comparison))
    xml.appendElement("updated", Self.time(of: comparison))
    if plan.settings.baseURL != nil {
      xml.appendLink("alternate", plan.url(Self.address) + "#" + comparison.anchor)
    }
    xml.append("<content type=\"html\">")
    xml.append(escaping: html(of: comparison))
    xml.append("</content>\n</entry>\n")
  }

  /// Links in a feed start at the site's base, because a reader shows them elsewhere.
  private func html(of comparison: Comparison) -> [UInt8] {
    var html: [UInt8] = []
    plan.appendChanges(of: comparison, Href(root: plan.url("/"), namesIndexFiles: false), to: &html)
    return html
  }

  private static func time(of comparison: Comparison) -> String {
    (comparison.since?.description ?? "1970-01-01") + "T00:00:00Z"
  }

  /// The entry's address; a site that does not know its own has a UUID made of its title, version 5 of RFC 9562.
  private func id(of name: String) -> String {
    if plan.settings.baseURL != nil { return plan.url(Self.address) + "#" + name }
    var bytes = Array(SHA1.digest(of: Array("\(plan.settings.title)\n\(name)".utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = hexadecimal(bytes)
    let lengths = [8, 4, 4, 4, 12]
    var rest = digits[...]
    let parts = lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    return "urn:uuid:" + parts.joined(separator: "-")
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func appendElement(_ name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    append(escaping: text)
    append("</")
    append(name)
    append(">\n")
  }

  fileprivate mutating func appendLink(_ relation: StaticString, _ address: String) {
    append("<link rel=\"")
    append(relation)
    append("\" href=\"")
    append(escaping: address)
    append("\"/>\n")
  }
}
