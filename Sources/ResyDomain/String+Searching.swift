// Searching and replacing in texts, byte by byte of their UTF-8. The standard ones compare characters, which costs ten times
// as much, by a library of regular expressions that is more than a megabyte of the program. A secret is found here also where
// a combining mark follows it.
extension StringProtocol {
    package func contains(_ part: String) -> Bool { firstRange(of: part) != nil }

    package func begins(with word: String) -> Bool { utf8.starts(with: word.utf8) }

    /// Where `part` stands first; an empty one stands at the start.
    package func firstRange(of part: some StringProtocol) -> Range<Index>? {
        let sought = part.utf8
        let offset =
            utf8.withContiguousStorageIfAvailable { TextBytes.offset(of: sought, in: $0) }
            ?? TextBytes.offset(of: sought, in: Array(utf8))
        guard let offset else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: sought.count)
    }
}

private enum TextBytes {
    static func offset(of part: some Collection<UInt8>, in text: some RandomAccessCollection<UInt8>) -> Int? {
        guard let first = part.first else { return 0 }
        let length = part.count
        var rest = text[...]
        while rest.count >= length {
            guard let start = rest.firstIndex(of: first) else { return nil }
            rest = rest[start...]
            if rest.starts(with: part) { return text.distance(from: text.startIndex, to: start) }
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
