import Testing
import Storage
import TestFolders

@testable import Publishing

struct StartingTests {
    @Test func `a new course has a course file and a lesson, and reads without a finding`() throws {
        let folder = try Folder()
        let made = try newCourse(at: folder("my-notes"))
        #expect(made == ["course.yml", "one-neuron.md"].map { folder("my-notes/" + $0) })
        let course = try Course.loaded(from: folder("my-notes"))
        #expect(course.settings.title == "My notes")
        #expect(course.lessons == [folder("my-notes/one-neuron.md")])
        #expect(course.findings == [])
    }

    @Test func `nothing that exists is written over`() throws {
        let folder = try Folder(["c/course.yml": "mine", "c/a.md": "mine"])
        #expect(throws: StartingError.exists(folder("c/course.yml"))) { try newCourse(at: folder("c")) }
        #expect(throws: StartingError.exists(folder("c/a.md"))) { try newLesson(named: "a", in: folder("c")) }
        #expect(folder.text("c/a.md") == "mine")
    }

    @Test(arguments: ["", "a/b", "../a", ".a", "_a", "index", "assets"])
    func `a name that can't be a page's is refused`(name: String) throws {
        let folder = try Folder(["c/course.yml": ""])
        #expect(throws: StartingError.noName(name)) { try newLesson(named: name, in: folder("c")) }
    }

    @Test(arguments: [
        ("first-steps", "title: First steps"), ("yes", "title: \"Yes\""), ("a: b", "title: \"A: b\""),
        ("say \"hi\"", "title: \"Say \\\"hi\\\"\""), ("42", "title: \"42\""),
    ])
    func `a title is valid YAML whatever the name`(name: String, line: String) throws {
        let text = Template.course(title: Template.title(name), first: "x")
        #expect(text.split(separator: "\n").first.map(String.init) == line)
        #expect(CourseFile(text, file: "c").settings.title == Template.title(name))
    }
}

struct CleaningTests {
    @Test func `cleaning removes the cache and what was built, and leaves what others put there`() async throws {
        let folder = try Folder(["l/a.md": "# A\n", "out/CNAME": "x"])
        let build = try CourseBuild(
            course: .loaded(from: folder("l")), options: BuildOptions(output: folder("out")), stages: PlainStages().stages)
        _ = try await build.run()
        try folder.write("mine now", to: "out/index.html")
        _ = try cleanCourse(at: folder("l"), output: folder("out"))
        #expect(Files.tree(below: folder("out")) == ["CNAME", "index.html"])
        #expect(!Files.exists(folder("l/.lectern")))
        #expect(folder.text("l/a.md") == "# A\n")
    }
}
