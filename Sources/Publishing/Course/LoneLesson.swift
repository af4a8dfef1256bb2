import Exhibits
import Lessons
import Storage

/// A lesson of a course that is read and run by itself.
struct LoneLesson {
    let course: Course
    let door: CourseDoor
    let file: String
    let source: [UInt8]
    let lesson: Lesson

    /// - Throws: `CourseError` where the path leads to no lesson, `FileError` where it can't be read.
    init(at path: String) throws {
        let course = try Course.loaded(from: path)
        guard let file = course.selection?.first, course.selection?.count == 1 else { throw CourseError.notALesson(path) }
        let door = CourseDoor(course.folder)
        let source: [UInt8]
        do throws(Refusal) { source = try door.read(file) } catch { throw FileError(file, error.reason) }
        (self.course, self.door, self.file, self.source) = (course, door, file, source)
        lesson = Self.parsed(source, file, course, door)
    }

    /// The lesson, if its file held these bytes.
    func parsed(_ bytes: [UInt8]) -> Lesson { Self.parsed(bytes, file, course, door) }

    /// Where it runs.
    var folder: String {
        let folder = Files.folder(of: file)
        return folder.isEmpty ? "." : folder
    }

    private static func parsed(_ bytes: [UInt8], _ file: String, _ course: Course, _ door: CourseDoor) -> Lesson {
        Lesson.parsed(
            source: String(decoding: bytes, as: UTF8.self), file: file, defaults: course.settings.defaults, root: course.folder,
            reading: door.included)
    }
}
