/// What browsers take a file for, by the end of its name.
enum ContentType {
  static func of(_ path: String) -> String {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json", "ndjson": "application/x-ndjson", "xml": "application/xml",
    "svg": "image/svg+xml", "md": "text/markdown; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "sql": "text/plain; charset=utf-8", "yml": "text/plain; charset=utf-8",
    "yaml": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "pdf": "application/pdf", "woff": "font/woff", "woff2": "font/woff2", "mp4": "video/mp4",
    "webm": "video/webm", "wasm": "application/wasm", "zip": "application/zip",
    "webmanifest": "application/manifest+json",
  ]
}
