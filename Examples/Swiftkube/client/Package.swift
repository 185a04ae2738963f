// swift-tools-version: 6.2
import PackageDescription

// In place of https://github.com/swiftkube/client; see the README of this example.
let package = Package(
    name: "client",
    platforms: [.macOS(.v13)],
    products: [.library(name: "SwiftkubeClient", targets: ["SwiftkubeClient"])],
    dependencies: [.package(path: "../model")],
    targets: [
        .target(
            name: "SwiftkubeClient",
            dependencies: [.product(name: "SwiftkubeModel", package: "model")],
            path: "SwiftkubeClient"
        )
    ],
    swiftLanguageModes: [.v6]
)
