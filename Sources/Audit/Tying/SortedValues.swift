extension Array {
    /// Of elements in the order of a value, those whose value lies so near another one; none near what is no number.
    func near(_ center: Double, within distance: Double, by value: (Element) -> Double) -> ArraySlice<Element> {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if value(self[middle]) < center - distance { low = middle + 1 } else { high = middle }
        }
        return self[low...].prefix { value($0) <= center + distance }
    }
}

extension Double {
    /// Whether two values are the same but for rounding.
    func isSame(as other: Double, within tolerance: Double = 1e-12) -> Bool {
        abs(self - other) <= tolerance * Swift.max(abs(self), abs(other))
    }
}
