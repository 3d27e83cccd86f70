// Searching and replacing in texts, byte by byte of their UTF-8. The standard ones compare characters, which costs ten times
// as much, by a library of regular expressions that is more than a megabyte of the program. A secret is found here also where
// a combining mark follows it.
extension StringProtocol {
    @inlinable
    package func contains(_ part: String) -> Bool { TextBytes.offset(of: part, in: self) != nil }

    package func begins(with word: String) -> Bool {
        // Most words differ in their first byte.
        utf8.first == word.utf8.first ? utf8.starts(with: word.utf8) : word.isEmpty
    }

    /// Of its UTF-8.
    @inlinable
    package func allBytes(_ isFit: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isFit) } ?? utf8.allSatisfy(isFit)
    }

    /// Where `part` stands first; an empty one stands at the start.
    @inlinable
    package func firstRange(of part: some StringProtocol) -> Range<Index>? {
        guard let offset = TextBytes.offset(of: part, in: self) else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: part.utf8.count)
    }
}

/// Callers get a copy made for their kind of text: a search made for any kind took a tenth of the time that a booking takes.
@usableFromInline
enum TextBytes {
    @inlinable
    static func offset(of part: some StringProtocol, in text: some StringProtocol) -> Int? {
        let found = part.utf8.withContiguousStorageIfAvailable { part in
            text.utf8.withContiguousStorageIfAvailable { offset(of: part, in: $0) }
                ?? offset(of: part, in: Array(text.utf8))
        }
        return found ?? offset(of: Array(part.utf8), in: Array(text.utf8))
    }

    @inlinable
    static func offset<Part: RandomAccessCollection<UInt8>, Text: RandomAccessCollection<UInt8>>(
        of part: Part, in text: Text
    ) -> Int? where Part.Index == Int, Text.Index == Int {
        guard let first = part.first else { return 0 }
        guard text.count >= part.count else { return nil }
        for start in 0...(text.count - part.count) where text[start] == first {
            if (1..<part.count).allSatisfy({ text[start + $0] == part[$0] }) { return start }
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
