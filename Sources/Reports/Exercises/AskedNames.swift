import Exhibits
import Lessons

extension Transcript {
    /// Drawings that ask for names, as an edition has them: with the names where blanks have their answers, and without a trace
    /// of them in all others.
    func drawn(for edition: Edition) -> Transcript {
        guard asksForNames else { return self }
        var drawn = self
        drawn.outputs = outputs.mapValues { outputs in
            outputs.map { output in
                guard case .exhibit(let exhibit) = output else { return output }
                return .exhibit(exhibit.mappingFigures { edition.fillsBlanks ? $0.filled : $0.keyless })
            }
        }
        return drawn
    }

    fileprivate var asksForNames: Bool { outputs.keys.contains { !namesAsked(in: $0).isEmpty } }

    /// The names that the drawings of a cell ask for, in the order of their numbers.
    fileprivate func namesAsked(in cell: Int) -> [[String]] {
        (outputs[cell] ?? []).flatMap { output -> [[String]] in
            guard case .exhibit(let exhibit) = output else { return [] }
            return exhibit.figures.compactMap { $0.key?.names }
        }
    }
}

extension Lesson {
    /// The lesson with the names that drawings of an exercise ask for among its answers, for who learns alone.
    func answeringDrawings(of transcript: Transcript) -> Lesson {
        guard frontMatter.edition == .selfStudy, transcript.asksForNames else { return self }
        let words = PageWords(lang: frontMatter.lang)
        var lesson = self
        lesson.blocks = Self.answering(blocks) { exercise in
            var lines: [[Inline]] = []
            Lessons.walk(exercise.content) { visit in
                guard case .block(let node) = visit, case .cell(let cell) = node.block else { return }
                lines += transcript.namesAsked(in: cell.index).map { names in
                    [.text(words.inDrawing)] + names.enumerated().flatMap { [.text(" (\($0 + 1)) "), .code($1)] }
                }
            }
            return lines
        }
        return lesson
    }

    private static func answering(_ blocks: [BlockNode], _ lines: (Division) -> [[Inline]]) -> [BlockNode] {
        var result: [BlockNode] = []
        // What belongs into the fold that follows.
        var waiting: [[BlockNode]] = []
        for node in blocks {
            guard case .division(var division) = node.block else {
                result.append(node)
                continue
            }
            var node = node
            if division.kind == "exercise" {
                result.append(node)
                waiting = lines(division).map { [BlockNode(.paragraph($0), at: node.place)] }
                if waiting.isEmpty { continue }
                result.append(BlockNode(.division(.answers(waiting, at: node.place)), at: node.place))
            } else if division.kind == "answers", !waiting.isEmpty, case .list(_, _, let items)? = division.content.first?.block
            {
                result[result.count - 1].block = .division(.answers(items + waiting, at: node.place))
                waiting = []
            } else {
                division.content = answering(division.content, lines)
                node.block = .division(division)
                result.append(node)
                waiting = []
            }
        }
        return result
    }
}
