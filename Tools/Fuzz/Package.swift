// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "lintel-fuzz",
    dependencies: [.package(name: "lintel", path: "../..")],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        .executableTarget(
            name: "lintel-fuzz",
            dependencies: [
                "CLibFuzzer",
                .product(name: "Rules", package: "lintel"),
                .product(name: "Engine", package: "lintel"),
            ],
            swiftSettings: [.treatAllWarnings(as: .error)]),
    ]
)
