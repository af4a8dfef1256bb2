/// The kinds of complaint that a name or an argument of ours can cause, in the words of Swift 6.
enum CompilerMessage: Equatable {
    case noMember(owner: String, name: String)
    case unknownName(String)
    /// A member of ours that isn't for cells.
    case hiddenMember(String)
    case wrongArguments
    case tooComplex

    /// nil for every other message.
    init?(_ message: String) {
        if let match = message.firstMatch(of: /(?:type|value of type) '([^']+)' has no member '([^']+)'/) {
            self = .noMember(owner: Self.typeName(match.1), name: String(match.2))
        } else if let match = message.firstMatch(of: /cannot find (?:type )?'([^']+)' in scope/) {
            self = .unknownName(String(match.1))
        } else if let match = message.firstMatch(of: /'([^']+)' is inaccessible due to '(?:internal|private|fileprivate)'/) {
            self = .hiddenMember(String(match.1))
        } else if message.contains(
            /argument label|extra argument|missing argument|exact matches in call|extra trailing closure|call that takes no arguments/
        ) {
            self = .wrongArguments
        } else if message.contains("unable to type-check this expression in reasonable time") {
            self = .tooComplex
        } else {
            return nil
        }
    }

    /// `Network` of `Network.Type`, `any Layer` and `Array<Network>?`.
    private static func typeName(_ text: Substring) -> String {
        let words = text.split(whereSeparator: { " <>?!()[]".contains($0) }).filter { !["any", "some"].contains($0) }
        let name = words.first ?? text
        return name.split(separator: ".").first { $0 != "Type" }.map(String.init) ?? String(name)
    }
}
