extension AccessIndex {
  /// The index as bytes: a head of the program's and the site's own words, the length and the digest of what follows,
  /// and the lists.
  public func archive(head: String) -> [UInt8] {
    var body = ArchiveWriter()
    body.write(permissions.count)
    for permission in permissions {
      body.write(shared: permission.platform)
      body.write(permission.name)
    }
    body.write(roles.count)
    for role in roles { body.write(role) }
    var bytes = Array((head + "\n").utf8)
    BlobID(of: body.bytes).append(to: &bytes)
    return bytes + body.bytes
  }

  /// Reads an archive with the same head; nil where it is another's, cut off or damaged.
  public init?(archive bytes: [UInt8], head: String) {
    let head = Array((head + "\n").utf8)
    let start = head.count + BlobID.length
    guard bytes.count > start, bytes.starts(with: head) else { return nil }
    let isWhole = bytes.withUnsafeBytes { bytes in
      BlobID(written: UnsafeRawBufferPointer(rebasing: bytes[head.count...]))
        == BlobID(of: UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
    guard isWhole else { return nil }
    self = bytes.withUnsafeBufferPointer { bytes in
      var body = ArchiveReader(bytes: UnsafeBufferPointer(rebasing: bytes[start...]))
      let permissions = body.list { Permission(platform: $0.sharedText(), name: $0.text()) }
      return AccessIndex(permissions: permissions, roles: body.list { $0.role(of: permissions.count) })
    }
  }
}

/// Numbers in sevens of bits, the low ones first; texts with their length before them.
private struct ArchiveWriter {
  var bytes: [UInt8] = []
  private var lastShared = ""

  mutating func write(_ number: Int) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A text that is mostly the one that was shared before.
  mutating func write(shared text: String) {
    write(text == lastShared ? 0 : 1)
    if text != lastShared { write(text) }
    lastShared = text
  }

  mutating func write(_ role: AccessIndex.Role) {
    write(shared: role.platform)
    write(role.id)
    write(role.title)
    write(role.stage.rawValue)
    write(role.lowestResource ?? "")
    write(role.file)
    write(role.line)
    write(steps: role.permissions.indices)
    write(role.conditions.count)
    for condition in role.conditions {
      write(condition.permission)
      write(condition.text)
    }
  }

  /// Ascending numbers, each as the step from the one before.
  private mutating func write(steps numbers: [Int]) {
    write(numbers.count)
    var last = 0
    for number in numbers {
      write(number - last)
      last = number
    }
  }
}

/// Reads what `ArchiveWriter` wrote; the digest has vouched for the bytes.
private struct ArchiveReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var lastShared = ""

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func number() -> Int {
    var number = 0
    var shift = 0
    while true {
      let byte = bytes[offset]
      offset += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  mutating func text() -> String {
    let count = number()
    defer { offset += count }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[offset..<offset + count]), as: UTF8.self)
  }

  mutating func sharedText() -> String {
    if number() != 0 { lastShared = text() }
    return lastShared
  }

  mutating func list<Element>(_ read: (inout Self) -> Element) -> [Element] {
    (0..<number()).map { _ in read(&self) }
  }

  mutating func role(of permissionCount: Int) -> AccessIndex.Role {
    AccessIndex.Role(
      platform: sharedText(), id: text(), title: text(), stage: Stage(rawValue: text()) ?? .ga,
      lowestResource: optionalText(), file: text(), line: number(), permissions: set(permissionCount),
      conditions: list { AccessIndex.Condition(permission: $0.number(), text: $0.text()) })
  }

  private mutating func optionalText() -> String? {
    let text = text()
    return text.isEmpty ? nil : text
  }

  private mutating func set(_ permissionCount: Int) -> PermissionSet {
    var set = PermissionSet(capacity: permissionCount)
    var last = 0
    for _ in 0..<number() {
      last += number()
      set.insert(last)
    }
    return set
  }
}
