/// The kinds of complaint that a name or an argument of ours can cause, in the words of Swift 6.
enum CompilerMessage: Equatable {
    case noMember(owner: String, name: String)
    case unknownName(String)
    /// A member of ours that isn't for cells.
    case hiddenMember(String)
    /// `.mse` where nothing says of what type it is.
    case memberOfNothing(String)
    /// A protocol is written as if it could be made.
    case notMade(String)
    /// A property is called as if it were a function.
    case notCalled
    /// An argument of another type.
    case wrongType(given: String, wanted: String)
    /// - Parameter labels: Those that the compiler names.
    case wrongArguments(labels: [String])
    case noModule(String)
    /// A type of the lesson's own that lacks what a protocol asks for.
    case notConforming(to: String)
    case tooComplex

    /// nil for every other message.
    init?(_ message: String) {
        if let match = message.firstMatch(
            of: /(?:type|value of type|actor) '([^']+)' has no (?:static |class )?member '([^']+)'/)
        {
            self = .noMember(owner: Self.typeName(match.1), name: String(match.2))
        } else if let match = message.firstMatch(of: /cannot find (?:type )?'([^']+)' in scope/) {
            self = .unknownName(String(match.1))
        } else if let match = message.firstMatch(
            of: /'([^']+)' is inaccessible due to '(?:internal|private|fileprivate|package)'/)
        {
            self = .hiddenMember(String(match.1))
        } else if let match = message.firstMatch(
            of: /(?:cannot infer contextual base in reference to member|reference to member) '([^']+)'/)
        {
            self = .memberOfNothing(String(match.1))
        } else if let match = message.firstMatch(
            of: /'([^']+)' (?:cannot be (?:constructed|instantiated)|has no accessible initializers)/)
        {
            self = .notMade(Self.typeName(match.1))
        } else if message.hasPrefix("cannot call value of non-function type") {
            self = .notCalled
        } else if let match = message.firstMatch(of: /no such module '([^']+)'/) {
            self = .noModule(String(match.1))
        } else if let match = message.firstMatch(of: /does not conform to protocol '([^']+)'/) {
            self = .notConforming(to: Self.typeName(match.1))
        } else if let match = message.firstMatch(
            of:
                /(?:cannot convert value of type|argument type) '([^']+)' (?:to expected argument type|does not conform to expected type) '([^']+)'/
        ) {
            self = .wrongType(given: String(match.1), wanted: Self.typeName(match.2))
        } else if message.contains(
            /argument label|extra argument|missing argument|exact matches in call|extra trailing closure|call that takes no arguments|must precede (?:unnamed )?argument/
        ) {
            self = .wrongArguments(labels: Self.labels(in: message))
        } else if message.contains("unable to type-check this expression in reasonable time") {
            self = .tooComplex
        } else {
            return nil
        }
    }

    /// The labels that stand and shouldn't: in `extra argument 'p' in call`, `extraneous argument label 'p:' in call`,
    /// `incorrect argument labels in call (have '_:p:', expected '_:')`.
    private static func labels(in message: String) -> [String] {
        guard
            let match = message.firstMatch(
                of: /(?:extra argument|extraneous argument labels?|incorrect argument labels? in call \(have) '([^']+)'/)
        else { return [] }
        return match.1.split(separator: ":").map(String.init).filter { $0 != "_" }
    }

    /// `Network` of `Network.Type`, `any Layer` and `Array<Network>?`.
    private static func typeName(_ text: Substring) -> String {
        let words = text.split(whereSeparator: { " <>?!()[]".contains($0) }).filter { !["any", "some"].contains($0) }
        let name = words.first ?? text
        return name.split(separator: ".").first { $0 != "Type" }.map(String.init) ?? String(name)
    }
}
