import Exhibits
import Foundation
import Testing
import Storage
import TestFolders

@testable import Publishing

/// A kept entry is as it was kept, or it isn't there. What would break: a cache that decayed goes into pages.
struct SealTests {
    @Test(arguments: [Seal.own, .shared])
    func `an entry with any byte changed, cut off or under another name is none`(seal: Seal) {
        let bytes = Array("<span>\u{3C3}(x) = 0.5</span>".utf8)
        let closed = seal.closed(bytes, name: "formulas/a")
        #expect(seal.opened(closed, name: "formulas/a") == bytes)
        #expect(seal.opened(closed, name: "formulas/b") == nil)
        for index in closed.indices {
            for bit: UInt8 in [1, 0x20, 0x80] {
                var damaged = closed
                damaged[index] ^= bit
                #expect(seal.opened(damaged, name: "formulas/a") == nil)
            }
            #expect(seal.opened(Array(closed[..<index]), name: "formulas/a") == nil)
        }
        #expect(seal.opened([], name: "") == nil)
        #expect(seal.opened(seal.closed([], name: "n"), name: "n") == [])
    }

    @Test func `a cache that somebody else made is none: a stranger's course can't bring its own results`() async throws {
        let folder = try Folder(["l/a.md": "# A\ncode: 1\n"])
        let stages = PlainStages()
        func build() async throws {
            let course = try Course.loaded(from: folder("l"))
            _ = try await CourseBuild(course: course, options: BuildOptions(), stages: stages.stages).run()
        }
        try await build()
        try await build()
        #expect(stages.takeLog() == ["parse a.md", "render a.md", "run a.md"])
        // The same entries, sealed by whoever doesn't know this user's secret.
        let kept = folder("l/.lectern")
        for file in Files.tree(below: kept) {
            let name = file == "fingerprints.json" ? "fingerprints" : file
            guard let content = Seal.own.opened(try Files.read(kept + "/" + file), name: name) else { continue }
            try Files.write(Seal.shared.closed(content, name: name), to: kept + "/" + file)
        }
        try await build()
        #expect(stages.takeLog() == ["parse a.md", "render a.md", "run a.md"])
    }

    @Test func `a damaged formula is typeset again, a damaged result is a lesson to be run`() throws {
        let folder = try Folder([:])
        let store = ResultStore(folder: folder("kept"))
        FormulaStore(store: store, version: Digest(of: "1")).remember("x^2", "<b>x</b>")
        store.keep(["a": 1], at: "runs/a.json")
        let formulas = { FormulaStore(store: store, version: Digest(of: "1")).recall("x^2") }
        #expect(formulas() == "<b>x</b>")
        #expect(store.value([String: Int].self, at: "runs/a.json") == ["a": 1])
        for file in Files.tree(below: folder("kept")) where !file.hasSuffix(".TAG") {
            var bytes = try Files.read(folder("kept/" + file))
            bytes[bytes.count - 2] ^= 1
            try Files.write(bytes, to: folder("kept/" + file))
        }
        #expect(formulas() == nil)
        #expect(store.value([String: Int].self, at: "runs/a.json") == nil)
    }

    @Test func `with any byte of the cache changed, the same pages are built`() async throws {
        let stages = PlainStages()
        let folder = try Folder(["l/a.md": "# A\ncode: 1\n", "l/b.md": "# B\ncode: 2\n"])
        let build = {
            Files.removeFolder(folder("out"))
            let course = try Course.loaded(from: folder("l"))
            let options = BuildOptions(output: folder("out"))
            let result = try await CourseBuild(course: course, options: options, stages: stages.stages).run()
            #expect(result.exitCode == 0 && result.allFindings.isEmpty)
            return Files.tree(below: folder("out")).map { folder.text("out/" + $0) }
        }
        let right = try await build()
        #expect(right.count == 3)
        let kept = folder("l/.lectern")
        for file in Files.tree(below: kept) {
            let bytes = try Files.read(kept + "/" + file)
            let size = bytes.count
            for index in Set(stride(from: 0, to: size, by: 64)).union([size / 2, size - 1]).sorted() {
                var damaged = bytes
                damaged[index] ^= 0x10
                try Files.write(damaged, to: kept + "/" + file)
                #expect(try await build() == right, "\(file), byte \(index)")
            }
            try Files.write(Array(bytes.dropLast()), to: kept + "/" + file)
            #expect(try await build() == right, "\(file), cut off")
        }
    }
}
