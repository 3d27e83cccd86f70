/// Looking for words of ours, which are ASCII, by their bytes: comparing characters costs ten times as much.
extension StringProtocol {
    package func begins(with word: String) -> Bool { utf8.starts(with: word.utf8) }

    package func holds(_ word: String) -> Bool {
        utf8.withContiguousStorageIfAvailable { PlainWords.isIn($0, word) } ?? PlainWords.isIn(Array(utf8), word)
    }
}

private enum PlainWords {
    static func isIn(_ text: some RandomAccessCollection<UInt8>, _ word: String) -> Bool {
        let word = word.utf8
        guard let first = word.first else { return true }
        var rest = text[...]
        while rest.count >= word.count {
            guard let start = rest.firstIndex(of: first) else { return false }
            rest = rest[start...]
            if rest.starts(with: word) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
