import Foundation
import Testing

/// The import graph of the design: a module may import what stands here and nothing else of ours or of others.
///
/// What would break: a page could start a process, a lesson program could link the renderer.
struct ImportGraphTests {
    static let allowed: [String: Set<String>] = [
        "Exhibits": [],
        "Storage": ["CNettle", "Exhibits"],
        "Reference": ["Exhibits"],
        "Networks": ["CArithmetic", "SwiftCSV"],
        "Claims": ["Exhibits"],
        "Audit": ["Claims", "Exhibits"],
        "Lessons": ["CCMark", "Exhibits", "Yams"],
        "Derivations": ["Exhibits", "Networks"],
        "Lectern": ["Claims", "Derivations", "Exhibits", "Networks"],
        "Cells": ["Exhibits", "Lessons", "Storage", "Subprocess", "SwiftParser", "SwiftSyntax", "SystemPackage"],
        "Reports": ["CDuktape", "Claims", "Exhibits", "Lessons", "Mustache"],
        "Publishing": [
            "Audit", "CArithmetic", "Cells", "Claims", "CNettle", "CZlib", "Derivations", "Exhibits", "FlyingFox",
            "FlyingSocks",
            "Lessons", "Reference", "Reports", "Storage", "Yams",
        ],
        "LecternCLI": ["ArgumentParser", "Exhibits", "Publishing", "Reference", "Storage"],
    ]
    /// Modules of the toolchain, open to all.
    static let platform: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Darwin", "Dispatch", "Synchronization"]
    /// The modules in which files, processes and clocks live.
    static let withEffects: Set<String> = ["Cells", "Publishing", "Storage"]
    /// The one clock outside: how long a training in a lesson takes is told to the terminal.
    static let clocks: Set<String> = ["Sources/Lectern/Running/LessonClock.swift"]

    @Test(arguments: allowed.keys.sorted())
    func `a module imports only what the design allows`(module: String) throws {
        let permitted = try #require(Self.allowed[module])
        for file in try SourceTree.swiftFiles(below: "Sources/\(module)") {
            for name in SourceTree.imports(in: file.text) where !Self.platform.contains(name) {
                #expect(permitted.contains(name), "\(file.path) imports \(name)")
            }
        }
    }

    @Test func `every module of the package is in the table`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root + "/Sources")
        // What is in C imports no module of ours.
        let modules = try folders.filter { try !SourceTree.swiftFiles(below: "Sources/\($0)").isEmpty }
        #expect(Set(modules) == Set(Self.allowed.keys))
    }

    @Test(arguments: allowed.keys.sorted().filter { !withEffects.contains($0) && $0 != "LecternCLI" })
    func `a pure module touches no file, process or clock`(module: String) throws {
        let forbidden = ["FileManager", "Process(", "Date(", "contentsOfFile", "ContinuousClock", "DispatchQueue"]
        for file in try SourceTree.swiftFiles(below: "Sources/\(module)") {
            for word in forbidden where word != "ContinuousClock" || !Self.clocks.contains(file.path) {
                #expect(!file.text.contains(word), "\(file.path) uses \(word)")
            }
        }
    }
}
