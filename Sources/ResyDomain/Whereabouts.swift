/// Comparing where two listings say they are.
package enum Whereabouts {
    /// Metres between two points, within 1 % for distances inside a city; nil for coordinates that cannot be.
    ///
    /// The earth is taken as flat there: no library of sines is needed, and more is not asked.
    package static func metres(
        from left: (latitude: Double, longitude: Double), to right: (latitude: Double, longitude: Double)
    ) -> Double? {
        for point in [left, right] {
            // 0, 0 is how a missing position is written.
            guard abs(point.latitude) <= 90, abs(point.longitude) <= 180, point != (0, 0) else { return nil }
        }
        var east = abs(left.longitude - right.longitude)
        if east > 180 { east = 360 - east }
        let metresPerDegree = 111_195.0
        let width = east * cosine(degrees: (left.latitude + right.latitude) / 2)
        let height = left.latitude - right.latitude
        return (width * width + height * height).squareRoot() * metresPerDegree
    }

    /// Whether two phone numbers are one, with or without country code; nil where either is no whole number.
    static func isSamePhone(_ left: String, _ right: String) -> Bool? {
        let (left, right) = (digits(left), digits(right))
        guard left.count >= 7, right.count >= 7 else { return nil }
        if left == right { return true }
        guard left.count != right.count else { return false }
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        // Seven digits are a number within an area that nobody named.
        return short.count >= 8 ? long.suffix(short.count) == short[...] : nil
    }

    /// The last ten digits, before any extension, without the zero of national dialling.
    private static func digits(_ phone: String) -> [UInt8] {
        let number = phone.utf8.prefix { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        let digits = number.filter { (48...57).contains($0) }.suffix(10)
        return Array(digits.drop { $0 == 48 })
    }

    /// Of an angle from -90° to 90°: the series to the term that no longer matters.
    private static func cosine(degrees: Double) -> Double {
        let square = degrees * degrees * (Double.pi / 180) * (Double.pi / 180)
        var (sum, term) = (1.0, 1.0)
        for index in stride(from: 1.0, to: 20, by: 2) {
            term *= -square / (index * (index + 1))
            sum += term
        }
        return sum
    }
}
