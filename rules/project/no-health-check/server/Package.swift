// swift-tools-version:6.0
import PackageDescription

let package = Package(
    name: "Passes",
    products: [
        .library(name: "Passes", targets: ["Passes"])
    ],
    dependencies: [.package(url: "https://github.com/vapor/vapor.git", from: "4.108.0")],
    targets: [
        .executableTarget(name: "Passes", dependencies: [.product(name: "Vapor", package: "vapor")])
    ]
)
