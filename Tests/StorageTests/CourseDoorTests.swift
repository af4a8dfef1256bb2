import TestFolders
import Foundation
import Testing

@testable import Storage

#if canImport(Glibc)
import Glibc
#endif

/// A stranger's course shows nothing but itself.
struct CourseDoorTests {
    private let folder: Folder
    private let door: CourseDoor

    init() throws {
        folder = try Folder([
            "l/a.md": "# A\n", "l/data/t.csv": "1", "l/.git/config": "secret", "l/parts/.b.md": "secret",
            "secret.txt": "secret",
            "lx/b.md": "secret",
        ])
        door = CourseDoor(folder("l"))
        for (target, link) in [
            ("../secret.txt", "l/out.txt"), ("../lx", "l/outside"), (".git/config", "l/config.txt"), ("data", "l/more"),
            ("data/t.csv", "l/t.csv"), ("/dev/zero", "l/zero.csv"), ("/proc/self/environ", "l/environ.md"), (".", "l/loop"),
            ("nowhere", "l/dangling"),
        ] { symlink(target, folder(link)) }
        mkfifo(folder("l/pipe.csv"), 0o600)
    }

    private func refusal(_ path: String) -> Refusal? { door.refusal(of: path.hasPrefix("/") ? path : folder("l/" + path)) }

    @Test(arguments: ["a.md", "data/t.csv", "data/../a.md", "more/t.csv", "t.csv", "loop/loop/a.md", "./a.md"])
    func `what lies in the course is read`(path: String) { #expect(refusal(path) == nil) }

    @Test(arguments: [
        "../secret.txt", "out.txt", "outside/b.md", "/proc/self/environ", "/etc/passwd", "zero.csv", "environ.md", "../lx/b.md",
        "loop/../secret.txt",
    ])
    func `nothing outside the course is read, by no link either`(path: String) { #expect(refusal(path) == .leaves) }

    @Test(arguments: [".git/config", "config.txt", "parts/.b.md", "loop/.git/config", "data/../.git/config"])
    func `nothing hidden is read`(path: String) { #expect(refusal(path) == .hidden) }

    @Test func `only files are read, so nothing waits for a pipe`() {
        #expect(refusal("pipe.csv") == .special)
        #expect(refusal("data") == .folder)
        #expect(refusal("") == .folder)
        #expect(refusal("dangling") == .missing)
        #expect(refusal("a.md/b") == .missing)
        #expect(refusal("a\0.md") == .missing)
    }

    @Test func `a file is read up to a size, whatever it says of itself`() throws {
        let path = folder("l/big.md")
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        truncate(path, off_t(CourseDoor.textMegabytes) << 20)
        #expect(throws: Refusal.self) { try door.read(path, atMost: 3) }
        #expect(try door.text(path).utf8.count == CourseDoor.textMegabytes << 20)
        truncate(path, 1 << 42)
        #expect(refusal("big.md") == .tooLarge(megabytes: CourseDoor.fileMegabytes))
    }

    @Test func `a text is UTF-8`() throws {
        try Files.write([0xE0, 0x0A], to: folder("l/latin.md"))
        #expect(throws: Refusal.notText) { try door.text(folder("l/latin.md")) }
    }

    @Test func `a folder is walked once, whatever links say`() {
        let walk = FolderWalk(folder("l"))
        #expect(walk.files == ["a.md", "data/t.csv", "t.csv"])
        #expect(walk.aliases == [.init(path: "loop", target: ""), .init(path: "more", target: "data")])
        #expect(walk.leaving == ["environ.md", "out.txt", "outside", "zero.csv"])
    }
}

struct OutputDoorTests {
    private let folder: Folder
    private let door: OutputDoor

    init() throws {
        folder = try Folder(["out/a.html": "old", "elsewhere/x.css": "mine", "mine.txt": "mine"])
        door = OutputDoor(folder: folder("out"))
    }

    @Test(arguments: ["../mine.txt", "/tmp/lectern-never", "assets/../../mine.txt", "", "a//b", "./a.html", "a\0b"])
    func `nothing is written outside the output folder`(path: String) {
        #expect(throws: FileError.self) { try door.write(Array("evil".utf8), to: path) }
        #expect(folder.text("mine.txt") == "mine")
    }

    @Test func `nothing is written through a link to a folder`() throws {
        symlink(folder("elsewhere"), folder("out/assets"))
        #expect(throws: FileError.self) { try door.write(Array("evil".utf8), to: "assets/x.css") }
        #expect(folder.text("elsewhere/x.css") == "mine")
        #expect(door.contents(of: "assets/x.css") == nil)
    }

    @Test func `a link in a file's place is replaced, what it leads to stays`() throws {
        symlink(folder("mine.txt"), folder("out/b.html"))
        #expect(try door.write(Array("mine".utf8), to: "b.html"))
        #expect(try door.write(Array("page".utf8), to: "b.html"))
        #expect(folder.text("mine.txt") == "mine")
        #expect(folder.text("out/b.html") == "page")
        #expect(!Files.isLink(folder("out/b.html")))
    }

    @Test func `a name planted for the unfinished file gets nothing`() throws {
        symlink(folder("mine.txt"), folder("out/a.html.\(getpid())\(Files.unfinished)"))
        #expect(try door.write(Array("page".utf8), to: "a.html"))
        #expect(folder.text("mine.txt") == "mine")
        #expect(Files.entries(of: folder("out")) == ["a.html"])
    }

    @Test func `the output folder may be a link itself`() throws {
        symlink(folder("out"), folder("link"))
        #expect(try OutputDoor(folder: folder("link")).write(Array("page".utf8), to: "sub/c.html"))
        #expect(folder.text("out/sub/c.html") == "page")
    }

    @Test func `removing a folder that is a link removes the link`() throws {
        symlink(folder("elsewhere"), folder("out/.lectern"))
        Files.removeFolder(folder("out/.lectern"))
        #expect(folder.text("elsewhere/x.css") == "mine")
        #expect(!Files.isLink(folder("out/.lectern")))
    }
}
