import CCmark

/// How the C library hands out memory while pages are parsed.
public enum Memory {
  /// Makes memory grow in large steps and keeps it until the end: libcmark allocates every node of every page
  /// by itself, and giving pages of memory back in between costs more than parsing does.
  public static func growInLargeSteps() {
    mallopt(M_TOP_PAD, 16 << 20)
    mallopt(M_TRIM_THRESHOLD, 1 << 30)
    mallopt(M_MMAP_THRESHOLD, 16 << 20)
  }
}
