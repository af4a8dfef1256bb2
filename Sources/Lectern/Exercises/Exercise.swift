import Exhibits
import Foundation
import Networks

/// Numbers of an exercise that differ from student to student and are the same again on every machine.
public enum Exercise {
    /// What an exercise is about, made of drawn numbers: by `lectern variants` for every student, otherwise for a sample.
    ///
    ///     let pass = Exercise.drawn { draw in
    ///         let network = Network(inputs: 2) { Dense(2, weights: draw.matrix(2, 2, in: 0.1...0.9), biases: [0, 0]); Sigmoid() }
    ///         return network.backpropagate(draw.numbers(2, in: 0.1...1), toward: [1, 0], minimizing: .halfSquaredError)
    ///     }
    ///
    /// It is drawn again while something in it is of no use: a pass (alone, or in a tuple, structure or list) with a ReLU at 0,
    /// a sigmoid or tanh whose slope is below 2 % of its largest, or a parameter whose gradient is 0; or what `avoid` says.
    /// After 1000 draws without success the lesson ends at this call, with what was in the way.
    ///
    /// - Parameter name: Tells the exercises of a lesson apart; those of one name have the same numbers.
    /// - Throws: Whatever `make` throws.
    public static func drawn<Result>(
        _ name: String = "", file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
        _ make: (inout Draw) throws -> Result
    ) rethrows -> Result {
        try drawn(name, seed: givenSeed, file: file, line: line, column: column, make)
    }

    /// The same from a seed of one's own.
    ///
    /// - Throws: Whatever `make` throws.
    public static func drawn<Result>(
        _ name: String = "", seed: UInt64, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
        _ make: (inout Draw) throws -> Result
    ) rethrows -> Result {
        var obstacles: [String: Int] = [:]
        for attempt in 0..<mostAttempts {
            var draw = Draw(seed: Draw.seed(seed, name: name, attempt: UInt64(attempt)))
            let result = try make(&draw)
            guard let obstacle = draw.avoided ?? DrawGuard.obstacle(in: result) else {
                if !obstacles.isEmpty { Recorder.write(.redrawn(obstacles)) }
                return result
            }
            obstacles[obstacle, default: 0] += 1
        }
        let most = obstacles.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first
        stop(
            "none of \(mostAttempts) draws is of use; most often \(most?.key ?? "nothing") was in the way (\(most?.value ?? 0) "
                + "times); draw from other ranges", file: file, line: line, column: column)
    }

    private static let mostAttempts = 1000

    /// The seed that whoever started the lesson gave it; 0 for a sample.
    private static let givenSeed: UInt64 =
        ProcessInfo.processInfo.environment[LessonVariant.variable].flatMap(UInt64.init) ?? 0
}
