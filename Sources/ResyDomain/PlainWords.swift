/// Looking for words of ours, which are ASCII, by their bytes: comparing characters costs ten times as much.
extension StringProtocol {
    package func begins(with word: String) -> Bool { utf8.starts(with: word.utf8) }

    package func holds(_ word: String) -> Bool {
        var rest = utf8[...]
        while rest.count >= word.utf8.count {
            if rest.starts(with: word.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
