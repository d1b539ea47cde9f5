// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled with warnings as errors; the release configuration optimises across modules.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

// Explicit dependencies: an import that is not listed here does not compile.
let package = Package(
    name: "lintel",
    products: [.executable(name: "lintel", targets: ["lintel"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .target(name: "SourceText", swiftSettings: settings),
        .target(name: "Syntax", dependencies: ["SourceText"], swiftSettings: settings),
        .target(name: "Matching", dependencies: ["CPCRE2", "SourceText", "Syntax"], swiftSettings: settings),
        .target(name: "Facts", dependencies: ["SourceText", "Syntax", "Matching"], swiftSettings: settings),
        .target(name: "Findings", dependencies: ["SourceText"], swiftSettings: settings),
        .target(
            name: "Rules",
            dependencies: ["CLibYAML", "SourceText", "Syntax", "Matching", "Facts", "Findings"],
            swiftSettings: settings),
        .target(
            name: "Engine",
            dependencies: [
                "SourceText", "Syntax", "Matching", "Facts", "Findings", "Rules",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings),
        .target(name: "Reporting", dependencies: ["SourceText", "Findings"], swiftSettings: settings),
        .executableTarget(
            name: "lintel",
            dependencies: [
                "SourceText", "Findings", "Rules", "Engine", "Reporting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "SourceText"]),
        .testTarget(name: "MatchingTests", dependencies: ["Matching", "Syntax", "SourceText"]),
        .testTarget(name: "FactsTests", dependencies: ["Facts", "Matching", "Syntax", "SourceText"]),
        .testTarget(name: "RulesTests", dependencies: ["Rules", "Facts", "Matching", "Syntax", "SourceText"]),
        .testTarget(name: "EngineTests", dependencies: ["Engine", "Findings", "Rules", "SourceText"]),
        .testTarget(name: "FindingsTests", dependencies: ["Findings", "SourceText"]),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "Findings", "SourceText"], exclude: ["Expected"]),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "lintel", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
    ]
)
