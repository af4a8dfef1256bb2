import Foundation
import Networks
import Testing

@testable import Reference

/// The formula that the reference shows for a thing is evaluated by a reader of its own, beside the engine.
struct FormulaTests {
    private static func comment(_ title: String, _ marker: String = "", where isMeant: (Entry) -> Bool = { _ in true })
        async throws -> String
    {
        let entries = try await TheReference.get().entries.filter {
            $0.title == title && $0.kind != .initializer && (marker.isEmpty || $0.comment.summary.contains(marker))
                && isMeant($0)
        }
        return try #require(entries.first?.comment.summary, "\(title) has no comment with “\(marker)”")
    }

    private static func formula(_ comment: String, after marker: String) -> String {
        comment.firstRange(of: marker).map { String(comment[$0.upperBound...]) } ?? comment
    }

    static func isNear(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 1e-12 * Swift.max(1, abs(a), abs(b)) }

    @Test func `every activation is what its formula says`() async throws {
        let names = Set(
            try await TheReference.get().entries.filter { $0.topic == .activation && $0.kind == .type && $0.path.count == 1 }
                .map(\.title))
        let rows = Set(FormulaCases.activations.map(\.title) + FormulaCases.vectors.map(\.title))
        #expect(names.subtracting(rows).subtracting(["Activation", "UnrollableActivation"]) == [])
        var slopes = 0
        for row in FormulaCases.activations {
            let text = try await Self.comment(row.title)
            for z in [-4.1, -2.5, -1.3, -0.4, 0.3, 0.9, 2.2, 3.7] {
                let numbers = row.numbers.merging(["z": z]) { $1 }
                let value = row.activation.value(at: z)
                let written = try WrittenFormula(Self.formula(text, after: "f(z) = "), numbers: numbers).value()
                #expect(Self.isNear(written, value), "\(row.title) at \(z): \(written), \(value)")
                guard let start = text.firstRange(of: "f′ = ") else { continue }
                let more = numbers.merging(["f": value, "σ": 1 / (1 + exp(-z)), "t": tanh(log(1 + exp(z)))]) { $1 }
                // Some slopes are told in words.
                guard let slope = try? WrittenFormula(String(text[start.upperBound...]), numbers: more).value() else {
                    continue
                }
                let computed = row.activation.slope(at: z, output: value)
                #expect(Self.isNear(slope, computed), "\(row.title)′ at \(z): \(slope), \(computed)")
                slopes += 1
            }
        }
        #expect(slopes >= 8 * 11)
    }

    @Test func `every function of a whole vector is what its formula says`() async throws {
        let input = [0.5, -1.2, 2, 0.1]
        for row in FormulaCases.vectors {
            let text = try await Self.comment(row.title)
            let output = Network(inputs: input.count) { row.layer }(input)
            let lists = row.isGate ? ["a": Array(input[..<2]), "b": Array(input[2...])] : ["z": input]
            for (index, value) in output.enumerated() {
                let written = try WrittenFormula(Self.formula(text, after: row.marker), lists: lists, indices: ["i": index])
                    .value()
                #expect(Self.isNear(written, value), "\(row.title) \(index): \(written), \(value)")
            }
        }
    }

    @Test func `every loss is what its formula says`() async throws {
        let losses = try await TheReference.get().entries.filter {
            $0.path.first == "Loss" && $0.path.count == 2 && $0.declaration.hasPrefix("static ")
        }
        #expect(Set(losses.map(\.title)).subtracting(FormulaCases.losses.map(\.title)) == [])
        for row in FormulaCases.losses {
            let text = try await Self.comment(row.title, row.marker)
            for (output, target) in row.points {
                // A bracket opened before the formula is closed at its full stop.
                let rest = Self.formula(text, after: row.marker)
                let closed = row.before.hasSuffix("(") ? String(rest.prefix { $0 != "." }) + ")" : rest
                var formula = WrittenFormula(row.before + closed, numbers: row.numbers, lists: row.lists(output, target))
                formula.numbers["n"] = Double(row.loss.takesClass ? 1 : target.count)
                if let index = target.firstIndex(of: 1) { formula.indices["c"] = index }
                if row.loss.takesClass { formula.indices["c"] = Int(target[0]) }
                if row.loss.name.contains("uber") {
                    formula.functions["h"] = (
                        "d", try #require(text.firstRange(of: "h(d) = ").map { String(text[$0.upperBound...]) })
                    )
                }
                let (written, value) = (try formula.value(), row.loss.value(output, target))
                #expect(Self.isNear(written, value), "\(row.title): \(written), \(value)")
            }
        }
    }

    @Test func `every optimiser steps as its formulas say`() async throws {
        let methods = try await TheReference.get().entries.filter {
            $0.path.first == "Optimizer" && $0.path.count == 2 && $0.declaration.hasPrefix("static ")
        }
        let rows = Set(FormulaCases.optimizers.map(\.title)).union(FormulaCases.inWords)
        #expect(Set(methods.map(\.title)).subtracting(rows) == [])
        let gradients = [0.5, -0.3, 0.8, 0.05]
        for row in FormulaCases.optimizers {
            let text = try await Self.comment(row.title)
            let path = row.optimizer.starting(at: [1]).path(along: gradients.map { [$0] }).map { $0.numbers[0] }
            var numbers = row.numbers.merging(["w": 1, "v": 0, "s": 0, "m": 0, "d": 0, "u": 0]) { own, _ in own }
            for (step, gradient) in gradients.enumerated() {
                (numbers["g"], numbers["t"]) = (gradient, Double(step + 1))
                numbers = try Self.stepped(numbers, by: text)
                let written = try #require(numbers["w"])
                #expect(Self.isNear(written, path[step + 1]), "\(row.title), step \(step + 1): \(written), \(path[step + 1])")
            }
        }
    }

    /// One step by assignments such as `v⁺ = β v + g, w⁺ = w − η v⁺`, each as soon as what it needs is known.
    private static func stepped(_ numbers: [String: Double], by text: String) throws -> [String: Double] {
        var known = numbers
        // Years and names in brackets would read as a factor.
        let text = text.replacing(#/ \([A-Z]\. [^)]*\)/#, with: "")
        var waiting = text.matches(of: #/(\S+) = /#).filter { $0.1.count <= 2 }
            .map { (name: String($0.1), formula: String(text[$0.range.upperBound...])) }
        while !waiting.isEmpty {
            let before = waiting.count
            var failure = ""
            waiting = waiting.filter { assignment in
                do {
                    known[assignment.name] = try WrittenFormula(assignment.formula, numbers: known).value()
                    return false
                } catch {
                    failure = "\(assignment.name): \(error)"
                    return true
                }
            }
            guard waiting.count < before else { throw WrittenFormula.Unreadable(description: failure) }
        }
        var next = numbers
        for (name, value) in known where name.hasSuffix("⁺") { next[String(name.dropLast())] = value }
        return next
    }

    @Test func `a formula that is wrong is noticed`() throws {
        let (right, wrong) = ("1 / (1 + e⁻ᶻ), f′", "1 / (1 − e⁻ᶻ), f′")
        let value = Sigmoid().value(at: 0.7)
        #expect(Self.isNear(try WrittenFormula(right, numbers: ["z": 0.7]).value(), value))
        #expect(!Self.isNear(try WrittenFormula(wrong, numbers: ["z": 0.7]).value(), value))
        for text in ["z for", "unknown", "(z", "z between", "", "Σ"] {
            #expect(throws: WrittenFormula.Unreadable.self) { try WrittenFormula(text, numbers: ["z": 1]).value() }
        }
    }
}
