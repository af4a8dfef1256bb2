/// A list whose elements have the type that the compiler knows them by.
protocol FollowedList {
    var count: Int { get }
    /// The element at a position; nil where there is none, and where its type says less or more than the list's: elements of a
    /// protocol, a superclass or an optional have other members than what they hold.
    func followed(at position: Int) -> Any?
}

extension Array: FollowedList {
    func followed(at position: Int) -> Any? {
        guard indices.contains(position), !(Element.self is any Absentable.Type) else { return nil }
        let element = self[position] as Any
        return type(of: element) == Element.self ? element : nil
    }
}

/// What a lesson's own tuples hold by name.
enum TuplePart {
    /// The part of that name; nil for anything but a tuple that has one.
    static func named(_ name: String, of value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .tuple, let part = mirror.children.first(where: { $0.label == name })?.value,
            !(type(of: part) is any Absentable.Type)
        else { return nil }
        return part
    }
}

/// Optionals, whose members are not those of what they hold.
protocol Absentable {}

extension Optional: Absentable {}
