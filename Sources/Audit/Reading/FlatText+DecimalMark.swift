import Exhibits

extension FlatText {
    /// A comma where more numbers have one than a point: 0,5 and 0{,}5. Lists such as [0,1] and groups such as 1{,}024 have none.
    var decimalMark: DecimalMark {
        var (points, commas) = (0, 0)
        for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
            guard bytes[index - 1].isDigit || (bytes[index - 1] == UInt8(ascii: "{") && index > 1 && bytes[index - 2].isDigit)
            else { continue }
            let next = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "}") ? index + 2 : index + 1
            guard next < bytes.count, bytes[next].isDigit else { continue }
            let digits = bytes[next...].prefix { $0.isDigit }.count
            let behind = next + digits < bytes.count ? bytes[next + digits] : 0x20
            if bytes[index] == UInt8(ascii: ".") {
                points += 1
            } else if next > index + 1 {
                if digits != 3 || bytes[max(0, index - 2)] == UInt8(ascii: "0") { commas += 1 }
            } else if bytes[index - 1] == UInt8(ascii: "0"), behind != UInt8(ascii: ",") {
                let before = index > 1 ? bytes[index - 2] : 0x20
                let isListed = "([{,".utf8.contains(before) && ")]},".utf8.contains(behind)
                if !before.isDigit, !isListed, before != UInt8(ascii: ",") { commas += 1 }
            }
        }
        return commas > points ? .comma : .point
    }
}
