// Searching and replacing in texts, byte by byte of their UTF-8. The standard ones compare characters by a library of
// regular expressions: more than a megabyte of the program. A secret is found here also where a combining mark follows it.
extension StringProtocol {
    package func contains(_ part: String) -> Bool { firstRange(of: part) != nil }

    /// Where `part` stands first; an empty one stands at the start.
    package func firstRange(of part: some StringProtocol) -> Range<Index>? {
        let sought = part.utf8
        guard let first = sought.first else { return startIndex..<startIndex }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: sought) { return start..<utf8.index(start, offsetBy: sought.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}

extension StringProtocol where SubSequence == Substring {
    package func replacing(_ part: some StringProtocol, with other: some StringProtocol) -> String {
        var result = ""
        var rest = self[...]
        while let found = rest.firstRange(of: part), !found.isEmpty {
            result += rest[..<found.lowerBound]
            result += other
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}
