/// Why a cell didn't reach its end, for a page that says it in its own language.
@_documentation(visibility: internal)
public enum CellEnd: Codable, Hashable, Sendable {
    /// The runtime stopped it, with words of the runtime's or of the cell's author.
    case trapped(String)
    /// A condition without words of its own didn't hold.
    case unmet
    case wrongCast(from: String, to: String)
    /// Stack or memory that isn't its own.
    case stackUsedUp
    case abandoned
    case processorTimeUsedUp
    case killed
    /// Another signal, and nothing is known of why.
    case signalled
    /// It threw an error that nothing caught, written as the error writes itself.
    case threw(String)

    /// What the program says of it in its own words, in whatever language these are.
    package var ownWords: String? {
        switch self {
        case .trapped(let words), .threw(let words): words
        default: nil
        }
    }
}
