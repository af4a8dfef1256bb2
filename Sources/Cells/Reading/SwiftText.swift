import Exhibits
import SwiftParser
import SwiftSyntax

/// Swift of a lesson, read by the parser of the toolchain that compiles it: what is Swift there is Swift here.
struct SwiftText {
    let tree: Syntax
    /// What it says, one after the other; nil for a text that was read as one expression.
    let statements: CodeBlockItemListSyntax?
    let bytes: [UInt8]
    private let place: Place

    /// - Parameters:
    ///   - place: Where the text begins; all of its lines begin in that column.
    ///   - time: What reading may take; nil comes back when it is over.
    init?(_ code: String, at place: Place, within time: inout ParsingTime) {
        guard let file = time.take(for: code, { Parser.parse(source: code) }) else { return nil }
        self.init(code, file, place)
    }

    private init(_ code: String, _ file: SourceFileSyntax, _ place: Place) {
        tree = Syntax(file)
        statements = file.statements
        bytes = Array(code.utf8)
        self.place = place
    }

    /// The text as one expression, which the parser reads in half the time; nil where it isn't one from beginning to end.
    init?(expression code: String, at place: Place, within time: inout ParsingTime) {
        let read = time.take(for: code) {
            var parser = Parser(code)
            return ExprSyntax.parse(from: &parser)
        }
        guard let expression = read, !expression.hasError else { return nil }
        tree = Syntax(expression)
        statements = nil
        bytes = Array(code.utf8)
        self.place = place
    }

    /// Whether the parser understands every word. Otherwise the compiler might read on in another way.
    var isCertain: Bool { !tree.hasError }

    /// Where in the lesson a byte of the text stands.
    func place(of offset: Int) -> Place {
        place.behind(bytes[..<offset])
    }
}

extension Place {
    /// The place behind some text that begins here, and whose lines all begin in this column.
    func behind(_ text: some BidirectionalCollection<UInt8>) -> Place {
        let line = text.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
        let column = text.reversed().prefix { $0 != 0x0A }.count
        return Place(file: file, line: self.line + line, column: self.column + column)
    }
}

extension TokenSyntax {
    /// A name without the backticks that some names need.
    var name: String { identifier?.name ?? text }
}
