// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "consumer",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "coreclaw-swift", path: "../..")],
    targets: [
        .executableTarget(
            name: "consumer",
            dependencies: [
                .product(name: "CoreClaw", package: "coreclaw-swift"),
                .product(name: "CoreClawSimulator", package: "coreclaw-swift"),
            ]
        )
    ]
)
