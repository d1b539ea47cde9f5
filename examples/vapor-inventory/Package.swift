// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "vapor-inventory",
    dependencies: [
        .package(url: "https://github.com/vapor/vapor.git", from: "4.110.0"),
        .package(url: "https://github.com/vapor/sql-kit.git", from: "3.32.0"),
    ],
    targets: [
        .executableTarget(
            name: "App",
            dependencies: [.product(name: "Vapor", package: "vapor"), .product(name: "SQLKit", package: "sql-kit")])
    ]
)
