import Testing

@testable import Markdown

@Suite struct NodeTests {
  /// A site of 10,000 pages keeps millions of nodes.
  @Test func takesNoMoreMemoryThanItNeeds() { #expect(MemoryLayout<Node>.stride == 24) }

  @Test func hasANumberOrALiteral() {
    var node = Node(kind: .row, number: 7, span: Span(0, 9))
    #expect(node.number == 7 && node.literal.isEmpty)
    node.literal = Slice(source: Span(2, 5))
    #expect(node.number == 7 && node.literal.isEmpty)
    node = Node(kind: .item, number: -1, span: Span(0, 9))
    #expect(node.number == -1 && node.literal.isEmpty && !node.isOrdered)
    node = Node(kind: .text, span: Span(0, 9), literal: Slice(source: Span(2, 5)))
    node.number = 7
    #expect(node.number == -1 && node.literal == Slice(source: Span(2, 5)))
  }

  private static let titled = """
    # See [one](/1 "One") and *[two](/2 "Two &amp; more")* {#top}

    > [!NOTE]
    > text

    ```sql tab="SQL"
    SELECT 1
    ```

    ![three](/3 "Three") [four](/4)

    """

  @Test func keepsWhatNodesSayBesideTheirLiterals() throws {
    let document = Document(parsing: SourceText(Self.titled))
    #expect(Self.extras(of: document) == Self.expected)
    #expect(document.extras.map(\.node) == document.extras.map(\.node).sorted())
    var archive: [UInt8] = []
    document.appendArchive(to: &archive)
    let read = try #require(archive.withUnsafeBytes { Document(archive: $0, of: document.source) })
    #expect(Self.extras(of: read) == Self.expected)
    for count in 0..<archive.count {
      #expect(
        archive.withUnsafeBytes {
          Document(archive: UnsafeRawBufferPointer(rebasing: $0[..<count]), of: document.source)
        } == nil)
    }
  }

  private static let expected = ["top", "One", "Two & more", "sql tab=\"SQL\"", "Three"]

  private static func extras(of document: Document) -> [String] {
    document.nodes.indices.map { document.string(document.extra($0)) }.filter { !$0.isEmpty }
  }
}
