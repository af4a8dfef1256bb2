import Cells
import Exhibits
import Foundation
import Lessons

/// What `lectern claim` found for one lesson.
public struct ProposedClaims: Sendable {
    public var proposals = Proposals()
    /// What is wrong with the lesson, when nothing could be proposed.
    public var findings: [Finding] = []
    public var files = FixedFiles()

    public var exitCode: Int32 { findings.contains { $0.severity == .error } ? 2 : 0 }

    /// The doubtful ones as comments, then the proposals as a patch.
    public var text: String {
        let comments = proposals.doubtful.map { doubtful in
            let some = doubtful.expressions.prefix(4).joined(separator: ", ") + (doubtful.expressions.count > 4 ? ", …" : "")
            return "# \(doubtful.place): \(doubtful.text) could be \(some): \(doubtful.reason)\n"
        }
        return comments.joined() + files.diff
    }
}

/// Runs the lesson at `path` and proposes claims for the numbers in it that equal what it computed.
///
/// - Parameter accepting: The ones to be taken; none for all that are sure.
/// - Throws: `AcceptanceError` where one of these isn't proposed.
public func proposedClaims(
    at path: String, options: BuildOptions, accepting: [Acceptance] = []
) async throws -> ProposedClaims {
    let lone = try LoneLesson(at: path)
    let (lesson, file) = (lone.lesson, lone.file)
    var result = ProposedClaims(findings: lesson.findings.filter { $0.severity == .error })
    if !lesson.cells.contains(where: \.options.eval) {
        result.findings.append(
            Finding(
                .error, code: "no-cells", at: Place(file: file, line: 1),
                "this lesson computes nothing, so there is nothing to hold its numbers to; begin with a cell, ```{swift}, that builds "
                    + "what the text is about"))
    }
    guard result.findings.isEmpty else { return result }
    let transcript = try await LessonRuns(options, course: lone.course).runner().run(
        LessonProgram(lesson).listingQuantities, in: lone.folder)
    result.findings = transcript.failures
    guard result.findings.isEmpty else { return result }
    result.proposals = Proposals(
        for: lesson, source: lone.source, quantities: transcript.quantities ?? [],
        constants: LessonProgram.constants(of: lesson),
        names: NamesBeside(file: file, source: lone.source, quantities: transcript.quantities ?? []))
    if !accepting.isEmpty { try result.proposals.keep(accepting) }
    // Whether each is a claim once it is written is for the parser to say.
    let written = lone.parsed(try FixedFiles(result.proposals.fixes).bytes(of: file) ?? lone.source)
    var shift = 0
    var places: [Int: Fix] = [:]
    for fix in result.proposals.fixes {
        places[fix.bytes.lowerBound + shift] = fix
        shift += fix.new.utf8.count - fix.old.utf8.count
    }
    var good: Set<Fix> = []
    for claim in written.claims {
        // The number stands a few bytes behind the beginning of its link or command.
        for start in [claim.bytes.lowerBound - "[".utf8.count, claim.bytes.lowerBound - "\\claim{".utf8.count] {
            if let fix = places[start], claim.place.file == file, claim.written == fix.old { good.insert(fix) }
        }
    }
    result.proposals.keepThose { good.contains($0) }
    result.files = try FixedFiles(result.proposals.fixes)
    return result
}
