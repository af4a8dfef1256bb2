import Exhibits
import Yams

/// The options of a cell by the names Quarto gives them.
enum CellOptionKey: String, CaseIterable {
    case label, eval, echo, output, warning, error, include
    case figCap = "fig-cap"
    case figAlt = "fig-alt"
    case figWidth = "fig-width"
    case figHeight = "fig-height"
    case tblCap = "tbl-cap"
    case codeFold = "code-fold"
    case codeSummary = "code-summary"

    /// Sets one option; an unknown one is a warning with the nearest known name, a bad value is an error.
    static func apply(_ entry: YAMLReader.Entry, to options: inout CellOptions, with lifting: inout Lifting) {
        guard let key = CellOptionKey(rawValue: entry.key) else {
            lifting.warn(
                "unknown-option", at: entry.keyOrigin, length: entry.key.utf8.count,
                "there is no cell option “\(entry.key)”; \(NearestKey.advice(for: entry.key, in: allCases.map(\.rawValue)))")
            return
        }
        do {
            try key.set(entry.value, in: &options)
        } catch let error as UnexpectedValue {
            lifting.report("bad-option", at: entry.valueOrigin, "“\(entry.key)” must be \(error.expected)")
        } catch {
            lifting.report("bad-option", at: entry.valueOrigin, "“\(entry.key)” can't be read: \(error)")
        }
    }

    private func set(_ value: Node, in options: inout CellOptions) throws {
        switch self {
        case .label: options.label = try value.text()
        case .eval: options.eval = try value.truth()
        case .echo: options.echo = try value.string == "fenced" ? .fenced : choice(value, "true, false or fenced") ? .yes : .no
        case .output:
            options.output = try value.string == "asis" ? .asis : choice(value, "true, false or asis") ? .yes : .no
        case .warning: options.warning = try value.truth()
        case .error: options.error = try value.truth()
        case .include: options.include = try value.truth()
        case .figCap: options.figCap = try value.text()
        case .figAlt: options.figAlt = try value.text()
        case .figWidth: options.figWidth = try value.measure(atMost: 1000)
        case .figHeight: options.figHeight = try value.measure(atMost: 1000)
        case .tblCap: options.tblCap = try value.text()
        case .codeFold:
            // Quarto: true folds, "show" folds but opens, false leaves the code as it is.
            if value.string == "show" {
                options.codeFold = false
            } else {
                options.codeFold = try choice(value, "true, false or show") ? true : nil
            }
        case .codeSummary: options.codeSummary = try value.text()
        }
    }

    private func choice(_ value: Node, _ expected: String) throws -> Bool {
        guard let bool = value.bool else { throw UnexpectedValue(expected: expected) }
        return bool
    }
}
