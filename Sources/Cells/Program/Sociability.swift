import Exhibits
import Lessons

/// Whether a lesson may stand in one module with others: nothing in it could change what another one computes.
///
/// What a function holds is seen nowhere else, and what is declared outside one is kept to its file (`Hiding`). That holds for
/// code that the parser understands, and as long as nothing gives a name to the linker.
extension LessonProgram {
    var isSociable: Bool {
        hiding != nil && certainFaults.isEmpty && reading.steps.allSatisfy { $0.facts.isCertain && !$0.facts.uses.reachesOut }
    }

    /// Brackets without partners in cells and expressions, places that were moved, Lectern's own name, and more than the compiler
    /// takes in time. With one of them the program is never compiled: what a cell leaves open could take in claims that stand
    /// behind it, and what the compiler says after it is of no use.
    var certainFaults: [Finding] {
        if let excess { return [excess] }
        return reading.steps.flatMap { step -> [Finding] in
            if case .cell(let cell) = step, skipped.contains(cell.index) { return [] }
            return [step.facts.imbalance, step.facts.movedPlace, step.facts.confusedMembers, Self.takenName(in: step)]
                .compactMap { $0 }
        }
    }

    /// Where a cell calls something of its own what the program calls to run it.
    private static func takenName(in step: ReadLesson.Step) -> Finding? {
        guard case .cell(let read) = step, let item = read.items.first(where: { $0.names.contains("LessonRun") }) else {
            return nil
        }
        return Finding(
            .error, code: "taken-name", at: read.cell.place.behind(read.cell.code.utf8.prefix(item.start)),
            "LessonRun is what runs the lesson; choose another name")
    }
}
