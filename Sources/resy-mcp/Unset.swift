/// What stands for nothing: clients and models pass such words in place of a value that they do not have.
enum Unset {
    /// A blank, `null`, `none`, `undefined` or an unexpanded `${…}`, in any case: no value of an optional setting or argument.
    static func isOptional(_ text: String) -> Bool {
        isRequired(text) || text.trimmed.lowercased() == "none"
    }

    /// The same of one that must be given: a restaurant may be called None.
    static func isRequired(_ text: String) -> Bool {
        let bare = text.trimmed.lowercased()
        return ["", "null", "undefined"].contains(bare) || isUnexpanded(bare)
    }

    /// `${user_config.email}` alone; a text that only begins so is one.
    private static func isUnexpanded(_ text: String) -> Bool {
        text.hasPrefix("${") && text.firstIndex(of: "}") == text.indices.last
    }
}
