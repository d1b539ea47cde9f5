// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error), .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let package = Package(
    name: "syntax-dump",
    dependencies: [.package(name: "lintel", path: "../..")],
    targets: [
        .executableTarget(
            name: "syntax-dump",
            dependencies: [.product(name: "Syntax", package: "lintel")],
            swiftSettings: settings),
        .executableTarget(
            name: "linear-time",
            dependencies: [.product(name: "Facts", package: "lintel")],
            swiftSettings: settings),
    ]
)
