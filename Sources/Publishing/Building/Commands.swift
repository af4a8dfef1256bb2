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
    for course in try paths.map(Course.loaded(from:)) {
        let result = try await CourseBuild(course: course, options: options).run()
        all.lessons += result.lessons
        all.findings += result.findings
        all.folders += result.folders
    }
    if let most = options.mostUnclaimed { all.limitUnclaimed(to: most) }
    return all
}
