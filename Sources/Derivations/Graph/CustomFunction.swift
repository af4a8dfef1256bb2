/// An activation that a lesson defined itself, by its own two functions.
struct CustomFunction: Hashable, Sendable {
    let name: String
    let value: @Sendable (Double) -> Double
    let slope: @Sendable (_ x: Double, _ y: Double) -> Double

    static func == (a: CustomFunction, b: CustomFunction) -> Bool { a.name == b.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
