// swift-tools-version: 6.2
import Foundation
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Tests look inside a module even in the one configuration we build, release.
let testable = SwiftSetting.unsafeFlags(["-enable-testing"])

/// Whether this is the build of `make fuzz`, in which every branch of our modules tells that it was taken.
let isFuzzed = Context.environment["LECTERN_FUZZ"] != nil
let observed = isFuzzed ? ["-sanitize=fuzzer"] : []

/// The folder with the toolchain's own parser of Swift. The toolchain is the one that reads this manifest: in its
/// `lib/swift/pm/ManifestAPI` lies the library that declares `Package`.
let parserFolder: String = {
    #if canImport(Darwin)
    var found = Dl_info()
    let library =
        dladdr(unsafeBitCast(Package.self, to: UnsafeRawPointer.self), &found) == 0 ? nil : String(cString: found.dli_fname)
    #else
    // Line by line: read at once, the system hands out the first page alone, where the library stands only by luck.
    let loaded = sequence(state: fopen("/proc/self/maps", "r")) { maps -> String? in
        var line = [UInt8](repeating: 0, count: 8192)
        return maps.flatMap { fgets(&line, Int32(line.count), $0) }.map { _ in
            String(decoding: line.prefix { $0 != 0 && $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        }
    }
    let library = loaded.first { $0.hasSuffix("/libPackageDescription.so") }.map { String($0.drop { $0 != "/" }) }
    #endif
    guard let library else { fatalError("the Swift toolchain that reads this manifest was not found") }
    let swift = (0..<3).reduce(URL(filePath: library)) { folder, _ in folder.deletingLastPathComponent() }
    return swift.appending(path: "host").path()
}()

/// For modules that see the parser, be it through a module they import.
let parsing = ["-I", parserFolder]

/// Programs find the parser where the compiler is that they call.
let parser = LinkerSetting.unsafeFlags(["-L", parserFolder, "-Xlinker", "-rpath", "-Xlinker", parserFolder])

/// A target of ours: its folder below `Sources/` carries its name.
func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], flags: [String] = [], linker: [LinkerSetting] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, swiftSettings: settings + [testable, .unsafeFlags(flags + observed)],
        linkerSettings: linker)
}

/// For what runs once in a while and goes through little: the compiler takes four times as long to optimise it, and nobody notices.
/// Tests run once too, and what they test is optimised.
let plain = ["-Onone"]
let once = SwiftSetting.unsafeFlags(plain)

/// The tests of one module, in `Tests/<module>Tests`.
///
/// `kept` are the folders below it that hold files to compare with.
func tests(
    of name: String, _ dependencies: [Target.Dependency] = [], kept: [String] = [], flags: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name)] + dependencies,
        exclude: kept,
        swiftSettings: settings + [once, .unsafeFlags(flags)])
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
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "CDuktape", linkerSettings: [.linkedLibrary("duktape")]),
        // All in itself: it starts in a millisecond, and in a jail that shows no library.
        .executableTarget(
            name: "CJail",
            linkerSettings: [.unsafeFlags(["-static-executable", "-nostartfiles"], .when(platforms: [.linux]))]),
        .target(name: "CArithmetic", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

        module("Exhibits"),
        module("Storage", ["CNettle", "Exhibits"]),
        module("Reference", ["Exhibits"], flags: plain),
        // Training visits the same few stored properties millions of times; the compiler checks exclusive access where it can.
        module("Networks", ["CArithmetic", csv], flags: ["-enforce-exclusivity=unchecked"]),

        module("Claims", ["Exhibits"]),
        module("Audit", ["Claims", "Exhibits"]),
        module("Lessons", ["CCMark", "Exhibits", yams]),
        module("Derivations", ["Exhibits", "Networks"]),

        module("Lectern", ["Claims", "Derivations", "Exhibits", "Networks"]),
        module("Cells", ["Exhibits", "Lessons", "Storage", subprocess, system], flags: parsing, linker: [parser]),
        module("Reports", ["CDuktape", "Claims", "Exhibits", "Lessons", mustache]),

        module(
            "Publishing",
            [
                "Audit", "CArithmetic", "Cells", "Claims", "CZlib", "Derivations", "Exhibits", "Lessons", "Reference",
                "Reports",
                "Storage", flyingFox, yams,
            ],
            flags: parsing + plain),
        .executableTarget(
            name: "LecternCLI", dependencies: ["Exhibits", "Publishing", "Reference", "Storage", arguments],
            swiftSettings: settings + [.unsafeFlags(parsing + plain)]),

        tests(of: "Exhibits"),
        // Folders that many suites put their files in.
        .target(
            name: "TestFolders", dependencies: ["Storage"], path: "Tests/TestFolders", swiftSettings: settings + [once]),
        tests(of: "Storage", ["TestFolders"]),
        tests(of: "Reference", ["Cells", "Networks"], flags: parsing),
        // Networks, losses and optimisers that several suites go through.
        .target(name: "NetworkCases", dependencies: ["Networks"], path: "Tests/NetworkCases", swiftSettings: settings + [once]),
        tests(of: "Networks", ["CArithmetic", "NetworkCases"]),
        tests(of: "Claims", ["Exhibits"]),
        tests(
            of: "Audit", ["Claims", "Derivations", "Exhibits", "NetworkCases", "Networks"],
            kept: ["Examples", "Notes", "Published", "Unseen"]),
        tests(of: "Lessons", ["Exhibits"]),
        tests(of: "Derivations", ["Exhibits", "NetworkCases", "Networks"], kept: ["Golden"]),
        tests(of: "Lectern", ["Claims", "Derivations", "Exhibits", "Networks"]),
        tests(of: "Cells", ["Exhibits", "Lessons", "Storage", subprocess, system], flags: parsing),
        tests(of: "Reports", ["Claims", "Exhibits", "Lessons"], kept: ["Figures/Golden"]),
        tests(of: "Publishing", ["Exhibits", "Lessons", "Reports", "Storage", "TestFolders", flyingFox], flags: parsing),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings + [once]),
        // What takes any bytes, for tests and for `make fuzz`.
        .target(
            name: "FuzzCases",
            dependencies: ["Cells", "Exhibits", "Lessons", "NetworkCases", "Networks", "Publishing", "Reports", "Storage"],
            path: "Tests/FuzzCases", swiftSettings: settings + [once, .unsafeFlags(parsing)]),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzCases"], swiftSettings: settings + [once, .unsafeFlags(parsing)]),
        .testTarget(
            name: "WholeToolTests", dependencies: ["Reports", subprocess], exclude: ["PublishedExamples"],
            swiftSettings: settings + [once]),
    ]
)

if isFuzzed {
    package.targets.append(
        .executableTarget(
            name: "lectern-fuzz", dependencies: ["FuzzCases"], path: "Tests/Fuzz",
            exclude: ["dictionaries", "found", "seeds"], swiftSettings: settings + [.unsafeFlags(parsing)],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
