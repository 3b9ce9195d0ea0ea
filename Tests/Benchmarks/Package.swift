// swift-tools-version: 6.1

import PackageDescription

// A package of its own, so that nobody who uses the library resolves or builds it.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "coreclaw-swift", path: "../..")],
    targets: [
        .target(name: "HandWritten"),
        .executableTarget(
            name: "Decoding",
            dependencies: ["HandWritten", .product(name: "CoreClaw", package: "coreclaw-swift")]
        ),
    ]
)
