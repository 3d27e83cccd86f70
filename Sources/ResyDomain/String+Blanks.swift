extension String {
    package var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" || $0.isNewline } }

    /// Without blanks at either end.
    package var trimmed: String {
        let blank: (Character) -> Bool = { $0.isWhitespace }
        guard let start = firstIndex(where: { !blank($0) }), let end = lastIndex(where: { !blank($0) }) else {
            return ""
        }
        return String(self[start...end])
    }
}
