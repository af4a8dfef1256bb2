import Exhibits
import Lessons

/// The text of a lesson's program, in both of its forms.
extension LessonProgram {
    /// Everything but the call that starts it: what goes to file scope, and the lesson as a function of that name.
    func text(_ form: ProgramWriter.Form, function: String) -> String {
        let uses = reading.steps.map(\.facts.uses)
        let remembers = (listsQuantities || !reading.slots.isEmpty) && !uses.contains(where: \.hasUncopyable)
        var followed = FollowedSlots(reading)
        var constants: [String] = []
        var writer = ProgramWriter(form)
        writer.line("import Lectern")
        let cells = reading.cells.filter { !skipped.contains($0.cell.index) }
        for cell in cells { if let part = outside(of: cell, form) { writer.part(part) } }
        if form == .read { writer.line("") }
        writer.generated("func \(function)() \(isConcurrent ? "async " : "")throws {")
        let asked = remembers ? lesson.answerSlots.filter { !skippedClaims.contains($0) } : []
        if !asked.isEmpty { writer.report("LessonRun.ask(\(literal(asked.map(String.init).joined(separator: " "))))") }
        for step in reading.steps {
            switch step {
            case .slot(let slot) where skippedClaims.contains(slot.slot.number): continue
            case .slot(let slot):
                if form == .run, remembers, !compilesAll, let question = followed.question(slot) {
                    writer.ask(question)
                } else {
                    // In the order of the text: what was claimed before helps to explain what is claimed now.
                    writer.expression(of: slot)
                }
            case .cell(let cell):
                writer.report("LessonRun.begin(cell: \(cell.index))")
                guard !skipped.contains(cell.index), let part = body(of: cell, form) else { continue }
                writer.part(part)
                // What is remembered answers plain claims and tells the cause of false ones.
                guard remembers else { continue }
                let values = cell.items.flatMap(\.values)
                observe(values, in: &writer)
                let formulas = cell.items.flatMap(\.formulas)
                if !formulas.isEmpty { writer.report("LessonRun.define(\(literal(Handed.text(formulas))))") }
                let givens = cell.items.reduce(into: PlainGivens()) { $0.add($1.givens) }
                if !givens.isEmpty { writer.report("LessonRun.know(\(literal(Handed.text(givens))))") }
                followed.pass(values)
                constants += values.filter(\.isConstant).map(\.name)
            }
        }
        if listsQuantities, remembers {
            writer.report("LessonRun.listQuantities(\(literal(constants.joined(separator: " "))))")
        }
        writer.report("LessonRun.end()")
        writer.generated("}")
        return writer.text
    }

    /// Hands the constants and variables of a cell to whoever answers plain claims and looks for causes of false ones.
    private func observe(_ values: [NamedValue], in writer: inout ProgramWriter) {
        // As many at once as the library takes.
        for start in stride(from: 0, to: values.count, by: 5) {
            let some = values[start..<min(start + 5, values.count)]
            let names = literal(some.map(\.name).joined(separator: " "))
            writer.report("LessonRun.observe(\(names), \(some.map(\.spelling).joined(separator: ", ")))")
        }
    }

    /// What of a cell stands at file scope.
    private func outside(of cell: ReadCell, _ form: ProgramWriter.Form) -> CellPart? {
        let positions = (placement.atFileScope[cell.index] ?? []).sorted()
        if positions.isEmpty { return nil }
        // The same alone as in company: whether a type is private to its file shows in how it is printed.
        let modifiers = form == .run ? hiding?.modifiers[cell.index] ?? [] : []
        let starts = Set(modifiers.map(\.lowerBound))
        let bindings = positions.map { cell.items[$0] }.flatMap { item in
            item.furtherBindings.map { binding in
                var binding = binding
                if starts.contains(item.start) { binding.word = "fileprivate " + binding.word }
                return binding
            }
        }
        return CellPart(
            cell.cell, keeping: positions.map { cell.items[$0].bytes }, modifiers: modifiers, bindings: bindings)
    }

    /// What of a cell stands in the function; nil when all of it is at file scope.
    private func body(of cell: ReadCell, _ form: ProgramWriter.Form) -> CellPart? {
        let leaving = placement.atFileScope[cell.index] ?? []
        var kept: [Range<Int>] = []
        var marks: [Int: String] = [:]
        for (position, item) in cell.items.enumerated() {
            if leaving.contains(position) {
                // It is computed when it is first asked for, which is here.
                if !item.values.isEmpty { marks[item.start] = "_ = (\(item.values.map(\.spelling).joined(separator: ", ")))" }
                continue
            }
            kept.append(item.bytes)
            // An error that leaves the lesson says no place of its own.
            if form == .run, item.kind == .statement || item.kind == .variable, let offset = item.uses.throwing {
                marks[item.start] =
                    "LessonRun.reach(\(literal("\(cell.cell.place.behind(cell.cell.code.utf8.prefix(offset)))")))"
            }
        }
        return kept.isEmpty && marks.isEmpty && !cell.items.isEmpty ? nil : CellPart(cell.cell, keeping: kept, marks: marks)
    }

    /// The call that starts it, in the style of the lesson's page.
    func call(_ form: ProgramWriter.Form, of function: String) -> String {
        let arguments = lesson.frontMatter.style.arguments
        return switch (form, isConcurrent) {
        case (.run, false): "LessonRun.run(\(arguments)) { try \(function)() }\n"
        case (.run, true): "await LessonRun.runConcurrently(\(arguments)) { try await \(function)() }\n"
        case (.read, false): "try LessonRun.printing(\(arguments)) { try \(function)() }\n"
        case (.read, true): "try await LessonRun.printingConcurrently(\(arguments)) { try await \(function)() }\n"
        }
    }
}
