import Exhibits
import Networks

extension TrainingRun {
    /// The loss after every `stride` epochs, and after the last, with the metrics that were tracked.
    public func table(every stride: Int) -> Table {
        let step = max(1, stride)
        var epochs = Array(Swift.stride(from: 0, to: losses.count, by: step))
        if let last = losses.indices.last, epochs.last != last { epochs.append(last) }
        let words = LessonWords.current
        var columns: [Table.Column] = [.init(.text(words.epochs), .trailing), .init(.text(words.loss), .trailing)]
        var histories = [losses]
        func add(_ name: String, _ values: [Double]) {
            guard !values.isEmpty else { return }
            columns.append(.init(.text(name), .trailing))
            histories.append(values)
        }
        add(LessonWords.said(words.validation, words.loss), validationLosses)
        for metric in trackedMetrics {
            let title = words.title(of: metric)
            add(title, history(of: metric))
            add(LessonWords.said(words.validation, title), validationHistory(of: metric))
        }
        return Table(
            columns: columns,
            rows: epochs.map { epoch in
                [.number(Double(epoch), .decimals(0))]
                    + histories.map { $0.indices.contains(epoch) ? .number($0[epoch], nil) : .empty }
            })
    }
}

extension TrainingRun: Exhibitable {
    /// The loss in about ten rows.
    public var exhibit: Exhibit { .table(table(every: max(1, epochs / 10))) }
}

extension Dataset: Exhibitable {
    /// All samples, inputs before targets.
    public var exhibit: Exhibit { .table(Table(samples: samples, answers: nil)) }
}

extension Network {
    /// The network's answers to all samples, beside the targets.
    public func answers(
        on data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Table {
        Table(
            samples: data.samples,
            answers: data.samples.map { prediction(for: $0.input, file: file, line: line, column: column) })
    }
}

extension Table {
    fileprivate init(samples: [Dataset.Sample], answers: [[Double]]?) {
        let (inputs, targets) = (samples.first?.input.count ?? 0, samples.first?.target.count ?? 0)
        func titles(_ letter: String, _ count: Int) -> [Column] {
            (0..<count).map { Column(.tex(count == 1 ? letter : "\(letter)_{\($0 + 1)}"), .trailing) }
        }
        // Given data are shown with the digits they have, answers with the digits of the page.
        func given(_ value: Double) -> Cell { .number(value, .shortest) }
        self.init(
            columns: titles("x", inputs) + titles("y", targets) + (answers == nil ? [] : titles("\\hat{y}", targets)),
            rows: samples.indices.map { index in
                samples[index].input.map(given) + samples[index].target.map(given)
                    + (answers?[index] ?? []).map { .number($0, nil) }
            })
    }
}
