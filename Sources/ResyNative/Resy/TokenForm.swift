/// What a token may look like, whoever gave it.
enum TokenForm {
    /// It goes into a header: nothing but what cannot break out of one.
    static func isPlausible(_ token: Secret) -> Bool {
        let bytes = token.revealBytes()
        return (16...8192).contains(bytes.count) && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
