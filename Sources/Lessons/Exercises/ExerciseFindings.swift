import Exhibits

/// What is wrong with the exercises of a lesson, by itself. What labels lead to is known only with the whole course.
struct ExerciseFindings {
    private(set) var findings: [Finding] = []

    static func findings(in blocks: [BlockNode]) -> [Finding] {
        var search = ExerciseFindings()
        search.look(through: blocks, in: nil)
        walk(blocks) { visit in
            guard case .inline(.blank(let blank)) = visit, blank.number == 0 else { return }
            search.report(
                "blank-outside-exercise", blank.place,
                "a blank asks something, so it stands in an exercise; "
                    + "put ::: exercise and ::: around it")
        }
        return search.findings
    }

    /// - Parameter outer: the exercise these blocks stand in.
    private mutating func look(through blocks: [BlockNode], in outer: Division?) {
        var before: Division?
        for node in blocks {
            switch node.block {
            case .division(let division):
                look(at: division, at: node.place, in: outer, behind: before)
                if ["exercise", "solution"].contains(division.kind) { before = division }
            case .quote(let content): look(through: content, in: outer)
            case .list(_, _, let items): for item in items { look(through: item, in: outer) }
            case .unseen: break
            case .cell(let cell):
                before = nil
                checkBlanks(of: cell, isAsked: outer != nil)
            default: before = nil
            }
        }
    }

    private mutating func look(at division: Division, at place: Place, in outer: Division?, behind before: Division?) {
        switch division.kind {
        case "exercise":
            checkPoints(of: division, at: place)
            checkSelfCheck(of: division, at: place)
            if outer != nil {
                report("exercise-in-exercise", place, "an exercise can't stand in another; its parts are ::: part")
            }
            return look(through: division.content, in: division)
        case "part" where outer != nil: checkPoints(of: division, at: place)
        case "choices": checkChoices(division, at: place, in: outer)
        case "solution":
            if division.label == nil, outer == nil, before == nil {
                report(
                    "solution-without-exercise", place, severity: .warning,
                    "nobody can say which exercise this solves; put it behind its exercise, "
                        + "or label both, {#exr-name} and {#sol-name}")
            }
            return look(through: division.content, in: nil)
        default: break
        }
        look(through: division.content, in: outer)
    }

    private mutating func checkPoints(of division: Division, at place: Place) {
        guard let text = division.attributes["points"], Points(text) == nil else { return }
        report("bad-points", place, "“\(text)” isn't a number of points from 0 to 1000; write points=2 or points=0.5")
    }

    private mutating func checkBlanks(of cell: Cell, isAsked: Bool) {
        guard cell.code.contains(Cell.blank) else { return }
        if cell.keys == nil {
            report(
                "open-code-blank", cell.place, "a blank in code opens and doesn't close; write \(Cell.blank)key\(Cell.blank)")
        } else if !isAsked {
            report(
                "blank-outside-exercise", cell.place,
                "a blank in code asks something, so its cell stands in an exercise; put ::: exercise and ::: around it")
        }
    }

    private mutating func checkSelfCheck(of division: Division, at place: Place) {
        guard let name = division.attributes["check"], SelfCheck(name: name) == nil else { return }
        report("bad-value", place, "“check” is \(SelfCheck.names), and not “\(name)”")
    }

    private mutating func checkChoices(_ division: Division, at place: Place, in outer: Division?) {
        let choices = Exercise.Choices(division.content).choices
        if outer == nil {
            guard !choices.isEmpty else { return }
            report("choices-outside-exercise", place, "choices answer something, so they stand in an exercise")
        } else if choices.count < 2 {
            report(
                "no-choice", place, "there are no two answers to choose from; write a list of “- [x] right” and “- [ ] wrong”")
        } else if !choices.contains(where: \.isRight) {
            report("no-right-choice", place, "none of these answers is marked as right; write “- [x]” before it")
        }
    }

    private mutating func report(_ code: String, _ place: Place, severity: Finding.Severity = .error, _ message: String) {
        findings.append(Finding(severity, code: code, at: place, length: 3, message))
    }
}
