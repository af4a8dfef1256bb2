import Foundation

/// The activations a plan knows, with loops over whole layers.
enum ElementwiseKind {
    case sigmoid, tanh, relu, linear

    init?(_ layer: any Layer) {
        switch layer {
        case is Sigmoid: self = .sigmoid
        case is Tanh: self = .tanh
        case is ReLU: self = .relu
        case is Linear: self = .linear
        default: return nil
        }
    }

    func apply(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        switch self {
        case .sigmoid: for i in 0..<count { y[i] = Networks.sigmoid(x[i]) }
        case .tanh: for i in 0..<count { y[i] = Networks.tanh(x[i]) }
        case .relu: for i in 0..<count { y[i] = max(0, x[i]) }
        case .linear: for i in 0..<count { y[i] = x[i] }
        }
    }

    /// dx = dy · f′(x)
    func reverse(
        _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ dy: UnsafePointer<Double>,
        _ dx: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        switch self {
        case .sigmoid: for i in 0..<count { dx[i] = dy[i] * (y[i] * (1 - y[i])) }
        case .tanh: for i in 0..<count { dx[i] = dy[i] * (1 - y[i] * y[i]) }
        case .relu: for i in 0..<count { dx[i] = dy[i] * (x[i] > 0 ? 1 : 0) }
        case .linear: for i in 0..<count { dx[i] = dy[i] }
        }
    }
}
