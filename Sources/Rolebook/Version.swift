/// The program's own version, SemVer.
public let programVersion = "0.1.0"
