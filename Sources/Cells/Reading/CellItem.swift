import Exhibits

/// A declaration or statement at the outermost level of a cell.
struct CellItem: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// What may stand inside a function, but sees none of its constants: a struct, a class, an enumeration, another name.
        case type
        case function
        /// Constants and variables, also computed ones.
        case variable
        /// What can't stand inside a function: an import, an extension, a protocol, an operator.
        case outermost
        case statement
    }

    var kind: Kind
    /// Its bytes, with the space and the comments that belong to it. The items of a cell share out the whole of it.
    var bytes: Range<Int>
    /// Where its first word stands.
    var start: Int
    /// What it declares.
    var names: Set<String> = []
    /// What it has of what stands elsewhere in the lesson.
    var uses = CodeUses()
    /// The type it declares, if it does: no other name of one.
    var type: String?
    /// Constants and variables that have a value once it has run.
    var values: [NamedValue] = []
    /// What its constants are computed from, where that can be said plainly.
    var formulas: [PlainDefinition] = []
    /// The numbers that stand in it, and what it calls.
    var givens = PlainGivens()
    /// Whether it is a constant or variable that a file can hold as a function can: all it does is to compute its values.
    var isMovable = false
    /// How it is hidden from other files, at file scope.
    var privacy = Privacy.statement
    /// Where its constants or variables but the first begin, where it has several.
    var furtherBindings: [FurtherBinding] = []

    enum Privacy: Hashable, Sendable {
        /// By `fileprivate` behind the attributes that a declaration begins with: from where it begins to where the word goes.
        case modifier(behind: [Range<Int>])
        /// It is hidden as it stands: an import, what is private, and the conformance of the type of that name, if that is hidden.
        case own(conforming: String?)
        /// Others see it whatever is done.
        case none
        /// It can't stand there.
        case statement
    }
}

/// The second or a later of several constants, or variables, that one `let` or `var` makes.
struct FurtherBinding: Hashable, Sendable {
    /// Where the comma before it stands.
    var comma: Int
    var start: Int
    /// `let` or `var`.
    var word: String
}

/// A name that a cell gives to a value.
struct NamedValue: Hashable, Sendable {
    var name: String
    /// The name as code spells it, in backticks if it must.
    var spelling: String
    /// Whether it keeps its value.
    var isConstant: Bool
}
