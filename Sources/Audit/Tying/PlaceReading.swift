import Claims
import Exhibits

/// Which quantity a number should be by where it stands: what its neighbours in a table, a matrix or a row of like names are, by one
/// rule, says what it is, whatever its own digits read.
struct PlaceReading {
    /// What a place says.
    struct Prediction {
        var candidate: QuantityIndex.Candidate
        /// How many neighbours follow the rule, how many of these stand behind the number, and how many don't follow it.
        var fits: Int
        var fitsBehind: Int
        var misfits: Int
        /// Whether they stand in one table, vector or matrix.
        var isOfOneBlock: Bool
        /// Whether these are all others of a column, two at least.
        var isWholeColumn = false
    }

    /// A rule with the places in a group that bear it out.
    private struct Rule {
        var template: PlaceTemplate
        var fitting: [Int]
        var misfits: Int
        var digits: Int
        /// How many numbers the group has.
        var members: Int
    }

    private enum Group: Hashable {
        case list(Int), column(Int, Int), table(Int)
        case names(section: Int, shape: String), allNames(shape: String)

        var isBlock: Bool {
            switch self {
            case .list, .column, .table: true
            case .names, .allNames: false
            }
        }
    }

    private let literals: [NamedLiteral]
    private let features: [PlaceFeatures]
    private var byKey: [String: NamedNumber] = [:]
    private var ambiguous: Set<String> = []
    private let sorted: [NamedNumber]
    private let isSinglePrecision: Bool
    /// Of each number, whether its name has a quantity.
    private let isNamed: [Bool]
    private var rules: [Group: [Rule]] = [:]

    /// No group is looked at with more numbers, and no lesson with more quantities.
    private static let mostMembers = 400
    private static let mostQuantities = 20_000
    private static let mostRules = 24
    private static let mostTried = 1000

    /// - Parameters:
    ///   - named: of each number, the quantities that its name may mean.
    ///   - isSinglePrecision: whether the notes show what was computed with 24 bits.
    init(
        _ literals: [NamedLiteral], _ numbers: [NamedNumber], named: [[QuantityIndex.Candidate]], in text: FlatText,
        isSinglePrecision: Bool
    ) {
        self.literals = literals
        self.isSinglePrecision = isSinglePrecision
        isNamed = named.map { !$0.isEmpty }
        features = literals.map { PlaceFeatures($0, in: text) }
        sorted = numbers.filter(\.value.isFinite).sorted { ($0.value, $0.expression) < ($1.value, $1.expression) }
        guard numbers.count <= Self.mostQuantities else { return }
        for number in numbers where number.value.isFinite {
            let key = ExpressionKey(number.expression).text
            if let before = byKey[key], before.value != number.value { ambiguous.insert(key) }
            byKey[key] = number
        }
        var groups: [Group: [Int]] = [:]
        for index in literals.indices { for group in self.groups(of: index) { groups[group, default: []].append(index) } }
        let alternatives = literals.indices.map { index in
            keys(of: index, named[index].filter { fits(index, $0.value) })
        }
        for (group, members) in groups where members.count > 1 && members.count <= Self.mostMembers {
            let found = rules(for: members, in: group, alternatives)
            if !found.isEmpty { rules[group] = found }
        }
    }

    private func groups(of index: Int) -> [Group] {
        let literal = literals[index]
        var groups: [Group] = []
        if let entry = literal.entry, entry.count > 1 { groups.append(.list(literal.place.list)) }
        if let table = literal.place.table, let column = literal.place.column {
            groups += [.column(table, column), .table(table)]
        } else if let name = literal.names.first {
            let shape = Self.shape(of: name) + (literal.entry.map { "\($0.rows > 1)\($0.columns > 1)" } ?? "")
            groups += [.names(section: literal.section, shape: shape), .allNames(shape: shape)]
        }
        return groups
    }

    /// What like names have in common: `w_1` and `w_5`.
    private static func shape(of name: NotedName) -> String {
        func shape(_ letter: NotedLetter) -> String {
            let marks = letter.lower.map { $0.allSatisfy(\.isNumber) ? "1" : $0 }.joined(separator: ",")
            return "\(letter.base)|\(letter.accent ?? "")|\(marks)|\(letter.level == nil)|\(letter.isUpdated)"
        }
        return switch name {
        case .quantity(let letter): shape(letter)
        case .derivative(let top, let bottom): (top.map(shape) ?? "") + "/" + shape(bottom)
        }
    }

    /// The expressions that a number may be by its digits: those of its name, or any; none where they are too many to tell.
    private func keys(of index: Int, _ named: [QuantityIndex.Candidate]) -> [ExpressionKey] {
        if !named.isEmpty { return named.prefix(12).filter { $0.sign > 0 }.map { ExpressionKey($0.expression) } }
        let number = literals[index].number
        let near = sorted.near(number.value, within: number.unit, by: \.value)
        let found = near.prefix(80).filter { fits(index, $0.value) }
        return found.count <= 16 ? found.map { ExpressionKey($0.expression) } : []
    }

    /// Whether a quantity is printed so, or so with the noise of single precision.
    private func fits(_ index: Int, _ value: Double) -> Bool {
        let number = literals[index].number
        return number.verdict(for: value).isTrue || (isSinglePrecision && Tying.isNear(number, value))
    }

    // MARK: - Rules

    private func rules(for members: [Int], in group: Group, _ alternatives: [[ExpressionKey]]) -> [Rule] {
        // Of two numbers one alone says what the other is.
        let least = group.isBlock && members.count == 2 ? 1 : 2
        var support: [PlaceTemplate: Int] = [:]
        var order: [PlaceTemplate] = []
        for member in members {
            var seen: Set<PlaceTemplate> = []
            for template in alternatives[member].flatMap({ PlaceTemplate.all(giving: $0, at: features[member]) })
            where !template.isConstant && seen.insert(template).inserted {
                if support[template] == nil { order.append(template) }
                support[template, default: 0] += 1
            }
        }
        let most = support.values.max() ?? 0
        let best = order.filter { support[$0, default: 0] >= least && support[$0, default: 0] * 2 >= most }.prefix(
            Self.mostTried)
        let rules = best.compactMap { rule($0, for: members, in: group, least: least) }.enumerated()
        return rules.sorted { ($1.element.digits, $0.offset) < ($0.element.digits, $1.offset) }.prefix(Self.mostRules).map(
            \.element)
    }

    private func rule(_ template: PlaceTemplate, for members: [Int], in group: Group, least: Int) -> Rule? {
        var rule = Rule(template: template, fitting: [], misfits: 0, digits: 0, members: members.count)
        var keys: Set<String> = []
        for member in members {
            guard let key = template.key(at: features[member]), let number = quantity(key) else { continue }
            // Two places of one block are two quantities.
            if !keys.insert(key).inserted, group.isBlock { return nil }
            let printed = literals[member].number
            if fits(member, number.value) {
                rule.fitting.append(member)
                rule.digits += max(1, printed.digitsThatSay)
            } else {
                rule.misfits += 1
            }
        }
        if keys.count < 2 { return nil }
        // Where names say which quantities come into question, fewer digits tell among them.
        let digits = rule.fitting.allSatisfy({ isNamed[$0] }) ? 2 : 3
        return rule.fitting.count >= least && rule.fitting.count >= 3 * (rule.misfits - 1) && rule.digits >= digits ? rule : nil
    }

    private func quantity(_ key: String) -> NamedNumber? { ambiguous.contains(key) ? nil : byKey[key] }

    // MARK: - What they say

    /// What the place of a number says; nil where no rule, or rules of different opinions, are borne out by its neighbours.
    func prediction(for index: Int) -> Prediction? {
        for group in groups(of: index) {
            var said = (rules[group] ?? []).compactMap { opinion(of: $0, on: index, isBlock: group.isBlock) }
            // Beside a rule that all neighbours follow, one that some don't follow doesn't count.
            if said.contains(where: { $0.place.misfits == 0 }) { said = said.filter { $0.place.misfits == 0 } }
            let most = said.map(\.digits).max() ?? 0
            said = said.filter { $0.digits * 3 >= most * 2 }
            guard let first = said.first?.place else { continue }
            if said.allSatisfy({ $0.place.candidate.value.isSame(as: first.candidate.value) }) { return first }
        }
        return nil
    }

    private func opinion(of rule: Rule, on index: Int, isBlock: Bool) -> (place: Prediction, digits: Int)? {
        guard let number = rule.template.key(at: features[index]).flatMap(quantity) else { return nil }
        let isOwn = fits(index, number.value)
        let others = rule.fitting.filter { $0 != index }
        let misfits = rule.misfits - (isOwn ? 0 : 1)
        guard !others.isEmpty, others.count >= 4 * misfits else { return nil }
        let place = Prediction(
            candidate: .init(number: number), fits: others.count,
            fitsBehind: others.count { literals[$0].position > literals[index].position }, misfits: misfits,
            isOfOneBlock: isBlock, isWholeColumn: isBlock && others.count > 1 && others.count == rule.members - 1)
        return (place, rule.digits)
    }

    /// What belongs where the value of a neighbour stands a second time: in its list or column, by a rule that names the quantity as
    /// the notes do and that the neighbour follows.
    func copy(at index: Int) -> QuantityIndex.Candidate? {
        let number = literals[index].number
        guard number.digitsThatSay >= 3 else { return nil }
        var found: QuantityIndex.Candidate?
        for group in groups(of: index) where group.isBlock {
            for rule in rules[group] ?? [] where rule.template.isNamed && !rule.fitting.contains(index) && rule.misfits == 1 {
                guard rule.fitting.contains(where: { literals[$0].number.text == number.text }),
                    let own = rule.template.key(at: features[index]).flatMap(quantity),
                    number.verdict(for: own.value) == .wrong
                else { continue }
                if let found, !found.value.isSame(as: own.value) { return nil }
                found = .init(number: own)
            }
        }
        return found
    }
}
