import Exhibits
import Foundation

/// Addresses that a reader of the source takes for a claim, and Markdown for a link: `claim&colon;x`, `claim\:x`, `clai%6d:x`, and
/// letters of another alphabet, or none that is seen.
enum DisguisedClaims {
    /// - Parameter said: what was found already; at each place it is said once.
    static func findings(in addresses: [Address], besides said: [Finding]) -> [Finding] {
        let known = Set(said.map(\.place))
        return addresses.filter { isDisguised($0.destination) && !known.contains($0.place) }.map { address in
            Finding(
                .error, code: "unread-claim", at: address.place, length: address.destination.utf8.count,
                "this looks like a claim and is a link to everybody else, so nothing is checked; write [0.123](claim:expression) "
                    + "in plain letters")
        }
    }

    private static func isDisguised(_ address: String) -> Bool {
        // In plain letters it is found where it stands.
        !address.prefix(100).drop(while: \.isWhitespace).lowercased().hasPrefix("claim:") && isClaim(address)
    }

    /// Whether an address is a claim's, in plain letters or in others.
    static func isClaim(_ address: String) -> Bool {
        // Long addresses lead somewhere; what is looked for stands at the beginning.
        let beginning = String(decoding: address.utf8.prefix(100), as: UTF8.self)
        let plain = entities(in: beginning.removingPercentEncoding ?? beginning).decomposedStringWithCompatibilityMapping
            .unicodeScalars.filter(isSeen).map { lookalikes[$0] ?? $0 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: plain)
        let word = String(text).lowercased()
        return word.hasPrefix("claim:") || word.hasPrefix("answer:")
    }

    private static let colon = Pattern(/&[Cc]olon;/)

    private static let entity = Pattern(/&[A-Za-z]+;/)

    private static func entities(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return NumericReferences.decoded(text.replacing(Self.colon.regex, with: ":").replacing(Self.entity.regex, with: ""))
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\\" || scalar == "<" || scalar == "\u{FFFD}" || scalar.properties.isWhitespace { return false }
        switch scalar.properties.generalCategory {
        case .format, .control, .nonspacingMark, .enclosingMark, .privateUse, .unassigned: return false
        default: return true
        }
    }

    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "А": "a", "α": "a", "с": "c", "С": "c", "ϲ": "c", "і": "i", "І": "i", "ι": "i", "ı": "i", "ӏ": "l", "Ӏ": "l",
        "м": "m", "М": "m", "Μ": "m", "∶": ":", "ː": ":", "։": ":", "꞉": ":",
    ]
}
