import Foundation

extension DensePlan {
    /// One sample through the network; its loss.
    func forward(_ input: UnsafePointer<Double>, _ target: UnsafePointer<Double>) -> Double {
        values.update(from: input, count: inputCount)
        for index in stages.indices {
            let (x, y) = (values + places[index], values + places[index + 1])
            switch stages[index] {
            case .dense(let inputs, let outputs, let weights, let bias):
                for unit in 0..<outputs {
                    let row = parameters + weights + unit * inputs
                    var sum = 0.0
                    for i in 0..<inputs { sum += row[i] * x[i] }
                    switch bias {
                    case .none: break
                    case .shared(let place): sum += parameters[place]
                    case .perUnit(let place): sum += parameters[place + unit]
                    }
                    y[unit] = sum
                }
            case .activation(let kind, let width): kind.apply(x, y, width)
            case .softmax(let width):
                var largest = x[0]
                for i in 1..<max(1, width) where x[i] > largest { largest = x[i] }
                var sum = 0.0
                for i in 0..<width {
                    y[i] = exp(x[i] - largest)
                    sum += y[i]
                }
                for i in 0..<width { y[i] /= sum }
            }
        }
        return loss.value(values + places[stages.count], target, outputCount)
    }

    /// Adds the gradients of the sample that `forward` has just seen to `gradients`.
    func backward(_ target: UnsafePointer<Double>) {
        loss.gradient(values + places[stages.count], target, slopes + places[stages.count], outputCount)
        for index in stages.indices.reversed() {
            let (x, y) = (values + places[index], values + places[index + 1])
            let (dx, dy) = (slopes + places[index], slopes + places[index + 1])
            switch stages[index] {
            case .dense(let inputs, let outputs, let weights, let bias):
                for i in 0..<inputs { dx[i] = 0 }
                for unit in 0..<outputs {
                    let (row, sums, delta) = (
                        parameters + weights + unit * inputs, gradients + weights + unit * inputs, dy[unit]
                    )
                    for i in 0..<inputs {
                        dx[i] += row[i] * delta
                        sums[i] += delta * x[i]
                    }
                }
                switch bias {
                case .none: break
                case .shared(let place):
                    var sum = 0.0
                    for unit in 0..<outputs { sum += dy[unit] }
                    gradients[place] += sum
                case .perUnit(let place): for unit in 0..<outputs { gradients[place + unit] += dy[unit] }
                }
            case .activation(let kind, let width): kind.reverse(x, y, dy, dx, width)
            case .softmax(let width):
                var mean = 0.0
                for i in 0..<width { mean += y[i] * dy[i] }
                for i in 0..<width { dx[i] = y[i] * (dy[i] - mean) }
            }
        }
    }

    private var inputCount: Int { places.count > 1 ? places[1] : 0 }
    private var outputCount: Int { stages.last?.outputs ?? inputCount }
}
