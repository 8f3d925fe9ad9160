// The standard library composes text, but does not yet offer it publicly.
@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode's normal form C, in which the feed is written.
  var composed: String {
    var text = self
    // Nothing below U+0300 combines with what stands before it, and no byte of such text is 0xCC or more.
    let isComposed = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0xCC } }
    if isComposed { return self }
    var scalars = UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
