import ResyDomain

/// A command as it can be copied into a shell.
enum ShellWords {
    /// Words that came from outside stand in single quotes, unless no character of theirs means anything to a shell.
    static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "-_./:,+@%".unicodeScalars.contains(scalar))
        }
        guard !isPlain || word.isEmpty else { return word }
        return foreign(word)
    }

    /// Always in quotes: what others wrote, in a command of ours.
    static func foreign(_ word: String) -> String {
        "'" + word.replacing("'", with: #"'\''"#) + "'"
    }

    static func line(_ words: [String]) -> String {
        (["resy-mcp"] + words.map(quoted)).joined(separator: " ")
    }
}
