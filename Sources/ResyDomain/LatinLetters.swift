/// Latin letters without what stands on, under or through them: `é` is `e`, `ß` is `ss`.
enum LatinLetters {
    /// Lower case, width and marks folded; letters of other scripts only get their lower case.
    static func folded(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return scalar.properties.lowercaseMapping }
        let scalar = narrow(scalar)
        if scalar.isASCII { return scalar.properties.lowercaseMapping }
        if scalar.properties.generalCategory == .nonspacingMark { return "" }
        // `İ` becomes two scalars in lower case, the second a mark.
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        return table[lower] ?? String(lower)
    }

    /// Full-width forms as the ASCII that they stand 0xFEE0 above.
    static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
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
