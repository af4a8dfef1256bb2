import Exhibits
import Foundation
import Storage

/// Parts of a class's key, one from each of several machines: where they lie, and how they become one.
struct VariantParts {
    let folder: String
    let count: Int

    /// The file of one part, below the folder.
    static func name(_ shard: Shard) -> String { "key-\(shard.index)-of-\(shard.count).json" }

    /// How many parts the folder's files speak of; nil where there is none, or where they disagree.
    init?(in folder: String) {
        let counts = Set(
            Files.entries(of: folder).compactMap { name in
                name.wholeMatch(of: /key-\d+-of-(\d+)\.json/).flatMap { Int($0.1) }
            })
        guard counts.count == 1, let count = counts.first, count <= 1000 else { return nil }
        self.folder = folder
        self.count = count
    }

    /// The whole key, with the students in the order of the roster, as one machine would have made it; throws what is missing.
    func joined(for roster: Roster) throws(FindingError) -> GradingKey {
        func refuse(_ path: String, _ message: String) -> FindingError {
            FindingError(Finding(.error, code: "unfit-part", at: Place(file: path, line: 1), message))
        }
        var parts: [GradingKey] = []
        for index in 1...count {
            let path = Files.join(folder, Self.name(Shard(index: index, count: count)))
            guard let bytes = try? Files.read(path), let part = try? JSONDecoder().decode(GradingKey.self, from: Data(bytes)),
                part.isWhole
            else {
                throw refuse(path, "this part of the key isn't there or can't be read; make it with --shard \(index)/\(count)")
            }
            guard parts.isEmpty || part.isAlike(parts[0]) else {
                throw refuse(path, "this part asks for other answers than part 1; make all parts from the same lesson")
            }
            parts.append(part)
        }
        var known: [String: (part: Int, student: GradingKey.Student)] = [:]
        for (index, part) in parts.enumerated() {
            for student in part.students { known[student.id] = (index, student) }
        }
        var whole = GradingKey(title: parts[0].title, language: parts[0].language, items: parts[0].items)
        for (position, student) in roster.students.enumerated() {
            guard let own = known[student.id], own.student.name == student.name, own.student.stem == student.stem else {
                let shard = Shard(index: position % count + 1, count: count)
                throw refuse(
                    Files.join(folder, Self.name(shard)),
                    "the student “\(student.id)” of the roster isn't in this part; make it again with --shard "
                        + "\(shard.index)/\(count)")
            }
            whole.add(own.student, from: parts[own.part])
        }
        return whole
    }
}
