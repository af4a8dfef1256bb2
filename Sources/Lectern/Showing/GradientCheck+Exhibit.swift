import Exhibits
import Networks

extension GradientCheck: Exhibitable {
    /// Every gradient in both ways, with the relative error.
    public var exhibit: Exhibit {
        let words = LessonWords.current
        let titles = [words.layer, words.number, words.backpropagation, words.centralDifference, words.relativeError]
        return .table(
            Table(
                columns: titles.map { Table.Column(.text($0), .trailing) },
                rows: entries.map { entry in
                    [
                        .number(Double(entry.layer), .decimals(0)), .number(Double(entry.index), .decimals(0)),
                        .number(entry.computed, nil), .number(entry.numeric, nil),
                        .number(entry.relativeError, .scientific(1)),
                    ]
                }))
    }
}
