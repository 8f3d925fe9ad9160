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

  /// Has the thread's memory grow by megabytes, before a piece of work: glibc asks the system for that of all threads but
  /// the first by single pages, and the other threads wait meanwhile.
  @inline(never)
  public static func makeRoom() {
    let room = malloc(4 << 20)
    // The compiler would drop memory that nobody looks at.
    _ = malloc_usable_size(room)
    free(room)
  }
}
