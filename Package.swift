// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled with warnings as errors; the release configuration optimises across modules, and leaves out the
/// checks at run time for overlapping access, which tests make. Concrete types are made by what the compiler knows of them, not
/// from their mangled names, for which the runtime searches all conformances there are (measured: 5 % of a run on one file).
/// What is asynchronous stays on its caller's thread until it has to wait, which a run that needs no git never does.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(
        [
            "-cross-module-optimization", "-enforce-exclusivity=unchecked", "-Xfrontend",
            "-disable-concrete-type-metadata-mangled-name-accessors",
        ], .when(configuration: .release)),
]

/// The matcher passes closures to functions that call each other: specialising each for each closure has no end.
let continuationPassingSettings: [SwiftSetting] = [
    .unsafeFlags(["-Xllvm", "-sil-disable-pass=closure-specialize"], .when(configuration: .release))
]

/// `make` asks for archives, so that the released binary runs where these libraries are not installed; a plain
/// `swift build` takes what the linker finds.
let isStatic = Context.environment["LINTEL_STATIC"] != nil

/// A system library by its pkg-config name, or without one where its archive is linked.
func systemLibrary(_ name: String, pkgConfig: String, debianPackage: String) -> Target {
    .systemLibrary(name: name, pkgConfig: isStatic ? nil : pkgConfig, providers: [.apt([debianPackage])])
}

/// The C library is linked in as well: what the dynamic loader does at each start takes a tenth of the time of a run on a small
/// file.
let executableLinkerSettings: [LinkerSetting] =
    isStatic
    ? [.linkedLibrary(":libyaml.a"), .linkedLibrary(":libpcre2-8.a"), .unsafeFlags(["-static-executable"])] : []

/// Has calls of the runtime's functions go to those of `CReferenceCounting`.
let referenceCountingLinkerSettings: [LinkerSetting] = [
    .unsafeFlags(
        ["retain", "retain_n", "release", "release_n"].flatMap { ["-Xlinker", "--wrap=swift_\($0)"] })
]

let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")

// Explicit dependencies: an import that is not listed here does not compile.
let package = Package(
    name: "lintel",
    products: [
        .executable(name: "lintel", targets: ["lintel"]),
        // For the programs under Tools/, which compare the syntax trees with the languages' own, and measure.
        .library(name: "Syntax", targets: ["Syntax"]),
        .library(name: "Facts", targets: ["Facts", "Matching", "SQL", "SourceText", "Syntax"]),
        // For the fuzzing program under Tools/.
        .library(name: "Rules", targets: ["Rules", "YAML", "Facts", "Findings", "Matching", "SQL", "SourceText"]),
        .library(name: "Engine", targets: ["Engine", "BuiltinRules"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        systemLibrary("CLibYAML", pkgConfig: "yaml-0.1", debianPackage: "libyaml-dev"),
        systemLibrary("CPCRE2", pkgConfig: "libpcre2-8", debianPackage: "libpcre2-dev"),
        // What Swift's own module of the C library leaves out.
        .systemLibrary(name: "CMalloc"),
        .target(name: "CReferenceCounting", linkerSettings: referenceCountingLinkerSettings),
        .target(name: "SourceText", dependencies: [algorithms], swiftSettings: settings),
        .target(name: "YAML", dependencies: ["CLibYAML", "SourceText"], swiftSettings: settings),
        .target(name: "Syntax", dependencies: ["SourceText"], swiftSettings: settings),
        .target(
            name: "Matching", dependencies: ["CPCRE2", "SourceText", "Syntax", algorithms],
            swiftSettings: settings + continuationPassingSettings),
        .target(name: "SQL", dependencies: ["SourceText", algorithms], swiftSettings: settings),
        .target(
            name: "Facts", dependencies: ["SourceText", "Syntax", "SQL", "Matching", algorithms],
            swiftSettings: settings),
        .target(name: "Findings", dependencies: ["SourceText"], swiftSettings: settings),
        .target(
            name: "Rules",
            dependencies: ["SourceText", "YAML", "Syntax", "SQL", "Matching", "Facts", "Findings"],
            swiftSettings: settings),
        .target(
            name: "Engine",
            dependencies: [
                "SourceText", "YAML", "Syntax", "Matching", "Facts", "Findings", "Rules", algorithms,
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings),
        .target(name: "Reporting", dependencies: ["SourceText", "Findings"], swiftSettings: settings),
        // `swift build` alone, which package managers and pre-commit run, gives a binary with the built-in rules in it.
        .executableTarget(
            name: "embed-rules", dependencies: ["YAML"], swiftSettings: settings,
            linkerSettings: isStatic ? [.linkedLibrary(":libyaml.a")] : []),
        .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"]),
        .target(name: "BuiltinRules", dependencies: ["YAML"], swiftSettings: settings, plugins: ["EmbedRules"]),
        .executableTarget(
            name: "lintel",
            dependencies: [
                "CMalloc", "CReferenceCounting", "SourceText", "Syntax", "Facts", "Findings", "Rules", "Engine",
                "Reporting", "BuiltinRules",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings, linkerSettings: executableLinkerSettings),
        .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
        .target(
            name: "TestSupport", dependencies: ["Syntax", "SourceText"], path: "Tests/Support",
            swiftSettings: [.treatAllWarnings(as: .error)]),
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "SourceText", "TestSupport"]),
        .testTarget(name: "MatchingTests", dependencies: ["Matching", "Facts", "Syntax", "SourceText"]),
        .testTarget(name: "SQLTests", dependencies: ["SQL", "SourceText", "TestSupport"]),
        .testTarget(name: "FactsTests", dependencies: ["Facts", "Matching", "Syntax", "SourceText", "TestSupport"]),
        .testTarget(
            name: "RulesTests",
            dependencies: ["Rules", "YAML", "Findings", "Facts", "Matching", "Syntax", "SourceText"]),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", "BuiltinRules", "SourceText"]),
        .testTarget(
            name: "EngineTests",
            dependencies: [
                "Engine", "Facts", "Findings", "Matching", "Rules", "SourceText", "Syntax", "TestSupport",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(name: "FindingsTests", dependencies: ["Findings", "SourceText"]),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "Findings", "SourceText"], exclude: ["Expected"]),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "lintel", "TestSupport", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
    ]
)
