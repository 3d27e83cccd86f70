/// Latin letters without what stands on, under or through them: `é` is `e`, `ß` is `ss`.
enum LatinLetters {
    /// Lower case, width and marks folded; letters of other scripts only get their lower case.
    static func folded(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return scalar.properties.lowercaseMapping }
        // Full-width forms stand 0xFEE0 above ASCII.
        if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
            return narrow.properties.lowercaseMapping
        }
        if scalar.properties.generalCategory == .nonspacingMark { return "" }
        // `İ` becomes two scalars in lower case, the second a mark.
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        return table[lower] ?? String(lower)
    }

    private static let table: [Unicode.Scalar: String] = {
        let rows = [
            ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("ae", "æǽ"), ("c", "çćĉċč"), ("d", "ďđð"),
            ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"), ("k", "ķ"),
            ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőǒǿơọỏốồổỗộớờởỡợ"), ("oe", "œ"), ("r", "ŕŗř"),
            ("s", "śŝşšșſ"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵẁẃẅ"),
            ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (plain, letters) in rows {
            for letter in letters.unicodeScalars { table[letter] = plain }
        }
        return table
    }()
}
