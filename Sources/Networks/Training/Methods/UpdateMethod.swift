/// How an optimiser makes a new number from the old one and its gradient. A lesson defines its own and trains with
/// `Optimizer(method, rate:)`:
///
///     struct Halving: UpdateMethod {
///         func updated(
///             _ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double
///         ) -> Double { w - rate * g / Double(t) }
///     }
public protocol UpdateMethod: Hashable, Sendable {
    /// What the method is called in messages and derivations; its type's name unless stated.
    var name: String { get }
    /// What is remembered before the first step.
    var start: Moments { get }
    /// The number after step `t`, counted from 1, with clipping and penalties in `g`; what is remembered moves on.
    func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double
}

/// What an optimiser remembers of one number between steps: up to three numbers, such as m and v of Adam.
public struct Moments: Hashable, Sendable {
    /// The first number, as m of Adam.
    public var first: Double
    /// The second number, as v of Adam.
    public var second: Double
    /// The third number, where a method has one.
    public var third: Double

    /// What is remembered of one number; 0 where nothing is given.
    public init(first: Double = 0, second: Double = 0, third: Double = 0) {
        self.first = first
        self.second = second
        self.third = third
    }
}

extension UpdateMethod {
    /// What the method is called in messages and derivations; its type's name unless stated.
    public var name: String { "\(Self.self)" }
    public var start: Moments { Moments() }
}

/// Any method, compared by type and values.
public struct AnyUpdateMethod: Hashable, Sendable {
    /// The method itself.
    public let base: any UpdateMethod

    public static func == (a: Self, b: Self) -> Bool { AnyHashable(a.base) == AnyHashable(b.base) }

    public func hash(into hasher: inout Hasher) { AnyHashable(base).hash(into: &hasher) }
}

extension Optimizer {
    /// An optimiser that moves numbers by a method of the lesson's own.
    public init(_ method: some UpdateMethod, rate: Double, updating scope: Scope = .all, decay: Double = 0) {
        self.init(.method(AnyUpdateMethod(base: method)), rate: rate, scope: scope, decay: decay)
    }
}

/// What happens to a gradient before the method sees it, and to the number afterwards, as `arithmetic_step` does it in vectors.
struct UpdateFrame {
    var rate: Double
    var scale: Double
    var limit: Double
    var l1: Double
    var l2: Double
    /// η λ of decoupled decay.
    var decay: Double

    func step(_ method: some UpdateMethod, _ w: inout Double, along gradient: Double, _ moments: inout Moments, _ t: Int) {
        let old = w
        var g = min(limit, max(-limit, gradient * scale))
        if l2 != 0 { g = fused(l2, old, g) }
        if l1 != 0 { g = fused(l1, old > 0 ? 1 : old < 0 ? -1 : 0, g) }
        w = method.updated(old, along: g, moments: &moments, step: t, rate: rate)
        if decay != 0 { w = fused(-decay, old, w) }
    }
}
