extension AccessIndex {
  /// The head of an archive that holds for these files as this program reads them.
  public static func head(program: String, files: [SourceFile]) -> String {
    var digests: [UInt8] = []
    for file in files where file.role != .asset {
      digests.append(contentsOf: file.path.utf8)
      digests.append(0)
      BlobID(of: file.text.bytes).append(to: &digests)
    }
    var name: [UInt8] = []
    BlobID(of: digests).append(to: &name)
    return "rolebook access \(program) " + name.map { String($0, radix: 16) }.joined(separator: "-")
  }
}
