import Foundation
import Testing
import TestFolders

@testable import Storage

struct FilesTests {
    @Test func `unchanged bytes are not written`() throws {
        let folder = try Folder(["page.html": "same"])
        let place = try OpenFolder(folder.path)
        let written = place.writingTime(of: "page.html")
        let before = try #require(written)
        #expect(try Files.write(Array("same".utf8), to: folder("page.html")) == false)
        let after = place.writingTime(of: "page.html")
        #expect(after == before)
        #expect(try Files.write(Array("other".utf8), to: folder("page.html")))
        #expect(folder.text("page.html") == "other")
    }

    @Test func `writing leaves nothing but the file behind and makes its folders`() throws {
        let folder = try Folder()
        try folder.write("x", to: "a/b/c.txt")
        #expect(Files.tree(below: folder.path) == ["a/b/c.txt"])
        #expect(Files.leftovers(in: folder.path) == [])
    }

    @Test func `a file that can't be written says why`() throws {
        let folder = try Folder(["a": ""])
        #expect(throws: FileError(folder("a"), "is a file where a folder is needed")) {
            try Files.write(Array("x".utf8), to: folder("a/b"))
        }
    }

    @Test func `what a killed build had begun is swept up, what a running one has begun is not`() throws {
        let folder = try Folder([
            "sub/page.html.999999999\(Files.unfinished)": "ha",
            "page.html.\(getppid())\(Files.unfinished)": "ha",
            "page.html": "whole",
        ])
        #expect(Files.leftovers(in: folder.path) == [folder("sub/page.html.999999999\(Files.unfinished)")])
    }

    @Test(arguments: [
        ("/a", "/a", true), ("/a", "/a/b", true), ("/a", "/ab", false), ("/a/b", "/a", false), ("/", "/a", true),
        ("/tmp/x/..", "/tmp/y", true),
    ])
    func `a folder contains itself and what is below it`(folder: String, path: String, contains: Bool) {
        #expect(Files.contains(folder, path) == contains)
    }
}
