// swift-tools-version: 6.2
import PackageDescription

// In place of https://github.com/swiftkube/model; see the README of this example.
let package = Package(
    name: "model",
    platforms: [.macOS(.v13)],
    products: [.library(name: "SwiftkubeModel", targets: ["SwiftkubeModel"])],
    targets: [.target(name: "SwiftkubeModel", path: "SwiftkubeModel")],
    swiftLanguageModes: [.v6]
)
