import Exhibits
import Storage

/// Builds the course into `options.output`: runs what changed, writes its pages.
public func buildCourse(_ course: Course, options: BuildOptions) async throws -> CourseResult {
    try await CourseBuild(course: course, options: options).run()
}

/// Checks every claim of the courses and lessons at `paths`; writes no pages.
public func verifyCourses(_ paths: [String], options: BuildOptions) async throws -> CourseResult {
    var options = options
    options.output = nil
    var all = CourseResult()
    // All paths are looked at before anything runs: a misspelt one should not cost a wait.
    let courses = try paths.map(Course.loaded(from:))
    let folders = Set(courses.map { Files.absolute($0.folder) })
    for course in courses {
        var result = try await CourseBuild(course: course, options: options).run()
        if course.selection == nil {
            result.findings = result.findings.map {
                course.leftOut.judged($0, strictly: options.isStrict, beside: folders)
            }
        }
        // That nothing is wrong with no lesson says nothing.
        if course.lessons.isEmpty, !result.findings.contains(where: { $0.severity == .error }) {
            result.findings.append(
                Finding(
                    .error, code: "nothing-verified", at: Place(file: course.folder, line: 1),
                    "nothing was verified, for there is no lesson here"))
        }
        all.lessons += result.lessons
        all.findings += result.findings
        all.folders += result.folders
    }
    if let most = options.mostUnclaimed { all.limitUnclaimed(to: most) }
    return all
}
