/// A Swift string literal of any text, or `nil`.
func literal(_ text: String?) -> String {
    guard let text else { return "nil" }
    var escaped = "\""
    for scalar in text.unicodeScalars {
        let needsEscape = scalar == "\"" || scalar == "\\" || scalar.value < 0x20 || scalar.value == 0x7F
        if needsEscape { escaped += "\\u{\(String(scalar.value, radix: 16))}" } else { escaped.unicodeScalars.append(scalar) }
    }
    return escaped + "\""
}
