/// A path as it was set: by a shell that expands, or in a client's configuration, which no shell reads.
enum UserPath: Equatable {
    case good(String)
    /// What would be allowed.
    case bad(String)

    /// `user` is the user's own folder, nil where nobody knows it: a leading `~/` means that, as everywhere.
    static func read(_ text: String, user: String?) -> UserPath {
        if text == "~" || text.hasPrefix("~/") {
            guard let user else {
                return .bad("this user's own folder is not known here, so write the path out in full")
            }
            return .good(user + text.dropFirst(text.hasPrefix("~/") && user == "/" ? 2 : 1))
        }
        if text.hasPrefix("~") {
            return .bad("other users' folders are not looked up here, so write the path out in full")
        }
        if namesVariable(text) {
            return .bad("nothing expands variables here, so write the path out in full, or begin it with ~/")
        }
        return .good(text)
    }

    /// `$NAME`, `${NAME}` or `%NAME%`, wherever it stands.
    private static func namesVariable(_ text: String) -> Bool {
        func isName(_ text: Substring) -> Bool {
            !text.isEmpty && text.allSatisfy { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        let isShells = text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().contains { rest in
            rest.first.map { $0 == "{" || $0 == "(" || isName(String($0)[...]) } ?? false
        }
        let between = text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().dropLast()
        return isShells || text.hasPrefix("$") || text.hasPrefix("%") || between.contains(where: isName)
    }

    /// The same, where it would otherwise lead to wherever the program happens to be started.
    static func readWhole(_ text: String, user: String?) -> UserPath {
        switch read(text, user: user) {
        case .good(let path) where !path.hasPrefix("/"):
            .bad("give a whole path that begins with /, or one that begins with ~/")
        case let verdict: verdict
        }
    }
}
