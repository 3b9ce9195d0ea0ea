// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "coreclaw-swift",
    platforms: [.macOS(.v14)],
    products: [
        .library(name: "CoreClaw", targets: ["CoreClaw"]),
        .library(name: "APIRuntime", targets: ["APIRuntime"]),
        .library(name: "CoreClawSimulator", targets: ["CoreClawSimulator"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.2.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.24.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/stencilproject/Stencil", from: "0.15.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.25.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "602.0.0"),
    ],
    targets: library + simulator + generator + tests
)

/// What users import. `CoreClaw` sits at the root so that the top-level documentation catalogue belongs to it.
var library: [Target] {
    [
        .target(name: "JSONBytes"),
        .target(
            name: "APIRuntime",
            dependencies: [
                "JSONBytes",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Instrumentation", package: "swift-distributed-tracing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ]
        ),
        .target(
            name: "CoreClaw",
            dependencies: ["APIRuntime", "JSONBytes"],
            path: ".",
            exclude: [
                "Spec", "Generator", "Tests", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md",
                "Sources/JSONBytes", "Sources/APIRuntime", "Sources/CoreClawSimulator", "Sources/claw",
            ],
            sources: ["Sources/CoreClaw"]
        ),
    ]
}

/// The service on loopback, and the command line that shows the library at work.
var simulator: [Target] {
    [
        .target(
            name: "CoreClawSimulator",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]
        ),
        .executableTarget(
            name: "claw",
            dependencies: ["CoreClaw", "CoreClawSimulator", .product(name: "ArgumentParser", package: "swift-argument-parser")]
        ),
    ]
}

/// The pipeline from specification to files, a target for each stage.
var generator: [Target] {
    [
        .target(name: "SpecDiagnostics", path: "Generator/Diagnostics"),
        .target(
            name: "OpenAPIDocument",
            dependencies: ["SpecDiagnostics", .product(name: "Yams", package: "Yams")],
            path: "Generator/Document"
        ),
        .target(name: "APIModel", dependencies: ["OpenAPIDocument", "SpecDiagnostics"], path: "Generator/Model"),
        .target(
            name: "SwiftRenderer",
            dependencies: [
                "APIModel",
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
            ],
            path: "Generator/SwiftRenderer"
        ),
        .target(
            name: "DocCRenderer",
            dependencies: ["APIModel", .product(name: "Stencil", package: "Stencil")],
            path: "Generator/DocCRenderer",
            resources: [.embedInCode("Templates")]
        ),
        .executableTarget(
            name: "apigen",
            dependencies: [
                "APIModel", "DocCRenderer", "OpenAPIDocument", "SpecDiagnostics", "SwiftRenderer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Generator/apigen"
        ),
        .plugin(
            name: "GeneratePlugin",
            capability: .command(
                intent: .custom(
                    verb: "generate",
                    description: "Regenerate the client, the route table and the documentation pages"
                ),
                permissions: [.writeToPackageDirectory(reason: "Writes the generated Swift and Markdown files")]
            ),
            dependencies: ["apigen"],
            path: "Generator/Plugin"
        ),
    ]
}

var tests: [Target] {
    [
        .testTarget(name: "JSONBytesTests", dependencies: ["JSONBytes"]),
        .target(
            name: "CanarySupport",
            dependencies: [
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
            path: "Tests/CanarySupport"
        ),
        .executableTarget(name: "downloader", dependencies: ["APIRuntime"], path: "Tests/Downloader"),
        .testTarget(
            name: "APIRuntimeTests",
            dependencies: [
                "APIRuntime", "CanarySupport", "JSONBytes", "downloader",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ]
        ),
        .target(
            name: "FixtureClient",
            dependencies: ["APIRuntime", "JSONBytes"],
            path: "Tests/FixtureClient",
            exclude: ["Spec"]
        ),
        .testTarget(
            name: "GeneratorTests",
            dependencies: ["APIModel", "DocCRenderer", "OpenAPIDocument", "SpecDiagnostics", "SwiftRenderer", "apigen"]
        ),
        .testTarget(
            name: "FixtureClientTests",
            dependencies: [
                "APIRuntime", "CanarySupport", "FixtureClient", "JSONBytes",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]
        ),
        .testTarget(
            name: "CoreClawTests",
            dependencies: [
                "APIRuntime", "CanarySupport", "CoreClaw", "CoreClawSimulator", "JSONBytes",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]
        ),
        .testTarget(
            name: "CoreClawSimulatorTests",
            dependencies: [
                "CoreClawSimulator",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .testTarget(name: "ProjectTests"),
    ]
}
