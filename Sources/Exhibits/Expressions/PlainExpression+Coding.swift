/// An expression as one flat list, every operation before its operands: a page may have a thousand of them, and a list within a
/// list for each of their parts would take most of the time.
extension PlainExpression {
    private enum Form: UInt8 {
        case name, integer, decimal, text, member, call, function, element, negated, combined
    }

    package func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try write(to: &list)
    }

    package init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        try self.init(from: &list)
    }

    private func write(to list: inout any UnkeyedEncodingContainer) throws {
        func begin(_ form: Form) throws { try list.encode(Int(form.rawValue)) }
        switch self {
        case .name(let name):
            try begin(.name)
            try list.encode(name)
        case .integer(let value):
            try begin(.integer)
            try list.encode(value)
        case .decimal(let value):
            try begin(.decimal)
            try list.encode(value)
        case .text(let text):
            try begin(.text)
            try list.encode(text)
        case .member(let base, let name):
            try begin(.member)
            try list.encode(name)
            try base.write(to: &list)
        case .call(let base, let name, let arguments):
            try begin(.call)
            try list.encode(name)
            try base.write(to: &list)
            try Self.write(arguments, to: &list)
        case .function(let name, let arguments):
            try begin(.function)
            try list.encode(name)
            try Self.write(arguments, to: &list)
        case .element(let base, let index):
            try begin(.element)
            try base.write(to: &list)
            try index.write(to: &list)
        case .negated(let operand):
            try begin(.negated)
            try operand.write(to: &list)
        case .combined(let left, let sign, let right):
            try begin(.combined)
            try list.encode(Int(sign.rawValue))
            try left.write(to: &list)
            try right.write(to: &list)
        }
    }

    private static func write(_ arguments: [Argument], to list: inout any UnkeyedEncodingContainer) throws {
        try list.encode(arguments.count)
        for argument in arguments {
            if let label = argument.label { try list.encode(label) } else { try list.encodeNil() }
            try argument.value.write(to: &list)
        }
    }

    private init(from list: inout any UnkeyedDecodingContainer) throws {
        let code = try list.decode(Int.self)
        guard let form = UInt8(exactly: code).flatMap(Form.init) else { throw Self.unknown(code, list) }
        func next() throws -> PlainExpression { try PlainExpression(from: &list) }
        switch form {
        case .name: self = .name(try list.decode(String.self))
        case .integer: self = .integer(try list.decode(Int.self))
        case .decimal: self = .decimal(try list.decode(Double.self))
        case .text: self = .text(try list.decode(String.self))
        case .member:
            let name = try list.decode(String.self)
            self = .member(try next(), name)
        case .call:
            let name = try list.decode(String.self)
            let base = try next()
            self = .call(base, name, try Self.arguments(from: &list))
        case .function:
            let name = try list.decode(String.self)
            self = .function(name, try Self.arguments(from: &list))
        case .element:
            let base = try next()
            self = .element(base, try next())
        case .negated: self = .negated(try next())
        case .combined:
            let sign = try list.decode(Int.self)
            guard let sign = UInt8(exactly: sign).flatMap(Operator.init) else { throw Self.unknown(sign, list) }
            let left = try next()
            self = .combined(left, sign, try next())
        }
    }

    private static func arguments(from list: inout any UnkeyedDecodingContainer) throws -> [Argument] {
        let count = try list.decode(Int.self)
        var arguments: [Argument] = []
        while arguments.count < count {
            let label = try list.decodeNil() ? nil : list.decode(String.self)
            arguments.append(Argument(label: label, value: try PlainExpression(from: &list)))
        }
        return arguments
    }

    private static func unknown(_ code: Int, _ list: any UnkeyedDecodingContainer) -> DecodingError {
        .dataCorruptedError(in: list, debugDescription: "there is no form \(code) of an expression")
    }
}
