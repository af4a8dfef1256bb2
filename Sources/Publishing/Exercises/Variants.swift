import Exhibits
import Lessons
import Storage

/// What `lectern variants` made.
public struct VariantsResult: Sendable {
    public var result: CourseResult
    /// How many handouts were written.
    public var handouts = 0
    /// What was in the way of draws that were drawn again, and how often.
    public var redrawn: [String: Int] = [:]
    /// What all variants have in common, where they were made to see that.
    public var stress: StressReport?
    /// Students with all answers of one before them, by their ids: they could copy.
    public var twins: [[String]] = []
}

/// How variants are made.
public struct VariantOptions: Sendable {
    /// The file with the students.
    public var roster: String
    /// Makes another class's variants other ones; whoever knows it and an id can draw that student's numbers.
    public var salt = ""
    /// The folder for handouts and key.
    public var output: String
    /// How many students are made up, to see what the variants have in common; nothing is written then. Nil for those of the roster.
    public var stress: Int?
    /// The part of the class whose handouts are made, when several machines share the work; the key is joined afterwards.
    public var shard: Shard?
    /// Whether the key is joined from the parts in `output`; nothing is run then.
    public var joins = false

    public init(roster: String, output: String) {
        self.roster = roster
        self.output = output
    }
}

/// Writes one handout for each student of a class, each with numbers of its own, and the key to all of them.
public func makeVariants(
    of path: String, _ variants: VariantOptions, options: BuildOptions
) async throws -> VariantsResult {
    let roster =
        if let count = variants.stress { Roster(madeUp: count) } else {
            Roster(try Files.read(variants.roster), file: variants.roster)
        }
    guard roster.findings.isEmpty else {
        return VariantsResult(result: CourseResult(lessons: [], findings: roster.findings))
    }
    var options = options
    // No lesson sees what is written there.
    options.output = variants.stress == nil ? variants.output : nil
    options.edition = .student
    // What was drawn for one student helps no other and no later build.
    options.usesCache = false
    var course = try Course.loaded(from: path)
    // A key for every blank of every student takes long, and who marks a sheet seldom wants it tried out before; a lesson may ask.
    course.settings.defaults.selfCheck = .off
    guard let file = course.selection?.first else { throw ExportError.notOneLesson(path) }
    let build = CourseBuild(course: course, options: options)
    if variants.stress == nil, Files.contains(variants.output, course.folder) {
        throw CourseError.outputHoldsSources(output: variants.output, course: course.folder)
    }
    return try await VariantRun(build: build, file: file, roster: roster, variants: variants).run()
}
