import Exhibits
import Lessons

extension LessonRunner {
    /// A failure in a cell with `error: true` belongs to the page: it is shown there, and the lesson runs again without the
    /// cell, so that what follows is seen as well. A claim whose expression fails is not computed, and the others are judged.
    /// All its runs share one time.
    func goneOn(from first: Ran, of program: LessonProgram, in folder: String) async throws -> Transcript {
        var transcript = first.transcript
        var left = limits(for: program).seconds - first.seconds
        var program = program
        var kept: [Int: [Transcript.Output]] = [:]
        var claims: [FailedClaim] = []
        while true {
            if let failed = program.toleratedFailures(transcript) {
                for (index, finding) in failed {
                    kept[index, default: transcript.outputs[index] ?? []].append(.failed(finding))
                }
                program = LessonProgram(
                    program.lesson, skipping: program.skipped.union(failed.map(\.0)), claims: program.skippedClaims)
            } else if claims.count < FailedClaim.most, let failed = FailedClaim(in: transcript, of: program) {
                claims.append(failed)
                program = LessonProgram(
                    program.lesson, skipping: program.skipped, claims: program.skippedClaims.union(failed.slots))
            } else {
                break
            }
            let next = try await runOnce(program, in: folder, seconds: left)
            transcript = next.transcript
            left -= next.seconds
        }
        transcript.outputs.merge(kept) { $1 }
        for claim in claims {
            for slot in claim.slots { transcript.outcomes[slot] = Outcome(nil, failure: claim.reason) }
        }
        return program.fulfilled(transcript)
    }
}

extension LessonProgram {
    /// The failures of a run, each with its cell, if every one of them happened in a cell that may fail; nil if there are none
    /// or if one is a real one.
    func toleratedFailures(_ transcript: Transcript) -> [(Int, Finding)]? {
        var found: [(Int, Finding)] = []
        let lines = CellLines(lesson)
        for failure in transcript.failures {
            guard RunLimit(rawValue: failure.code) == nil, let cell = lines.cell(at: failure.place), cell.options.error,
                !skipped.contains(cell.index)
            else { continue }
            found.append((cell.index, failure))
        }
        return found.isEmpty ? nil : found
    }
}
