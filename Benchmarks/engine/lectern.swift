// The tasks of Benchmarks/engine/README.md in Lectern, through nothing but its public interface: one JSON line for each.
import Foundation
import Networks

/// SplitMix64 as a hash: a number in [0, 1) for every stream and place.
func u(_ stream: UInt64, _ k: Int) -> Double {
    var z = ((stream << 32) &+ UInt64(k) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
}

/// Weights, one row for each unit.
func glorot(_ inputs: Int, _ units: Int, stream: UInt64, fans: Int? = nil) -> [[Double]] {
    let limit = (6 / Double(fans ?? inputs + units)).squareRoot()
    return (0..<units).map { o in (0..<inputs).map { (2 * u(stream, o * inputs + $0) - 1) * limit } }
}

func dense(_ inputs: Int, _ units: Int, stream: UInt64) -> Dense {
    Dense(units, weights: glorot(inputs, units, stream: stream), biases: Array(repeating: 0, count: units))
}

func sines(_ angles: Double...) -> [Double] { angles.map { sin($0) } }

func classes(_ count: Int, _ width: Int, mix: Double, _ prototypes: UInt64, _ noise: UInt64) -> Dataset {
    Dataset(
        (0..<count).map { r in
            let label = r % 10
            return .init(
                input: (0..<width).map { mix * u(prototypes, label * width + $0) + (1 - mix) * u(noise, r * width + $0) },
                target: Dataset.oneHot(label, of: 10))
        })
}

struct Task {
    let name: String
    let samples: Int
    let data: () -> Dataset
    let network: () throws -> Network
    let loss: Loss
    let optimizer: Optimizer
    let plan: TrainingPlan
}

func plan(_ epochs: Int, _ batch: Int? = nil) -> TrainingPlan {
    var plan = TrainingPlan(epochs: epochs, batchSize: batch)
    plan.measure = .duringEpochs
    return plan
}

let tasks = [
    Task(
        name: "t1", samples: 10_000, data: { [[0.05, 0.10]: [0.01, 0.99]] },
        network: {
            try Network(
                inputs: 2,
                layers: [
                    Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35), Sigmoid(),
                    Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60), Sigmoid(),
                ])
        },
        loss: .halfSquaredError, optimizer: .gradientDescent(rate: 0.5, updating: .weights), plan: plan(10_000)),
    Task(
        name: "t2", samples: 20_000, data: { [[0, 0]: [0], [0, 1]: [1], [1, 0]: [1], [1, 1]: [0]] },
        network: {
            try Network(
                inputs: 2,
                layers: [
                    Dense(4, weights: [sines(1, 2), sines(3, 4), sines(5, 6), sines(7, 8)], biases: [0, 0, 0, 0]), Tanh(),
                    Dense(1, weights: [sines(9, 10, 11, 12)], biases: [0]),
                ])
        },
        loss: .binaryCrossEntropyFromLogits, optimizer: .gradientDescent(rate: 0.5), plan: plan(5_000)),
    Task(
        name: "t3", samples: 100_000,
        data: {
            Dataset(
                (0..<1000).map { (n: Int) -> Dataset.Sample in
                    let a = Double.pi * Double(n / 2 * 229 % 500) / 499
                    var x: [Double] = n % 2 == 0 ? [cos(a), sin(a)] : [1 - cos(a), 0.5 - sin(a)]
                    for i in 0..<2 { x[i] += 0.4 * (u(1, 2 * n + i) - 0.5) }
                    return .init(input: x, target: [Double(n % 2)])
                })
        },
        network: {
            try Network(
                inputs: 2,
                layers: [dense(2, 16, stream: 30), Tanh(), dense(16, 16, stream: 31), Tanh(), dense(16, 1, stream: 32)])
        },
        loss: .binaryCrossEntropyFromLogits, optimizer: .gradientDescent(rate: 0.1), plan: plan(100, 32)),
    Task(
        name: "t4", samples: 35_940, data: { classes(1797, 64, mix: 0.3, 2, 3) },
        network: { try Network(inputs: 64, layers: [dense(64, 64, stream: 40), ReLU(), dense(64, 10, stream: 41)]) },
        loss: .categoricalCrossEntropyFromLogits, optimizer: .adam(rate: 1e-3), plan: plan(20, 32)),
    Task(
        name: "t5", samples: 30_000, data: { classes(10_000, 784, mix: 0.1, 4, 5) },
        network: {
            try Network(
                inputs: 784,
                layers: [dense(784, 256, stream: 50), ReLU(), dense(256, 128, stream: 51), ReLU(), dense(128, 10, stream: 52)])
        },
        loss: .categoricalCrossEntropyFromLogits, optimizer: .gradientDescent(rate: 0.05), plan: plan(3, 128)),
    Task(
        name: "t6", samples: 5_391, data: { classes(1797, 64, mix: 0.3, 2, 3) },
        network: {
            let filters = Conv2D(
                8, kernel: 3, weights: glorot(9, 8, stream: 60, fans: 81), biases: Array(repeating: 0, count: 8))
            return try Network(
                inputs: [8, 8, 1], layers: [filters, ReLU(), MaxPool2D(), Flatten(), dense(72, 10, stream: 61)])
        },
        loss: .categoricalCrossEntropyFromLogits, optimizer: .gradientDescent(rate: 0.1), plan: plan(3, 32)),
    Task(
        name: "t7", samples: 1_280,
        data: {
            Dataset(
                (0..<256).map { (n: Int) -> Dataset.Sample in
                    let x = (0..<40).map { u(70, 40 * n + $0) }
                    let products = (0..<20).map { x[2 * $0] * x[2 * $0 + 1] }
                    return .init(input: x, target: [products.reduce(0, +) / 20])
                })
        },
        network: {
            let lstm = LSTM(
                16, weights: glorot(2, 64, stream: 71), recurrent: glorot(16, 64, stream: 72),
                biases: Array(repeating: 0, count: 64))
            return try Network(inputs: [20, 2], layers: [lstm, dense(16, 1, stream: 73)])
        },
        loss: .meanSquaredError, optimizer: .gradientDescent(rate: 0.1), plan: plan(5, 32)),
    Task(
        name: "t8", samples: 256,
        data: {
            Dataset(
                (0..<128).map { (n: Int) -> Dataset.Sample in
                    let x: [Double] = (0..<2048).map { u(90, 2048 * n + $0) }
                    let products = (0..<64).map { (step: Int) -> Double in x[32 * step] * x[32 * step + 1] }
                    return .init(input: x, target: [products.reduce(0, +) / 64])
                })
        },
        network: {
            // The matrices of attention have one row for each feature.
            let matrices = (91...94).map { (stream: UInt64) -> [[Double]] in
                let rows = glorot(32, 32, stream: stream)
                return (0..<32).map { i in rows.map { $0[i] } }
            }
            return try Network(
                inputs: [64, 32],
                layers: [
                    Residual {
                        LayerNorm()
                        SelfAttention(
                            heads: 4, queries: matrices[0], keys: matrices[1], values: matrices[2], output: matrices[3])
                    },
                    Residual {
                        LayerNorm()
                        dense(32, 64, stream: 95)
                        ReLU()
                        dense(64, 32, stream: 96)
                    },
                    LayerNorm(), GlobalAveragePool(), dense(32, 1, stream: 97),
                ])
        },
        loss: .meanSquaredError, optimizer: .adam(rate: 1e-3), plan: plan(2, 16)),
]

/// A point of growth.py, `grow-64-2-32-1024`: 1,024 samples four times, in batches of 32, through two layers from a width of 64.
func growth(_ name: String) -> Task? {
    let numbers = name.split(separator: "-").dropFirst().compactMap { Int($0) }
    guard name.hasPrefix("grow-"), numbers.count == 4 else { return nil }
    let (width, depth, batch, samples) = (numbers[0], numbers[1], numbers[2], numbers[3])
    return Task(
        name: name, samples: 4 * samples, data: { classes(samples, width, mix: 0.3, 2, 3) },
        network: {
            let layers = (0..<depth).flatMap { l -> [any Layer] in
                let layer = dense(width, l + 1 < depth ? width : 10, stream: UInt64(80 + l))
                return l + 1 < depth ? [layer, ReLU()] : [layer]
            }
            return try Network(inputs: width, layers: layers)
        },
        loss: .categoricalCrossEntropyFromLogits, optimizer: .gradientDescent(rate: 0.01), plan: plan(4, batch))
}

/// The largest resident set so far, in bytes.
func peak() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
}

let arguments = Array(CommandLine.arguments.dropFirst())
let wanted: [String] =
    arguments.count > 0 ? arguments[0].split(separator: ",").map { String($0) } : tasks.map { $0.name }
let repetitions = arguments.count > 1 ? Int(arguments[1]) ?? 3 : 3
let threads = ProcessInfo.processInfo.environment["OPENBLAS_NUM_THREADS"].flatMap { Int($0) } ?? 1
for task in tasks.filter({ wanted.contains($0.name) }) + wanted.compactMap(growth) {
    let data = task.data()
    let network = try task.network()
    let clock = ContinuousClock()
    var seconds: [Double] = []
    var loss = 0.0
    for _ in 0...repetitions {
        var run: TrainingRun?
        let time = try clock.measure {
            run = try network.training(on: data, minimizing: task.loss, by: task.optimizer, plan: task.plan)
        }
        seconds.append(time / .seconds(1))
        loss = run?.network.loss(on: data, task.loss) ?? .nan
    }
    let reps = Array(seconds.dropFirst())
    let line: [String: Any] = [
        "peer": "lectern", "task": task.name, "seconds": reps.min() ?? 0, "median_s": reps.sorted()[reps.count / 2],
        "final_loss": loss, "samples_per_s": Double(task.samples) / (reps.min() ?? 1), "threads": threads, "reps": reps,
        "first_s": seconds[0], "peak_bytes": peak(),
    ]
    let json = try JSONSerialization.data(withJSONObject: line, options: .sortedKeys)
    print(String(decoding: json, as: UTF8.self))
}
