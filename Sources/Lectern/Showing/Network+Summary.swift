import Exhibits
import Networks

extension Network {
    /// Every layer with the shape of what comes out of it and how many numbers training may change, and their sum, as
    /// `model.summary()` of Keras prints it: `show(net.summary)`.
    public var summary: Table {
        let words = LessonWords.current
        func count(_ number: Int) -> Table.Cell { .number(Double(number), .decimals(0)) }
        let input: [Table.Cell] = [.empty, .text(words.input), .text(inputShape.description), count(0)]
        let rows = zip(layers, shapes.dropFirst()).enumerated().map { index, pair -> [Table.Cell] in
            let (layer, shape) = pair
            return [
                count(index + 1), .text(layer.name), .text(shape.description),
                count(layer.parameters.reduce(0) { $0 + $1.values.count }),
            ]
        }
        return Table(
            columns: [
                .init(.empty, .trailing), .init(.text(words.layer)), .init(.text(words.outputShape)),
                .init(.text(words.parameters), .trailing),
            ],
            rows: [input] + rows + [[.empty, .text(words.inAll), .text(outputShape.description), count(parameterCount)]])
    }
}
