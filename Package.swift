// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Tests look inside a module even in the one configuration we build, release.
let testable = SwiftSetting.unsafeFlags(["-enable-testing"])

/// A target of ours: its folder below `Sources/` carries its name.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], flags: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings + [testable, .unsafeFlags(flags)])
}

/// The tests of one module, in `Tests/<module>Tests`.
///
/// `kept` are the folders below it that hold files to compare with.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], kept: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name)] + dependencies,
        exclude: kept,
        swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")

let package = Package(
    name: "lectern",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "lectern", targets: ["LecternCLI"]),
        .executable(name: "lectern-jail", targets: ["CJail"]),
        .library(name: "LecternRuntime", type: .dynamic, targets: ["Lectern"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CNettle", pkgConfig: "nettle",
            providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
        .target(name: "CDuktape", linkerSettings: [.linkedLibrary("duktape")]),
        // All in itself: it starts in a millisecond, and in a jail that shows no library.
        .executableTarget(
            name: "CJail",
            linkerSettings: [.unsafeFlags(["-static-executable", "-nostartfiles"], .when(platforms: [.linux]))]),
        .target(name: "CArithmetic", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

        module("Exhibits"),
        module("Reference", ["Exhibits"]),
        // Training visits the same few stored properties millions of times; the compiler checks exclusive access where it can.
        module("Networks", ["CArithmetic", csv], flags: ["-enforce-exclusivity=unchecked"]),

        module("Claims", ["Exhibits"]),
        module("Lessons", ["CCMark", "Exhibits", yams]),
        module("Derivations", ["Exhibits", "Networks"]),

        module("Lectern", ["Claims", "Derivations", "Exhibits", "Networks"]),
        module("Cells", ["Exhibits", "Lessons", subprocess, system]),
        module("Reports", ["CDuktape", "Claims", "Exhibits", "Lessons", mustache]),

        module(
            "Publishing",
            ["CArithmetic", "Cells", "Claims", "CNettle", "Exhibits", "Lessons", "Reference", "Reports", flyingFox, yams]),
        .executableTarget(
            name: "LecternCLI", dependencies: ["Exhibits", "Publishing", "Reference", arguments], swiftSettings: settings),

        tests(of: "Exhibits"),
        tests(of: "Reference", ["Cells"]),
        // Networks, losses and optimisers that several suites go through.
        .target(name: "NetworkCases", dependencies: ["Networks"], path: "Tests/NetworkCases", swiftSettings: settings),
        tests(of: "Networks", ["CArithmetic", "NetworkCases"]),
        tests(of: "Claims", ["Exhibits"]),
        tests(of: "Lessons", ["Exhibits"]),
        tests(of: "Derivations", ["Exhibits", "NetworkCases", "Networks"], kept: ["Golden"]),
        tests(of: "Lectern", ["Derivations", "Exhibits", "Networks"]),
        tests(of: "Cells", ["Exhibits", "Lessons", subprocess, system]),
        tests(of: "Reports", ["Exhibits", "Lessons"], kept: ["Figures/Golden"]),
        tests(of: "Publishing", ["Exhibits", "Lessons", "Reports", flyingFox]),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(
            name: "WholeToolTests", dependencies: [subprocess], exclude: ["PublishedExamples"], swiftSettings: settings),
    ]
)
