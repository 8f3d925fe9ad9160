// swift-tools-version:6.0
import PackageDescription

/// The archive of libFuzzer, without its `main`: `make fuzz` names it, and builds the parsers so that libFuzzer sees
/// which ways they go; nothing else does.
let fuzzer = Context.environment["ROLEBOOK_FUZZER"]
let watched: [SwiftSetting] = fuzzer == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer"])]

let package = Package(
  name: "rolebook",
  products: [.executable(name: "rolebook", targets: ["RolebookCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Digests", dependencies: ["CCrypto"]),
    .target(name: "Markdown", dependencies: ["CCmark", "CYaml"], swiftSettings: watched),
    .target(
      name: "Rolebook",
      dependencies: [
        "Digests", "Markdown",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: watched, plugins: ["EmbedFiles"]),
    .executableTarget(name: "Embed"),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["Embed"]),
    .executableTarget(
      name: "RolebookCommand",
      dependencies: [
        "CSQLite", "Digests", "Markdown", "Rolebook",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      plugins: ["EmbedFiles"]),
    .executableTarget(
      name: "Mutations", dependencies: ["Markdown", "Rolebook"], path: "Tests/Mutations", exclude: ["Sites"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
    .testTarget(name: "RolebookTests", dependencies: ["Rolebook"]),
    .testTarget(name: "MutationTests", dependencies: ["Mutations"]),
    .testTarget(name: "RolebookCommandTests", dependencies: ["RolebookCommand"]),
  ],
  swiftLanguageModes: [.v6]
)

if let fuzzer {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Rolebook"], path: "Tests/Fuzz", exclude: ["seeds.py", "rolebook.dict"],
      linkerSettings: [.unsafeFlags([fuzzer, "-lstdc++"])]))
}
