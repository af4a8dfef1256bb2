import Exhibits
import Networks

/// How an expression bends at the point where its variables stand.
public struct Curvature: Hashable, Sendable {
    /// What kind of point it is, where the slope is zero.
    public enum Kind: String, Codable, Hashable, Sendable {
        /// Every direction leads up.
        case minimum
        /// Every direction leads down.
        case maximum
        /// Some directions lead up and others down.
        case saddle
        /// Flat to second order in some direction: the second derivatives don't decide.
        case flat
        /// The slope isn't zero.
        case slope
    }

    /// ∂f/∂x for each variable.
    public var gradient: [Double]
    /// ∂²f/∂x∂y for each pair of variables.
    public var hessian: [[Double]]

    /// The kind of point, by the signs of the leading minors of the second derivatives (Sylvester's criterion).
    ///
    /// Numbers below 10⁻⁷ of the largest count as zero.
    public var kind: Kind {
        let size = hessian.joined().reduce(1e-12) { max($0, abs($1)) }
        guard gradient.allSatisfy({ abs($0) < 1e-7 * max(1, size) }) else { return .slope }
        let minors = hessian.indices.map { $0 + 1 }.map { order in
            Self.determinant(hessian.prefix(order).map { $0.prefix(order).map { $0 / size } })
        }
        guard let last = minors.last, abs(last) > 1e-7 else { return .flat }
        if minors.allSatisfy({ $0 > 0 }) { return .minimum }
        let alternates = minors.enumerated().allSatisfy { $1 * ($0.isMultiple(of: 2) ? -1 : 1) > 0 }
        return alternates ? .maximum : .saddle
    }

    private static func determinant(_ rows: [[Double]]) -> Double {
        guard let first = rows.first else { return 1 }
        return first.indices.reduce(0) { sum, column in
            let minor = rows.dropFirst().map { row in row.indices.filter { $0 != column }.map { row[$0] } }
            return sum + (column.isMultiple(of: 2) ? 1 : -1) * first[column] * determinant(minor)
        }
    }
}

extension Scalar {
    /// Slopes and second derivatives with respect to the given variables, of which there should be few.
    ///
    /// Slopes are exact; second derivatives are central differences of them, good to about nine digits.
    /// No variable at all ends the lesson at this call.
    public func curvature(
        by variables: [Scalar], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Curvature {
        if variables.isEmpty {
            stop(
                "there are no variables by which the expression could bend; give at least one: curvature(by: [w])", file: file,
                line: line, column: column)
        }
        let (graph, places) = unrolled()
        let nodes = variables.map { places[ObjectIdentifier($0.node)] }
        func gradient(moving node: Int?, by step: Double) -> [Double] {
            let moved = node.map { graph.replayed(givens: [$0: graph.values[$0] + step]) } ?? graph
            let gradients = moved.gradients()
            return nodes.map { $0.map { gradients[$0] } ?? 0 }
        }
        let rows = nodes.map { node -> [Double] in
            let step = 1e-4 * max(1, node.map { abs(graph.values[$0]) } ?? 1)
            let (up, down) = (gradient(moving: node, by: step), gradient(moving: node, by: -step))
            return zip(up, down).map { ($0 - $1) / (2 * step) }
        }
        return Curvature(gradient: gradient(moving: nil, by: 0), hessian: rows)
    }
}
