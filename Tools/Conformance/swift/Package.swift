// swift-tools-version: 6.2
import PackageDescription

/// Apart from the product, so that it does not depend on swift-syntax.
let package = Package(
    name: "swift-conformance",
    dependencies: [
        .package(name: "lintel", path: "../../.."),
        .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
    ],
    targets: [
        .executableTarget(
            name: "swift-conformance",
            dependencies: [
                .product(name: "Syntax", package: "lintel"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
            ],
            swiftSettings: [.treatAllWarnings(as: .error)])
    ]
)
