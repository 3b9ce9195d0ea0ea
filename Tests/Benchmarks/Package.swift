// swift-tools-version: 6.1

import PackageDescription

// A package of its own, so that nobody who uses the library resolves or builds it.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "coreclaw-swift", path: "../.."),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.25.0"),
    ],
    targets: [
        .target(name: "HandWritten"),
        .target(name: "Inputs"),
        .executableTarget(
            name: "Decoding",
            dependencies: ["HandWritten", "Inputs", .product(name: "CoreClaw", package: "coreclaw-swift")]
        ),
        .target(name: "Measuring"),
        .executableTarget(
            name: "CallCost",
            dependencies: ["Measuring", .product(name: "CoreClaw", package: "coreclaw-swift")]
        ),
        .executableTarget(
            name: "Load",
            dependencies: [
                "Measuring",
                .product(name: "CoreClaw", package: "coreclaw-swift"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "Throughput",
            dependencies: [
                "HandWritten", "Inputs", "Measuring",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreClaw", package: "coreclaw-swift"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
    ]
)
