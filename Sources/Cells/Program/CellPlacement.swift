import Lessons

/// Which cells go to file scope: those that declare only types, extensions and functions. The rest are the body of one
/// function, where a cell that uses a later cell's constant is an error instead of a silent zero.
///
/// A cell that declares what can't stand in a function, such as an extension, and does something with it besides, is divided;
/// in each part the lines of the other are empty.
package struct CellPlacement: Hashable, Sendable {
    /// Cells and parts of cells.
    package private(set) var atFileScope: [Cell] = []
    /// What of each cell is in the function, by the cell's index.
    private var bodies: [Int: String] = [:]

    package init(_ cells: [Cell]) {
        var constants: Set<Substring> = []
        for cell in cells {
            let shape = TopLevel(cell.code)
            if shape.onlyDeclares, shape.needsFileScope || constants.isDisjoint(with: shape.words) {
                atFileScope.append(cell)
                continue
            }
            constants.formUnion(shape.constants)
            bodies[cell.index] = cell.code
            if shape.needsFileScope { divide(cell, constants) }
        }
    }

    /// The cell as it stands in the function; nil when all of it is at file scope.
    package func body(of cell: Cell) -> Cell? {
        bodies[cell.index].map { code in
            var body = cell
            body.code = code
            return body
        }
    }

    private mutating func divide(_ cell: Cell, _ constants: Set<Substring>) {
        var outside = cell.code.split(separator: "\n", omittingEmptySubsequences: false)
        var inside = outside
        for piece in Pieces(cell.code).all {
            let shape = piece.shape
            let leaves = shape.onlyDeclares && (shape.needsFileScope || constants.isDisjoint(with: shape.words))
            for line in piece.lines {
                if leaves { inside[line] = "" } else { outside[line] = "" }
            }
        }
        if let first = Pieces(cell.code).all.first { for line in 0..<first.lines.lowerBound { outside[line] = "" } }
        var part = cell
        part.code = outside.joined(separator: "\n")
        atFileScope.append(part)
        bodies[cell.index] = inside.joined(separator: "\n")
    }
}

/// What stands at the outermost level of a cell, found by its lines and braces alone.
package struct TopLevel {
    package private(set) var onlyDeclares = true
    /// An extension, a protocol or an import can't stand inside a function.
    package private(set) var needsFileScope = false
    package private(set) var onlyImports = true
    private(set) var constants: [Substring] = []
    /// The constants and variables that have a value in the line that names them.
    package private(set) var observable: [Substring] = []
    /// Of these the ones that keep their value: constants, not variables.
    package private(set) var lasting: [Substring] = []
    let words: Set<Substring>

    private static let types: Set<Substring> = ["struct", "class", "enum", "actor", "typealias"]
    private static let fileScope: Set<Substring> = ["extension", "protocol", "import", "infix", "prefix", "postfix"]
    private static let modifiers: Set<Substring> = [
        "public", "private", "internal", "fileprivate", "package", "final", "indirect", "nonisolated", "mutating",
    ]

    package init(_ code: String) {
        words = Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") })
        var depth = 0
        var sawStatement = false
        for line in BlankedCode(code).lines {
            // A line may hold several statements; what stands behind a declaration on its line is done like anything else.
            var start = line.startIndex
            var isOutermost = depth == 0
            func end(_ index: String.Index) {
                let text = line[start..<index].drop { $0 == " " || $0 == "\t" }
                guard isOutermost, !text.isEmpty, !text.hasPrefix("}"), !text.hasPrefix(")") else { return }
                sawStatement = true
                classify(text)
            }
            for index in line.indices {
                let character = line[index]
                depth += Nesting.step(character)
                if character == ";", depth == 0 {
                    end(index)
                    start = line.index(after: index)
                    isOutermost = true
                }
            }
            end(line.endIndex)
        }
        if !sawStatement { onlyDeclares = false }
    }

    /// The further names of a line like `let a = 1, b = 2`, each with a value of its own.
    private static func others(in line: Substring) -> [Substring] {
        var depth = 0
        let parts = line.split { character in
            depth += Nesting.step(character)
            return character == "," && depth == 0
        }
        return parts.dropFirst().compactMap { part in
            let text = part.drop { $0 == " " }
            let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            let rest = text[name.endIndex...]
            return !name.isEmpty && name != "_" && (rest.hasPrefix(" = ") || (rest.hasPrefix(": ") && rest.contains(" = ")))
                ? name : nil
        }
    }

    private mutating func classify(_ line: Substring) {
        var names = line.split { $0 == " " || $0 == "(" || $0 == ":" }[...]
        while let first = names.first, first.hasPrefix("@") || Self.modifiers.contains(first) { names.removeFirst() }
        guard let keyword = names.first else { return }
        if keyword != "import" { onlyImports = false }
        switch keyword {
        case _ where Self.fileScope.contains(keyword): needsFileScope = true
        case "func": break
        case _ where Self.types.contains(keyword): break
        case "let", "var":
            onlyDeclares = false
            guard let name = names.dropFirst().first else { return }
            constants.append(name)
            let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && name != "_"
            // `lazy` and accessors aside, what stands before an equals sign is there once the line has run.
            guard isName, line.contains("=") else { return }
            observable.append(name)
            if keyword == "let" { lasting.append(name) }
            for other in Self.others(in: line) {
                constants.append(other)
                observable.append(other)
                if keyword == "let" { lasting.append(other) }
            }
        default: onlyDeclares = false
        }
    }
}
