/// What a token may look like.
enum TokenForm {
    /// It goes into a header: nothing but what cannot break out of one. Whatever Resy itself gives is a token then.
    static func isSendable(_ token: Secret) -> Bool {
        let bytes = token.revealBytes()
        return (1...8192).contains(bytes.count) && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// One from elsewhere, a person's hand or a page: what is that short is some other word.
    static func isPlausible(_ token: Secret) -> Bool { isSendable(token) && token.revealBytes().count >= 16 }
}
