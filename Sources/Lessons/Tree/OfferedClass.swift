/// The classes of numbers that a question offers to choose from. Lectern puts them into the tree; no author's text can have one.
package enum OfferedClass: String, CaseIterable {
    /// All that is offered.
    case offer
    /// One of them with its letter.
    case choice = "offered"
    case number = "offered-number"

    package static let names = Set(allCases.map(\.rawValue))
}
